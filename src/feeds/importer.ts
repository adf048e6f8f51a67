import type { Recording } from '../journal/recording.ts';
import type { ClubCode, PersonId } from '../match/fixture.ts';

/** A file that a provider gave: its name as the reader knows it, and what is in it. */
export interface FeedFile {
  readonly name: string;
  readonly text: string;
}

/** A provider's format, read. It's pure and total: whatever the text holds, it gives matches or says what is wrong. */
export interface Importer {
  /** The word on the command line, and in `reported.by`. */
  readonly provider: string;
  /** Whether the file looks like this provider's: cheap, since each importer is asked about each file. */
  readonly recognises: (file: FeedFile) => boolean;
  /** One match after the other, so that a file of a thousand needs the memory of one; a problem where none can be made. */
  readonly read: (files: readonly FeedFile[]) => Iterable<Imported | FeedProblem>;
}

/** One match, as a provider told it. */
export interface Imported {
  /** `date-home-away`, in lower case: `2018-07-15-fra-cro`. */
  readonly name: string;
  readonly recording: Recording;
  readonly record: MatchRecord;
  /** The provider's words that Touchline has none for, with how often they came. */
  readonly unknown: ReadonlyMap<string, number>;
  /** What was wrong or doubtful in the files. */
  readonly problems: readonly FeedProblem[];
}

/** What was wrong with a file, and where. */
export interface FeedProblem {
  readonly file: string;
  /** A line (`12`), a line and a column (`12:7`) or a path (`events[3].teamId`). */
  readonly at?: string;
  readonly message: string;
}

/**
 * What the provider's own match record says, to be compared with what the views give: only what it does say, read from
 * its summary and never from the events that the recording is made of.
 */
export interface MatchRecord {
  /** After extra time, kicks from the mark left out. */
  readonly score?: Tally;
  readonly halfTime?: Tally;
  /** After ninety minutes. */
  readonly normalTime?: Tally;
  /** Goals of extra time alone. */
  readonly extraTime?: Tally;
  readonly shootout?: Tally;
  readonly goals?: readonly GoalOnRecord[];
  readonly cards?: readonly CardOnRecord[];
  readonly substitutions?: readonly ChangeOnRecord[];
  /** Who started. */
  readonly lineups?: Readonly<Record<ClubCode, readonly PersonId[]>>;
}

export interface Tally {
  readonly home: number;
  readonly away: number;
}

export interface GoalOnRecord {
  /** The club that the goal counts for. */
  readonly club: ClubCode;
  /** An own goal names the offender. */
  readonly person?: PersonId;
  readonly own?: boolean;
  readonly label?: string;
}

export interface CardOnRecord {
  readonly club: ClubCode;
  readonly person?: PersonId;
  readonly kind: 'yellow' | 'second-yellow' | 'red';
  readonly label?: string;
}

export interface ChangeOnRecord {
  readonly club: ClubCode;
  readonly on?: PersonId;
  readonly off?: PersonId;
  readonly label?: string;
}

/** Whether an importer gave a match rather than a problem. */
export const isImported = (read: Imported | FeedProblem): read is Imported => 'recording' in read;
