import { shortNameOf } from '../english/words.ts';
import type { Millis } from '../match/time.ts';
import { type Day, newsOf, type OnTheDay, STATE, startOfList, stateOf } from './day.ts';
import { BOLD, clubBar, DIM } from './looks.ts';
import { EMPTY, ends, fit, type Line, type Look, padEnd, padStart, type Span, span, widthOf } from './span.ts';
import { says } from './words.ts';

/** The matches of the day beside the one that is open: a row for each side, with a blank between them where there is room. */
export const dayList = ({ matches, open }: Day, width: number, height: number, now: Millis): Line[] => {
  const title: Line = ends([span(says.matches, BOLD)], [span(says.place(open + 1, matches.length), DIM)], width);
  const deep = matches.length * 3 + 1 <= height ? 3 : 2;
  const room = Math.max(1, Math.floor((height - 2) / deep));
  const start = startOfList(open, matches.length, room);
  return [
    title,
    EMPTY,
    ...matches
      .slice(start, start + room)
      .flatMap((match, at) => [...rowsOf(match, start + at === open, width, now), ...(deep === 3 ? [EMPTY] : [])]),
  ];
};

const rowsOf = (match: OnTheDay, isOpen: boolean, width: number, now: Millis): Line[] => {
  const { fixture, views } = match;
  const { home, away } = views.scoreboard;
  const look: Look | undefined = isOpen ? { inverse: true, bold: true } : undefined;
  const row = ({ club, score }: typeof home, beside: Span): Line => {
    const { colours } = fixture.clubs[club] ?? {};
    const figures = padStart(String(score), 3);
    const room = width - 2 - widthOf(figures) - STATE - 2;
    return [
      span(isOpen ? '›' : ' ', BOLD),
      colours === undefined ? span(' ') : clubBar(colours),
      span(padEnd(` ${shortNameOf(fixture, club)}${sentOff(match, club)}`, room), look),
      span(figures, look ?? BOLD),
      span('  '),
      ...fit([beside], STATE),
    ];
  };
  return [row(home, span(stateOf(match, now), DIM)), row(away, newsOf(match) ?? span(''))];
};

/** ` R1` beside the side that was shown it. */
const sentOff = ({ views: { cards } }: OnTheDay, club: string): string => {
  const { secondYellow = 0, red = 0 } = cards.totals[club] ?? {};
  return secondYellow + red === 0 ? '' : ` R${secondYellow + red}`;
};
