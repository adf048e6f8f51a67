import type { MatchEvent } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import { unidentified } from '../laws/cards.ts';
import { reviewNamed } from '../laws/checks.ts';
import type { EventId, MatchState } from '../state.ts';
import { personOf, sideOf } from '../who.ts';
import { type Breach, when } from './breach.ts';
import { nameOfClub, nameOfPerson } from './names.ts';

/** Whether those whom an event names are known, and belong where it says. */
export const judgeNames = (state: MatchState, event: MatchEvent): Breach[] => [
  ...clubsIn(event)
    .filter((club) => sideOf(state, club) === undefined)
    .flatMap((club) => when(true, 'unknown-club', () => `${nameOfClub(state, club)} aren't playing in this leg`)),
  ...peopleIn(event)
    .filter((person) => !isKnown(state, person))
    .flatMap((person) => when(true, 'unknown-person', () => `nobody of the fixture is called "${person}"`)),
  ...judgeClub(state, event),
  ...judgeReferences(state, event),
];

/** Everybody whom an event names, once. */
export const peopleIn = (event: MatchEvent): readonly PersonId[] => {
  const named = new Set<PersonId | undefined>([personOf(event)]);
  if ('person' in event) named.add(event.person);
  if ('assist' in event) named.add(event.assist);
  if ('keeper' in event) named.add(event.keeper);
  if ('against' in event) named.add(event.against);
  if ('blockedBy' in event) named.add(event.blockedBy);
  if ('contributions' in event) for (const { by } of event.contributions ?? []) named.add(by);
  switch (event.type) {
    case 'substitution':
      named.add(event.on).add(event.off);
      break;
    case 'card-transferred':
      named.add(event.to);
      break;
    case 'line-ups':
      for (const { starting, bench = [] } of Object.values(event.teams)) {
        for (const person of [...starting, ...bench]) named.add(person);
      }
  }
  named.delete(undefined);
  return [...named] as PersonId[];
};

const clubsIn = (event: MatchEvent): readonly ClubCode[] => {
  switch (event.type) {
    case 'line-ups':
      return Object.keys(event.teams);
    case 'statistics':
    case 'possession':
      return Object.keys(event.clubs);
    case 'note':
      return [];
    default:
      return 'club' in event && event.club !== undefined ? [event.club] : [];
  }
};

const isKnown = ({ roster, sides }: MatchState, person: PersonId): boolean =>
  roster.has(person) || person === unidentified(sides.home) || person === unidentified(sides.away);

/** An own goal counts for the others; anything else somebody does for his own club. */
const judgeClub = (state: MatchState, event: MatchEvent): Breach[] => {
  if (event.type === 'note' || event.type === 'ruling' || event.type === 'penalty-awarded') return [];
  if (!('club' in event) || event.club === undefined) return [];
  const { club } = event;
  const person = personOf(event);
  const own = person === undefined ? undefined : state.roster.get(person)?.club;
  if (own === undefined) return [];
  const expected = event.type === 'goal' && event.own === true ? own !== club : own === club;
  return when(!expected, 'wrong-club', () =>
    event.type === 'goal'
      ? `${nameOfPerson(state, person)} plays for ${nameOfClub(state, own)}, and the goal is ${event.own === true ? 'an own goal' : 'no own goal'} for ${nameOfClub(state, club)}`
      : `${nameOfPerson(state, person)} belongs to ${nameOfClub(state, own)}, not to ${nameOfClub(state, club)}`,
  );
};

/** `offence`, `penalty` and `award` name decisions or facts, `review` a review; `of` is each law's own matter. */
const judgeReferences = (state: MatchState, event: MatchEvent): Breach[] => [
  ...('offence' in event ? judgeKnown(state, event.offence) : []),
  ...('review' in event ? judgeReviewNamed(state, event.review, event) : []),
];

export const judgeKnown = (state: MatchState, id: EventId | undefined): Breach[] =>
  when(id !== undefined && state.decisions.get(id) === undefined, 'unknown-entry', () => noSuch(id));

export const noSuch = (id: EventId | undefined): string =>
  `the match knows no decision, and no offence, called "${id}"`;

const judgeReviewNamed = (state: MatchState, id: EventId | undefined, event: MatchEvent): Breach[] => {
  if (id === undefined) return [];
  const review = reviewNamed(state.reviews, id);
  if (review === undefined) return when(true, 'unknown-entry', () => `there has been no review "${id}" in this leg`);
  const upheld = review.outcome === 'upheld' || review.outcome === 'confirmed';
  return when(upheld && NEW_DECISIONS.has(event.type), 'review-upheld', () => `the review "${id}" changed nothing`);
};

/** A card may follow from any review: for what was said on the way to it, if for nothing else. */
const NEW_DECISIONS: ReadonlySet<MatchEvent['type']> = new Set<MatchEvent['type']>([
  'goal',
  'goal-disallowed',
  'penalty-awarded',
  'retake',
  'card-transferred',
  'card-cancelled',
]);
