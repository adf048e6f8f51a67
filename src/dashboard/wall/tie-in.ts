import { shortNameOf } from '../../english/words.ts';
import { words } from '../../faces/words.ts';
import type { Fixture } from '../../match/fixture.ts';
import type { Views } from '../../projections/views.ts';
import { WORDS } from '../panels/words.ts';

/** `4–3 on aggregate, Atalanta go through`: what a match means, in a line; `undefined` where there is nothing to say. */
export const tieIn = (
  { scoreboard, aggregate, result }: Pick<Views, 'scoreboard' | 'aggregate' | 'result'>,
  fixture: Fixture,
): string | undefined => {
  if (aggregate === undefined) {
    if (result.winner !== undefined) return words.standing.won(shortNameOf(fixture, result.winner), result.by);
    return result.level === true ? words.standing.drawn : undefined;
  }
  const { score, advancing, by, leader } = aggregate;
  const sum = WORDS.wall.aggregate(`${score[scoreboard.home.club] ?? 0}–${score[scoreboard.away.club] ?? 0}`);
  if (advancing !== undefined) return `${sum}, ${words.standing.through(shortNameOf(fixture, advancing), by)}`;
  if (leader !== undefined) return `${sum}, ${WORDS.charts.ahead(shortNameOf(fixture, leader))}`;
  return sum;
};
