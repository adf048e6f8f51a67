import type { Told } from '../../client/connect.ts';
import type { history } from '../../history.ts';
import type { Entry } from '../../journal/entry.ts';
import type { RecordingHeader } from '../../journal/recording.ts';
import type { MatchHistory } from '../../playback/views.ts';
import type { JournalSoFar } from '../panel.ts';

/** The journal as its channel tells it, folded when somebody looks. */
export class JournalBook {
  /** `touchline/history`, once it's here. */
  fold: typeof history | undefined;
  #header: RecordingHeader | undefined;
  #epoch = '';
  #entries: Entry[] = [];
  #history: MatchHistory | undefined;

  constructor(fold?: typeof history) {
    this.fold = fold;
  }

  hear(told: Told): void {
    switch (told.type) {
      case 'opened':
        this.#header = told.header;
        this.#epoch = told.epoch;
        this.#entries = [];
        this.#history = undefined;
        return;
      case 'entries':
        this.#entries.push(...told.entries);
        for (const entry of told.entries) this.#history?.append(entry);
        return;
      case 'rewound':
        // A fold can't be undone, so it's made anew when somebody looks.
        this.#entries = this.#entries.slice(0, told.seq);
        this.#history = undefined;
    }
  }

  /** A new object each time; none before the journal was opened and can be folded. */
  get soFar(): JournalSoFar | undefined {
    const [header, fold] = [this.#header, this.fold];
    if (header === undefined || fold === undefined) return undefined;
    const folded = (): MatchHistory => {
      this.#history ??= fold({ header, entries: this.#entries });
      return this.#history;
    };
    return {
      epoch: this.#epoch,
      header,
      entries: this.#entries,
      // Where the showing goes to and fro, folding each time would cost more than all the rest.
      get history() {
        return folded();
      },
    };
  }
}
