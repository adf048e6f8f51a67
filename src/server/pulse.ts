import type { SchedulerLike, Subscription } from 'rxjs';
import type { Millis } from '../match/time.ts';

/** Each of its members beats once in `everyMs`, a few at a time, so that thousands of heartbeats make no stall. */
export class Pulse<Member> {
  readonly #everyMs: Millis;
  readonly #scheduler: SchedulerLike;
  readonly #beat: (member: Member) => void;
  readonly #groups: readonly Set<Member>[] = Array.from({ length: GROUPS }, () => new Set<Member>());
  #size = 0;
  #added = 0;
  #turn = 0;
  #timer: Subscription | undefined;

  constructor(everyMs: Millis, scheduler: SchedulerLike, beat: (member: Member) => void) {
    this.#everyMs = everyMs;
    this.#scheduler = scheduler;
    this.#beat = beat;
  }

  /** For a member that isn't one yet. */
  add(member: Member): void {
    this.#groups[this.#added % GROUPS]?.add(member);
    this.#added += 1;
    this.#size += 1;
    this.#timer ??= this.#next();
  }

  delete(member: Member): void {
    if (this.#groups.some((group) => group.delete(member))) this.#size -= 1;
    if (this.#size > 0) return;
    this.#timer?.unsubscribe();
    this.#timer = undefined;
  }

  #next(): Subscription {
    return this.#scheduler.schedule(() => {
      this.#timer = undefined;
      this.#turn = (this.#turn + 1) % GROUPS;
      for (const member of [...(this.#groups[this.#turn] ?? [])]) this.#beat(member);
      if (this.#size > 0) this.#timer ??= this.#next();
    }, this.#everyMs / GROUPS);
  }
}

const GROUPS = 16;
