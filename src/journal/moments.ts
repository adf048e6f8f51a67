import type { MatchState } from '../match/state.ts';
import type { Millis, Period } from '../match/time.ts';
import type { Entry } from './entry.ts';
import type { Claim } from './journal.ts';
import { Spans } from './spans.ts';

/** Where the watch stood just after an entry, as then known. */
export interface Moment {
  readonly leg: number;
  readonly period: Period;
  /** Whether the watch runs. */
  readonly running: boolean;
  /** Whether this is play, kicks from the mark included, rather than dead time. */
  readonly live: boolean;
  /** elapsed = feed time + anchor while the watch runs and in intervals; else the watch stands. */
  readonly anchor: Millis;
  readonly elapsed: Millis;
}

type Phase = Omit<Moment, 'anchor' | 'elapsed'>;

/** What has just been received, and what is known with it. */
interface News {
  readonly entry: Entry;
  /** It is the newest thing in the match, or changes nothing. */
  readonly inOrder: boolean;
  readonly match: MatchState;
  /** In match order. */
  readonly believed: readonly Claim[];
}

/** The moment after each entry, by cursor; in lists of their own, so that those of a long feed take little. */
export class Moments {
  /** How the watch stood; most often as it did before. */
  readonly #phases = new Spans(AT_FIRST);
  /** What to add to feed time for the watch while it runs. */
  readonly #anchors: Millis[] = [0];
  /** What it showed. */
  readonly #elapsed: Millis[] = [0];

  /** Outside of what is known the moment before the first entry. */
  at(cursor: number): Moment {
    const { leg, period, running, live } = this.#phases.at(cursor) ?? AT_FIRST;
    return { leg, period, running, live, anchor: this.#anchors[cursor] ?? 0, elapsed: this.#elapsed[cursor] ?? 0 };
  }

  note(news: News): void {
    const { clock, leg } = news.match;
    const { period, running } = clock;
    const { last } = this.#phases;
    const same = last.period === period && last.leg === leg && last.running === running;
    this.#anchors.push(this.#anchorAfter(news, same));
    this.#phases.push(same ? last : { leg, period, running, live: running || period === 'PEN' });
    this.#elapsed.push(clock.watch.elapsed);
  }

  /**
   * The clock never slows for a late entry: it is feed time plus the greatest (elapsed − offset) among the believed
   * entries since the watch was last started or set.
   */
  #anchorAfter({ entry, inOrder, match, believed }: News, same: boolean): Millis {
    const { clock } = match;
    const last = this.#anchors[this.#anchors.length - 1] ?? 0;
    if (!clock.running) return same ? last : -entry.offset;
    const newest = believed[believed.length - 1];
    if (!inOrder || !same) return greatestLead(believed, clock.period);
    if (newest?.seq !== entry.seq) return last;
    if (setsTheWatch(newest)) return greatestLead(believed, clock.period);
    return newest.event.at.period === clock.period ? Math.max(last, leadOf(newest)) : last;
  }
}

const AT_FIRST: Phase = { leg: 1, period: 'pre', running: false, live: false };

const greatestLead = (believed: readonly Claim[], period: Period): Millis => {
  let greatest = Number.NEGATIVE_INFINITY;
  for (let index = believed.length - 1; index >= 0; index -= 1) {
    const claim = believed[index] as Claim;
    if (claim.event.at.period !== period) break;
    greatest = Math.max(greatest, leadOf(claim));
    if (setsTheWatch(claim)) break;
  }
  return Number.isFinite(greatest) ? greatest : 0;
};

const leadOf = ({ event, offset }: Claim): Millis => event.at.elapsed - offset;

/** The kick-off of a period, a resumption, a reopening and a correction start the watch or set it. */
const setsTheWatch = ({ event }: Claim): boolean =>
  event.type === 'resumed' ||
  event.type === 'clock-correction' ||
  event.type === 'period-reopened' ||
  (event.type === 'kick-off' && event.at.elapsed === 0);
