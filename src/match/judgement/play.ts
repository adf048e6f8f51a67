import type { Mode } from '../command.ts';
import type { EventOf, MatchEvent } from '../event.ts';
import type { MatchState } from '../state.ts';
import { comparePeriod, isHalf, type MatchTime } from '../time.ts';
import { clubOf } from '../who.ts';
import { judgeAnswer } from './answers.ts';
import { type Breach, breach, when } from './breach.ts';
import { nameOfClub, nameOfPeriod, wordOf } from './names.ts';
import { judgeGoalkeepers, judgeKeeper, judgeNumbers, judgePresence } from './presence.ts';
import { judgeAfterLastKick, judgeRebound } from './rebounds.ts';

/** Why the ball can't be in play. */
export type Stop =
  | 'not-begun'
  | 'period-over'
  | 'match-over'
  | 'called-off'
  | 'suspended'
  | 'under-review'
  | 'restart-owed';

/** Laws 7 and 8. A record may leave out kick-offs, restarts and resumptions; whistles that it has count. */
export const stopAt = (state: MatchState, at: MatchTime, mode: Mode): Stop | undefined => {
  const { clock, standing, reviews } = state;
  if (clock.status === 'abandoned' || clock.status === 'cancelled') return 'called-off';
  if (!isHalf(at.period)) return at.period === 'pre' ? 'not-begun' : 'period-over';
  if (isHalf(clock.base) && standing.over && standing.endsPlay) return 'match-over';
  const ahead = comparePeriod(at.period, clock.base);
  if (ahead < 0) return 'period-over';
  if (mode === 'record') return undefined;
  if (ahead > 0) return 'not-begun';
  if (clock.status !== undefined) return 'suspended';
  if (reviews.open.some((id) => reviews.all[id]?.kind !== 'check')) return 'under-review';
  return clock.restart?.kind === 'kick-off' || clock.restart?.kind === 'penalty' ? 'restart-owed' : undefined;
};

export const sayStop = (state: MatchState, stop: Stop, at: MatchTime): string => {
  const { clock } = state;
  switch (stop) {
    case 'not-begun':
      return isHalf(at.period) ? `${nameOfPeriod(at.period)} hasn't begun` : 'nobody has kicked off';
    case 'period-over':
      return isHalf(at.period) ? `${nameOfPeriod(at.period)} is over` : `it's ${nameOfPeriod(at.period)}`;
    case 'match-over':
      return 'the match is over';
    case 'called-off':
      return `the match has been ${clock.status ?? 'called off'}`;
    case 'suspended':
      return `play is ${clock.status ?? 'suspended'}`;
    case 'under-review':
      return 'the referee is still reviewing a decision';
    case 'restart-owed':
      return clock.restart?.kind === 'penalty'
        ? `${nameOfClub(state, clock.restart.club)} have a penalty to take`
        : `${nameOfClub(state, clock.restart?.club)} haven't kicked off since the goal`;
  }
};

type Play = EventOf<
  | 'shot'
  | 'chance'
  | 'error'
  | 'corner'
  | 'free-kick'
  | 'throw-in'
  | 'goal-kick'
  | 'dropped-ball'
  | 'offside'
  | 'foul'
  | 'handball'
  | 'touch'
>;

/** Attempts, offences and restarts: the ball is in play, or put there, and those who act are on the pitch. */
export const judgePlay = (state: MatchState, event: Play, mode: Mode): Breach[] => {
  // What the referee decides at the monitor is no play yet.
  const decided = 'review' in event && event.review !== undefined;
  const stop = decided ? undefined : stopAt(state, event.at, mode);
  return [
    ...(stop === undefined
      ? []
      : [breach('ball-not-in-play', `no ${wordOf(event.type)} now: ${sayStop(state, stop, event.at)}`)]),
    ...(event.type === 'shot' ? [...judgeRebound(state, event), ...judgeKeeper(state, event)] : []),
    ...('offence' in event || 'review' in event ? judgeAnswer(state, event) : []),
    ...(!decided && (event.type === 'corner' || RESTARTS.has(event.type)) ? judgeAfterLastKick(state, event) : []),
    ...judgePresence(state, event, takingPart(event)),
    ...(mode === 'simulate' ? judgeSides(state) : RESTARTS.has(event.type) ? tooFew(state) : []),
    ...when(
      mode === 'simulate' && clubOf(state, event) === undefined,
      'nobody-named',
      () => `whose ${wordOf(event.type)} it is isn't said`,
    ),
  ];
};

/** Before play goes on, in a match by the Laws. */
export const judgeSides = (state: MatchState): Breach[] => [...judgeNumbers(state), ...judgeGoalkeepers(state)];

/** A match with fewer than seven on a side doesn't go on once the ball is out of play (Law 3.1). */
export const tooFew = (state: MatchState): Breach[] =>
  judgeNumbers(state).filter(({ code }) => code === 'too-few-on-the-pitch');

/** Everybody who does something with the ball, or has it done to him. */
export const takingPart = (event: MatchEvent) => [
  'by' in event && event.type !== 'ruling' ? event.by : undefined,
  'assist' in event ? event.assist : undefined,
  'keeper' in event ? event.keeper : undefined,
  'blockedBy' in event ? event.blockedBy : undefined,
  ...('contributions' in event ? (event.contributions ?? []).map(({ by }) => by) : []),
];

const RESTARTS: ReadonlySet<MatchEvent['type']> = new Set<MatchEvent['type']>([
  'free-kick',
  'throw-in',
  'goal-kick',
  'dropped-ball',
]);
