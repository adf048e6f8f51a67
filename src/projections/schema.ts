import * as z from 'zod';
import { VAR_CATEGORIES } from '../match/event.ts';
import { PERIODS } from '../match/time.ts';
import type { Views } from './views.ts';

/**
 * The shapes of the eleven views as schemas, for those who check or generate from them. `views.ts` says what each
 * field means; the compiler holds the two together, both ways.
 */

const opt = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
const keyed = <T extends z.ZodType>(item: T) => z.record(z.string(), item);
const club = z.string();
const person = z.string();
const label = z.string();
const count = z.number();
const score = z.strictObject({ home: count, away: count });
const byClub = keyed(count);
const means = z.enum([
  'normal-time',
  'extra-time',
  'shoot-out',
  'away-goals',
  'golden-goal',
  'silver-goal',
  'lots',
  'ruling',
]);

export const clockView = z.strictObject({
  leg: z.int(),
  period: z.enum(PERIODS),
  elapsed: z.number().describe('Milliseconds of the watch in its period; in an interval those of the whistle.'),
  label,
  running: z.boolean(),
  addedTime: opt(count.describe('Announced, in minutes.')),
  status: opt(z.enum(['delayed', 'suspended', 'abandoned', 'postponed', 'cancelled'])),
  restart: opt(
    z.strictObject({
      kind: z.enum(['kick-off', 'corner', 'free-kick', 'penalty', 'throw-in', 'goal-kick', 'dropped-ball']),
      club: opt(club),
    }),
  ),
});

const scoreboardSide = z.strictObject({ club, name: z.string(), score: count });
export const scoreboardView = z.strictObject({
  home: scoreboardSide,
  away: scoreboardSide,
  halfTime: opt(score),
  normalTime: opt(score),
  extraTime: opt(score.describe('Goals of extra time alone.')),
  shootout: opt(score),
});

const need = z.enum(['extra-time', 'shoot-out', 'replay', 'lots']);
export const aggregateView = z.strictObject({
  score: byClub,
  legs: keyed(z.strictObject({ home: club, away: club, score: byClub, played: opt(byClub) })),
  level: z.boolean(),
  leader: opt(club),
  advancing: opt(club),
  by: opt(means),
  needs: opt(need),
  asItStands: opt(
    z
      .strictObject({ advancing: opt(club), by: opt(means), needs: opt(need) })
      .describe('In the last leg while nothing is decided: what would be if it ended now.'),
  ),
});

export const cardsView = z.strictObject({
  people: keyed(
    z.strictObject({
      club,
      name: z.string(),
      role: z.enum(['player', 'substitute', 'substituted', 'staff']),
      yellows: z.array(label).readonly(),
      shootoutYellows: opt(z.array(label).readonly()),
      sentOff: opt(
        z.strictObject({ by: z.enum(['second-yellow', 'straight-red']), label, rescinded: opt(z.literal(true)) }),
      ),
    }),
  ),
  totals: keyed(z.strictObject({ yellow: opt(count), secondYellow: opt(count), red: opt(count) })),
});

export const varView = z.strictObject({
  status: z.enum(['idle', 'checking', 'reviewing', 'unavailable']),
  reviews: keyed(
    z.strictObject({
      order: count,
      category: z.enum(VAR_CATEGORIES),
      kind: z.enum(['check', 'var-only', 'on-field']),
      outcome: opt(z.enum(['confirmed', 'upheld', 'overturned', 'amended', 'unknown'])),
      for: opt(z.string()),
      from: opt(z.string()),
      to: opt(z.string()),
      decision: opt(z.string()),
      replacedBy: opt(z.string()),
      openedAt: label,
      closedAt: opt(label),
    }),
  ),
});

const personView = z.strictObject({
  name: z.string(),
  shirt: opt(count),
  position: opt(z.string()),
  on: opt(label),
  offAt: opt(label),
  offFor: opt(z.enum(['substitution', 'red', 'left', 'temporarily'])),
  replacedBy: opt(person),
  replaced: opt(person),
  order: opt(count.describe("His place on the team sheet: a substitute's is that of whoever he replaced.")),
});
export const lineupsView = keyed(
  z.strictObject({
    count: count.describe('On the pitch now.'),
    formation: opt(z.string()),
    captain: opt(person),
    goalkeeper: opt(person),
    substitutions: z.strictObject({ used: count, left: count, windowsLeft: opt(count) }),
    onPitch: keyed(personView),
    bench: keyed(personView),
    off: keyed(personView),
    staff: keyed(personView),
  }),
);

export const shootoutView = z.strictObject({
  first: club,
  score: byClub,
  kicks: keyed(
    z.strictObject({
      order: count,
      club,
      by: opt(person),
      number: count,
      outcome: z.enum(['scored', 'saved', 'off-target', 'woodwork', 'missed', 'forfeited']),
      superseded: opt(z.literal(true)),
    }),
  ),
  winner: opt(club),
});

export const statsView = keyed(z.strictObject({ counted: keyed(count), reported: opt(keyed(count)) }));

const matchTime = z.strictObject({
  leg: z.int(),
  period: z.enum(PERIODS),
  elapsed: z.number(),
  order: opt(z.number()),
});
export const timelineView = keyed(
  z.strictObject({
    order: count,
    at: matchTime,
    label,
    kind: z.string(),
    club: opt(club),
    person: opt(person),
    other: opt(person),
    score: opt(score),
    key: opt(z.literal(true)),
    own: opt(z.literal(true)),
    outcome: opt(z.string()),
    reason: opt(z.string()),
    text: opt(z.string()),
    minutes: opt(count),
    of: opt(z.string()),
    supersededBy: opt(z.string()),
    retractedBy: opt(z.string()),
    corrected: opt(
      z.strictObject({
        by: z.string(),
        was: z.strictObject({ label, kind: z.string(), club: opt(club), person: opt(person) }),
      }),
    ),
    status: opt(z.enum(['duplicate', 'suspected-duplicate', 'conflict', 'parked', 'unknown-subject'])),
    received: opt(z.string()),
    irregular: opt(z.strictObject({ code: z.string(), law: opt(z.string()) })),
  }),
);

export const commentaryView = keyed(
  z.strictObject({
    order: count,
    leg: count,
    entry: z.string(),
    label,
    text: z.string(),
    importance: z.enum(['key', 'normal', 'detail']),
    supersededBy: opt(z.string()),
    retractedBy: opt(z.string()),
    correctedBy: opt(z.string()),
    received: opt(z.string()),
  }),
);

export const resultView = z.strictObject({
  status: z.enum([
    'none',
    'provisional',
    'official',
    'pending-ruling',
    'awarded',
    'annulled',
    'replay-ordered',
    'void',
  ]),
  winner: opt(club),
  level: opt(z.literal(true)),
  by: opt(means),
  score: opt(score),
});

/** All of them, as in a frame; `aggregate` and `shootout` are absent where there is none. */
export const viewsSchema = z.strictObject({
  clock: clockView,
  scoreboard: scoreboardView,
  aggregate: opt(aggregateView),
  cards: cardsView,
  var: varView,
  lineups: lineupsView,
  shootout: opt(shootoutView),
  stats: statsView,
  timeline: timelineView,
  commentary: commentaryView,
  result: resultView,
}) satisfies z.ZodType<Views>;

type Both<A, B> = A extends B ? (B extends A ? true : never) : never;
/** Fails to compile where a view has a field that its schema doesn't know, or the other way about. */
export const inStep: Both<z.infer<typeof viewsSchema>, Views> = true;
