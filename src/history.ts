import type { Entry } from './journal/entry.ts';
import type { Recording } from './journal/recording.ts';
import { history, type MatchHistory } from './playback/views.ts';
import type { EntriesMessage, Opened, Rewound } from './wire/message.ts';

/**
 * `touchline/history`: folds any moment that has been shown from the journal's channel, in a browser too: nothing here
 * needs Node, and no schemas come along.
 */
export type { Answer, Question } from './journal/answer.ts';
export type { Moment } from './journal/moments.ts';
export { formatClock, formatTime, labelOf, parseTime, type TimeRef } from './match/time.ts';
export { history, type MatchHistory } from './playback/views.ts';

/** What the journal's channel tells, whatever brings it: `touchline/client` does, and so do the messages themselves. */
export type JournalNews =
  | Pick<Opened, 'type' | 'header'>
  | Pick<EntriesMessage, 'type' | 'entries'>
  | Pick<Rewound, 'type' | 'seq'>;

/** A journal as far as it has been told. */
export interface Memory {
  /** Takes what is told; it needs no `this`, so that it can be handed over as a listener. */
  readonly hear: (news: JournalNews) => void;
  /** The journal so far, folded: any earlier cursor, any match time. `undefined` until a journal was opened. */
  readonly history: MatchHistory | undefined;
}

/**
 * Remembers what the journal's channel tells, so that any moment up to now can be looked at again. What is rewound is
 * forgotten; another journal takes the place of the first.
 */
export const remember = (): Memory => {
  let header: Recording['header'] | undefined;
  let entries: Entry[] = [];
  let folded: MatchHistory | undefined;
  return {
    hear: (news) => {
      switch (news.type) {
        case 'opened':
          header = news.header;
          entries = [];
          folded = undefined;
          return;
        case 'entries':
          entries.push(...news.entries);
          for (const entry of news.entries) folded?.append(entry);
          return;
        case 'rewound':
          // A fold can't be undone; it's made anew when somebody looks.
          entries = entries.slice(0, news.seq);
          folded = undefined;
      }
    },
    get history() {
      if (header !== undefined) folded ??= history({ header, entries });
      return folded;
    },
  };
};
