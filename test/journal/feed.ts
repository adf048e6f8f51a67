import { type Entry, nameOf } from '../../src/journal/entry.ts';
import { History } from '../../src/journal/history.ts';
import type { Projections } from '../../src/journal/projections.ts';
import type { RecordingHeader } from '../../src/journal/recording.ts';
import type { EventType, MatchEvent } from '../../src/match/event.ts';
import type { Fixture, Person } from '../../src/match/fixture.ts';
import { HALVES, isHalf, parseTime } from '../../src/match/time.ts';
import { aggregate } from '../../src/projections/aggregate.ts';
import { cards } from '../../src/projections/cards.ts';
import { clock } from '../../src/projections/clock.ts';
import { lineups } from '../../src/projections/lineups.ts';
import { result } from '../../src/projections/result.ts';
import { scoreboard } from '../../src/projections/scoreboard.ts';
import { shootout } from '../../src/projections/shootout.ts';
import { stats } from '../../src/projections/stats.ts';
import { timeline } from '../../src/projections/timeline.ts';
import { videoReviews } from '../../src/projections/var.ts';
import type { Views } from '../../src/projections/views.ts';

/** All views but the commentary, which has tests of its own. */
export const PROJECTIONS: Projections = {
  match: { clock, scoreboard, aggregate, cards, var: videoReviews, lineups, shootout, stats, result },
  record: { timeline },
};

const squad = (side: string): Record<string, Person> =>
  Object.fromEntries(
    Array.from({ length: 23 }, (_, index) => [
      `${side}-${index + 1}`,
      { name: `${side} ${index + 1}`, shirt: index + 1 },
    ]),
  );

const sheet = (side: string) => ({
  starting: Array.from({ length: 11 }, (_, index) => `${side}-${index + 1}`),
  bench: Array.from({ length: 12 }, (_, index) => `${side}-${index + 12}`),
});

export const FIXTURE: Fixture = {
  clubs: { HOM: { name: 'Home', people: squad('home') }, AWY: { name: 'Away', people: squad('away') } },
  legs: [{ home: 'HOM', away: 'AWY', teams: { HOM: sheet('home'), AWY: sheet('away') } }],
};

export const HEADER: RecordingHeader = {
  format: 'touchline',
  version: 1,
  startedAt: '2026-02-25T18:45:00+01:00',
  fixture: FIXTURE,
};

/** An entry without its `seq`, which the feed counts. */
export type Line = Entry extends infer E ? (E extends Entry ? Omit<E, 'seq'> : never) : never;

type Payload<T extends EventType> = Omit<Extract<MatchEvent, { type: T }>, 'type' | 'at'>;

/** `event('goal', '1H 12:30', { by: 'home-9' }, { id: 'g1' })`: received as it happens, unless an offset is given. */
export const event = <T extends EventType>(
  type: T,
  at: string,
  payload: Payload<T>,
  { id, offset, order }: { id: string; offset?: number; order?: number },
): Line => ({
  kind: 'event',
  id,
  offset: offset ?? feedTimeOf(at),
  event: content(type, at, payload, order),
});

export const amend = <T extends EventType>(
  of: string,
  type: T,
  at: string,
  payload: Payload<T>,
  offset: number,
): Line => ({
  kind: 'amendment',
  of,
  offset,
  event: content(type, at, payload),
});

export const retract = (of: string, offset: number): Line => ({ kind: 'retraction', of, offset });

/** Entries as received: sorted by feed time, and counted. */
export const entriesOf = (lines: readonly Line[]): Entry[] =>
  [...lines].sort((a, b) => a.offset - b.offset).map((line, index) => ({ ...line, seq: index + 1 }) as Entry);

export const historyOf = (entries: readonly Entry[], header = HEADER): History<Views> =>
  History.of<Views>({ header, entries }, PROJECTIONS);

export const folded = (...lines: readonly Line[]): Views => {
  const entries = entriesOf(lines);
  return historyOf(entries).viewsAt(entries.length);
};

export const namesOf = (entries: readonly Entry[]): string[] => entries.map(nameOf);

/** Feed time of a moment of the watch, half-time lasting fifteen minutes. */
export const feedTimeOf = (at: string): number => {
  const { period, elapsed } = timeOf(at);
  const start = isHalf(period) ? HALVES[period].from * 60_000 : period === 'pre' ? 0 : 130 * 60_000;
  const interval = period === '1H' || period === 'pre' ? 0 : 18 * 60_000;
  return start + interval + elapsed;
};

const content = <T extends EventType>(type: T, at: string, payload: Payload<T>, order?: number): MatchEvent =>
  ({ type, at: { ...timeOf(at), ...(order === undefined ? {} : { order }) }, ...payload }) as unknown as MatchEvent;

const timeOf = (at: string) => {
  const time = parseTime(at);
  if (time?.kind !== 'clock') throw new Error(`${at} is no time of the watch`);
  return { leg: time.leg ?? 1, period: time.period, elapsed: time.from };
};
