import * as z from 'zod';
import { clubCode, identifier, officials, teamSheet } from './fixture.ts';
import { PERIODS } from './time.ts';

/**
 * Everything that can happen in a match, be decided in it, be ruled about it or be reported of it.
 * The schemas are the one source: types, checks, JSON Schema and the scenario format come from here.
 * An event's `type` is the key of a line in a scenario, the word in a recording and on the wire.
 */

const text = z.string().min(1).max(1000);
const opt = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

export const matchTime = z.strictObject({
  leg: z.int().min(1).max(9),
  period: z.enum(PERIODS),
  elapsed: z.int().min(-86_400_000).max(86_400_000),
  order: opt(z.number()),
});

/** The id of another entry; it must be believed, or this entry is parked. */
const ref = identifier;
const who = opt(identifier);
const club = opt(clubCode);

export const BODY_PARTS = ['right-foot', 'left-foot', 'head', 'other'] as const;
export const ORIGINS = ['open-play', 'free-kick', 'corner', 'penalty', 'throw-in', 'counter', 'rebound'] as const;
export const CONTRIBUTIONS = [
  'cross',
  'flick-on',
  'deflection',
  'rebound',
  'error',
  'clearance',
  'save',
  'pass',
  'run',
  'dummy',
  'foul-won',
] as const;
export const CARD_REASONS = [
  'foul',
  'reckless',
  'handball',
  'dissent',
  'time-wasting',
  'unsporting',
  'simulation',
  'persistent-offences',
  'stopping-a-promising-attack',
  'denying-an-obvious-chance',
  'serious-foul-play',
  'violent-conduct',
  'spitting',
  'offensive-language',
  'entering-the-pitch',
  'leaving-the-pitch',
  'entering-the-review-area',
  'celebration',
  'delaying-the-restart',
  'encroachment',
  'illegal-feint',
  'protest',
  'reaction',
  'other',
] as const;
export const DISALLOWED_FOR = [
  'offside',
  'foul',
  'handball',
  'ball-out',
  'encroachment',
  'double-touch',
  'whistle',
  'extra-person',
  'other',
] as const;
/** Why a penalty, or a kick from the mark, is taken again (Law 14.2). */
export const RETAKEN_FOR = [
  'goalkeeper-off-line',
  'attacker-encroachment',
  'defender-encroachment',
  'encroachment-by-both',
  'double-touch',
  'interference',
  'other',
] as const;
export const VAR_CATEGORIES = [
  'goal',
  'penalty',
  'direct-red',
  'mistaken-identity',
  'second-yellow',
  'wrong-team',
  'corner',
] as const;

const contribution = z.strictObject({ by: identifier, kind: z.enum(CONTRIBUTIONS), detail: opt(text) });
/** Where on the pitch or in the goal, in words: `six-yard box`, `top left corner`. */
const place = opt(text);
/** `shots`, `shotsOnTarget`, `corners`, `fouls`, `offsides`, `possession`, `xg` … */
const statistic = identifier.regex(/^[a-z][A-Za-z0-9]*$/, 'a statistic is named like shotsOnTarget');
const score = z.strictObject({ home: z.int().min(0).max(99), away: z.int().min(0).max(99) });

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({
    type: z.literal(type),
    at: matchTime,
    /** When the thing decided upon happened, where that differs from when it was decided; it never sorts. */
    incidentAt: opt(matchTime),
    /** Facts for a reader, in the journal's own words. */
    detail: opt(text),
    ...shape,
  });

/** What a shot, a goal and a penalty share. */
const attempt = {
  by: who,
  club,
  assist: who,
  bodyPart: opt(z.enum(BODY_PARTS)),
  from: opt(z.enum(ORIGINS)),
  place,
  into: opt(text),
  xg: opt(z.number().min(0).max(1)),
  keeper: who,
  contributions: opt(z.array(contribution).max(12)),
};
/** What every decision may carry: the review that led to it, and the offence it answers. */
const decided = { review: opt(ref), offence: opt(ref) };
const card = { person: who, club, reason: opt(z.enum(CARD_REASONS)), against: who, ...decided };

