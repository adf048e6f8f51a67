import type { Recording } from '../journal/recording.ts';
import type { Half, Millis } from '../match/time.ts';
import type { MatchHistory } from '../playback/views.ts';

/** A match to be exported: its recording, folded, and what others bring who may look further than this room. */
export interface Matter {
  /** What it's called on the command line: `atalanta-dortmund`. */
  readonly name: string;
  readonly title: string;
  readonly recording: Recording;
  readonly history: MatchHistory;
  /** Where accounts of the match part; absent where there are none. */
  readonly accounts?: Accounts;
  /** The replay in plain text, as a terminal of so many columns shows it. */
  readonly screen: (columns: number) => readonly Screenful[];
}

/** Lines that a terminal shows at one position of the showing. */
export interface Screenful {
  readonly position: Millis;
  readonly lines: readonly string[];
}

/** What accounts say of a match beside what its log says. */
export interface Accounts {
  readonly accounts: readonly string[];
  readonly questions: readonly AccountQuestion[];
}

/** Something that at least one account answers. */
export interface AccountQuestion {
  /** In words: `scoreboard, home, score`. */
  readonly about: string;
  /** Into the views: `cards`, `people`, `bensebaini`, `yellows`. */
  readonly path: readonly string[];
  /** Absent where the question is of the end of the recording. */
  readonly moment?: string;
  /** What the log says; absent where it's silent. */
  readonly log?: unknown;
  readonly answers: readonly AccountAnswer[];
  /** An account parts from the log or from another one. */
  readonly parts: boolean;
}

export interface AccountAnswer {
  readonly by: string;
  /** `null`: there was none. */
  readonly says: unknown;
  readonly verdict: 'upheld' | 'contradicted' | 'undecided';
}

export interface ExportOptions {
  /** The leg that subtitles and reports are of; the last one unless told otherwise. */
  readonly leg?: number;
  /** Where a video shows the start of a period, in milliseconds; of the others it's reckoned by feed time. */
  readonly starts?: Partial<Readonly<Record<Half | 'PEN', Millis>>>;
  /** Key moments only. */
  readonly key?: boolean;
  /** Of a cast; 60 unless told otherwise. */
  readonly speed?: number;
}
