import type { ClubCode, Fixture, Leg, PersonId, TeamSheet } from '../../match/fixture.ts';
import type { MatchRecord } from '../importer.ts';
import type { Squads } from '../squads.ts';

/** What is known of a match beside its events: from F7 or MA1, else as much as the file of events says itself. */
export interface OptaFacts {
  readonly id?: string | undefined;
  readonly squads: Squads;
  readonly home: ClubCode;
  readonly away: ClubCode;
  /** The provider's ids of the two teams. */
  readonly teams: readonly string[];
  /** Empty where only the events name people. */
  readonly sheets: Readonly<Record<ClubCode, TeamSheet>>;
  readonly leg: Leg;
  readonly about: Pick<Fixture, 'competition' | 'round' | 'season'>;
  readonly record: MatchRecord;
  /** Who of the staff was carded, by the id of the row: the row's own number for him is another one in some files. */
  readonly cardedStaff: ReadonlyMap<string, PersonId>;
  readonly isOver: boolean;
}