export const EVENTS = [
  // Before the match
  event('line-ups', { teams: z.record(clubCode, teamSheet) }),
  event('officials', { officials }),
  event('conditions', {
    weather: opt(text),
    pitch: opt(text),
    temperature: opt(z.number()),
    attendance: opt(z.int().min(0)),
  }),
  event('delay', { why: opt(text), until: opt(text), ended: opt(z.boolean()) }),

  // Periods
  event('kick-off', { club }),
  event('half-time', {}),
  event('full-time', {}),
  event('period-end', {}),
  event('period-reopened', { why: opt(text), review: opt(ref) }),
  event('added-time', { minutes: z.int().min(0).max(60) }),
  event('suspended', { why: opt(text) }),
  event('resumed', { restart: opt(text), why: opt(text) }),
  event('abandoned', { why: opt(text) }),
  event('postponed', { why: opt(text), until: opt(text) }),
  event('cancelled', { why: opt(text) }),
  /** The watch is set: at this instant it shows `at`. */
  event('clock-correction', { why: opt(text) }),

  // Goals and attempts
  event('goal', {
    ...attempt,
    /** An own goal: `by` is the offender, and the goal counts for the opponents. */
    own: opt(z.boolean()),
    /** The `penalty` (the kick) that this goal scores. */
    penalty: opt(ref),
    /** Reported as possible: it counts for nothing until it's confirmed by an amendment. */
    tentative: opt(z.boolean()),
    /** The source's own score after this goal. */
    running: opt(score),
    ...decided,
  }),
  event('goal-disallowed', { of: opt(ref), by: who, club, for: opt(z.enum(DISALLOWED_FOR)), review: opt(ref) }),
  event('shot', {
    ...attempt,
    outcome: opt(z.enum(['saved', 'off-target', 'blocked', 'woodwork'])),
    blockedBy: who,
    penalty: opt(ref),
  }),
  event('chance', { by: who, club, assist: who, outcome: opt(text), against: who, bodyPart: opt(z.enum(BODY_PARTS)) }),
  event('error', { by: who, club, outcome: opt(text) }),
  event('penalty-awarded', { club, against: who, ...decided, reason: opt(text) }),
  event('penalty', {
    ...attempt,
    award: opt(ref),
    /** `missed`: not scored, and not told how. */
    outcome: opt(z.enum(['scored', 'saved', 'off-target', 'woodwork', 'missed', 'not-taken'])),
    /** The half is kept open for the kick alone: with it, time is up (Law 7.4). */
    extended: opt(z.boolean()),
  }),
  event('retake', { of: ref, for: opt(z.enum(RETAKEN_FOR)), why: opt(text), by: who, review: opt(ref) }),
  event('kick', {
    by: who,
    club,
    /** `missed`: not scored, and not told how. */
    outcome: z.enum(['scored', 'saved', 'off-target', 'woodwork', 'missed', 'forfeited']),
    keeper: who,
    bodyPart: opt(z.enum(BODY_PARTS)),
    place,
    into: opt(text),
  }),
  event('excluded', { person: identifier, club, why: opt(text) }),

  // Cards
  event('caution', card),
  event('second-yellow', card),
  event('red', card),
  event('card-transferred', { of: ref, to: identifier, review: opt(ref) }),
  event('card-cancelled', { of: ref, why: opt(text), review: opt(ref) }),

  // People
  event('substitution', {
    on: who,
    off: who,
    club,
    reason: opt(z.enum(['tactical', 'injury', 'concussion', 'goalkeeper', 'other'])),
  }),
  event('temporarily-off', { person: identifier, club, why: opt(text) }),
  event('back-on', { person: identifier, club }),
  event('left', { person: identifier, club, why: opt(text) }),
  event('arrived', { person: identifier, club }),
  event('goalkeeper', { person: identifier, club }),
  event('captain', { person: identifier, club }),
  event('formation', { club: clubCode, formation: text }),
  event('injury', { person: who, club, outcome: opt(text) }),

  // Restarts and offences
  event('corner', { club, by: who, ...decided }),
  event('free-kick', { club, by: who, direct: opt(z.boolean()), place, ...decided }),
  event('throw-in', { club, by: who }),
  event('goal-kick', { club, by: who, ...decided }),
  event('dropped-ball', { club, by: who, ...decided }),
  event('offside', { by: who, club }),
  event('foul', { by: who, club, against: who, reason: opt(text), place }),
  event('handball', { by: who, club, place }),
  event('appeal', { by: who, club, for: opt(text), against: who, outcome: opt(text) }),
  /** A touch as a provider gives it: pass, duel, carry … It feeds `stats` alone. */
  event('touch', {
    by: who,
    club,
    kind: opt(text),
    outcome: opt(text),
    x: opt(z.number()),
    y: opt(z.number()),
  }),

  // Video assistant referee
  event('var-check', { of: opt(ref), category: z.enum(VAR_CATEGORIES), for: opt(text), club, person: who }),
  event('var-review', { of: ref, kind: opt(z.enum(['on-field', 'var-only'])) }),
  event('var-decision', {
    of: ref,
    outcome: z.enum(['confirmed', 'upheld', 'overturned', 'amended', 'unknown']),
    reason: opt(text),
    to: opt(text),
  }),
  event('var-unavailable', { why: opt(text) }),
  event('var-available', {}),

  // What sources say of the whole
  event('statistics', {
    source: opt(text),
    /** Whole match unless told otherwise. */
    scope: opt(z.enum(['match', '1H', '2H', 'ET'])),
    clubs: z.record(clubCode, z.record(statistic, z.number())),
  }),
  event('possession', { clubs: z.record(clubCode, z.number().min(0).max(100)) }),
  /** A source's state of the match without the events that led to it. */
  event('snapshot', {
    source: opt(text),
    score,
    period: opt(z.enum(PERIODS)),
    reds: opt(z.record(clubCode, z.int().min(0))),
  }),
  event('shoot-out-score', { source: opt(text), score }),

  // After the match
  event('ruling', {
    kind: z.enum([
      'confirmed',
      'goal-reattributed',
      'card-rescinded',
      'suspension',
      'awarded',
      'annulled',
      'replay-ordered',
      'void',
      'disqualified',
      'advances',
    ]),
    of: opt(ref),
    by: opt(text),
    club,
    person: who,
    own: opt(z.boolean()),
    score: opt(score),
    matches: opt(z.int().min(0).max(99)),
    why: opt(text),
  }),
  event('note', { text, about: opt(z.enum(['context', 'history', 'scene', 'record'])), club, person: who }),
] as const;

export const matchEvent = z.discriminatedUnion('type', EVENTS);

export type MatchEvent = z.infer<typeof matchEvent>;
export type EventType = MatchEvent['type'];
export type EventOf<T extends EventType> = Extract<MatchEvent, { type: T }>;
export type VarCategory = (typeof VAR_CATEGORIES)[number];
export type Contribution = z.infer<typeof contribution>;
