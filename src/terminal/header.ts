import { formatScore, upperFirst } from '../english/words.ts';
import type { Headline, HeadlineKick, HeadlineSide, Scorer } from '../faces/headline.ts';
import type { RunningClock } from '../faces/running-clock.ts';
import { words } from '../faces/words.ts';
import { bigDigits } from './digits.ts';
import { BOLD, clubLook, DIM, PLATES } from './looks.ts';
import { centred, cut, EMPTY, ends, fit, type Line, type Span, span, threeParts, widthOf } from './span.ts';
import { says } from './words.ts';

/** Who, how many, when, and what it means for the tie: three rows where it's narrow, else six. */
export const header = (
  headline: Headline,
  clock: RunningClock,
  known: string,
  { columns, compact }: { readonly columns: number; readonly compact: boolean },
): Line[] => (compact ? small(headline, clock, columns) : big(headline, clock, known, columns));

const small = (headline: Headline, clock: RunningClock, width: number): Line[] => {
  const { home, away, shootout } = headline;
  const score = span(` ${home.score} – ${away.score} `, BOLD);
  const room = Math.floor((width - widthOf(score.text)) / 2) - 2;
  const name = (side: HeadlineSide): Span =>
    span(` ${cut(widthOf(side.name) + 2 > room ? side.short : side.name, room - 2)} `, clubLook(side.colours));
  return [
    threeParts(
      ends(EMPTY, [name(home)], Math.floor((width - widthOf(score.text)) / 2)),
      [score],
      fit([name(away)], Math.ceil((width - widthOf(score.text)) / 2)),
      width,
    ),
    threeParts(
      [span(' '), ...(shootout === undefined ? numbersOf(home, true) : [kicksOf(shootout.home, 14)])],
      clockSpans(clock, width < 80),
      [...(shootout === undefined ? numbersOf(away, true) : [kicksOf(shootout.away, 14)]), span(' ')],
      width,
    ),
    centred(standing(headline, width), width),
  ];
};

const big = (headline: Headline, clock: RunningClock, known: string, width: number): Line[] => {
  const { home, away, occasion, shootout } = headline;
  const rows = bigDigits(`${home.score}–${away.score}`);
  const middle = Math.max(...rows.map(widthOf));
  const room = Math.floor((width - middle) / 2) - 4;
  const [left, right] = [sideRows(home, room, shootout?.home), sideRows(away, room, shootout?.away)];
  return [
    ends([span(` ${occasion}`, DIM)], [span(`${known} `, DIM)], width),
    ...rows.map((row, at) =>
      threeParts(
        ends(EMPTY, left[at] ?? EMPTY, Math.floor((width - middle) / 2) - 3),
        [span(row, BOLD)],
        fit([span('   '), ...(right[at] ?? EMPTY)], room + 3),
        width,
      ),
    ),
    centred(clockSpans(clock), width),
    centred(standing(headline, width), width),
  ];
};

/** The name, the numbers and the scorers, to be set against the score. */
const sideRows = (side: HeadlineSide, room: number, kicks: readonly HeadlineKick[] | undefined): Line[] => [
  [span(` ${cut(side.name.toUpperCase(), room - 2)} `, clubLook(side.colours))],
  numbersOf(side),
  [kicks === undefined ? span(scorersText(side.scorers, room), DIM) : kicksOf(kicks, room)],
];

/** `●●○●`: the last ones where there isn't room for all. */
const kicksOf = (kicks: readonly HeadlineKick[], room: number): Span =>
  span(
    kicks
      .slice(-room)
      .map(({ scored }) => (scored ? '●' : '○'))
      .join(''),
    BOLD,
  );

/** Where it's narrow eleven needs no words; ten does. */
const numbersOf = ({ onPitch, yellow, dismissed }: HeadlineSide, brief = false): Line => {
  const short = onPitch !== undefined && onPitch < 11;
  const number = brief ? (short ? words.downTo(onPitch) : '') : onPitch === undefined ? '' : words.onPitch(onPitch);
  const cards = (letter: string, count: number, tone: 'caution' | 'dismissal'): Span[] =>
    count === 0 ? [] : [span(`${letter}${count}`, PLATES[tone])];
  const parts = [
    ...(number === '' ? [] : [span(number, short ? BOLD : undefined)]),
    ...cards(words.letters.caution, yellow, 'caution'),
    ...cards(words.letters.red, dismissed, 'dismissal'),
  ];
  return parts.flatMap((part, at) => (at === 0 ? [part] : [span(' '), part]));
};

/** As many as there is room for, the last ones first to be named: `Scamacca 5', Zappacosta 45'`. */
const scorersText = (scorers: readonly Scorer[], room: number): string => {
  const named = scorers.map(({ name, label, own, penalty }) =>
    [name, label, ...(own ? [words.ownGoal] : penalty ? [words.penalty] : [])].join(' '),
  );
  while (named.length > 1 && widthOf(named.join(', ')) > room) {
    named.splice(named[0] === '…' ? 1 : 0, 1);
    if (named[0] !== '…') named.unshift('…');
  }
  return cut(named.join(', '), room);
};

/** The watch where there is one to be seen; in an interval its name says it all. */
const clockSpans = ({ label, period, periodShort, added, running }: RunningClock, brief = false): Line => {
  if (label === periodShort || (label === '00:00' && !running)) return [span(period, BOLD)];
  return [
    span(label, BOLD),
    span(`  ${period}`, running ? undefined : DIM),
    ...(added === undefined ? [] : [span(`  ${brief ? words.addedShort(added) : words.addedTime(added)}`, DIM)]),
  ];
};

/** The half-time score, the tie, and who goes through as it stands. */
const standing = ({ halfTime, tie, shootout, verdict, settled, venue }: Headline, width: number): Line => {
  const parts: Span[] = [
    ...(halfTime === undefined ? [] : [span(says.halfTime(formatScore(halfTime)), DIM)]),
    ...(shootout === undefined ? [] : [span(shootout.text, BOLD)]),
    ...(tie === undefined ? [] : [span(tie.text, tie.level ? BOLD : undefined)]),
    ...(verdict === undefined ? [] : [span(parted(tie !== undefined, verdict), settled ? BOLD : undefined)]),
  ];
  const shown = parts.length === 0 && venue !== undefined ? [span(venue, DIM)] : parts;
  return fitting(shown, width - 2).flatMap((part, at) => (at === 0 ? [part] : [span('  ·  ', DIM), part]));
};

const parted = (follows: boolean, verdict: string): string => (follows ? verdict : upperFirst(verdict));

/** The half-time score is what can best be done without. */
const fitting = (parts: readonly Span[], width: number): readonly Span[] => {
  const total = parts.reduce((sum, { text }) => sum + widthOf(text) + 5, -5);
  return total > width && parts.length > 2 ? parts.slice(1) : parts;
};
