import { type Entry, type EntryId, subjectOf } from '../journal/entry.ts';
import { comparePlaces, type Place } from '../journal/place.ts';
import { compareTime, type TimeRef } from '../match/time.ts';
import type { MatchHistory } from './views.ts';

/**
 * The entries as if the match had gone no further: what lies after that moment is left out, and an event that is amended
 * beyond it is taken back.
 */
export const upTo = (entries: readonly Entry[], at: TimeRef, whole: MatchHistory): readonly Entry[] => {
  const isUpTo = limitOf(at, whole);
  const seen = new Set<EntryId>();
  return entries.flatMap((entry): Entry[] => {
    const id = subjectOf(entry);
    if (entry.kind === 'retraction') return seen.has(id) ? [entry] : [];
    const { kind: _kind, event, ...rest } = entry;
    const isSeen = seen.has(id);
    if (!isUpTo({ event, seq: whole.claimed(id)?.seq ?? entry.seq })) {
      if (!isSeen || entry.kind === 'event') return [];
      return [{ kind: 'retraction', seq: entry.seq, offset: entry.offset, of: id }];
    }
    seen.add(id);
    if (isSeen || entry.kind === 'event') return [entry];
    const { seq, offset, reported } = rest;
    return [{ kind: 'event', seq, offset, id, event, ...(reported === undefined ? {} : { reported }) }];
  });
};

const limitOf = (at: TimeRef, whole: MatchHistory): ((place: Place) => boolean) => {
  if (at.kind === 'clock') {
    const target = { leg: at.leg ?? whole.fixture.legs.length, period: at.period, elapsed: at.to };
    return ({ event }) => compareTime(event.at, target) <= 0;
  }
  const cursor = whole.cursorAsOf(at);
  const last = typeof cursor === 'number' ? whole.entries[cursor - 1] : undefined;
  const claim = last === undefined ? undefined : whole.claimed(subjectOf(last));
  return (place) => claim !== undefined && comparePlaces(place, claim) <= 0;
};
