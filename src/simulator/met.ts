import type { Entry, EntryId } from '../journal/entry.ts';
import type { Recording } from '../journal/recording.ts';
import type { MatchEvent } from '../match/event.ts';
import type { ClubCode } from '../match/fixture.ts';
import { reviewNamed } from '../match/laws/checks.ts';
import { clubOf, evolve, initialState, type MatchState } from '../match/state.ts';
import type { Wish } from './wish.ts';

/** Whether a match has what was wished for, each wish by an entry of its own. */
export const met = ({ header, entries }: Recording, wishes: readonly Wish[]): boolean => {
  if (wishes.length === 0) return true;
  let state = initialState(header.fixture);
  const told: Told[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'event') continue;
    state = evolve(state, entry);
    const club = concerned(state, entry.event);
    told.push({ entry, club, inGoal: isInGoal(state, club, entry.event) });
  }
  const fitting = wishes.map((wish) => told.filter((each) => fits(each, wish, state)).map(({ entry }) => entry.id));
  return isMatched(fitting);
};

interface Told {
  readonly entry: Extract<Entry, { kind: 'event' }>;
  readonly club: ClubCode | undefined;
  /** It's about the goalkeeper of that moment. */
  readonly inGoal: boolean;
}

const isInGoal = ({ teams }: MatchState, club: ClubCode | undefined, event: MatchEvent): boolean =>
  event.type === 'red' && event.person !== undefined && teams[club ?? '']?.goalkeeper === event.person;

/** A review concerns the side whose goal or appeal it's about; an own goal is its scorer's, and a retake its kicker's. */
const concerned = (state: MatchState, event: MatchEvent): ClubCode | undefined => {
  if (event.type === 'goal') return event.by === undefined ? event.club : state.roster.get(event.by)?.club;
  if (event.type === 'retake') return state.decisions.get(event.of)?.club;
  if (event.type !== 'var-decision') return clubOf(state, event);
  const of = reviewNamed(state.reviews, event.of)?.of;
  return of === undefined ? undefined : state.decisions.get(of)?.club;
};

const fits = ({ entry: { id, event }, club, inGoal }: Told, wish: Wish, state: MatchState): boolean => {
  const { fixture, superseded } = state;
  const leg = fixture.legs[event.at.leg - 1];
  return (
    event.at.leg === (wish.leg ?? fixture.legs.length) &&
    superseded[id] === undefined &&
    isSuch(event, wish, inGoal) &&
    (wish.side === undefined || leg?.[wish.side] === club) &&
    wish.windows.some(
      ({ half, from, to }) => event.at.period === half && event.at.elapsed >= from && event.at.elapsed <= to,
    )
  );
};

const isSuch = (event: MatchEvent, wish: Wish, inGoal: boolean): boolean => {
  switch (wish.event) {
    case 'goal':
      return event.type === 'goal' && event.own !== true;
    case 'own-goal':
      return event.type === 'goal' && event.own === true;
    case 'penalty':
      return event.type === 'penalty';
    case 'penalty scored':
      return event.type === 'penalty' && event.outcome === 'scored';
    case 'penalty missed':
      return event.type === 'penalty' && event.outcome !== 'scored';
    case 'yellow':
      return event.type === 'caution';
    case 'goalkeeper red':
      return event.type === 'red' && inGoal;
    case 'concussion substitution':
      return event.type === 'substitution' && event.reason === 'concussion';
    case 'temporarily off':
      return event.type === 'temporarily-off';
    case 'retake':
    case 'second-yellow':
    case 'red':
    case 'substitution':
    case 'injury':
      return event.type === wish.event;
    case 'var overturned':
      return event.type === 'var-decision' && event.outcome === 'overturned';
    case 'var upheld':
      return event.type === 'var-decision' && event.outcome === 'upheld';
  }
};

/** Each wish takes an entry that fits; where that is taken, its taker looks for another (augmenting paths). */
const isMatched = (fitting: readonly (readonly EntryId[])[]): boolean => {
  const takers = new Map<EntryId, number>();
  const takes = (wish: number, tried: Set<EntryId>): boolean =>
    (fitting[wish] ?? []).some((id) => {
      if (tried.has(id)) return false;
      tried.add(id);
      const taker = takers.get(id);
      if (taker !== undefined && !takes(taker, tried)) return false;
      takers.set(id, wish);
      return true;
    });
  return fitting.every((_, wish) => takes(wish, new Set()));
};
