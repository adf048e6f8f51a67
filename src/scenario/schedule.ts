import type { EventType } from '../match/event.ts';
import type { Fixture } from '../match/fixture.ts';
import {
  comparePeriod,
  HALVES,
  isHalf,
  type MatchTime,
  MINUTE,
  type Millis,
  type NamedTime,
  PERIODS,
  type Period,
  type TimeRef,
} from '../match/time.ts';
import { msOf } from './instant.ts';
import { kickOffsOf, type Survey, startOf, survey, UNTOLD } from './survey.ts';
import type { Received } from './times.ts';

/** What the schedule needs to know of an entry. */
export interface Step {
  /** The match time that it comes at unless `received` says otherwise. */
  readonly at: MatchTime;
  /** Of an event; a correction moves no watch. */
  readonly type?: EventType;
  readonly received?: Received;
}

export interface Schedule {
  /** Feed time zero, ISO 8601, in the zone of the kick-off that it follows from. */
  readonly startedAt: string;
  /** Of each step, in milliseconds; they never fall. */
  readonly offsets: readonly Millis[];
  /** The steps that were said to have come in before the one above them, and how long before. */
  readonly early: readonly { readonly step: number; readonly byMs: Millis }[];
}

const SECOND: Millis = 1000;

/** Which interval comes before a period, and how long it lasts unless the fixture dates what follows. */
const INTERVALS = {
  '2H': { after: 'HT', lasts: 15 * MINUTE },
  ET1: { after: 'ENT', lasts: 5 * MINUTE },
  ET2: { after: 'ETHT', lasts: 2 * MINUTE },
} as const;
const BEFORE_KICKS: Millis = 5 * MINUTE;
const BETWEEN_KICKS: Millis = 45 * SECOND;
const SUSPENDED: Millis = 10 * MINUTE;

/**
 * Lays a log out in feed time.
 *
 * - A leg kicks off when the fixture says, else seven days after the leg before. `pre` begins an hour before a dated
 *   kick-off, a minute before any other, or as early as its longest `elapsed` asks for.
 * - Feed time zero is `startedAt`; else the beginning of the first leg that the log tells of: its `pre` where the log
 *   has any, else its kick-off. Where nothing is dated that is 2026-01-01T12:00:00Z.
 * - In a period, feed time is its start and what has elapsed. A half ends at its last whistle so far, else at the
 *   latest that the log has of it; one that the log leaves out lasts 45 (15) minutes. Then the interval runs: 15:00
 *   at half-time, 5:00 before extra time, 2:00 within it, 5:00 before the kicks, which are 45 seconds apart. `FT`
 *   begins when the last half played, or the last kick, is over.
 * - Play that is resumed, reopened, or whose watch is corrected runs on from that entry. A resumption comes ten
 *   minutes after the suspension unless `received` says otherwise.
 * - An entry comes at its own match time, a delay after it, or when `received` says; never before the entry above.
 */
export const schedule = (fixture: Fixture, steps: readonly Step[], startedAt?: string): Schedule => {
  const feed = new Feed(fixture, steps, startedAt);
  const offsets: Millis[] = [];
  const early: { step: number; byMs: Millis }[] = [];
  for (const [index, step] of steps.entries()) {
    const asked = feed.timeOf(step);
    const told = step.received !== undefined && step.received.kind !== 'delay';
    if (asked < (told ? feed.now : 0)) early.push({ step: index, byMs: feed.now - asked });
    feed.pass(step, Math.max(asked, feed.now));
    offsets.push(feed.now);
  }
  return { startedAt: feed.startedAt, offsets, early };
};

/** Where the watch of a period stood at an instant of the feed; from there both run on. */
interface Anchor {
  readonly feed: Millis;
  readonly elapsed: Millis;
}

/** The feed while a log is laid out: when each leg kicks off, which periods have begun, which whistles have gone. */
class Feed {
  readonly startedAt: string;
  readonly #startedMs: Millis;
  readonly #surveys: readonly Survey[];
  /** Of each leg, in feed time. */
  readonly #kickOffs: Millis[];
  readonly #anchors = new Map<string, Anchor>();
  readonly #whistles = new Map<string, Millis>();
  /** When the entries came that times are named after. */
  readonly #named = new Map<string, Millis>();
  #leg = 0;
  #suspendedAt: Millis | undefined;
  #now: Millis = 0;

