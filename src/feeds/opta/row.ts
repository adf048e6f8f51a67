import { isHalf, type MatchTime, type Millis, type Period } from '../../match/time.ts';
import { atWatch, runningClock } from '../clock.ts';
import { numberOf, textOf } from '../json.ts';

/**
 * A row of Opta's events, as F24 (XML) and Stats Perform's MA3 (JSON) give it alike: what happened is `type`, what
 * there is to say of it the qualifiers. Source: Opta F24 and Stats Perform MA3, event types and qualifiers.
 */
export interface OptaRow {
  /** Unique, and the same in every version of the row. */
  readonly id: string;
  /** Counted by team; other rows name it. */
  readonly eventId?: string | undefined;
  readonly type: number;
  readonly period: number;
  /** From nought, and running on over the match: 95:22 is in the 96th minute. */
  readonly min: number;
  readonly sec: number;
  readonly team?: string | undefined;
  readonly person?: string | undefined;
  readonly personName?: string | undefined;
  readonly success?: boolean | undefined;
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  /** When it happened, as the provider's clock had it. */
  readonly heardAt?: Millis | undefined;
  /** Rises with each correction. */
  readonly version: number;
  readonly qualifiers: ReadonlyMap<number, string>;
  /** Where it stands in its file. */
  readonly place: string;
}

/** A row as its file has it; what isn't named here is read by whoever knows the file. */
type Raw = Pick<OptaRow, 'place' | 'heardAt' | 'version' | 'qualifiers'> & {
  readonly [key in
    | Exclude<keyof OptaRow, 'place' | 'heardAt' | 'version' | 'qualifiers' | 'success'>
    | 'outcome']: unknown;
};

/** The row; nothing where it has no id, type, period or time. */
export const rowFrom = ({ outcome, place, heardAt, version, qualifiers, ...raw }: Raw): OptaRow | undefined => {
  const [id, type, period] = [textOf(raw.id), numberOf(raw.type), numberOf(raw.period)];
  const [min, sec] = [numberOf(raw.min), numberOf(raw.sec)];
  if (id === undefined || type === undefined || period === undefined || min === undefined || sec === undefined)
    return undefined;
  const result = numberOf(outcome);
  return {
    id,
    type,
    period,
    min,
    sec,
    place,
    eventId: textOf(raw.eventId),
    team: textOf(raw.team),
    person: textOf(raw.person),
    personName: textOf(raw.personName),
    success: result === undefined ? undefined : result === 1,
    x: numberOf(raw.x),
    y: numberOf(raw.y),
    heardAt,
    version,
    qualifiers,
  };
};

/** What is said of a row that is none. */
export const UNREADABLE = 'this row has no id, type, period or time that could be read, and was left out';

/** The latest version of each row, in match order: rows are sent again when they are put right, hours or days later. */
export const latestRows = (rows: readonly OptaRow[]): OptaRow[] => {
  const latest = new Map<string, OptaRow>();
  for (const row of rows) {
    const known = latest.get(row.id);
    if (known === undefined || row.version >= known.version) latest.set(row.id, row);
  }
  return [...latest.values()].toSorted(
    (a, b) =>
      (ORDER.get(a.period) ?? 0) - (ORDER.get(b.period) ?? 0) ||
      a.min - b.min ||
      a.sec - b.sec ||
      (a.heardAt ?? 0) - (b.heardAt ?? 0),
  );
};

/** Opta's periods. 15 isn't used in a match, and 14 comes after it. */
export const PERIOD_OF: ReadonlyMap<number, Period> = new Map([
  [16, 'pre'],
  [1, '1H'],
  [10, 'HT'],
  [2, '2H'],
  [11, 'ENT'],
  [3, 'ET1'],
  [12, 'ETHT'],
  [4, 'ET2'],
  [13, 'EET'],
  [5, 'PEN'],
  [14, 'FT'],
]);

const ORDER: ReadonlyMap<number, number> = new Map([...PERIOD_OF.keys()].map((period, index) => [period, index]));

/** In play the watch; before, between and after the halves their first instant. */
export const timeOf = ({ period, min, sec }: OptaRow): MatchTime | undefined => {
  const its = PERIOD_OF.get(period);
  if (its === undefined) return undefined;
  return atWatch(isHalf(its) ? runningClock(its, min, sec) : { period: its, elapsed: 0 });
};

export const has = ({ qualifiers }: OptaRow, ...ids: readonly number[]): boolean =>
  ids.some((id) => qualifiers.has(id));

/** What a qualifier says; nothing where it's only there. */
export const qualifier = ({ qualifiers }: OptaRow, id: number): string | undefined => qualifiers.get(id) || undefined;

/** The qualifiers of a row; a list of ids is longer than other texts are. */
export const qualifiersOf = (
  all: readonly { readonly id: unknown; readonly value: unknown }[],
): ReadonlyMap<number, string> =>
  new Map(
    all.flatMap(({ id, value }) => {
      const number = numberOf(id);
      return number === undefined ? [] : [[number, typeof value === 'string' ? value.trim() : (textOf(value) ?? '')]];
    }),
  );
