import type { Entry, Reported } from '../../src/journal/entry.ts';
import { History } from '../../src/journal/history.ts';
import type { Projections } from '../../src/journal/projections.ts';
import type { Recording } from '../../src/journal/recording.ts';
import { type EventOf, type EventType, matchEvent } from '../../src/match/event.ts';
import type { Club, ClubCode, Fixture, Leg, PersonId, RegulationsChoice, TeamSheet } from '../../src/match/fixture.ts';
import type { MatchState } from '../../src/match/state.ts';
import { isHalf, type MatchTime, MINUTE, type Millis, PERIODS, parseTime } from '../../src/match/time.ts';
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

/**
 * A match in a few lines, for tests:
 *
 *     const seen = after(kickOff(), caution('away-4', '1H 23:10'), goal('home-9', '2H 57:00', { id: 'g1' }));
 *     expect(seen.scoreboard.home.score).toBe(1);
 *
 * Home (HOM) and Away (AWY) have `home-1` … `home-23`, `away-1` … `away-23`: eleven on the pitch with number 1 in goal,
 * twelve on the bench; and `home-coach`, `away-coach`. Times are written as people write them (`2H 57:00`, `45+2'`,
 * `L1 1H 02:04`, `PEN 3`), without a leg in the last one. An entry comes at its own match time, or right after the one
 * before it. An id that isn't given is `e<seq>`.
 *
 * For other fixtures: `playing(twoLegs()).after(…)`; for more than the views at the end: `playing(oneLeg()).tell(…)`.
 */
export const after = (...lines: readonly Line[]): Seen => playing(oneLeg()).after(...lines);

export const playing = (fixture: Fixture): Stage => ({
  after: (...lines) => tell(fixture, lines).seen,
  tell: (...lines) => tell(fixture, lines),
});

export interface Stage {
  /** The views after all lines. */
  readonly after: (...lines: readonly Line[]) => Seen;
  readonly tell: (...lines: readonly Line[]) => Told;
}

/** All views but the commentary, which is made of these. */
export type Seen = Omit<Views, 'commentary'>;

export interface Told {
  readonly recording: Recording;
  readonly history: History<Seen>;
  readonly seen: Seen;
  readonly state: MatchState;
  /** The views after so many entries, as then known. */
  readonly seenAt: (cursor: number) => Seen;
  /** The same as the entries came, one after the other: what an entry left alone is the same reference. */
  readonly shown: readonly Seen[];
}

export const MATCH_PROJECTIONS: Projections = {
  match: { clock, scoreboard, aggregate, cards, var: videoReviews, lineups, shootout, stats, result },
  record: { timeline },
};

/** A match of its own: a knock-out tie of one leg, unless the regulations say otherwise. */
export const oneLeg = (more: Setting = {}): Fixture =>
  fixtureOf([{ home: 'HOM', away: 'AWY', teams: sheetsOf(more) }], more);

/** A tie: Away are at home in the first leg, Home in the second. */
export const twoLegs = (more: Setting = {}): Fixture =>
  fixtureOf(
    [
      { home: 'AWY', away: 'HOM', teams: sheetsOf(more) },
      { home: 'HOM', away: 'AWY', teams: sheetsOf(more) },
    ],
    more,
  );

export interface Setting {
  readonly regulations?: RegulationsChoice;
  /** False: no team sheet is known. */
  readonly sheets?: boolean;
}

/** A line of the story: an event, or a correction of an earlier one. */
export type Line =
  | {
      readonly kind: 'event';
      readonly type: EventType;
      readonly at: string;
      readonly fields: object;
      readonly id?: string;
      readonly source?: Received;
    }
  | { readonly kind: 'amendment'; readonly of: string; readonly line: Line; readonly source?: Received }
  | { readonly kind: 'retraction'; readonly of: string; readonly why?: string; readonly source?: Received };

interface Received {
  readonly reported?: Reported;
}

type Fields<T extends EventType> = Omit<EventOf<T>, 'type' | 'at' | 'incidentAt'> & Incident;

interface Incident {
  /** The same of the source's own, as written. */
  readonly incidentAt?: string;
}

/** What most lines may carry beside what they're about. */
type More<T extends EventType> = Partial<Fields<T>> & { readonly id?: string; readonly order?: number };

/** Any event: `line('corner', '2H 66:15', { club: 'HOM', id: 'd1' })`. */
export const line = <T extends EventType>(type: T, at: string, { id, ...fields }: More<T> = {} as More<T>): Line => ({
  kind: 'event',
  type,
  at,
  fields,
  ...(id === undefined ? {} : { id }),
});

