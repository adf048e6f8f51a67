import '../panels/parts/panel.css';
import './wall.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Seen } from '../../client/connect.ts';
import type { WallProps } from '../panel.ts';
import { WORDS } from '../panels/words.ts';
import { Tile, VIEWS } from './tile.tsx';

type SeenTile = Seen<(typeof VIEWS)[number]>;

/** Every match on one connection, each a small scoreboard that opens into the whole. */
const Wall = ({ client, matches, open }: WallProps) => {
  const [seen, setSeen] = useState<Readonly<Record<string, SeenTile>>>({});
  const leave = useRef((): void => undefined);
  const ids = matches.map(({ id }) => id).join('\n');
  useEffect(() => {
    const leaves = ids
      .split('\n')
      .filter((id) => id !== '')
      .map((id) => client.follow(id, { views: VIEWS }, (each) => setSeen((before) => ({ ...before, [id]: each }))));
    leave.current = () => {
      for (const each of leaves.splice(0)) each();
    };
    return () => leave.current();
  }, [client, ids]);
  const openOne = useCallback(
    (match: string): void => {
      // One connection is told of a match's views once, so the wall leaves before the page follows one of them.
      leave.current();
      open(match);
    },
    [open],
  );
  return (
    <main className="wall">
      <h1>{WORDS.wall.label}</h1>
      {matches.length === 0 ? (
        <p className="panel-empty">{WORDS.wall.none}</p>
      ) : (
        <ul className="wall-tiles">
          {matches.map(({ id, title }) => (
            <li key={id}>
              <Tile title={title} seen={seen[id]} open={openOne} match={id} />
            </li>
          ))}
        </ul>
      )}
    </main>
  );
};

export default Wall;
