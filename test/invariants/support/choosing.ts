import { CARD_REASONS, type EventOf } from '../../../src/match/event.ts';
import type { PersonId } from '../../../src/match/fixture.ts';

export const pick = <T>(of: readonly [T, ...T[]], number: number): T => of[number % of.length] ?? of[0];
export const who = (by: PersonId | undefined) => (by === undefined ? {} : { by });
export const toWhom = (person: PersonId | undefined) => (person === undefined ? {} : { person });
export const reasonOf = (number: number): NonNullable<EventOf<'caution'>['reason']> =>
  CARD_REASONS[(number * 5) % CARD_REASONS.length] ?? 'foul';
