import type { Entry, EntryId } from '../journal/entry.ts';
import type { MatchEvent } from '../match/event.ts';
import type { ClubCode, PersonId } from '../match/fixture.ts';
import { compareTime, type MatchTime } from '../match/time.ts';
import type { TimelineItem, TimelineView } from '../projections/views.ts';
import { stands } from './tone.ts';

/** An attempt on goal that stands: not taken back, not superseded. A penalty and its goal are one. */
export interface Attempt {
  readonly id: EntryId;
  readonly at: MatchTime;
  readonly label: string;
  readonly club: ClubCode;
  readonly person?: PersonId;
  readonly what: 'goal' | 'on-target' | 'woodwork' | 'off-target' | 'chance';
  readonly penalty: boolean;
  /** As the feed has it, from 0 to 1; absent where it has none. */
  readonly xg?: number;
}

/**
 * The attempts of one leg in match order, as the timeline tells them. `entries` (the journal as far as it had come at
 * that moment) bring the expected goals, which no view has shot by shot. Own goals and kicks from the penalty mark are
 * no attempts.
 */
export const attemptsOf = (timeline: TimelineView, leg: number, entries: readonly Entry[]): Attempt[] => {
  const events = eventsOf(entries);
  const items = Object.entries(timeline).filter(([, item]) => item.at.leg === leg && stands(item));
  const penalties = items.filter(([, { kind }]) => kind === 'penalty');
  const attempts: Attempt[] = [];
  for (const [id, item] of items) {
    const what = whatOf(item);
    if (what === undefined || item.club === undefined || item.at.period === 'PEN') continue;
    const event = events.get(id);
    const kick = item.kind === 'goal' ? kickOf(item, event, penalties) : undefined;
    // The goal that a penalty scored is told twice, as the kick and as the goal: the goal is kept, with the kick's xG.
    if (item.kind === 'penalty' && item.outcome === 'scored') continue;
    const xg = xgOf(event) ?? (kick === undefined ? undefined : xgOf(events.get(kick)));
    attempts.push({
      id,
      at: item.at,
      label: item.label,
      club: item.club,
      ...(item.person === undefined ? {} : { person: item.person }),
      what,
      penalty: item.kind === 'penalty' || kick !== undefined,
      ...(xg === undefined ? {} : { xg }),
    });
  }
  return attempts.sort(
    (a, b) => compareTime(a.at, b.at) || (timeline[a.id]?.order ?? 0) - (timeline[b.id]?.order ?? 0),
  );
};

const whatOf = ({ kind, own, outcome, score }: TimelineItem): Attempt['what'] | undefined => {
  switch (kind) {
    case 'goal':
      // A tentative goal has no score.
      return own === true || score === undefined ? undefined : 'goal';
    case 'shot':
    case 'penalty':
      if (outcome === 'not-taken') return undefined;
      if (outcome === 'saved' || outcome === 'scored') return 'on-target';
      return outcome === 'woodwork' ? 'woodwork' : 'off-target';
    case 'chance':
      return 'chance';
    default:
      return undefined;
  }
};

/** What was last told of each id. */
const eventsOf = (entries: readonly Entry[]): ReadonlyMap<EntryId, MatchEvent> => {
  const events = new Map<EntryId, MatchEvent>();
  for (const entry of entries) {
    if (entry.kind === 'amendment') events.set(entry.of, entry.event);
    else if (entry.kind === 'retraction') events.delete(entry.of);
    // An id that comes again with other content is a conflict, and isn't applied.
    else if (!events.has(entry.id)) events.set(entry.id, entry.event);
  }
  return events;
};

const xgOf = (event: MatchEvent | undefined): number | undefined =>
  event !== undefined && 'xg' in event ? event.xg : undefined;

const kickOf = (
  goal: TimelineItem,
  event: MatchEvent | undefined,
  penalties: readonly (readonly [EntryId, TimelineItem])[],
): EntryId | undefined => {
  if (event?.type === 'goal') return event.penalty;
  return penalties.find(([, { at, person }]) => compareTime(at, goal.at) === 0 && person === goal.person)?.[0];
};
