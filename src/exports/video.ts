import type { Claim } from '../journal/journal.ts';
import { isHalf, type Millis, PERIODS, type Period } from '../match/time.ts';
import type { ExportOptions } from './matter.ts';

/**
 * Where a video of a leg shows an event, in milliseconds. While the watch runs that is where its period starts in the
 * video and the time elapsed since; everything else lies as far from the period before it as the feed says. A start that
 * isn't given is reckoned from the one before; without any, the video begins with the kick-off.
 */
export const videoTimes = (
  claims: readonly Claim[],
  { starts = {} }: Pick<ExportOptions, 'starts'>,
): ((claim: Claim) => Millis) => {
  const anchors = new Map<Period, Anchor>();
  let latest: Anchor = { feed: beginsAt(claims, '1H') ?? claims[0]?.offset ?? 0, video: starts['1H'] ?? 0 };
  for (const period of PERIODS) {
    const feed = beginsAt(claims, period);
    if (feed !== undefined && (isHalf(period) || period === 'PEN')) {
      latest = { feed, video: starts[period] ?? latest.video + feed - latest.feed };
    }
    anchors.set(period, latest);
  }
  return ({ event: { at }, offset }) => {
    const { feed, video } = anchors.get(at.period) ?? latest;
    return isHalf(at.period) ? video + at.elapsed : video + offset - feed;
  };
};

/** The same moment on two clocks. */
interface Anchor {
  readonly feed: Millis;
  readonly video: Millis;
}

/** The feed time at which a period began: that of its kick-off, or of the first thing known of it. */
const beginsAt = (claims: readonly Claim[], period: Period): Millis | undefined => {
  const its = claims.filter(({ event }) => event.at.period === period);
  const first = its.find(({ event }) => event.type === 'kick-off') ?? its[0];
  if (first === undefined) return undefined;
  return isHalf(period) ? first.offset - first.event.at.elapsed : first.offset;
};
