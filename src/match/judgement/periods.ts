import type { Mode } from '../command.ts';
import type { EventOf, MatchEvent } from '../event.ts';
import { evolve, type MatchState } from '../state.ts';
import { comparePeriod, formatClock, HALVES, type Half, isHalf, type MatchTime, MINUTE, type Period } from '../time.ts';
import { type Breach, breach, when } from './breach.ts';
import { nameOfClub, nameOfPeriod } from './names.ts';
import { judgeSides, tooFew } from './play.ts';

/** Law 8.1: it begins a half, or follows a goal. */
export const judgeKickOff = (state: MatchState, event: EventOf<'kick-off'>, mode: Mode): Breach[] => {
  const { clock } = state;
  const { period, elapsed } = event.at;
  const numbers = mode === 'simulate' ? judgeSides(state) : tooFew(state);
  if (clock.status === 'abandoned' || clock.status === 'cancelled')
    return [breach('match-abandoned', `the match has been ${clock.status}`)];
  if (!isHalf(period)) return [breach('period-out-of-order', `there is no kick-off in ${nameOfPeriod(period)}`)];
  const ahead = comparePeriod(period, clock.base);
  if (ahead < 0 || clock.base === 'FT')
    return [breach('period-out-of-order', `${nameOfPeriod(period)} is over, and nobody has reopened it`)];
  if (state.standing.endsPlay && ahead === 0)
    return [breach('match-over', 'a golden goal has ended the match: no restart follows')];
  if (ahead > 0) return [...judgeStart(state, period, mode), ...judgeBeginner(state, event, period), ...numbers];
  if (elapsed > 0) return [...judgeAfterGoal(state, event, mode), ...numbers];
  return [...judgeTwice(state, period, mode), ...judgeBeginner(state, event, period), ...numbers];
};

/** The half that begins follows on the interval before it, and somebody needs it. */
const judgeStart = (state: MatchState, half: Half, mode: Mode): Breach[] => [
  ...(half === 'ET1' || half === 'ET2' ? judgeExtraTime(state, half) : []),
  ...when(
    mode === 'simulate' && state.clock.base !== BEFORE[half],
    'period-out-of-order',
    () => `${nameOfPeriod(half)} can't follow on ${nameOfPeriod(state.clock.base)}`,
  ),
];

/** The sides take turns at it, as far as the log tells who began; extra time begins with a toss of its own. */
const judgeBeginner = (state: MatchState, { club }: EventOf<'kick-off'>, half: Half): Breach[] => {
  const { begun = {}, restart } = state.clock;
  const before = HALF_BEFORE[half];
  const other = before === undefined ? undefined : begun[before];
  // At the same instant as a goal it follows on that.
  const first = begun[half] === undefined && restart?.kind !== 'kick-off';
  return when(
    first && club !== undefined && club === other,
    'wrong-side-restarts',
    () => `${nameOfClub(state, club)} kicked off the half before`,
  );
};

const HALF_BEFORE: Readonly<Partial<Record<Half, Half>>> = { '2H': '1H', ET2: 'ET1' };

const BEFORE: Readonly<Record<Half, Period>> = { '1H': 'pre', '2H': 'HT', ET1: 'ENT', ET2: 'ETHT' };

const judgeExtraTime = (state: MatchState, half: 'ET1' | 'ET2'): Breach[] => {
  if (state.rules.extraTime === 'none')
    return [breach('extra-time-not-required', `${state.rules.name} has no extra time`)];
  const { standing } = afterWhistle(state);
  const settled = half === 'ET1' && standing.over;
  const ended = half === 'ET2' && standing.over && standing.endsPlay;
  return when(settled || ended, 'extra-time-not-required', () => 'nothing is left to be decided');
};

/** As if the half under way had been ended: what it all amounts to then. */
export const afterWhistle = (state: MatchState): MatchState =>
  isHalf(state.clock.base)
    ? evolve(state, {
        id: '',
        event: { type: 'period-end', at: { leg: state.leg, ...state.clock.watch, period: state.clock.base } },
      })
    : state;

const judgeTwice = ({ clock }: MatchState, half: Half, mode: Mode): Breach[] =>
  when(
    mode === 'simulate' && clock.restart?.kind !== 'kick-off',
    'restart-not-owed',
    () => `${nameOfPeriod(half)} has been kicked off`,
  );

