import { listOf, NEEDS, numberOf, upperFirst } from '../../english/words.ts';
import type { EventOf } from '../../match/event.ts';
import type { Need } from '../../match/laws/tie.ts';
import type { Numbers } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import type { Now } from '../now.ts';

export const say = (text: string): Sentence => ({ text });
export const spare = (text: string): Sentence => ({ text, spare: true });
export const long = (text: string): Sentence => ({ text, long: true });

export const isSaid = (words: string | undefined): words is string => words !== undefined && words !== '';

/** `Atalanta 3–2 Dortmund`. */
export const scoreOf = ({ home, away, score }: Now, v: Voice): string =>
  `${v.club(home)} ${score.home}–${score.away} ${v.club(away)}`;

export const aggregateOf = ({ aggregate }: Now, v: Voice): string => {
  if (aggregate === undefined) return '';
  const { club, own, other } = aggregate;
  if (own === other) return `${own}–${other} on aggregate`;
  return `${v.club(club)} ${own > other ? 'lead' : 'trail'} ${own}–${other} on aggregate`;
};

/** Score, then aggregate where there is a tie: from the home side's goal on, both read the same way round. */
export const standing = (now: Now, v: Voice): string => {
  const { aggregate } = now;
  if (aggregate === undefined) return scoreOf(now, v);
  if (now.only === 'aggregate') return upperFirst(aggregateOf(now, v));
  const { club, own, other } = aggregate;
  if (club === now.home || own === other) return `${scoreOf(now, v)}, ${own}–${other} on aggregate`;
  return `${scoreOf(now, v)}; ${aggregateOf(now, v)}`;
};

export const need = (what: Need | undefined): string => NEEDS[what ?? 'extra-time'];

export const footed = (bodyPart: EventOf<'goal'>['bodyPart']): string | undefined =>
  bodyPart === 'left-foot' ? 'left-footed' : bodyPart === 'right-foot' ? 'right-footed' : undefined;

/** Where from, out of words that name a place: `six-yard box`, `outside the area`, `three metres out`, `tight angle`. */
export const from = (place: string | undefined): string | undefined => {
  if (!isPlace(place)) return undefined;
  if (/post$/.test(place)) return at(place);
  if (/^(from|at|in|on) /.test(place)) return place;
  if (
    /^(just |right |well )?(inside|outside|close|long|wide|near|behind|beyond|deep|distance|range|midfield)\b/.test(
      place,
    ) ||
    /( out| range|yards|metres)$/.test(place)
  )
    return `from ${place}`;
  if (/^(the|an?) /.test(place)) return `from ${place}`;
  return /angle|distance/.test(place) ? `from ${article(place)}` : `from the ${place}`;
};

export const at = (place: string | undefined): string | undefined => {
  if (!isPlace(place)) return undefined;
  return /post$/.test(place) ? `at ${place.startsWith('the ') ? place : `the ${place}`}` : from(place);
};

export const inPlace = (place: string): string => {
  if (!isPlace(place)) return '';
  if (/^(in|at|on|near|just|inside|outside|close)\b/.test(place)) return place;
  return `in ${/^(the|an?|midfield)\b/.test(place) ? place : `the ${place}`}`;
};

export const into = (where: string | undefined): string | undefined => {
  if (!isPlace(where)) return undefined;
  return /^(into|in|off|over|under|past|between|through|via|against|beyond|just) /.test(where)
    ? where
    : `into ${where.startsWith('the ') ? where : `the ${where}`}`;
};

export const wide = (where: string | undefined): string =>
  isPlace(where) && /^(just |well |high |wide )*(over|past|wide|outside|beyond|beside|high)\b/.test(where)
    ? where
    : 'off target';

export const woodwork = (where: string | undefined): string =>
  isPlace(where) && /(post|bar|woodwork)$/.test(where)
    ? /^(the|an?) /.test(where)
      ? where
      : `the ${where}`
    : 'the woodwork';

/** A place is a few words; whole sentences are left to the record. */
const isPlace = (words: string | undefined): words is string =>
  words !== undefined && words.length <= 40 && !/[.,;:]/.test(words);

/** `Dortmund's`, `Rangers'`. */
export const possessive = (name: string): string => (/s$/i.test(name) ? `${name}'` : `${name}'s`);

/** Words from the journal that go inside a sentence. */
export const short = (words: string): string => {
  const one = words.trim().replace(/[.!\s]+$/, '');
  return one.length <= 120 ? one : `${one.slice(0, one.lastIndexOf(' ', 118))} …`;
};

/** `a corner`, `an own goal`; nothing before what can't be counted. */
export const article = (words: string): string => {
  if (/^(an?|the|no|possible|\d)\b/.test(words) || UNCOUNTED.test(words)) return words;
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
};
const UNCOUNTED =
  /^(offside|handball|encroachment|simulation|dissent|violent conduct|serious foul play|hands|added time|statistics|possession|spitting|holding|pushing|tripping|no )\b/;

export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${numberOf(value)} ${value === 1 ? one : many}`;

/** As in *within a minute*. */
export const minutes = (value: number): string => (value === 1 ? 'a minute' : counted(value, 'minute'));

export const goals = (value: number): string => counted(value, 'goal');

export const ordinal = (value: number): string =>
  ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'][value] ??
  `${value}th`;

/** `1:40`. */
export const duration = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

export const numbersNow = (numbers: readonly Numbers[] | undefined, v: Voice): readonly Sentence[] => {
  if (numbers === undefined || numbers.length === 0) return [];
  return [
    say(
      `${listOf(numbers.map(({ club, count, before }) => `${v.club(club)} are ${count < before ? 'down to' : 'back to'} ${numberOf(count)}`))}.`,
    ),
  ];
};
