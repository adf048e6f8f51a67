import { formatScore } from '../english/words.ts';
import type { Millis } from '../match/time.ts';
import { type Day, newsOf, type OnTheDay, STATE, startOfList, stateOf } from './day.ts';
import { BOLD, DIM } from './looks.ts';
import type { Size } from './picture.ts';
import { fit, type Line, padEnd, padStart, span, widthOf } from './span.ts';
import { says } from './words.ts';

/** The matches of the day above the one that is open, in a few rows: ` ATA 3–0 BVB 57'`. */
export const dayStrip = ({ matches, open }: Day, { columns, rows }: Size, now: Millis): Line[] => {
  const wide = widthsOf(matches);
  const inRow = Math.max(1, Math.floor(columns / (wide.club * 2 + wide.score + STATE + 5)));
  const room = inRow * Math.min(rowsFor(rows), Math.ceil(matches.length / inRow));
  // Where they aren't all to be seen, the last place says how many are left out.
  const seen = matches.length <= room ? matches.length : Math.max(1, room - 1);
  const start = startOfList(open, matches.length, seen);
  const cells = matches
    .slice(start, start + seen)
    .map((match, at) => cellOf(match, start + at === open, wide, now))
    .concat(seen < matches.length ? [[span(` ${says.moreMatches(matches.length - seen)}`, DIM)]] : []);
  return Array.from({ length: Math.ceil(cells.length / inRow) }, (_, row) =>
    fit(cells.slice(row * inRow, (row + 1) * inRow).flat(), columns),
  );
};

const rowsFor = (rows: number): number => (rows < 20 ? 1 : rows < 28 ? 2 : 3);

interface Widths {
  readonly club: number;
  readonly score: number;
}

const widthsOf = (matches: readonly OnTheDay[]): Widths => {
  const sides = matches.flatMap(({ views: { scoreboard } }) => [scoreboard.home, scoreboard.away]);
  return {
    club: Math.max(...sides.map(({ club }) => widthOf(club))),
    // It grows with the tenth goal.
    score: Math.max(...matches.map((match) => widthOf(scoreOf(match)))),
  };
};

const scoreOf = ({ views: { scoreboard } }: OnTheDay): string =>
  formatScore({ home: scoreboard.home.score, away: scoreboard.away.score });

const cellOf = (match: OnTheDay, isOpen: boolean, wide: Widths, now: Millis): Line => {
  const { home, away } = match.views.scoreboard;
  const names = `${padStart(home.club, wide.club)} ${padStart(scoreOf(match), wide.score)} ${padEnd(away.club, wide.club)}`;
  const news = newsOf(match);
  const look = isOpen ? { inverse: true, bold: true } : news === undefined ? undefined : BOLD;
  return [
    span(`${isOpen ? '›' : ' '}${names} `, look),
    ...(news === undefined
      ? [span(padEnd(stateOf(match, now), STATE), isOpen ? look : DIM)]
      : fit([news], STATE, isOpen ? look : undefined)),
    span('  '),
  ];
};
