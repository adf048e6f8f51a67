import type { EventOf, MatchEvent } from '../../match/event.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import type { Half, MatchTime } from '../../match/time.ts';
import { atWatch, sinceStart } from '../clock.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { entryId, type Told } from '../telling.ts';
import { tagsOf } from './tags.ts';

/** Who is who, for the rows. */
export interface Cast {
  readonly clubOf: (id: unknown) => ClubCode | undefined;
  readonly personOf: (id: unknown, club: unknown) => PersonId | undefined;
  readonly opponentsOf: (club: ClubCode) => ClubCode | undefined;
}

/** A row, its common parts read. */
export interface Row {
  readonly id: string;
  readonly at: MatchTime;
  readonly tags: ReadonlySet<number>;
  /** One of `KIND`, and what kind of that. */
  readonly event: number;
  readonly sub: number;
  readonly by: { readonly by?: PersonId; readonly club?: ClubCode };
  readonly fields: Fields;
}

/** `eventId` */
export const KIND = {
  duel: 1,
  foul: 2,
  freeKick: 3,
  leavingLine: 4,
  offside: 6,
  onTheBall: 7,
  pass: 8,
  save: 9,
  shot: 10,
} as const;

const PERIODS: Readonly<Record<string, Half | 'PEN'>> = { '1H': '1H', '2H': '2H', E1: 'ET1', E2: 'ET2', P: 'PEN' };

/** The row, or what is wrong with it. */
export const readRow = (fields: Fields, cast: Cast): Row | string => {
  const id = textOf(fields.id);
  const word = textOf(fields.matchPeriod) ?? '';
  const period = Object.hasOwn(PERIODS, word) ? PERIODS[word] : undefined;
  const seconds = numberOf(fields.eventSec);
  const event = numberOf(fields.eventId);
  if (id === undefined) return 'this row has no id';
  if (period === undefined) return `row ${id} has no period; there are ${Object.keys(PERIODS).join(', ')}`;
  if (seconds === undefined || seconds < 0) return `row ${id} has no eventSec, the seconds since its period began`;
  if (event === undefined) return `row ${id} has no eventId, which says what it is`;
  const club = cast.clubOf(fields.teamId);
  const by = cast.personOf(fields.playerId, fields.teamId);
  return {
    id,
    at: atWatch(sinceStart(period, seconds)),
    tags: tagsOf(fields),
    event,
    sub: numberOf(fields.subEventId) ?? 0,
    by: { ...(by === undefined ? {} : { by }), ...(club === undefined ? {} : { club }) },
    fields,
  };
};

/** An event of a row, under the row's id. */
export const tell = ({ id }: Row, event: MatchEvent, kind = 'e'): Told => ({ id: entryId(kind, id), event, ref: id });

export const touch = ({ at, by, fields }: Row, kind: string, outcome?: string): EventOf<'touch'> => {
  const { x, y } = fieldsOf(listOf(fields.positions)[0]);
  const [along, across] = [numberOf(x), numberOf(y)];
  return {
    type: 'touch',
    at,
    ...by,
    kind,
    ...(outcome === undefined ? {} : { outcome }),
    ...(along === undefined ? {} : { x: along }),
    ...(across === undefined ? {} : { y: across }),
  };
};