const judgeAfterGoal = (state: MatchState, { at, club }: EventOf<'kick-off'>, mode: Mode): Breach[] => {
  const { restart } = state.clock;
  if (restart?.kind === 'kick-off') {
    const wrong = club !== undefined && restart.club !== undefined && club !== restart.club;
    return when(
      wrong,
      'wrong-side-restarts',
      () => `it's for ${nameOfClub(state, restart.club)} to kick off, who conceded`,
    );
  }
  // A record may have told of something else in between, or have the score without the goal.
  const { unattributed } = state.tally;
  const excused = mode === 'record' && (unattributed.home !== 0 || unattributed.away !== 0 || mayFollowGoal(state, at));
  return when(!excused, 'restart-not-owed', () => 'no goal has been scored that a kick-off would follow');
};

/** Once a goal has been cancelled, only one before it can still be waiting for its kick-off. */
const mayFollowGoal = ({ goals, superseded, clock, tally }: MatchState, at: MatchTime): boolean => {
  const last = goals.findLast((goal) => goal.at.leg === at.leg && goal.at.period === at.period);
  if (last === undefined) return false;
  return superseded[last.id] === undefined || clock.kickOffsAfterGoals < tally.home + tally.away;
};

/** Laws 7.1 to 7.4. */
export const judgeWhistle = (
  state: MatchState,
  event: EventOf<'half-time' | 'full-time' | 'period-end'>,
  mode: Mode,
): Breach[] => {
  const { clock } = state;
  const { period } = event.at;
  if (clock.status === 'abandoned' || clock.status === 'cancelled')
    return when(mode === 'simulate', 'match-abandoned', () => `the match has been ${clock.status}`);
  if (period === 'PEN') return judgeEndOfKicks(state, mode);
  if (!isHalf(period)) {
    // A report that the match has ended confirms what the whistle said.
    const confirms = event.type === 'full-time' && mode === 'record' && comparePeriod(period, 'ENT') >= 0;
    return when(!confirms, 'period-out-of-order', () => `${nameOfPeriod(period)} isn't ended by a whistle`);
  }
  if (clock.base !== period) return judgeMisplaced(state, period, mode);
  return [
    ...when(
      !fits(event.type, period),
      'period-out-of-order',
      () => `${nameOfPeriod(period)} doesn't end with ${event.type}`,
    ),
    ...when(mode === 'simulate' && clock.status !== undefined, 'play-suspended', () => `play is ${clock.status}`),
    ...judgeLength(state, event, period),
    ...judgeUnfinished(state, mode),
  ];
};

const fits = (type: 'half-time' | 'full-time' | 'period-end', half: Half): boolean => {
  switch (type) {
    case 'half-time':
      return half === '1H' || half === 'ET1';
    case 'full-time':
      return true;
    case 'period-end':
      return true;
  }
};

/** Several reports of one whistle are no second whistle. */
const judgeMisplaced = ({ clock }: MatchState, half: Half, mode: Mode): Breach[] => {
  const begun = comparePeriod(half, clock.base) < 0;
  const repeated = begun && !isHalf(clock.base) && clock.watch.period === half;
  const excused = mode === 'record' && (!begun || repeated);
  return when(!excused, 'period-out-of-order', () => `${nameOfPeriod(half)} ${begun ? 'is over' : "hasn't begun"}`);
};

const judgeLength = (state: MatchState, { type, at }: MatchEvent, half: Half): Breach[] => {
  const { clock, standing } = state;
  // A golden goal ends the match there and then.
  if (standing.over && standing.endsPlay) return [];
  const whole = (HALVES[half].to - HALVES[half].from) * MINUTE;
  const last = type === 'full-time' && (half === '1H' || half === 'ET1');
  if (at.elapsed < whole || last)
    return [
      breach(
        'early-whistle',
        last
          ? `the match ends after ${nameOfPeriod(half)}`
          : `${nameOfPeriod(half)} ends at ${formatClock(at)}, before its ${whole / MINUTE} minutes are over`,
      ),
    ];
  return when(
    clock.addedTime !== undefined && at.elapsed < whole + clock.addedTime * MINUTE,
    'stoppage-shorter-than-announced',
    () => `${clock.addedTime} minutes were announced, and the whistle goes at ${formatClock(at)}`,
  );
};

