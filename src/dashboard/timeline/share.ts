/** A part of the whole, from 0 to 1, as CSS says it. */
export const share = (part: number): string => `${(100 * part).toFixed(3)}%`;
