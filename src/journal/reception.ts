import type { MatchState } from '../match/state.ts';
import type { Entry } from './entry.ts';
import { feedTime } from './feed-time.ts';
import type { Claim, Effect } from './journal.ts';
import type { Recorded, RecordedMove } from './projection.ts';

/** Few ask when an entry was received, and dates are dear: so it's worked out when they do, and isn't its own: don't spread this. */
export class Reception implements Recorded {
  readonly entry: Entry;
  readonly effect: Effect;
  readonly late: boolean;
  readonly isNew: boolean;
  readonly moves: readonly RecordedMove[];
  readonly before: MatchState;
  readonly after: MatchState;
  readonly flags: Recorded['flags'];
  readonly subject: Claim | undefined;
  readonly #startedAt: string;

  constructor(startedAt: string, told: Omit<Recorded, 'received'>) {
    this.#startedAt = startedAt;
    this.entry = told.entry;
    this.effect = told.effect;
    this.late = told.late;
    this.isNew = told.isNew;
    this.moves = told.moves;
    this.before = told.before;
    this.after = told.after;
    this.flags = told.flags;
    this.subject = told.subject;
  }

  get received(): string {
    return feedTime(this.#startedAt, this.entry.offset);
  }
}
