import type { MatchEvent } from '../../match/event.ts';
import { isHalf } from '../../match/time.ts';
import { given } from '../given.ts';
import { countOf, numberOf } from '../json.ts';
import type { Told } from '../telling.ts';
import type { OptaBook } from './book.ts';
import { has, type OptaRow, qualifier, timeOf } from './row.ts';

const KICK_OFF = 279;
const INJURED = 53;
const DELAYED_FOR = 41;

/** Type 32, a row for each side. */
export const tellStart = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = timeOf(row);
  if (at === undefined || !isHalf(at.period) || !book.isFirst(`start ${row.period}`)) return [];
  const opening = openingOf(row.period, book);
  const club = opening === undefined ? undefined : book.club(opening);
  return [book.told(row, { type: 'kick-off', at: { ...at, elapsed: 0 }, ...given('club', club) })];
};

/** The pass with which a half begins, where passes are marked as kick-offs. */
export const openingOf = (period: number, { rows }: OptaBook): OptaRow | undefined => {
  const first = rows.find((row) => row.period === period && row.type === 1 && has(row, KICK_OFF));
  const from = { 1: 0, 2: 45, 3: 90, 4: 105 }[period] ?? 0;
  return first !== undefined && first.min === from ? first : undefined;
};

/** Type 30, a row for each side; period 14's says again that the match is over. */
export const tellEnd = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = timeOf(row);
  if (at === undefined || at.period === 'FT' || !book.isFirst(`end ${row.period}`)) return [];
  if (at.period === 'PEN') return [book.told(row, { type: 'full-time', at: book.kicks.during() })];
  if (!isHalf(at.period)) return [];
  const goesOn = book.rows.some(({ period, type }) => period > row.period && period <= 5 && type !== 43);
  const type = at.period === '1H' ? 'half-time' : goesOn ? 'period-end' : 'full-time';
  return [book.told(row, { type, at })];
};

/** Type 27, a row for each side: what it's for, and whom, stands in one of them. */
export const tellDelay = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = timeOf(row);
  if (at === undefined) return undefined;
  const other = book.counterpart(row);
  const [told] = [row, ...(other === undefined ? [] : [other])].filter((each) => has(each, INJURED, DELAYED_FOR));
  if (told === undefined ? !book.isFirst(`delay ${row.period} ${row.min}:${row.sec}`) : told !== row) return [];
  const why = qualifier(row, DELAYED_FOR);
  if (has(row, INJURED) || why === 'Injury') {
    const person = book.person({ ...row, person: qualifier(row, INJURED), personName: undefined });
    return [book.told(row, { type: 'injury', at, ...given('person', person), ...given('club', book.club(row)) })];
  }
  return [book.told(row, { type: 'delay', at, ...given('why', why) })];
};

/** Type 28: an injury is over when play goes on; only what was told as a delay ends as one. */
export const tellDelayOver = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = timeOf(row);
  const start = book.fellow(row);
  const injury = [start, start && book.counterpart(start)].some((each) => each !== undefined && has(each, INJURED));
  if (at === undefined || injury || !book.isFirst(`delay over ${row.period} ${row.min}:${row.sec}`)) return [];
  const last = book.rows.findLast((each) => each.type === 27 && each.period === row.period && each.min <= row.min);
  const wasInjury = last !== undefined && [last, book.counterpart(last)].some((each) => each && has(each, INJURED));
  return wasInjury ? [] : [book.told(row, { type: 'delay', at, ended: true })];
};

/** Type 70: minutes in qualifier 277. */
export const tellAddedTime = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = timeOf(row);
  const minutes = countOf(qualifier(row, 277));
  if (at === undefined || minutes === undefined) return undefined;
  return book.isFirst(`added ${row.period} ${minutes}`) ? [book.told(row, { type: 'added-time', at, minutes })] : [];
};

/** Type 24: temperature, weather, pitch and attendance, as words where they are words. */
export const tellConditions = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = book.at(row);
  const [temperature, attendance] = [numberOf(qualifier(row, 45)), countOf(qualifier(row, 49))];
  const event: MatchEvent | undefined = at && {
    type: 'conditions',
    at,
    ...given('temperature', temperature),
    ...given('weather', worded(qualifier(row, 46))),
    ...given('pitch', worded(qualifier(row, 47))),
    ...given('attendance', attendance),
  };
  return event === undefined || Object.keys(event).length === 2 ? undefined : [book.told(row, event)];
};

const worded = (text: string | undefined): string | undefined =>
  text === undefined || /^\d+$/.test(text) ? undefined : text.toLowerCase();
