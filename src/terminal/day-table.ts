import { type Headline, type HeadlineSide, headlineOf } from '../faces/headline.ts';
import { words } from '../faces/words.ts';
import type { Millis } from '../match/time.ts';
import { type Day, newsOf, type OnTheDay, STATE, startOfList, stateOf } from './day.ts';
import { BOLD, clubLook, DIM, PLATES } from './looks.ts';
import { cut, EMPTY, ends, fit, type Line, span, widthOf } from './span.ts';
import { says } from './words.ts';

/** The matches of the day one below the other, with their scorers where there is room for those. */
export const dayTable = ({ matches, open }: Day, width: number, height: number, now: Millis): Line[] => {
  const deep = matches.length * 3 + 1 <= height ? 3 : matches.length * 2 + 2 <= height ? 2 : 1;
  const room = Math.max(1, Math.floor((height - 2) / deep));
  const start = startOfList(open, matches.length, room);
  return [
    [span(` ${says.matches.toUpperCase()} `, PLATES.quiet), span(`   ${says.chooseMatch}`, DIM)],
    EMPTY,
    ...matches.slice(start, start + room).flatMap((match, at) => {
      const headline = headlineOf(match.views, match.fixture);
      const rows = [rowOf(match, headline, start + at === open, width, now), scorersOf(headline, width), EMPTY];
      return rows.slice(0, deep);
    }),
  ];
};

const SCORE = 9;

/** Columns of either side, so that all scores stand below one another. */
const sideOf = (width: number): number => Math.floor((width - SCORE - STATE - 5) / 2);

const rowOf = (match: OnTheDay, { home, away }: Headline, isOpen: boolean, width: number, now: Millis): Line => {
  const side = sideOf(width);
  const name = (of: HeadlineSide) =>
    span(` ${cut(widthOf(of.name) > side - 2 ? of.short : of.name, side - 2)} `, clubLook(of.colours));
  const figures = span(`${String(home.score).padStart(3)} – ${String(away.score).padEnd(3)}`, BOLD);
  const state = newsOf(match) ?? span(stateOf(match, now), isOpen ? BOLD : DIM);
  return fit(
    [
      span(isOpen ? ' › ' : '   ', BOLD),
      ...ends(EMPTY, [name(home)], side),
      figures,
      ...fit([name(away)], side),
      span(' '),
      state,
    ],
    width,
  );
};

const scorersOf = ({ home, away, shootout, verdict, settled }: Headline, width: number): Line => {
  const side = sideOf(width);
  const named = ({ scorers }: HeadlineSide): string =>
    scorers.map(({ name, label, own }) => [name, label, ...(own ? [words.ownGoal] : [])].join(' ')).join(', ');
  // What settled a level match says more than its scorers do.
  if (shootout !== undefined && settled && verdict !== undefined)
    return fit([span('   '), span(`${shootout.text}  ·  ${verdict}`, DIM)], width);
  return fit(
    [
      span('   '),
      ...ends(EMPTY, [span(`${cut(named(home), side - 1)} `, DIM)], side),
      span(' '.repeat(SCORE)),
      span(` ${cut(named(away), side - 1)}`, DIM),
    ],
    width,
  );
};
