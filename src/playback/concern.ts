import type { Recorded } from '../journal/projection.ts';
import type { EventType, MatchEvent } from '../match/event.ts';
import { peopleIn } from '../match/judgement/named.ts';
import { scoringClub } from '../match/laws/goals.ts';
import { clubOf, type MatchState } from '../match/state.ts';
import type { ViewName } from '../projections/views.ts';

/**
 * Whether an entry is about a part of a view, even where it changes nothing there: a goal that is reported twice, or as
 * possible, concerns the score all the same.
 */
export const isConcerned = (view: ViewName, path: readonly string[], { entry, subject, after }: Recorded): boolean => {
  const event = entry.kind === 'retraction' ? subject?.event : entry.event;
  if (event === undefined || !isAbout(view, event)) return false;
  if (view === 'scoreboard' && !isOfScore(path, event)) return false;
  return path.every((step) => isOfWhom(step, event, after));
};

/** Of some parts nothing is seen of a goal until a whistle makes them, of all that was scored before. */
export const isSettledByWhistle = (view: ViewName, [first = '']: readonly string[]): boolean =>
  view === 'result' || (view === 'scoreboard' && (first === 'halfTime' || first === 'normalTime'));

/** Each score of the scoreboard is made in periods of its own; what a side is called, no goal changes. */
const isOfScore = (path: readonly string[], { at: { period } }: MatchEvent): boolean => {
  const last = path.at(-1);
  if (last === 'name' || last === 'club') return false;
  switch (path[0]) {
    case 'home':
    case 'away':
      return period !== 'PEN';
    case 'halfTime':
      return period === '1H';
    case 'normalTime':
      return period === '1H' || period === '2H';
    case 'extraTime':
      return period === 'ET1' || period === 'ET2';
    case 'shootout':
      return period === 'PEN';
    default:
      return true;
  }
};

/** Of these it matters whatever `of` names: they make something of it. */
export const LINKS: ReadonlySet<EventType> = new Set<EventType>([
  'var-check',
  'var-review',
  'var-decision',
  'goal-disallowed',
  'retake',
  'card-cancelled',
  'card-transferred',
  'ruling',
]);

const isAbout = (view: ViewName, event: MatchEvent): boolean => {
  if (event.type === 'penalty') return SCORES.has(view) && event.outcome !== 'scored';
  // One that went in moves the score; one that didn't is why it isn't higher.
  if (event.type === 'kick' && view === 'scoreboard') return event.outcome !== 'scored';
  if (event.type === 'ruling') return RULED[event.kind]?.includes(view) === true;
  return CONCERNING[view].has(event.type);
};

const SCORES: ReadonlySet<ViewName> = new Set<ViewName>(['scoreboard', 'aggregate', 'result']);

const RULED: Readonly<Partial<Record<Extract<MatchEvent, { type: 'ruling' }>['kind'], readonly ViewName[]>>> = {
  'goal-reattributed': ['scoreboard'],
  'card-rescinded': ['cards'],
  suspension: ['cards'],
  confirmed: ['result'],
  awarded: ['result', 'aggregate', 'scoreboard'],
  annulled: ['result', 'aggregate'],
  'replay-ordered': ['result', 'aggregate'],
  void: ['result', 'aggregate'],
  disqualified: ['aggregate'],
  advances: ['aggregate'],
};

const types = (...names: readonly EventType[]): ReadonlySet<EventType> => new Set(names);

const GOALS = types('goal', 'goal-disallowed', 'snapshot');

const CONCERNING: Readonly<Record<ViewName, ReadonlySet<EventType>>> = {
  clock: types(
    'kick-off',
    'half-time',
    'full-time',
    'period-end',
    'period-reopened',
    'added-time',
    'suspended',
    'resumed',
    'abandoned',
    'postponed',
    'cancelled',
    'delay',
    'clock-correction',
  ),
  scoreboard: GOALS,
  aggregate: GOALS,
  cards: types('caution', 'second-yellow', 'red', 'card-cancelled', 'card-transferred'),
  var: types('var-check', 'var-review', 'var-decision', 'var-unavailable', 'var-available'),
  lineups: types('line-ups', 'substitution', 'temporarily-off', 'back-on', 'left', 'arrived', 'goalkeeper', 'captain'),
  shootout: types('kick', 'excluded', 'shoot-out-score'),
  stats: types('statistics', 'possession'),
  timeline: types(),
  commentary: types(),
  result: types('goal', 'goal-disallowed', 'kick', 'snapshot'),
};

/** A step of a path may name somebody, a club or a side: then only their events are meant. */
const isOfWhom = (step: string, event: MatchEvent, state: MatchState): boolean => {
  if (state.roster.has(step)) return peopleIn(event).includes(step);
  const club = step === 'home' || step === 'away' ? state.sides[step] : step;
  if (state.fixture.clubs[club] === undefined) return true;
  const its = event.type === 'goal' ? scoringClub(state, event) : clubOf(state, event);
  return its === undefined || its === club;
};
