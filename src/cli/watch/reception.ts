import type { Seen, Told } from '../../client/connect.ts';
import { type MatchHistory, remember } from '../../history.ts';
import type { Head } from '../../playback/frame.ts';
import type { Step } from '../play/follow.ts';

/** What is to be told next: a step through the journal, which reaches at least that far, and how the showing then stood. */
export interface Sight {
  readonly history: MatchHistory;
  readonly step: Step;
  readonly head: Head;
}

/**
 * Makes the steps of a showing out of what a server says of it on two channels: where it stands and why (views), and
 * what led there (journal). The server says the first before the second, so a head waits until its entries are there.
 * What was missed while the line was down comes with the journal, as entries that are passed.
 */
export class Reception {
  readonly #tell: (sight: Sight) => void;
  readonly #memory = remember();
  /** The last one that was told, and those since. */
  #heads: readonly Waiting[] = [];
  /** The cursor up to which this run through the journal has been told. */
  #told: number | undefined;

  constructor(tell: (sight: Sight) => void) {
    this.#tell = tell;
  }

  see({ head, cause }: Pick<Seen, 'head' | 'cause'>): void {
    this.#heads = [...this.#heads, { head, cause, isTold: false }];
    this.#settle();
  }

  hear(told: Told): void {
    this.#memory.hear(told);
    if (told.type === 'opened') {
      this.#told = undefined;
      // Another run begins with a snapshot or a seek; heads before that are of the run before.
      this.#heads = this.#heads.slice(
        this.#heads.findLastIndex(({ cause }) => cause === 'snapshot' || cause === 'seek'),
      );
    }
    this.#settle();
  }

  #settle(): void {
    const { history } = this.#memory;
    const at = this.#heads.findLastIndex(({ head }) => head.cursor === history?.length);
    if (history === undefined || at === -1) return;
    const [last, since] = [this.#heads[at], this.#heads.slice(at + 1)];
    for (const { head, cause, isTold } of this.#heads.slice(0, at + 1)) {
      const { cursor } = head;
      const opens = this.#told === undefined;
      // A showing that went forth and back in one breath leaves heads whose entries never came.
      if (cursor > history.length || (isTold && !opens)) continue;
      const from = this.#told ?? cursor;
      this.#told = cursor;
      this.#tell({
        history,
        step: { opens, moved: !opens && (cause === 'seek' || cursor < from), from, to: cursor },
        head,
      });
    }
    this.#heads = last === undefined ? since : [{ ...last, isTold: true }, ...since];
  }
}

interface Waiting extends Pick<Seen, 'head' | 'cause'> {
  readonly isTold: boolean;
}
