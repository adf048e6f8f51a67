import type { ClubCode, Fixture, Side } from '../match/fixture.ts';
import { HALVES, type Half, isHalf, type MatchTime, MINUTE, type Millis, PERIODS, type Period } from '../match/time.ts';
import type { TimelineItem, Views } from '../projections/views.ts';
import { nameOrSomebody } from './names.ts';
import { type Shape, shapeOf, type Tone, toneOf } from './tone.ts';
import { kindInWords, words } from './words.ts';

/** A leg as a bar in match time, from 0 to 1. A client never sees the future: marks are what has been told. */
export interface Track {
  readonly spans: readonly TrackSpan[];
  readonly marks: readonly TrackMark[];
  /** Where the watch stands. */
  readonly playhead: number;
}

export interface TrackSpan {
  readonly period: Period;
  /** `1st` */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Where the regulation time of a half ends and added time begins. */
  readonly regulation?: number;
}

export interface TrackMark {
  readonly at: number;
  /** The timeline's key. */
  readonly id: string;
  readonly kind: string;
  readonly shape: Shape;
  readonly tone: Tone;
  readonly side?: Side;
  readonly club?: ClubCode;
  /** `45'` */
  readonly minute: string;
  /** `45' Goal, Zappacosta (ATA)` */
  readonly label: string;
  readonly key: boolean;
  /** Superseded or taken back. */
  readonly void: boolean;
}

type Seen = Pick<Views, 'clock' | 'timeline' | 'scoreboard' | 'shootout'>;

/**
 * The leg being played. The axis is the regulation length of both halves, and grows as added time is played and as
 * extra time or a shoot-out comes. `watch` is the elapsed time at this moment; otherwise that of the last entry.
 */
export const trackOf = (views: Seen, fixture: Fixture, watch: Millis = views.clock.elapsed): Track => {
  const { clock, timeline } = views;
  const items = Object.entries(timeline).filter(([, item]) => item.at.leg === clock.leg);
  const axis = axisOf(
    items.map(([, item]) => item.at),
    { ...clock, elapsed: isHalf(clock.period) ? watch : clock.elapsed },
  );
  return {
    spans: axis.map(({ period, from, length }) => ({
      period,
      name: words.periodsShort[period],
      from: share(axis, from),
      to: share(axis, from + length),
      ...(isHalf(period) ? { regulation: share(axis, from + Math.min(length, regulationOf(period))) } : {}),
    })),
    marks: items
      .filter(([, item]) => isMarked(item))
      .map(([id, item]) => markOf(id, item, axis, views, fixture))
      .sort((a, b) => a.at - b.at),
    playhead: placeOn(axis, { period: clock.period, elapsed: isHalf(clock.period) ? watch : clock.elapsed }),
  };
};

interface Stretch {
  readonly period: Period;
  readonly from: Millis;
  readonly length: Millis;
}

const regulationOf = (half: Half): Millis => (HALVES[half].to - HALVES[half].from) * MINUTE;

/** Ten kicks are as long as a half of extra time. */
const KICK_MS = 1.5 * MINUTE;

/** The halves that there are, one after the other; intervals have no length. */
const axisOf = (times: readonly MatchTime[], clock: Pick<Views['clock'], 'period' | 'elapsed'>): Stretch[] => {
  const longest = new Map<Period, Millis>();
  const reach = ({ period, elapsed }: Pick<MatchTime, 'period' | 'elapsed'>): void => {
    longest.set(period, Math.max(longest.get(period) ?? 0, elapsed));
  };
  times.forEach(reach);
  reach(clock);
  const axis: Stretch[] = [];
  let from = 0;
  const isOn = (period: Period): boolean =>
    longest.has(period) || period === '1H' || period === '2H' || (period === 'ET2' && longest.has('ET1'));
  for (const period of PERIODS) {
    if (!isOn(period) || !(isHalf(period) || period === 'PEN')) continue;
    const reached = longest.get(period) ?? 0;
    const length = isHalf(period) ? Math.max(regulationOf(period), reached) : Math.max(10, reached / 1000) * KICK_MS;
    axis.push({ period, from, length });
    from += length;
  }
  return axis;
};

const totalOf = (axis: readonly Stretch[]): Millis => {
  const last = axis.at(-1);
  return last === undefined ? 1 : last.from + last.length;
};

const share = (axis: readonly Stretch[], millis: Millis): number => Math.min(1, Math.max(0, millis / totalOf(axis)));

/** An interval lies where the half before it ends. */
const placeOn = (axis: readonly Stretch[], { period, elapsed }: Pick<MatchTime, 'period' | 'elapsed'>): number => {
  const own = axis.find((stretch) => stretch.period === period);
  if (own !== undefined) {
    const along = period === 'PEN' ? (elapsed / 1000) * KICK_MS : elapsed;
    return share(axis, own.from + Math.min(own.length, along));
  }
  const before = axis.findLast((stretch) => PERIODS.indexOf(stretch.period) < PERIODS.indexOf(period));
  return before === undefined ? 0 : share(axis, before.from + before.length);
};

const MARKED: ReadonlySet<string> = new Set([
  'goal',
  'goal-disallowed',
  'penalty-awarded',
  'penalty',
  'kick',
  'caution',
  'second-yellow',
  'red',
  'substitution',
  'var-check',
  'var-review',
  'var-decision',
]);

const isMarked = ({ kind, status, key }: TimelineItem): boolean =>
  status !== 'duplicate' && (MARKED.has(kind) || (key === true && kind === 'ruling'));

const markOf = (
  id: string,
  item: TimelineItem,
  axis: readonly Stretch[],
  { scoreboard }: Seen,
  fixture: Fixture,
): TrackMark => {
  const { club, kind, label, person, key } = item;
  const side = club === undefined ? undefined : club === scoreboard.home.club ? 'home' : 'away';
  const who = person === undefined ? '' : `, ${nameOrSomebody(fixture, person)}`;
  return {
    at: placeOn(axis, item.at),
    id,
    kind,
    shape: shapeOf(item),
    tone: toneOf(item),
    ...(side === undefined || club === undefined ? {} : { side, club }),
    minute: label,
    label: `${label} ${kindInWords(kind)}${who}${club === undefined ? '' : ` (${club})`}`,
    key: key === true,
    void: item.supersededBy !== undefined || item.retractedBy !== undefined,
  };
};