/** What has to be brought to its end first. A check that nobody ever closed may have ended in silence. */
const judgeUnfinished = ({ clock, reviews }: MatchState, mode: Mode): Breach[] => [
  ...when(
    reviews.open.some((id) => mode === 'simulate' || reviews.all[id]?.kind !== 'check'),
    'review-open',
    () => 'the referee is still reviewing a decision',
  ),
  ...when(clock.restart?.kind === 'penalty', 'penalty-not-taken', () => 'a penalty has been awarded and not taken'),
];

const judgeEndOfKicks = ({ shootout, clock }: MatchState, mode: Mode): Breach[] => [
  ...when(shootout?.winner === undefined, 'shoot-out-undecided', () => 'nobody has won the shoot-out yet'),
  ...when(mode === 'simulate' && clock.period === 'FT', 'match-over', () => 'the deciding kick has ended the match'),
];

/** Law 5.2: while nothing has begun since, for what happened before the whistle. */
export const judgeReopening = (state: MatchState, { at }: EventOf<'period-reopened'>, mode: Mode): Breach[] => {
  const { base, watch, status } = state.clock;
  if (status === 'abandoned' || status === 'cancelled')
    return [breach('match-abandoned', `the match has been ${status}`)];
  if (!isHalf(at.period)) return [breach('period-out-of-order', `${nameOfPeriod(at.period)} can't be reopened`)];
  if (isWonByGoldenGoal(state) && isExtraTime(at.period))
    return [breach('match-over', 'a golden goal has ended the match, and it stands')];
  if (base === at.period) return [breach('period-out-of-order', `${nameOfPeriod(base)} isn't over`)];
  const next = !isHalf(base) && base !== 'PEN' && watch.period === at.period;
  return [
    ...when(!next, 'period-out-of-order', () => `${nameOfPeriod(at.period)} isn't what was just ended`),
    ...when(
      mode === 'simulate' && next && state.ruled.legs[state.leg] !== undefined,
      'match-over',
      () => 'the result is official',
    ),
  ];
};

const isWonByGoldenGoal = ({ rules, tally }: MatchState): boolean =>
  rules.extraTime === 'golden' && tally.extra.home !== tally.extra.away;

const isExtraTime = (half: Half): boolean => half === 'ET1' || half === 'ET2';

/** Law 7.3: a minimum, told at the end of a half; it may be raised. */
export const judgeAddedTime = (state: MatchState, { at, minutes }: EventOf<'added-time'>, mode: Mode): Breach[] => {
  const { clock } = state;
  const outside =
    !isHalf(at.period) || (mode === 'simulate' ? clock.base !== at.period : comparePeriod(clock.base, at.period) > 0);
  if (outside)
    return [
      breach('period-out-of-order', `no time is added in ${nameOfPeriod(isHalf(at.period) ? clock.base : at.period)}`),
    ];
  return when(
    clock.base === at.period && clock.addedTime !== undefined && minutes < clock.addedTime,
    'added-time-reduced',
    () => `${clock.addedTime} minutes were announced, and now ${minutes}`,
  );
};

/** Law 7.5. */
export const judgeBreakingOff = (
  state: MatchState,
  { type }: EventOf<'suspended' | 'resumed' | 'abandoned' | 'postponed' | 'cancelled'>,
  mode: Mode,
): Breach[] => {
  const { clock, standing } = state;
  const strict = mode === 'simulate';
  const over = standing.over && standing.endsPlay;
  switch (type) {
    case 'suspended':
    case 'abandoned':
      if (over && clock.status === undefined) return [breach('match-over', 'the match is over')];
      return [
        ...when(strict && clock.base === 'pre', 'not-under-way', () => 'nobody has kicked off'),
        ...when(isOff(state), 'match-abandoned', () => `the match has been ${clock.status}`),
        ...when(
          strict && type === 'suspended' && clock.status === 'suspended',
          'play-suspended',
          () => 'play is suspended already',
        ),
      ];
    case 'resumed':
      return [
        ...when(isOff(state), 'match-abandoned', () => `the match has been ${clock.status}`),
        ...when(strict && clock.status === undefined, 'not-suspended', () => 'play goes on as it is'),
      ];
    case 'postponed':
    case 'cancelled':
      return [
        ...when(clock.base !== 'pre', 'already-under-way', () => 'the match has begun'),
        ...when(isOff(state), 'match-abandoned', () => `the match has been ${clock.status}`),
      ];
  }
};

const isOff = ({ clock }: MatchState): boolean => clock.status === 'abandoned' || clock.status === 'cancelled';
