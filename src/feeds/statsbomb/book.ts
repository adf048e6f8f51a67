import type { MatchEvent } from '../../match/event.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { isHalf, MINUTE, type Period } from '../../match/time.ts';
import { given } from '../given.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { Kicks } from '../kicks.ts';
import { entryId, type Told } from '../telling.ts';
import { PERIOD_OF, watchOf } from './clock.ts';
import type { Sheets } from './sheets.ts';

export interface Who {
  readonly by?: PersonId;
  readonly club?: ClubCode;
}

/** The rows of one match at hand while they are told one after the other: who is meant, and which rows belong together. */
export class StatsBombBook {
  readonly sheets: Sheets;
  readonly kicks = new Kicks();
  /** The pass with which each half begins. */
  readonly kickOffs: ReadonlyMap<Period, Fields>;
  /** As StatsBomb counts them. */
  readonly lastPeriod: number;
  readonly #rows: ReadonlyMap<string, Fields>;
  readonly #toldOnce = new Set<string>();

  constructor(rows: readonly Fields[], sheets: Sheets) {
    this.sheets = sheets;
    this.kickOffs = openingsOf(rows);
    this.lastPeriod = rows.reduce((last, { period }) => Math.max(last, numberOf(period) ?? 0), 0);
    this.#rows = new Map(rows.map((row) => [textOf(row.id) ?? '', row]));
  }

  club({ team }: Fields): ClubCode | undefined {
    return this.sheets.squads.clubOf(textOf(fieldsOf(team).id));
  }

  opponents(club: ClubCode | undefined): ClubCode {
    const { home, away } = this.sheets;
    return club === home ? away : home;
  }

  person(row: Fields): PersonId | undefined {
    return this.named(row.player, this.club(row));
  }

  who(row: Fields): Who {
    return { ...given('by', this.person(row)), ...given('club', this.club(row)) };
  }

  /** Whoever isn't on a team sheet is still somebody. */
  named(value: unknown, club: ClubCode | undefined): PersonId | undefined {
    const { id, name } = fieldsOf(value);
    const ref = textOf(id);
    if (ref === undefined || club === undefined) return undefined;
    return this.sheets.squads.person(club, ref, { name: textOf(name) ?? `No. ${ref}` });
  }

  row(id: unknown): Fields | undefined {
    return this.#rows.get(textOf(id) ?? '');
  }

  /** The row of that type that this one names as related. */
  related({ related_events }: Fields, type: string): Fields | undefined {
    return listOf(related_events)
      .map((id) => this.row(id))
      .find((row) => textOf(fieldsOf(row?.type).name) === type);
  }

  /** Rows that come for each side tell one thing. */
  isFirst(what: string): boolean {
    const first = !this.#toldOnce.has(what);
    this.#toldOnce.add(what);
    return first;
  }

  told(row: Fields, event: MatchEvent, prefix = 'e'): Told {
    const ref = textOf(row.id) ?? textOf(row.index) ?? '0';
    return { id: entryId(prefix, ref), event, ref };
  }
}

const openingsOf = (rows: readonly Fields[]): ReadonlyMap<Period, Fields> => {
  const openings = new Map<Period, Fields>();
  for (const row of rows) {
    const period = PERIOD_OF.get(numberOf(row.period) ?? 0);
    const isKickOff = textOf(fieldsOf(fieldsOf(row.pass).type).name) === 'Kick Off';
    if (!isKickOff || period === undefined || !isHalf(period) || openings.has(period)) continue;
    if ((watchOf(row)?.elapsed ?? MINUTE) < MINUTE) openings.set(period, row);
  }
  return openings;
};
