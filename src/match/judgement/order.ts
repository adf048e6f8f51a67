import type { Mode } from '../command.ts';
import type { EventType, MatchEvent } from '../event.ts';
import type { MatchState } from '../state.ts';
import { comparePeriod, formatClock, formatTime, isHalf } from '../time.ts';
import { type Breach, when } from './breach.ts';
import { nameOfPeriod } from './names.ts';

/** Where in the match an event lies: not before what has happened, nor in an extra time that nobody needs. */
export const judgeOrder = (state: MatchState, event: MatchEvent, mode: Mode): Breach[] => [
  ...judgeNeed(state, event),
  ...(mode === 'simulate' ? judgeClock(state, event) : []),
];

/** Extra time was begun when it had to be, and a goal before it has since been taken back, or given. */
const judgeNeed = ({ standing }: MatchState, { type, at }: MatchEvent): Breach[] =>
  when(
    standing.over && !standing.endsPlay && EXTRA.has(at.period) && !RECORD.has(type) && type !== 'kick-off',
    'no-longer-required',
    () => 'normal time has settled it, and this is extra time',
  );

const EXTRA: ReadonlySet<string> = new Set(['ET1', 'ETHT', 'ET2', 'EET']);

/** What only remarks on the match, or is about what went before. */
const RECORD: ReadonlySet<EventType> = new Set<EventType>([
  'note',
  'ruling',
  'statistics',
  'possession',
  'officials',
  'conditions',
]);

const judgeClock = ({ clock, leg, interval }: MatchState, { type, at }: MatchEvent): Breach[] => {
  if (RECORD.has(type)) return [];
  const { base, watch } = clock;
  const past = comparePeriod(at.period, base);
  const now = { leg, period: base, elapsed: isHalf(base) || base === 'PEN' ? watch.elapsed : interval };
  const back = () =>
    isHalf(base)
      ? `the watch shows ${formatClock(now)}, and this is to be at ${formatClock(at)}`
      : `it's ${formatTime(now)} already, and this is to be at ${formatTime(at)}`;
  return [
    ...when(past === 0 && at.elapsed < now.elapsed, 'clock-goes-back', back),
    ...when(
      past < 0 && isHalf(base),
      'clock-goes-back',
      () => `it's ${nameOfPeriod(base)}, and this is to be in ${nameOfPeriod(at.period)}`,
    ),
  ];
};
