import '../panels/parts/panel.css';
import './wall.css';
import { useEffect, useState } from 'react';
import type { Seen } from '../../client/connect.ts';
import type { WallProps } from '../panel.ts';
import { WORDS } from '../panels/words.ts';
import { Tile, VIEWS } from './tile.tsx';

type SeenTile = Seen<(typeof VIEWS)[number]>;

/** Every match on one connection, each a small scoreboard that opens into the whole. */
const Wall = ({ glance, matches, open }: WallProps) => {
  const [seen, setSeen] = useState<Readonly<Record<string, SeenTile>>>({});
  const ids = matches.map(({ id }) => id).join('\n');
  useEffect(() => {
    const leaves = ids
      .split('\n')
      .filter((id) => id !== '')
      .map((id) => glance(id, VIEWS, (each) => setSeen((before) => ({ ...before, [id]: each }))));
    return () => {
      for (const leave of leaves) leave();
    };
  }, [glance, ids]);
  return (
    <main className="wall">
      <h1>{WORDS.wall.label}</h1>
      {matches.length === 0 ? (
        <p className="panel-empty">{WORDS.wall.none}</p>
      ) : (
        <ul className="wall-tiles">
          {matches.map(({ id, title }) => (
            <li key={id}>
              <Tile title={title} isNamesake={isNamesake(title, matches)} seen={seen[id]} open={open} match={id} />
            </li>
          ))}
        </ul>
      )}
    </main>
  );
};

const isNamesake = (title: string, matches: WallProps['matches']): boolean =>
  matches.filter((match) => match.title === title).length > 1;

export default Wall;
