import type { Recording } from '../journal/recording.ts';
import { history, type MatchHistory } from '../playback/views.ts';

/**
 * The match as it is known at the end, told as if it had been known all along: what is believed, in match order, without
 * the corrections that led there. Reviews stay, for they are football.
 */
export const settled = ({ header }: Recording, known: MatchHistory): MatchHistory => {
  const claims = known.believedAt(known.length);
  // An entry that came days late mustn't hold up what follows it in the match: feed time never goes back.
  const offsets = claims.map(({ offset }) => offset);
  for (let at = offsets.length - 2; at >= 0; at -= 1) offsets[at] = Math.min(offsets[at] ?? 0, offsets[at + 1] ?? 0);
  const entries = claims.map(({ id, event, reported }, index) => ({
    kind: 'event' as const,
    seq: index + 1,
    offset: offsets[index] ?? 0,
    id,
    event,
    ...(reported === undefined ? {} : { reported }),
  }));
  return history({ header, entries });
};
