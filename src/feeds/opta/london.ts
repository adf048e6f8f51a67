/**
 * Opta writes times without a zone (`2018-08-20T21:27:20.635`), in those of London. Milliseconds since 1970;
 * `undefined` where it's no such time.
 */
export const londonMs = (text: string | undefined): number | undefined => {
  const asWritten = Date.parse(`${text}Z`);
  if (text === undefined || Number.isNaN(asWritten)) return undefined;
  // An hour is taken off in summer; what was written may itself lie in the hour of the change.
  return asWritten - summerTimeMs(asWritten - summerTimeMs(asWritten));
};

/** `2018-08-20T21:00:00+01:00`. */
export const londonIso = (text: string | undefined): string | undefined => {
  const ms = londonMs(text);
  if (ms === undefined) return undefined;
  const shift = summerTimeMs(ms);
  return `${new Date(ms + shift).toISOString().slice(0, 19)}${shift === 0 ? '+00:00' : '+01:00'}`;
};

/** British Summer Time lasts from the last Sunday in March to the last in October, each at 01:00 UTC (since 1996). */
const summerTimeMs = (ms: number): number => {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSunday(year, 2) && ms < lastSunday(year, 9) ? HOUR_MS : 0;
};

const HOUR_MS = 3_600_000;

const lastSunday = (year: number, month: number): number => {
  const end = new Date(Date.UTC(year, month + 1, 0, 1));
  return end.getTime() - end.getUTCDay() * 24 * HOUR_MS;
};