/** Gives an earlier event anew and in full. */
export const amend = (of: string, to: Line): Line => ({ kind: 'amendment', of, line: to });

export const retract = (of: string, why?: string): Line => ({
  kind: 'retraction',
  of,
  ...(why === undefined ? {} : { why }),
});

/** `reportedBy('account 000', red(…))`, or with how sure the source is. */
export const reportedBy = (reported: string | Reported, of: Line): Line => ({
  ...of,
  source: { reported: typeof reported === 'string' ? { by: reported } : reported },
});

export const kickOff = (at = '1H 00:00', more: More<'kick-off'> = {}): Line => line('kick-off', at, more);
export const halfTime = (at = '1H 45:00', more: More<'half-time'> = {}): Line => line('half-time', at, more);
export const fullTime = (at = '2H 90:00', more: More<'full-time'> = {}): Line => line('full-time', at, more);
export const periodEnd = (at: string, more: More<'period-end'> = {}): Line => line('period-end', at, more);
export const reopened = (at: string, more: More<'period-reopened'> = {}): Line => line('period-reopened', at, more);

export const goal = (by: PersonId, at: string, more: More<'goal'> = {}): Line => line('goal', at, { by, ...more });
export const ownGoal = (by: PersonId, at: string, more: More<'goal'> = {}): Line =>
  line('goal', at, { by, own: true, ...more });

export const caution = (person: PersonId, at: string, more: More<'caution'> = {}): Line =>
  line('caution', at, { person, ...more });
export const secondYellow = (person: PersonId, at: string, more: More<'second-yellow'> = {}): Line =>
  line('second-yellow', at, { person, ...more });
export const red = (person: PersonId, at: string, more: More<'red'> = {}): Line => line('red', at, { person, ...more });

/** `change('home-9', 'home-19', '2H 60:00')`: the first goes off for the second. */
export const change = (off: PersonId, on: PersonId, at: string, more: More<'substitution'> = {}): Line =>
  line('substitution', at, { off, on, ...more });

export const check = (
  of: string,
  at: string,
  { category = 'goal', ...more }: Partial<Fields<'var-check'>> & { readonly id?: string } = {},
): Line => line('var-check', at, { of, category, ...more });
export const review = (of: string, at: string, more: More<'var-review'> = {}): Line =>
  line('var-review', at, { of, kind: 'on-field', ...more });
export const verdict = (
  of: string,
  outcome: EventOf<'var-decision'>['outcome'],
  at: string,
  more: More<'var-decision'> = {},
): Line => line('var-decision', at, { of, outcome, ...more });

export const awarded = (club: ClubCode, at: string, more: More<'penalty-awarded'> = {}): Line =>
  line('penalty-awarded', at, { club, ...more });
export const penalty = (
  by: PersonId,
  outcome: NonNullable<EventOf<'penalty'>['outcome']>,
  at: string,
  more: More<'penalty'> = {},
): Line => line('penalty', at, { by, outcome, ...more });

/** The shoot-out's nth kick. */
export const kick = (
  number: number,
  by: PersonId,
  outcome: EventOf<'kick'>['outcome'] = 'scored',
  more: More<'kick'> = {},
): Line => line('kick', `PEN ${number}`, { by, outcome, ...more });

export const ruling = (kind: EventOf<'ruling'>['kind'], more: More<'ruling'> = {}, at = 'FT 60:00'): Line =>
  line('ruling', at, { kind, ...more });

/** Kick-off, half-time and kick-off again. */
export const firstHalf = (): Line[] => [kickOff(), halfTime(), kickOff('2H 45:00')];

/** A whole leg that ends with that score: goals by number 9 from 50:00 on, a minute apart. */
export const legOf = (leg: number, score: { readonly HOM: number; readonly AWY: number }): Line[] => [
  kickOff(`L${leg} 1H 00:00`),
  halfTime(`L${leg} 1H 45:00`),
  kickOff(`L${leg} 2H 45:00`),
  ...Array.from({ length: score.HOM }, (_, index) => goal('home-9', `L${leg} 2H ${50 + index}:00`)),
  ...Array.from({ length: score.AWY }, (_, index) => goal('away-9', `L${leg} 2H ${50 + index}:30`)),
  fullTime(`L${leg} 2H 90:00`),
];

