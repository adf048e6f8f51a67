import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import { unidentified, yellowsOf } from '../laws/cards.ts';
import { sameCaution } from '../laws/dismissals.ts';
import type { EventId, MatchState } from '../state.ts';
import { MINUTE } from '../time.ts';
import { clubOf, personOf, sideOf } from '../who.ts';
import { type Breach, breach, when } from './breach.ts';
import { nameOfClub, nameOfEntry, nameOfPerson } from './names.ts';
import { judgeSentOff } from './presence.ts';
import { hasRestartedSince } from './restarted.ts';
import { isTakenAway } from './reviews.ts';
import { judgeStraightRed } from './straight-red.ts';

type Shown = EventOf<'caution' | 'second-yellow' | 'red'>;

/** Law 12.3: to anybody of either side, on the pitch or off it, from the warm-up until the referee has left. */
export const judgeCard = (state: MatchState, event: Shown, mode: Mode): Breach[] => {
  const club = clubOf(state, event);
  if (club === undefined)
    return when(event.person === undefined, 'nobody-named', () => 'nobody says whom the card is for');
  const person = event.person ?? unidentified(club);
  return [
    ...when(
      state.clock.status === 'cancelled' || state.clock.status === 'postponed',
      'match-abandoned',
      () => `the match has been ${state.clock.status}`,
    ),
    ...judgeHolder(state, event, person, mode),
    ...judgeStaff(state, person),
    ...(event.type === 'second-yellow' ? judgeFirst(state, event, person) : []),
    ...(event.type === 'red' ? judgeStraightRed(state, event, person) : []),
    ...judgeSheet(state, person, mode),
  ];
};

const judgeHolder = (state: MatchState, event: Shown, person: string, mode: Mode): Breach[] => {
  const held = state.cards[person];
  if (held === undefined || person === unidentified(held.club)) return [];
  const repeats = sameCaution(held, event) !== undefined;
  if (mode === 'record') {
    // Feeds write one dismissal in several rows: a second yellow, and the red card that went with it.
    const { sentOff } = held;
    const together =
      sentOff !== undefined &&
      event.at.period === sentOff.at.period &&
      Math.abs(event.at.elapsed - sentOff.at.elapsed) <= MINUTE;
    return repeats || (together && event.type !== 'caution') ? [] : judgeSentOff(state, event, person);
  }
  const once =
    event.offence !== undefined && held.cards.some(({ offence, type }) => offence === event.offence && type !== 'red');
  return [
    ...(held.sentOff === undefined
      ? []
      : [breach('already-dismissed', `${nameOfPerson(state, person)} has been sent off`)]),
    ...when(
      held.sentOff === undefined && (repeats || (once && event.type !== 'red')),
      'same-offence',
      () => `${nameOfPerson(state, person)} has been cautioned for that offence`,
    ),
  ];
};

const judgeStaff = (state: MatchState, person: string): Breach[] => {
  const staff = state.roster.get(person)?.person.role === 'staff' || !state.roster.has(person);
  const identified =
    state.roster.has(person) || person === unidentified(state.sides.home) || person === unidentified(state.sides.away);
  return when(
    staff && identified && !state.rules.staffCards,
    'staff-cards-not-in-force',
    () => `${nameOfPerson(state, person)} belongs to the staff, who are shown no cards under ${state.rules.name}`,
  );
};

/** The two ledgers of Law 10.3: what was shown in the match doesn't count in the kicks. */
const judgeFirst = (state: MatchState, { at }: Shown, person: string): Breach[] => {
  const held = state.cards[person];
  const kicks = at.period === 'PEN';
  const { carryCautions } = state.rules.shootOut;
  const first = held === undefined ? 0 : yellowsOf(held, kicks ? 'shoot-out' : 'match').length;
  const carried = held !== undefined && kicks && carryCautions ? yellowsOf(held, 'match').length : 0;
  return when(
    first + carried === 0,
    'second-caution-missing',
    () => `${nameOfPerson(state, person)} hasn't been cautioned before${kicks ? ' in the shoot-out' : ''}`,
  );
};

/** Nobody but those on the sheet is there to be carded; a record may not have the whole sheet. */
const judgeSheet = (state: MatchState, person: string, mode: Mode): Breach[] => {
  const entry = state.roster.get(person);
  if (mode === 'record' || entry === undefined || entry.person.role === 'staff') return [];
  return when(
    state.people[person] === undefined && state.teams[entry.club]?.known === true,
    'not-on-the-sheet',
    () => `${nameOfPerson(state, person)} isn't on the team sheet`,
  );
};

/** Mistaken identity: before play restarts, or by a review at any time. */
export const judgeTransfer = (state: MatchState, event: EventOf<'card-transferred'>, mode: Mode): Breach[] => {
  const card = state.decisions.get(event.of);
  const shown = cardOf(state, event, mode);
  if (shown.length > 0 || card === undefined) return shown;
  const to = state.roster.get(event.to)?.club;
  const across = to !== undefined && card.club !== undefined && to !== card.club;
  const sentOff = mode === 'simulate' && to !== undefined ? judgeSentOff(state, event, event.to) : [];
  return [
    ...when(
      across && event.review !== undefined && !state.rules.var.categories.includes('wrong-team'),
      'category-not-in-regulations',
      () =>
        `under ${state.rules.name} a review can't give a card of ${nameOfClub(state, card.club)} to ${nameOfClub(state, to)}`,
    ),
    ...when(
      to !== undefined && card.person === event.to,
      'same-offence',
      () => `${nameOfPerson(state, event.to)} has that card`,
    ),
    ...when(
      event.review === undefined && hasRestartedSince(state, event.of),
      'decision-final',
      () => `play has restarted since ${nameOfEntry(state, event.of)}, and there was no review`,
    ),
    ...sentOff,
    ...(card.type === 'second-yellow' && state.roster.has(event.to)
      ? judgeFirst(state, { ...event, type: 'second-yellow', at: card.at }, event.to)
      : []),
  ];
};

/** Law 5.2: until play restarts. */
export const judgeCancelled = (state: MatchState, event: EventOf<'card-cancelled'>, mode: Mode): Breach[] => {
  const shown = cardOf(state, event, mode);
  if (shown.length > 0 || state.superseded[event.of] !== undefined) return shown;
  return when(
    event.review === undefined && hasRestartedSince(state, event.of),
    'decision-final',
    () => `play has restarted since ${nameOfEntry(state, event.of)}`,
  );
};

const cardOf = (state: MatchState, { of: id, review }: Named, mode: Mode): Breach[] => {
  const type = state.decisions.get(id)?.type;
  if (type !== 'caution' && type !== 'second-yellow' && type !== 'red')
    return [breach('no-such-card', `there is no card "${id}"`)];
  // The review has taken the card away already, where both are told.
  return when(
    mode === 'simulate' && state.superseded[id] !== undefined && !isTakenAway(state, id, review),
    'no-such-card',
    () => `${nameOfEntry(state, id)} doesn't stand any more`,
  );
};

interface Named {
  readonly of: EventId;
  readonly review?: EventId | undefined;
}

/** Whom a ruling on a card concerns. */
export const hasCards = (state: MatchState, event: EventOf<'ruling'>): boolean => {
  if (event.of !== undefined) return cardOf(state, { of: event.of }, 'record').length === 0;
  const person = personOf(event);
  return (
    person === undefined ||
    state.cards[person] !== undefined ||
    sideOf(state, state.roster.get(person)?.club) === undefined
  );
};
