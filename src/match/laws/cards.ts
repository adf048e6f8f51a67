import type { EventOf } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import type { EventId, Happening, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { clubOf, personOf } from '../who.ts';
import { isDismissedFromPitch, type SendingOff, sameCaution, sendingOff, stayedOn } from './dismissals.ts';

/** The capacity in which a card was shown: it decides what the card does on the pitch (Laws 3.6 and 12.3). */
export type Capacity = 'player' | 'substitute' | 'substituted' | 'staff';

export interface Card {
  readonly id: EventId;
  readonly type: 'caution' | 'second-yellow' | 'red';
  readonly at: MatchTime;
  readonly capacity: Capacity;
  readonly reason?: string;
  readonly offence?: EventId;
  /** Says again what another report said of the same offence, and adds nothing. */
  readonly confirms?: EventId;
}

/** A person's cards in this leg, and what follows from them. */
export interface CardsOfPerson {
  readonly club: ClubCode;
  /** The capacity at the last card. */
  readonly role: Capacity;
  /** Those that stand, in the order shown. */
  readonly cards: readonly Card[];
  /** Cautions that should have sent him off, and after which he was seen playing. */
  readonly forgotten?: readonly EventId[];
  readonly sentOff?: SendingOff;
}

export const evolveCards = (before: MatchState, happening: Happening): MatchState => {
  const { id, event } = happening;
  const state = noticed(before, happening);
  switch (event.type) {
    case 'caution':
    case 'second-yellow':
    case 'red': {
      const club = clubOf(state, event);
      return club === undefined || state.superseded[id] !== undefined
        ? state
        : show(state, event.person ?? unidentified(club), club, { ...event, id });
    }
    case 'card-transferred':
      return transfer(state, event);
    case 'ruling':
      return event.kind === 'card-rescinded' ? rescind(state, event) : state;
    default:
      return state;
  }
};

/** Takes cards away, as if they had never been shown: the dismissals that followed from them go too. */
export const withdrawCards = (state: MatchState, ids: readonly EventId[]): MatchState => {
  let next = state;
  for (const id of ids) {
    const person = holderOf(next, id);
    const held = person === undefined ? undefined : next.cards[person];
    if (person === undefined || held === undefined) continue;
    next = withCards(next, person, { ...held, cards: held.cards.filter((card) => card.id !== id) });
  }
  return next;
};

/** Whoever on the bench can't be named is listed as somebody of that club (Law 12.3 gives the senior coach the card). */
export const unidentified = (club: ClubCode): PersonId => `${club.toLowerCase()}-unidentified`;

/** Yellow cards of the match; kicks from the penalty mark keep their own (Law 10.3). */
export const yellowsOf = (held: CardsOfPerson, ledger: 'match' | 'shoot-out'): readonly Card[] =>
  held.cards.filter(
    (card) =>
      card.type !== 'red' && card.confirms === undefined && (card.at.period === 'PEN') === (ledger === 'shoot-out'),
  );

type Shown = Pick<Card, 'id' | 'type' | 'at'> & { readonly reason?: string; readonly offence?: EventId };

const show = (state: MatchState, person: PersonId, club: ClubCode, shown: Shown): MatchState => {
  const held = state.cards[person];
  const confirms = sameCaution(held, shown);
  const card: Card = {
    id: shown.id,
    type: shown.type,
    at: shown.at,
    capacity: capacityOf(state, person, club),
    ...(shown.reason === undefined ? {} : { reason: shown.reason }),
    ...(shown.offence === undefined ? {} : { offence: shown.offence }),
    ...(confirms === undefined ? {} : { confirms: confirms.id }),
  };
  return withCards(state, person, { ...held, club, cards: [...(held?.cards ?? []), card] });
};

const withCards = (
  state: MatchState,
  person: PersonId,
  { club, cards, forgotten }: Pick<CardsOfPerson, 'club' | 'cards' | 'forgotten'>,
): MatchState => {
  const { [person]: _former, ...others } = state.cards;
  const last = cards[cards.length - 1];
  if (last === undefined) return { ...state, cards: others };
  // Whoever can't be named may be several: two cautions of theirs are nobody's second.
  const ofOne = person === unidentified(club) ? cards.filter(({ type }) => type !== 'caution') : cards;
  const sentOff = sendingOff(ofOne, { forgotten, carryCautions: state.rules.shootOut.carryCautions });
  const held: CardsOfPerson = {
    club,
    role: last.capacity,
    cards,
    ...(forgotten === undefined ? {} : { forgotten }),
    ...(sentOff === undefined ? {} : { sentOff }),
  };
  return { ...state, cards: { ...state.cards, [person]: held } };
};

/** A second caution that had no consequence: from here on the match shows him playing. */
const noticed = (state: MatchState, { event }: Happening): MatchState => {
  const person = event.type === 'substitution' ? event.off : personOf(event);
  const held = person === undefined ? undefined : state.cards[person];
  if (person === undefined || held?.sentOff === undefined || !stayedOn(held, event)) return state;
  return withCards(state, person, { ...held, forgotten: [...(held.forgotten ?? []), held.sentOff.card] });
};

/** Mistaken identity: the card as it was shown, to somebody else. Its former holder has lost it already. */
const transfer = (state: MatchState, { of, to }: EventOf<'card-transferred'>): MatchState => {
  const shown = state.decisions.get(of);
  const club = state.roster.get(to)?.club;
  if (club === undefined || (shown?.type !== 'caution' && shown?.type !== 'second-yellow' && shown?.type !== 'red')) {
    return state;
  }
  return show(withdrawCards(state, [of]), to, club, { ...shown, type: shown.type });
};

const capacityOf = (state: MatchState, person: PersonId, club: ClubCode): Capacity => {
  if (state.roster.get(person)?.person.role === 'staff' || person === unidentified(club)) return 'staff';
  if (isDismissedFromPitch(state.cards[person])) return 'player';
  switch (state.people[person]?.status) {
    case 'on':
    case 'temporarily-off':
      return 'player';
    case 'bench':
      return 'substitute';
    case 'off':
    case 'left':
      return 'substituted';
    case 'staff':
      return 'staff';
    // Somebody of the squad who isn't on the sheet can't be on the pitch; a stranger, or anybody without a sheet, can.
    case undefined:
      return state.roster.has(person) && state.teams[club]?.known === true ? 'substitute' : 'player';
  }
};

const holderOf = (state: MatchState, card: EventId): PersonId | undefined =>
  Object.keys(state.cards).find((person) => state.cards[person]?.cards.some(({ id }) => id === card));

const rescind = (state: MatchState, event: EventOf<'ruling'>): MatchState => {
  const person = event.of === undefined ? personOf(event) : holderOf(state, event.of);
  const held = person === undefined ? undefined : state.cards[person];
  if (person === undefined || held?.sentOff === undefined) return state;
  return { ...state, cards: { ...state.cards, [person]: { ...held, sentOff: { ...held.sentOff, rescinded: true } } } };
};