const tell = (fixture: Fixture, lines: readonly Line[]): Told => {
  const entries: Entry[] = [];
  for (const told of lines) entries.push(entryOf(told, entries, fixture));
  const recording: Recording = { header: { format: 'touchline', version: 1, startedAt: STARTED_AT, fixture }, entries };
  const history = new History<Seen>(recording.header, MATCH_PROJECTIONS);
  const shown = [history.viewsAt(0)];
  for (const entry of entries) {
    history.append(entry);
    shown.push(history.viewsAt(history.length));
  }
  return {
    recording,
    history,
    seen: history.viewsAt(history.length),
    state: history.stateAt(history.length),
    seenAt: (cursor) => history.viewsAt(cursor),
    shown,
  };
};

const STARTED_AT = '2026-02-25T18:45:00+01:00';

const entryOf = (told: Line, before: readonly Entry[], fixture: Fixture): Entry => {
  const seq = before.length + 1;
  const since = before[before.length - 1]?.offset ?? 0;
  const source = told.source ?? {};
  switch (told.kind) {
    case 'event': {
      const event = eventOf(told, fixture);
      const offset = Math.max(since, feedTimeOf(event.at));
      return { kind: 'event', seq, offset, id: told.id ?? `e${seq}`, event, ...source };
    }
    case 'amendment':
      if (told.line.kind !== 'event') throw new Error('an amendment gives an event anew');
      return { kind: 'amendment', seq, offset: since, of: told.of, event: eventOf(told.line, fixture), ...source };
    case 'retraction':
      return {
        kind: 'retraction',
        seq,
        offset: since,
        of: told.of,
        ...(told.why === undefined ? {} : { why: told.why }),
        ...source,
      };
  }
};

/** Checked as a recording would be, so that a slip in a test is told at once. */
const eventOf = ({ type, at, fields }: Extract<Line, { kind: 'event' }>, fixture: Fixture) => {
  const { incidentAt, order, ...rest } = fields as { incidentAt?: string; order?: number };
  const parsed = matchEvent.safeParse({
    type,
    at: { ...timeOf(at, fixture), ...(order === undefined ? {} : { order }) },
    ...rest,
    ...(incidentAt === undefined ? {} : { incidentAt: timeOf(incidentAt, fixture) }),
  });
  if (!parsed.success) throw new Error(`${type} at ${at}: ${parsed.error.message}`);
  return parsed.data;
};

const timeOf = (written: string, fixture: Fixture): MatchTime => {
  const time = parseTime(written);
  if (time?.kind !== 'clock') throw new Error(`"${written}" is no moment of a match`);
  return { leg: time.leg ?? fixture.legs.length, period: time.period, elapsed: time.from };
};

/** Plausible feed time: a day between legs, a quarter of an hour of interval, half an hour for anything else. */
const feedTimeOf = ({ leg, period, elapsed }: MatchTime): Millis => {
  const begun = PERIODS.slice(0, PERIODS.indexOf(period)).reduce(
    (sum, passed) => sum + (isHalf(passed) ? 60 : passed === 'HT' ? 15 : 30) * MINUTE,
    0,
  );
  return (leg - 1) * 24 * 60 * MINUTE + begun + Math.max(0, elapsed);
};

const fixtureOf = (legs: Leg[], { regulations }: Setting): Fixture => ({
  ...(regulations === undefined ? {} : { regulations }),
  clubs: { HOM: clubOf('Home', 'home'), AWY: clubOf('Away', 'away') },
  legs,
});

const clubOf = (name: string, side: string): Club => ({
  name,
  people: {
    ...Object.fromEntries(
      Array.from({ length: 23 }, (_, index) => [
        `${side}-${index + 1}`,
        {
          name: `${name} ${index + 1}`,
          shirt: index + 1,
          ...(index === 0 || index === 11 ? { position: 'GK' } : {}),
        },
      ]),
    ),
    [`${side}-coach`]: { name: `${name} coach`, role: 'staff', position: 'head-coach' },
  },
});

const sheetsOf = ({ sheets = true }: Setting): Record<ClubCode, TeamSheet> =>
  sheets ? { HOM: sheetOf('home'), AWY: sheetOf('away') } : {};

const sheetOf = (side: string): TeamSheet => ({
  starting: Array.from({ length: 11 }, (_, index) => `${side}-${index + 1}`),
  bench: Array.from({ length: 12 }, (_, index) => `${side}-${index + 12}`),
  goalkeeper: `${side}-1`,
  captain: `${side}-10`,
});
