import { beforeAll, describe, expect, test } from 'vitest';
import type { EventType, MatchEvent } from '../../src/match/event.ts';
import { evolve, initialState } from '../../src/match/state.ts';
import { MINUTE } from '../../src/match/time.ts';
import { simulate } from '../../src/simulator/simulate.ts';

// Over three hundred matches a mean lies within the bands below unless a rate has changed: they are some five standard
// errors wide, around what `rates.ts` says of real football.

const MATCHES = 300;

interface Told {
  readonly event: MatchEvent;
  readonly stands: boolean;
  readonly home: boolean;
}

let matches: readonly (readonly Told[])[];
let entries: readonly number[];
beforeAll(() => {
  const recordings = Array.from({ length: MATCHES }, (_, seed) => simulate({ seed: 5000 + seed }));
  entries = recordings.map((recording) => recording.entries.length);
  matches = recordings.map(({ header, entries: journal }) => {
    const events = journal.flatMap((entry) => (entry.kind === 'event' ? [entry] : []));
    const state = events.reduce(evolve, initialState(header.fixture));
    return events
      .filter(({ event }) => event.at.period === '1H' || event.at.period === '2H' || event.at.period === 'HT')
      .map(({ id, event }) => ({
        event,
        stands: state.superseded[id] === undefined,
        home: 'by' in event && event.type !== 'ruling' && state.roster.get(event.by ?? '')?.club === state.sides.home,
      }));
  });
}, 60_000);

/** How many there are in ninety minutes, on average. */
const mean = (fits: (told: Told) => boolean): number =>
  matches.reduce((sum, match) => sum + match.filter(fits).length, 0) / MATCHES;

const such =
  (...types: readonly EventType[]) =>
  ({ event, stands }: Told): boolean =>
    stands && types.includes(event.type);

describe('in ninety simulated minutes there are about as many as in real ones', () => {
  test.each([
    ['goals', 2.3, 3.2, such('goal')],
    ['shots, goals and penalties included', 22.5, 27, such('shot', 'goal')],
    ['corners', 9, 11.5, such('corner')],
    ['fouls and handballs', 20, 24.5, such('foul', 'handball')],
    ['offsides', 3.3, 4.8, such('offside')],
    ['yellow cards', 3.2, 4.6, such('caution', 'second-yellow')],
    ['dismissals', 0.1, 0.32, such('red', 'second-yellow')],
    ['penalties', 0.15, 0.4, such('penalty')],
    ['substitutions', 8.3, 10, such('substitution')],
    ['treatments beside the pitch', 0.28, 0.65, such('temporarily-off')],
    ['captains who hand on the armband', 0.3, 0.8, such('captain')],
    [
      'overturned decisions',
      0.18,
      0.45,
      ({ event }: Told) => event.type === 'var-decision' && event.outcome === 'overturned',
    ],
  ] as const)('%s: %f to %f', (_name, least, most, fits) => {
    expect(mean(fits)).toBeGreaterThan(least);
    expect(mean(fits)).toBeLessThan(most);
  });

  test('the home side scores more than the away side', () => {
    const goals = (home: boolean) => mean((told) => such('goal')(told) && told.home === home);
    expect(goals(true) - goals(false)).toBeGreaterThan(0.05);
  });

  test('more goals fall in the second half than in the first, and more late in a half than early', () => {
    const goals = (fits: (event: MatchEvent) => boolean) => mean((told) => such('goal')(told) && fits(told.event));
    expect(goals(({ at }) => at.period === '2H')).toBeGreaterThan(goals(({ at }) => at.period === '1H'));
    expect(goals(({ at }) => at.elapsed >= 23 * MINUTE)).toBeGreaterThan(goals(({ at }) => at.elapsed < 23 * MINUTE));
  });

  test('two to four minutes are added to the first half, four to eight to the second', () => {
    const added = (period: '1H' | '2H') => {
      const minutes = matches.flatMap((match) =>
        match.flatMap(({ event }) =>
          event.type === 'added-time' && event.at.period === period ? [event.minutes] : [],
        ),
      );
      return minutes.reduce((sum, each) => sum + each, 0) / MATCHES;
    };
    expect(added('1H')).toBeGreaterThan(1.8);
    expect(added('1H')).toBeLessThan(4);
    expect(added('2H')).toBeGreaterThan(4);
    expect(added('2H')).toBeLessThan(8);
  });

  test('a match has 110 to 260 entries, extra time and kicks included', () => {
    expect(Math.min(...entries)).toBeGreaterThanOrEqual(110);
    expect(Math.max(...entries)).toBeLessThanOrEqual(260);
  });
});
