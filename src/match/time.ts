/** Milliseconds. */
export type Millis = number;

/** Every period of a leg, in match order. ENT and EET are the ends of normal and of extra time, while undecided. */
export const PERIODS = ['pre', '1H', 'HT', '2H', 'ENT', 'ET1', 'ETHT', 'ET2', 'EET', 'PEN', 'FT'] as const;
export type Period = (typeof PERIODS)[number];

/** The periods in which the ball is played, with the minutes of the running clock at which each begins and ends (Law 7). */
export const HALVES = {
  '1H': { from: 0, to: 45, next: 'HT' },
  '2H': { from: 45, to: 90, next: 'ENT' },
  ET1: { from: 90, to: 105, next: 'ETHT' },
  ET2: { from: 105, to: 120, next: 'EET' },
} as const satisfies Partial<Record<Period, { from: number; to: number; next: Period }>>;
export type Half = keyof typeof HALVES;

/**
 * Match time: the referee's watch. `elapsed` counts milliseconds since that period began; in `PEN` it is the kick's
 * number × 1,000. `order` is the source's own sequence of what happened at the same instant.
 */
export interface MatchTime {
  readonly leg: number;
  readonly period: Period;
  readonly elapsed: Millis;
  readonly order?: number;
}

export const MINUTE: Millis = 60_000;

const RANK = Object.fromEntries(PERIODS.map((period, rank) => [period, rank])) as Record<Period, number>;

export const isHalf = (period: Period): period is Half => period in HALVES;

/** Negative where `a` comes first. At the same instant it's 0: what is recorded there has an order of its own. */
export const compareTime = (a: MatchTime, b: MatchTime): number =>
  a.leg - b.leg || RANK[a.period] - RANK[b.period] || a.elapsed - b.elapsed;

export const comparePeriod = (a: Period, b: Period): number => RANK[a] - RANK[b];

/**
 * The label that people read: `57'`, `45+2'`, `90+8'`. The minute is counted from one, so that 44:59 is `45'` and 45:00
 * of the first half `45+1'`. Outside play it's the period's name; in a shoot-out `PEN 3` is the third kick.
 */
export const labelOf = ({ period, elapsed }: Pick<MatchTime, 'period' | 'elapsed'>): string => {
  if (period === 'PEN') return elapsed >= 1000 ? `PEN ${Math.floor(elapsed / 1000)}` : 'PEN';
  if (!isHalf(period)) return period;
  const { from, to } = HALVES[period];
  const minute = from + Math.floor(Math.max(0, elapsed) / MINUTE) + 1;
  return minute <= to ? `${minute}'` : `${to}+${minute - to}'`;
};

/** The running clock, as on a scoreboard: `97:53` for 52:53 of the second half. */
export const formatClock = ({ period, elapsed }: Pick<MatchTime, 'period' | 'elapsed'>): string => {
  const seconds = Math.floor(Math.max(0, elapsed) / 1000) + (isHalf(period) ? HALVES[period].from * 60 : 0);
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
};

/** `2H 97:53`, `L1 1H 02:04` when the leg is given, `PEN 3`. `parseTime` reads it back, to the second. */
export const formatTime = (at: MatchTime, { leg = false }: { leg?: boolean } = {}): string =>
  `${leg ? `L${at.leg} ` : ''}${
    at.period === 'PEN' ? `PEN ${Math.floor(at.elapsed / 1000)}` : `${at.period} ${formatClock(at)}`
  }`;

/**
 * A time as somebody wrote it (`T` in the command line's help).
 * - `clock`: a moment of the watch; `to` is the last millisecond that it covers (a minute covers sixty seconds).
 * - `name`: a whistle of a leg. - `leg`: the start of a leg.
 */
export type TimeRef =
  | {
      readonly kind: 'clock';
      readonly leg?: number;
      readonly period: Period;
      readonly from: Millis;
      readonly to: Millis;
    }
  | { readonly kind: 'name'; readonly leg?: number; readonly name: NamedTime }
  | { readonly kind: 'leg'; readonly leg: number };

export const NAMED_TIMES = ['kick-off', 'half-time', 'full-time'] as const;
export type NamedTime = (typeof NAMED_TIMES)[number];

export const TIME_EXAMPLES = "57', 45+2', 2H 97:53, L1 1H 02:04, L2, PEN 3, kick-off, half-time, full-time";

/** Reads a time as people write it; `undefined` when it isn't one, so that each door can complain in its own words. */
export const parseTime = (text: string): TimeRef | undefined => {
  const match = /^(?:L([1-9]\d?)(?:\s+|$))?(.*)$/is.exec(text.trim());
  const rest = match?.[2]?.trim() ?? '';
  const leg = match?.[1] === undefined ? {} : { leg: Number(match[1]) };
  if (rest === '') return 'leg' in leg ? { kind: 'leg', leg: leg.leg } : undefined;

  const name = NAMED_TIMES.find((known) => known === rest.toLowerCase());
  if (name !== undefined) return { kind: 'name', ...leg, name };

  const kick = /^PEN(?:\s+(\d{1,3}))?$/i.exec(rest);
  if (kick !== null) {
    const number = kick[1] === undefined ? undefined : Number(kick[1]) * 1000;
    return { kind: 'clock', ...leg, period: 'PEN', from: number ?? 0, to: number ?? Number.MAX_SAFE_INTEGER };
  }
  const bare = PERIODS.find((period) => period.toLowerCase() === rest.toLowerCase());
  if (bare !== undefined) return { kind: 'clock', ...leg, period: bare, from: 0, to: Number.MAX_SAFE_INTEGER };

  return parseClock(rest, leg) ?? parseMinute(rest, leg);
};

const parseClock = (text: string, leg: { leg?: number }): TimeRef | undefined => {
  const match = /^(\w+)\s+(\d{1,4}):([0-5]\d)(?:\.(\d{1,3}))?$/.exec(text);
  const period = PERIODS.find((known) => known.toLowerCase() === match?.[1]?.toLowerCase());
  if (match === null || period === undefined) return undefined;
  const running = Number(match[2]) * MINUTE + Number(match[3]) * 1000 + Number((match[4] ?? '0').padEnd(3, '0'));
  const elapsed = running - (isHalf(period) ? HALVES[period].from * MINUTE : 0);
  return elapsed < 0 ? undefined : { kind: 'clock', ...leg, period, from: elapsed, to: elapsed };
};

const parseMinute = (text: string, leg: { leg?: number }): TimeRef | undefined => {
  const match = /^(\d{1,3})(?:\s*\+\s*(\d{1,2}))?['’′]?$/.exec(text);
  if (match === null) return undefined;
  const minute = Number(match[1]);
  const added = match[2] === undefined ? undefined : Number(match[2]);
  if (minute < 1 || added === 0) return undefined;
  const half = (Object.keys(HALVES) as Half[]).find((period) =>
    added === undefined ? minute <= HALVES[period].to : minute === HALVES[period].to,
  );
  if (half === undefined) return undefined;
  const from = (minute + (added ?? 0) - 1 - HALVES[half].from) * MINUTE;
  return { kind: 'clock', ...leg, period: half, from, to: from + MINUTE - 1 };
};

const pad = (value: number): string => String(value).padStart(2, '0');
