import type { SeenPerson } from '../../../faces/people.ts';
import type { SeenTeam } from '../../../faces/teams.ts';

/** Where somebody is drawn: `along` from one goal line (home's) to the other, `across` from touchline to touchline, 0 to 1. */
export interface Spot {
  readonly person: SeenPerson;
  readonly along: number;
  readonly across: number;
  /** How many stand in his row, so that names know their room. */
  readonly crowd: number;
}

/** Each team in its own half, the goalkeeper on his line, as a line-up is shown before a match. */
export const spotsOf = ({ rows, side }: Pick<SeenTeam, 'rows' | 'side'>): Spot[] =>
  rows.flatMap((row, depth) =>
    row.map((person, index) => {
      const along = rows.length === 1 ? 0.25 : NEAREST + (depth / (rows.length - 1)) * (FARTHEST - NEAREST);
      const across = (index + 0.5) / row.length;
      const spread = row.length === 2 ? 0.5 + (across - 0.5) * 0.8 : across;
      return side === 'home'
        ? { person, along, across: spread, crowd: row.length }
        : { person, along: 1 - along, across: 1 - spread, crowd: row.length };
    }),
  );

const NEAREST = 0.052;
const FARTHEST = 0.432;
