import type { Recording } from '../../../src/journal/recording.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { PersonId } from '../../../src/match/fixture.ts';
import type { MatchTime } from '../../../src/match/time.ts';
import { recordingOf } from './matchday.ts';
import { fixtureOf } from './plan.ts';

/** A person's cards, one after the other, and the match in which they are shown. */
export interface CardSequence {
  readonly cards: readonly ('Y' | 'R')[];
  readonly capacity: (typeof CAPACITIES)[number];
  readonly person: PersonId;
  /** Cautions up to what sends him off at the latest: of the match, and of the kicks. */
  readonly ledgers: readonly [match: number, kicks: number];
  readonly recording: Recording;
}

const CAPACITIES = ['player', 'substitute', 'substituted', 'staff'] as const;
const WHO = { player: 'home-5', substitute: 'home-15', substituted: 'home-9', staff: 'home-coach' } as const;

/** All sequences of up to four yellow and red cards, in each capacity, the last few of them during the kicks. */
export const cardSequences = ({ carryCautions = false } = {}): readonly CardSequence[] =>
  [1, 2, 3, 4]
    .flatMap(sequencesOf)
    .flatMap((cards) =>
      CAPACITIES.flatMap((capacity) =>
        cards.concat('Y').map((_, inMatch) => sequence(cards, capacity, inMatch, carryCautions)),
      ),
    );

const sequencesOf = (length: number): ('Y' | 'R')[][] =>
  length === 0
    ? [[]]
    : sequencesOf(length - 1).flatMap((cards): ('Y' | 'R')[][] => [
        [...cards, 'Y'],
        [...cards, 'R'],
      ]);

const sequence = (
  cards: readonly ('Y' | 'R')[],
  capacity: CardSequence['capacity'],
  inMatch: number,
  carryCautions: boolean,
): CardSequence => {
  const person = WHO[capacity];
  const shown = cards.map((card, index): MatchEvent => {
    const at = index < inMatch ? time('2H', 20 + 2 * index) : kickNumber(1 + index - inMatch);
    return { type: card === 'Y' ? 'caution' : 'red', person, at };
  });
  const kicks: MatchEvent[] = [1, 2, 3, 4].map((number) => ({
    type: 'kick',
    club: number % 2 === 1 ? 'HOM' : 'AWY',
    outcome: 'scored',
    at: kickNumber(number),
  }));
  const events: MatchEvent[] = [
    { type: 'kick-off', at: time('1H', 0) },
    { type: 'half-time', at: time('1H', 45) },
    { type: 'kick-off', at: time('2H', 0) },
    { type: 'substitution', off: 'home-9', on: 'home-19', at: time('2H', 10) },
    ...shown.slice(0, inMatch),
    { type: 'full-time', at: time('2H', 46) },
    ...(inMatch < cards.length ? kicks : []),
    ...shown.slice(inMatch),
  ];
  const fixture = fixtureOf({ legs: 1, regulations: { extraTime: 'none', shootOut: { carryCautions } } });
  const recording = recordingOf(
    fixture,
    events.map((event, index) => ({ id: `x${index + 1}`, event })),
  );
  const cautions = (of: readonly ('Y' | 'R')[]) => of.filter((card) => card === 'Y').length;
  return {
    cards,
    capacity,
    person,
    ledgers: [cautions(cards.slice(0, inMatch)), cautions(cards.slice(inMatch))],
    recording,
  };
};

const time = (period: MatchTime['period'], minute: number): MatchTime => ({ leg: 1, period, elapsed: minute * 60_000 });
const kickNumber = (number: number): MatchTime => ({ leg: 1, period: 'PEN', elapsed: number * 1000 });
