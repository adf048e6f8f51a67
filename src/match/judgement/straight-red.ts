import type { EventOf } from '../event.ts';
import type { PersonId } from '../fixture.ts';
import type { Decision } from '../laws/decisions.ts';
import type { EventId, MatchState } from '../state.ts';
import { type Breach, breach, when } from './breach.ts';
import { nameOfEntry, nameOfPerson } from './names.ts';

/** Law 12.3: what somebody is sent off for at once. */
export const judgeStraightRed = (state: MatchState, event: EventOf<'red'>, person: PersonId): Breach[] => [
  ...judgeGravity(state, event, person),
  ...judgeDenied(state, event),
];

/** A feed may write a second caution as a red card; and staff are sent off for more than footballers are. */
const judgeGravity = (state: MatchState, { reason = 'other' }: EventOf<'red'>, person: PersonId): Breach[] => {
  const footballer = state.roster.has(person) && state.roster.get(person)?.person.role !== 'staff';
  return when(
    footballer && state.cards[person] === undefined && ONLY_CAUTIONED.has(reason),
    'only-a-caution',
    () => `${nameOfPerson(state, person)} is sent off at once for ${reason.replaceAll('-', ' ')}`,
  );
};

/** Those that have no graver form; words and gestures may be offensive as well. */
const ONLY_CAUTIONED: ReadonlySet<string> = new Set([
  'time-wasting',
  'simulation',
  'persistent-offences',
  'stopping-a-promising-attack',
  'delaying-the-restart',
  'encroachment',
  'illegal-feint',
]);

/** Where the goal is scored all the same (advantage), the offence has denied nothing and is worth a caution. */
const judgeDenied = (state: MatchState, { reason, offence: id }: EventOf<'red'>): Breach[] => {
  const offence = id === undefined ? undefined : state.decisions.get(id);
  if (reason !== 'denying-an-obvious-chance' || offence?.club === undefined) return [];
  const scored = scoredAgainst(state, offence);
  return scored === undefined
    ? []
    : [breach('goal-not-denied', `${nameOfEntry(state, scored)} was scored all the same`)];
};

/** Out of the same attack: nothing but play lies between the offence and the goal. */
const scoredAgainst = (state: MatchState, { id, club, at }: Decision): EventId | undefined => {
  for (const later of state.decisions.after(id)) {
    const same = later.at.leg === at.leg && later.at.period === at.period;
    if (!same || later.at.elapsed - at.elapsed > ADVANTAGE_MS || STOPPED.has(later.type)) return undefined;
    const goal = later.type === 'goal' ? state.goals.findLast((its) => its.id === later.id) : undefined;
    const counts = goal !== undefined && goal.penalty === undefined && state.superseded[goal.id] === undefined;
    if (counts && goal.club !== club) return goal.id;
  }
  return undefined;
};

/** A free kick that the log leaves out isn't taken as soon as that. */
const ADVANTAGE_MS = 10_000;

const STOPPED: ReadonlySet<Decision['type']> = new Set<Decision['type']>([
  'penalty-awarded',
  'penalty',
  'free-kick',
  'corner',
  'goal-kick',
  'throw-in',
  'dropped-ball',
]);
