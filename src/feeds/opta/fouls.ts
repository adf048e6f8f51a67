import type { EventOf, MatchEvent } from '../../match/event.ts';
import type { PersonId } from '../../match/fixture.ts';
import { given } from '../given.ts';
import type { Told } from '../telling.ts';
import type { OptaBook } from './book.ts';
import { has, type OptaRow, qualifier } from './row.ts';
import { type CardReason, reasonOf } from './words.ts';

/** Type 4, a row for each side: who fouled tells the offence, and the penalty where it gave one. */
export const tellFoul = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = book.at(row);
  if (at === undefined) return undefined;
  const counterpart = book.counterpart(row);
  if (row.success === true) return counterpart === undefined ? suffered(row, book) : [];
  const { by, club } = book.who(row);
  const against = counterpart === undefined ? undefined : book.person(counterpart);
  const offence: MatchEvent = has(row, HANDBALL)
    ? { type: 'handball', at, ...book.who(row) }
    : { type: 'foul', at, ...book.who(row), ...given('against', against), ...given('reason', kindOf(row)) };
  const told = book.told(row, offence);
  book.noteFoul({ id: told.id, at, against }, by);
  const to = book.opponents(club);
  if (!has(row, PENALTY) || to === undefined) return [told];
  const award = book.told(
    row,
    { type: 'penalty-awarded', at, club: to, ...given('against', by), offence: told.id },
    'award',
  );
  book.kicks.award(to, award.id, at);
  return [told, award];
};

const HANDBALL = 10;
const PENALTY = 9;

/** Where only the side that was fouled has its row. */
const suffered = (row: OptaRow, book: OptaBook): readonly Told[] => {
  const at = book.at(row);
  const club = book.opponents(book.club(row));
  if (at === undefined) return [];
  return [book.told(row, { type: 'foul', at, ...given('club', club), ...given('against', book.person(row)) })];
};

const kindOf = (row: OptaRow): string | undefined =>
  has(row, 132) ? 'simulation' : has(row, 12) ? 'dangerous play' : has(row, 242) ? 'obstruction' : undefined;

/** Type 17. Without a footballer it's for one of the staff (qualifier 283), or for somebody whom nobody names. */
export const tellCard = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const type = has(row, 33) ? 'red' : has(row, 32) ? 'second-yellow' : has(row, 31) ? 'caution' : undefined;
  const at = book.at(row);
  if (type === undefined || at === undefined) return undefined;
  const person = row.person === undefined ? staffIn(row, book) : book.person(row);
  const reason = reasonOf(row);
  const foul = reason === undefined || FOR_FOULS.has(reason) ? book.foulOf(person, at) : undefined;
  const event: EventOf<typeof type> = {
    type,
    at,
    ...given('person', person),
    ...given('club', book.club(row)),
    ...given('reason', reason),
    ...given('offence', foul?.id),
    ...given('against', foul?.against),
  };
  const card = book.told(row, event);
  if (!has(row, RESCINDED)) return [card];
  const end = { leg: 1, period: 'FT', elapsed: 0 } as const;
  return [
    card,
    { id: `rescinded-${card.id}`, event: { type: 'ruling', at: end, kind: 'card-rescinded', of: card.id } },
  ];
};

const staffIn = (row: OptaRow, { facts }: OptaBook): PersonId | undefined => {
  const number = qualifier(row, OFFICIAL);
  return facts.cardedStaff.get(row.id) ?? facts.squads.personOf(number && staffRef(number));
};

const OFFICIAL = 283;
const RESCINDED = 171;

const FOR_FOULS: ReadonlySet<CardReason> = new Set<CardReason>([
  'foul',
  'handball',
  'serious-foul-play',
  'denying-an-obvious-chance',
]);

/** Footballers and staff are numbered apart. */
export const staffRef = (id: string): string => `official-${id}`;
