import type { EventOf } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import type { Kick } from '../laws/shootout.ts';
import type { MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { type Breach, when } from './breach.ts';
import { nameOfClub, nameOfPerson } from './names.ts';

/** Law 10.3: everybody of a side kicks before anybody kicks again, and both sides count as many. */
export const judgeCycle = (state: MatchState, event: EventOf<'kick'>, club: ClubCode): Breach[] => [
  ...judgeAgain(state, event, club),
  ...judgeLeftOver(state, event, club),
];

/** How many of each side kick before anybody comes again: the larger one is reduced. */
export const cycleOf = (state: MatchState): number =>
  Math.min(...[state.sides.home, state.sides.away].map((club) => eligible(state, club)));

export const eligible = (state: MatchState, club: ClubCode): number => {
  const away = Object.values(state.people).filter((its) => its.club === club && its.status === 'temporarily-off');
  const out = state.leftOut.filter((person) => state.people[person]?.club === club && mayKick(state, person));
  return (state.teams[club]?.count ?? 11) + away.length - out.length;
};

export const mayKick = ({ people }: MatchState, person: string): boolean =>
  people[person]?.status === 'on' || people[person]?.status === 'temporarily-off';

const judgeAgain = (state: MatchState, { by, at }: EventOf<'kick'>, club: ClubCode): Breach[] => {
  const length = cycleOf(state);
  if (by === undefined || length === 0) return [];
  const others = otherKicks(state, at, club);
  const begun = Math.floor(others.length / length) * length;
  const those = [by, ...replacedBy(state, by)];
  const again = others.slice(begun).some((kick) => kick.by !== undefined && those.includes(kick.by));
  return when(
    again,
    'already-kicked-this-cycle',
    () => `${nameOfPerson(state, by)} has kicked, and not all of ${nameOfClub(state, club)} have`,
  );
};

/** Of that side, those that count; a kick under the number of this one is the same turn. */
const otherKicks = ({ shootout }: MatchState, { elapsed }: MatchTime, club: ClubCode): readonly Kick[] =>
  shootout?.kicks.filter(
    (kick) => !kick.superseded && kick.club === club && kick.number !== Math.round(elapsed / 1000),
  ) ?? [];

/** Whoever replaces the goalkeeper during the kicks has his place in the round too. */
const replacedBy = ({ people }: MatchState, person: PersonId): readonly PersonId[] => {
  const { on } = people[person] ?? {};
  return on?.at.period === 'PEN' && on.for !== undefined ? [on.for] : [];
};

/** Whoever is still to kick when as many of his side have as the others have at all ought to have been left out. */
const judgeLeftOver = (state: MatchState, { by, at }: EventOf<'kick'>, club: ClubCode): Breach[] => {
  const kicked = new Set(otherKicks(state, at, club).map((kick) => kick.by));
  const most = cycleOf(state);
  const isNew = by !== undefined && !kicked.has(by) && !state.leftOut.includes(by);
  return when(
    isNew && kicked.size >= most && !kicked.has(undefined) && areNumbersSure(state, by),
    'kicker-not-eligible',
    () => `${most} of ${nameOfClub(state, club)} have kicked, and the others have no more than that`,
  );
};

/** Nobody has gone or come since the first kick, both sheets are known, and he doesn't stand in for the goalkeeper. */
const areNumbersSure = ({ rules, sides, teams, people, cards }: MatchState, by: PersonId): boolean =>
  rules.shootOut.equateDuring &&
  [sides.home, sides.away].every((club) => teams[club]?.known === true && teams[club]?.goalkeeper !== by) &&
  !Object.values(people).some(({ on, off }) => on?.at.period === 'PEN' || off?.at.period === 'PEN') &&
  !Object.values(cards).some(({ sentOff }) => sentOff?.at.period === 'PEN');
