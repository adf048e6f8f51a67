import type { MatchEvent } from '../../match/event.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { type MatchTime, MINUTE } from '../../match/time.ts';
import { Kicks } from '../kicks.ts';
import { entryId, type Told } from '../telling.ts';
import type { OptaFacts } from './facts.ts';
import { type OptaRow, qualifier, timeOf } from './row.ts';

/** The rows of one match at hand while they are told one after the other: who is meant, and which rows belong together. */
export class OptaBook {
  readonly facts: OptaFacts;
  readonly rows: readonly OptaRow[];
  readonly kicks = new Kicks();
  readonly #numbered: ReadonlyMap<string, OptaRow>;
  readonly #toldOnce = new Set<string>();
  readonly #fouls = new Map<PersonId, Foul>();

  constructor(facts: OptaFacts, rows: readonly OptaRow[]) {
    this.facts = facts;
    this.rows = rows;
    this.#numbered = new Map(rows.map((row) => [`${row.team} ${row.eventId}`, row]));
  }

  club({ team }: Pick<OptaRow, 'team'>): ClubCode | undefined {
    return this.facts.squads.clubOf(team);
  }

  opponents(club: ClubCode | undefined): ClubCode | undefined {
    if (club === undefined) return undefined;
    return club === this.facts.home ? this.facts.away : this.facts.home;
  }

  /** Whoever isn't on a team sheet is still somebody. */
  person(row: Pick<OptaRow, 'team' | 'person' | 'personName'>): PersonId | undefined {
    const { person, personName } = row;
    const club = this.club(row);
    if (person === undefined) return undefined;
    const known = this.facts.squads.personOf(person);
    if (known !== undefined || club === undefined) return known;
    return this.facts.squads.person(club, person, { name: personName ?? `No. ${person}` });
  }

  who(row: OptaRow): { readonly by?: PersonId; readonly club?: ClubCode } {
    const [by, club] = [this.person(row), this.club(row)];
    return { ...(by === undefined ? {} : { by }), ...(club === undefined ? {} : { club }) };
  }

  at(row: OptaRow): MatchTime | undefined {
    const at = timeOf(row);
    return at?.period === 'PEN' ? this.kicks.during() : at;
  }

  /** The row of the same team that this one names: who came on for whom, the pass before a shot. */
  fellow(row: OptaRow): OptaRow | undefined {
    return this.#numbered.get(`${row.team} ${qualifier(row, RELATED)}`);
  }

  /** The other team's row of the same thing: the foul suffered, the save. */
  counterpart(row: OptaRow): OptaRow | undefined {
    const other = this.facts.teams.find((team) => team !== row.team);
    return this.#numbered.get(`${other} ${qualifier(row, OPPOSITE)}`);
  }

  /** Rows that are sent once for each team tell one thing. */
  isFirst(what: string): boolean {
    const first = !this.#toldOnce.has(what);
    this.#toldOnce.add(what);
    return first;
  }

  told(row: OptaRow, event: MatchEvent, prefix = 'e'): Told {
    const { id, heardAt } = row;
    return { id: entryId(prefix, id), event, ref: id, ...(heardAt === undefined ? {} : { heardAt }) };
  }

  noteFoul(foul: Foul, by: PersonId | undefined): void {
    if (by !== undefined) this.#fouls.set(by, foul);
  }

  /** What somebody is carded for, when his foul was the last thing. */
  foulOf(person: PersonId | undefined, at: MatchTime): Foul | undefined {
    const foul = person === undefined ? undefined : this.#fouls.get(person);
    const since = foul === undefined || foul.at.period !== at.period ? undefined : at.elapsed - foul.at.elapsed;
    return since !== undefined && since >= 0 && since <= CARDED_WITHIN_MS ? foul : undefined;
  }
}

export interface Foul {
  readonly id: string;
  readonly at: MatchTime;
  readonly against?: PersonId | undefined;
}

const RELATED = 55;
const OPPOSITE = 233;
const CARDED_WITHIN_MS = 2 * MINUTE;
