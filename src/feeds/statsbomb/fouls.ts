import type { EventOf } from '../../match/event.ts';
import type { PersonId } from '../../match/fixture.ts';
import type { MatchTime } from '../../match/time.ts';
import { given } from '../given.ts';
import { type Fields, fieldsOf, textOf } from '../json.ts';
import type { Told } from '../telling.ts';
import type { StatsBombBook } from './book.ts';
import { cardOf } from './cards.ts';

/** `Foul Committed`: the offence, the penalty where it gave one, and the card for it. */
export const tellFoul = (row: Fields, at: MatchTime, book: StatsBombBook): readonly Told[] => {
  const details = fieldsOf(row.foul_committed);
  const won = book.related(row, 'Foul Won');
  const kind = textOf(fieldsOf(details.type).name);
  const against = won === undefined ? undefined : book.person(won);
  const who = book.who(row);
  const offence = book.told(
    row,
    kind === 'Handball'
      ? { type: 'handball', at, ...who }
      : { type: 'foul', at, ...who, ...given('against', against), ...given('reason', kind?.toLowerCase()) },
  );
  const isPenalty = details.penalty === true || fieldsOf(won?.foul_won).penalty === true;
  const reason = kind === 'Handball' ? 'handball' : 'foul';
  return [
    offence,
    ...(isPenalty ? [award(row, at, book, offence.id)] : []),
    ...(tellCard(row, at, details, book, { offence: offence.id, reason, against }) ?? []),
  ];
};

const award = (row: Fields, at: MatchTime, book: StatsBombBook, offence: string): Told => {
  const { by, club } = book.who(row);
  const to = book.opponents(club);
  const told = book.told(row, { type: 'penalty-awarded', at, club: to, ...given('against', by), offence }, 'award');
  book.kicks.award(to, told.id, at);
  return told;
};

interface Cause {
  readonly offence?: string;
  readonly reason?: 'foul' | 'handball';
  readonly against?: PersonId | undefined;
}

/** The card that a foul or bad behaviour carries; nothing where it carries none. */
export const tellCard = (
  row: Fields,
  at: MatchTime,
  details: Fields,
  book: StatsBombBook,
  { offence, reason, against }: Cause = {},
): readonly Told[] | undefined => {
  const type = cardOf(textOf(fieldsOf(details.card).name));
  if (type === undefined) return undefined;
  const event: EventOf<typeof type> = {
    type,
    at,
    ...given('person', book.person(row)),
    ...given('club', book.club(row)),
    ...given('offence', offence),
    ...given('reason', reason),
    ...given('against', against),
  };
  return [book.told(row, event, 'card')];
};
