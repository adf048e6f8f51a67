import type { EventType } from '../match/event.ts';
import type { Claim } from './journal.ts';

/** Two reports with the same key are most likely one fact told twice. */
export const contentKey = ({ event, reported }: Pick<Claim, 'event' | 'reported'>): string | undefined => {
  const exact = reported?.time === undefined || reported.time === 'exact';
  if (!TOLD_ONCE.has(event.type) && !(exact && ONCE_AN_INSTANT.has(event.type))) return undefined;
  const { leg, period, elapsed } = event.at;
  const fields = event as unknown as Record<string, unknown>;
  const distinct = ['by', 'person', 'on', 'off', 'club', 'reason', 'offence', 'own', 'outcome', 'minutes'];
  const running = fields.running;
  return JSON.stringify([event.type, leg, period, elapsed, running, ...distinct.map((field) => fields[field] ?? null)]);
};

const TOLD_ONCE: ReadonlySet<EventType> = new Set<EventType>([
  'goal',
  'caution',
  'second-yellow',
  'red',
  'substitution',
  'penalty-awarded',
  'penalty',
  'kick',
]);

/** A side may have two corners in a minute, though not at one instant; so these need a time that is sure. */
const ONCE_AN_INSTANT: ReadonlySet<EventType> = new Set<EventType>([
  'kick-off',
  'half-time',
  'full-time',
  'period-end',
  'added-time',
  'shot',
  'corner',
  'offside',
  'foul',
  'handball',
  'injury',
]);
