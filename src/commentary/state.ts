import type { ClubCode } from '../match/fixture.ts';
import type { ChangeLog } from '../match/ledger.ts';
import type { MatchTime } from '../match/time.ts';
import type { CommentaryItem } from '../projections/views.ts';
import type { Cast, Told } from './telling.ts';

/** What has been said. Whatever grows with the journal is an append-only log, so that an entry costs the same late as early. */
export interface CommentaryState {
  readonly cast: Cast;
  readonly lines: ChangeLog<CommentaryItem>;
  /** The keys of the lines that tell of an event, by its id. */
  readonly linesOf: ChangeLog<readonly string[]>;
  /** The texts of notes: each is told once. */
  readonly notes: ChangeLog<true>;
  readonly told: Told;
  /** Where the watch was at the last line that told the match as it went. */
  readonly last?: MatchTime;
  readonly lastChange?: { readonly club: ClubCode; readonly at: MatchTime };
  /** The half of which it has been told that its added time is over. */
  readonly addedTimeTold?: string;
}

export const halfOf = ({ leg, period }: MatchTime): string => `${leg} ${period}`;