  constructor(fixture: Fixture, steps: readonly Step[], startedAt: string | undefined) {
    this.#surveys = fixture.legs.map(({ kickOff }, index) => survey(steps, index + 1, kickOff));
    const first = Math.max(
      0,
      this.#surveys.findIndex(({ told }) => told),
    );
    const kickOffs = kickOffsOf(this.#surveys, first, startedAt);
    this.startedAt = startedAt ?? startOf(this.#surveys, kickOffs, first);
    this.#startedMs = msOf(this.startedAt);
    this.#kickOffs = kickOffs.map((ms) => ms - this.#startedMs);
  }

  /** Feed time of the last entry. */
  get now(): Millis {
    return this.#now;
  }

  /** When an entry would come if nothing had come before it. */
  timeOf({ at, type, received }: Step): Millis {
    if (type !== undefined) this.#enter(at.leg);
    const own = this.#feedOf(at.leg, at.period, at.elapsed);
    if (received === undefined) {
      return type === 'resumed' && this.#suspendedAt !== undefined ? Math.max(own, this.#suspendedAt + SUSPENDED) : own;
    }
    switch (received.kind) {
      case 'delay':
        return own + received.ms;
      case 'instant':
        return received.ms - this.#startedMs;
      case 'time':
        return this.#feedOfRef(received.ref);
    }
  }

  /** Takes note of an entry that came at that feed time. */
  pass({ at, type }: Step, offset: Millis): void {
    this.#now = offset;
    if (type === undefined) return;
    const key = keyOf(at.leg, at.period);
    // From now on a late whistle of the period before doesn't move this one.
    if (!this.#anchors.has(key)) this.#anchors.set(key, this.#beginOf(at.leg, at.period));
    switch (type) {
      case 'kick-off':
        if (at.period === '1H' && at.elapsed === 0) this.#named.set(keyOf(at.leg, type), offset);
        return;
      case 'half-time':
      case 'period-end':
      case 'full-time':
        if (isHalf(at.period)) this.#whistles.set(key, at.elapsed);
        this.#named.set(keyOf(at.leg, at.period === '1H' ? 'half-time' : type), offset);
        return;
      case 'suspended':
        this.#suspendedAt = offset;
        return;
      case 'resumed':
      case 'period-reopened':
      case 'clock-correction':
        this.#anchors.set(key, { feed: offset, elapsed: at.elapsed });
        if (type === 'resumed') this.#suspendedAt = undefined;
        if (type === 'period-reopened') this.#forgetAfter(at.leg, at.period);
        return;
      default:
        return;
    }
  }

  /** An undated leg can't begin before what has already come in. */
  #enter(leg: number): void {
    if (leg <= this.#leg) return;
    this.#leg = leg;
    const { kickOff, lead } = this.#survey(leg);
    if (kickOff === undefined) this.#kickOffs[leg - 1] = Math.max(this.#kickOff(leg), this.#now + lead);
  }

  #feedOf(leg: number, period: Period, elapsed: Millis): Millis {
    const anchor = this.#anchorOf(leg, period);
    return anchor.feed + paced(period, elapsed) - paced(period, anchor.elapsed);
  }

  #anchorOf(leg: number, period: Period): Anchor {
    return this.#anchors.get(keyOf(leg, period)) ?? this.#beginOf(leg, period);
  }

  #beginOf(leg: number, period: Period): Anchor {
    return { feed: this.#startOf(leg, period), elapsed: 0 };
  }

  #startOf(leg: number, period: Period): Millis {
    switch (period) {
      case 'pre':
        return Math.max(0, this.#kickOff(leg) - this.#survey(leg).lead);
      case '1H':
        return this.#kickOff(leg);
      case '2H':
      case 'ET1':
      case 'ET2':
        return this.#afterInterval(leg, INTERVALS[period].after, INTERVALS[period].lasts);
      case 'PEN':
        return this.#afterInterval(leg, this.#survey(leg).longest.has('ET1') ? 'EET' : 'ENT', BEFORE_KICKS);
      case 'HT':
        return this.#endOf(leg, '1H');
      case 'ENT':
        return this.#endOf(leg, '2H');
      case 'ETHT':
        return this.#endOf(leg, 'ET1');
      case 'EET':
        return this.#endOf(leg, 'ET2');
      case 'FT':
        return this.#endOf(leg, this.#survey(leg).last);
    }
  }

  #afterInterval(leg: number, interval: Period, lasts: Millis): Millis {
    return Math.max(this.#anchorOf(leg, interval).feed, this.#feedOf(leg, interval, lasts));
  }

  #endOf(leg: number, half: Period): Millis {
    const { longest, whistles } = this.#survey(leg);
    const nominal = isHalf(half) ? (HALVES[half].to - HALVES[half].from) * MINUTE : 0;
    const length = this.#whistles.get(keyOf(leg, half)) ?? whistles.get(half) ?? longest.get(half) ?? nominal;
    return this.#feedOf(leg, half, length);
  }

  /** `L2` is the start of that leg; a name is just after the entry that it's named after. */
  #feedOfRef(ref: TimeRef): Millis {
    const leg = ref.leg ?? this.#surveys.length;
    switch (ref.kind) {
      case 'leg':
        return this.#feedOf(leg, 'pre', 0);
      case 'name':
        return this.#named.get(keyOf(leg, ref.name)) ?? this.#feedOf(leg, BEGUN_BY[ref.name], 0);
      case 'clock':
        // A minute means its end; a period that is named alone, its start.
        return this.#feedOf(leg, ref.period, ref.to === Number.MAX_SAFE_INTEGER ? ref.from : ref.to);
    }
  }

  /** Play goes on in a period that was over: what came after it hasn't begun. */
  #forgetAfter(leg: number, period: Period): void {
    for (const later of PERIODS) if (comparePeriod(later, period) > 0) this.#anchors.delete(keyOf(leg, later));
  }

  #kickOff(leg: number): Millis {
    return this.#kickOffs[leg - 1] ?? 0;
  }

  #survey(leg: number): Survey {
    return this.#surveys[leg - 1] ?? UNTOLD;
  }
}

const BEGUN_BY = { 'kick-off': '1H', 'half-time': 'HT', 'full-time': 'FT' } as const satisfies Record<
  NamedTime,
  Period
>;

const keyOf = (leg: number, what: Period | EventType): string => `${leg} ${what}`;

/** Kicks from the mark have a number for a watch; the first is taken as the period begins. */
const paced = (period: Period, elapsed: Millis): Millis =>
  period === 'PEN' ? Math.round((Math.max(0, elapsed - SECOND) * BETWEEN_KICKS) / SECOND) : elapsed;
