import { dateTimeOf } from '../json.ts';

/** When and where, as far as a line says. */
export interface Day {
  /** `2018-06-14` */
  readonly date?: string;
  /** `18:00` */
  readonly time?: string;
  /** `+03:00` */
  readonly zone?: string;
  readonly venue?: string;
  readonly attendance?: number;
}

/** Reads `Thu Jun 14 18:00 UTC+3 @ Lenin, Moscow, Att: 78011`; what it leaves out stands as before, the place aside. */
export const dateOf = (line: string, years: readonly number[], before: Day): Day => {
  const [when = '', ...where] = line.split('@');
  const date = dateIn(when, years);
  const [, hours, minutes] = /\b(\d{1,2})[:.](\d\d)\b/.exec(when) ?? [];
  const [, sign, zoneHours, zoneMinutes] = /UTC([+-])(\d{1,2})(?::(\d\d))?/.exec(when) ?? [];
  const { venue, attendance } = placeIn(where.join('@'));
  const { venue: _venue, attendance: _attendance, ...kept } = before;
  const place = where.length === 0 ? before : {};
  return {
    ...kept,
    ...(place.venue === undefined ? {} : { venue: place.venue }),
    ...(place.attendance === undefined ? {} : { attendance: place.attendance }),
    ...(date === undefined ? {} : { date }),
    ...(hours === undefined || minutes === undefined ? {} : { time: `${hours.padStart(2, '0')}:${minutes}` }),
    ...(sign === undefined || zoneHours === undefined
      ? {}
      : { zone: `${sign}${zoneHours.padStart(2, '0')}:${zoneMinutes ?? '00'}` }),
    ...(venue === undefined ? {} : { venue }),
    ...(attendance === undefined ? {} : { attendance }),
  };
};

/** ISO 8601, with an offset where the file has one; noon where it tells the day alone. */
export const kickOffOf = ({ date, time, zone }: Day): string | undefined =>
  date === undefined ? undefined : dateTimeOf(`${date} ${time ?? '12:00'}`, zone ?? 'Z');

const dateIn = (text: string, years: readonly number[]): string | undefined => {
  const [iso] = /\b\d{4}-\d\d-\d\d\b/.exec(text) ?? [];
  if (iso !== undefined) return iso;
  const [, day, named] = /\b(\d{1,2})[ /.-]+(\p{L}{3})/u.exec(text) ?? [];
  const [, first, after] = /(\p{L}{3})\p{L}*[ /.-]+(\d{1,2})\b(?![:.]\d\d)/u.exec(text) ?? [];
  const isAfter = after !== undefined && MONTHS.includes(first?.toLowerCase() ?? '');
  const month = MONTHS.indexOf((isAfter ? first : named)?.toLowerCase() ?? '');
  const number = Number(isAfter ? after : day);
  const [, written] = /\b((?:18|19|20)\d\d)\b/.exec(text) ?? [];
  // A season begins in summer: its spring is of the second year.
  const year = written === undefined ? (years.length > 1 && month < 6 ? years[1] : years[0]) : Number(written);
  if (month === -1 || year === undefined || !(number >= 1 && number <= 31)) return undefined;
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const placeIn = (text: string): Pick<Day, 'venue' | 'attendance'> => {
  const [, attendance] = /\bAtt(?:endance)?\s*:\s*([\d.,]+)/i.exec(text) ?? [];
  const venue = text.replace(/,?\s*\bAtt(?:endance)?\s*:.*$/i, '').trim();
  return {
    ...(venue === '' ? {} : { venue: venue.slice(0, 300) }),
    ...(attendance === undefined ? {} : { attendance: Number(attendance.replace(/\D/g, '')) }),
  };
};
