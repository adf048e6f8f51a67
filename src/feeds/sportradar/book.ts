import type { MatchEvent } from '../../match/event.ts';
import type { ClubCode, PersonId, Side } from '../../match/fixture.ts';
import { isHalf, type MatchTime, type Period } from '../../match/time.ts';
import { atWatch } from '../clock.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { Kicks } from '../kicks.ts';
import { entryId, type Told } from '../telling.ts';
import { clockOf, heardAtOf, periodOf, Watches } from './clock.ts';
import { addPerson, type Sheets } from './sheets.ts';

/** A timeline's rows at hand while they are told one after the other: when and who, and what has been told. */
export class TimelineBook {
  readonly sheets: Sheets;
  readonly kicks = new Kicks();
  readonly told: Told[] = [];
  readonly #watches = new Watches();
  readonly #last: Period;
  readonly #ended = new Set<Period>();
  #interval: { readonly period: Period; readonly since: number | undefined } | undefined;

  constructor(sheets: Sheets, rows: readonly Fields[]) {
    this.sheets = sheets;
    this.#last = rows.reduce((last: Period, row) => later(later(last, periodOf(row)), awaited(row)), 'pre');
  }

  /** The half being played, or the shoot-out. */
  get period(): Period {
    return this.#watches.period;
  }

  begin(period: Period, row: Fields): void {
    this.#interval = undefined;
    this.#watches.enter(period, heardAtOf(row));
  }

  /** Whether this period had not been ended yet. */
  end(period: Period, row: Fields): boolean {
    const first = !this.#ended.has(period);
    this.#ended.add(period);
    this.#interval = { period: this.goesOnAfter(period) ? (AFTER[period] ?? 'FT') : 'FT', since: heardAtOf(row) };
    return first;
  }

  /** Whether another period follows in these rows, or is awaited. */
  goesOnAfter(period: Period): boolean {
    return period === '1H' || ORDER.indexOf(period) < ORDER.indexOf(this.#last);
  }

  at(row: Fields): MatchTime {
    if (this.#interval !== undefined && periodOf(row) === undefined) {
      const { period, since } = this.#interval;
      const heardAt = heardAtOf(row);
      const elapsed = since === undefined || heardAt === undefined ? 0 : Math.max(0, heardAt - since);
      return atWatch({ period, elapsed });
    }
    const watch = this.#watches.read(row);
    return watch.period === 'PEN' ? this.kicks.during() : atWatch(watch);
  }

  club({ competitor }: Fields): ClubCode | undefined {
    const side = textOf(competitor);
    return side === 'home' || side === 'away' ? this.sheets[side satisfies Side] : undefined;
  }

  opponents(club: ClubCode | undefined): ClubCode | undefined {
    const { home, away } = this.sheets;
    return club === home ? away : club === away ? home : undefined;
  }

  /** Who is named, in one of these parts where parts are named; whoever isn't on a team sheet is still somebody. */
  person(row: Fields, part?: string, club = this.club(row)): PersonId | undefined {
    const players = listOf(row.players).map(fieldsOf);
    const named = part === undefined ? players[0] : players.find(({ type }) => textOf(type) === part);
    if (named === undefined) return undefined;
    const known = this.sheets.squads.personOf(textOf(named.id));
    return (
      known ??
      (club === undefined ? undefined : addPerson(this.sheets.squads, club, { id: named.id, name: named.name }))
    );
  }

  entry(row: Fields, event: MatchEvent, prefix = 'e'): Told {
    const ref = textOf(row.id) ?? String(this.told.length);
    return { id: entryId(prefix, ref), event, ref, ...this.source(row) };
  }

  source(row: Fields): Pick<Told, 'heardAt' | 'time'> {
    const heardAt = heardAtOf(row);
    const isMinute = textOf(row.match_time) !== undefined && clockOf(row, periodOf(row) ?? this.period) === undefined;
    return { ...(heardAt === undefined ? {} : { heardAt }), ...(isMinute ? { time: 'minute' } : {}) };
  }
}

const ORDER: readonly Period[] = ['pre', '1H', '2H', 'ET1', 'ET2', 'PEN'];

/** The interval that the end of a half begins, where the match goes on. */
const AFTER: Readonly<Partial<Record<Period, Period>>> = {
  '1H': 'HT',
  '2H': 'ENT',
  ET1: 'ETHT',
  ET2: 'EET',
  PEN: 'FT',
};

/** A break says what it comes before. */
const awaited = ({ break_name }: Fields): Period | undefined => AWAITED[textOf(break_name) ?? ''];

const AWAITED: Readonly<Record<string, Period>> = {
  awaiting_extra: 'ET1',
  awaiting_extra_time: 'ET1',
  extra_time_halftime: 'ET2',
  awaiting_penalties: 'PEN',
};

const later = (last: Period, period: Period | undefined): Period =>
  period !== undefined && ORDER.indexOf(period) > ORDER.indexOf(last) ? period : last;

export const isPlayed = (period: Period): boolean => isHalf(period) || period === 'PEN';
