import type { EntryId } from '../../journal/entry.ts';
import type { Claim } from '../../journal/journal.ts';
import type { Recording } from '../../journal/recording.ts';
import type { EventOf, EventType } from '../../match/event.ts';
import type { Fixture, PersonId } from '../../match/fixture.ts';
import { compareTime } from '../../match/time.ts';
import type { MatchHistory } from '../../playback/views.ts';
import type { CommentaryItem, TimelineItem, Views } from '../../projections/views.ts';
import type { Matter } from '../matter.ts';
import { settled } from '../settled.ts';
import { peopleOf, type Somebody } from '../words.ts';

/** What a report is of: a leg as it's known at the end. */
export interface Subject {
  readonly fixture: Fixture;
  readonly leg: number;
  readonly recording: Recording;
  readonly history: MatchHistory;
  /** At the end of the leg. */
  readonly views: Views;
  /** What is believed of the leg, in match order. */
  readonly claims: readonly Claim[];
  /** The timeline of the leg, in match order. */
  readonly items: readonly (TimelineItem & { readonly id: EntryId })[];
  /** The commentary as it would have been had nothing needed putting right. */
  readonly told: readonly CommentaryItem[];
  readonly people: ReadonlyMap<PersonId, Somebody>;
  readonly attendance?: number;
}

export const subjectOf = ({ recording, history }: Matter, leg: number): Subject => {
  const { fixture } = recording.header;
  const isLast = leg === fixture.legs.length;
  const end = history.answer(
    isLast ? {} : { at: { kind: 'clock', leg, period: 'FT', from: 0, to: Number.MAX_SAFE_INTEGER } },
  );
  const views = end.ok ? end.views : history.viewsAt(history.length);
  const claims = history.believedAt(history.length).filter(({ event }) => event.at.leg === leg);
  const clean = settled(recording, history);
  const attendance = fixture.legs[leg - 1]?.attendance ?? attendanceIn(claims);
  return {
    fixture,
    leg,
    recording,
    history,
    views,
    claims,
    items: Object.entries(views.timeline)
      .map(([id, item]) => ({ id, ...item }))
      .filter(({ at }) => at.leg === leg)
      .sort((a, b) => compareTime(a.at, b.at) || a.order - b.order),
    told: Object.values(clean.viewsAt(clean.length).commentary)
      .filter((item) => item.leg === leg)
      .sort((a, b) => a.order - b.order),
    people: peopleOf(fixture),
    ...(attendance === undefined ? {} : { attendance }),
  };
};

/** The events of one type, each with its id. */
export const eventsOf = <Type extends EventType>(
  { claims }: Subject,
  type: Type,
): { readonly id: EntryId; readonly event: EventOf<Type> }[] =>
  claims.flatMap(({ id, event }) => (event.type === type ? [{ id, event: event as EventOf<Type> }] : []));

/** What somebody is called in running text. */
export const knownAs = ({ people }: Subject, id: PersonId | undefined): string =>
  id === undefined ? 'somebody' : (people.get(id)?.known ?? id);

const attendanceIn = (claims: readonly Claim[]): number | undefined =>
  claims.flatMap(({ event }) => (event.type === 'conditions' ? (event.attendance ?? []) : [])).at(-1);
