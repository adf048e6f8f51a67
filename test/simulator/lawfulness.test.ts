import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { readRecording, writeRecording } from '../../src/journal/recording.ts';
import { decide } from '../../src/match/decide.ts';
import { evolve, initialState, type MatchState } from '../../src/match/state.ts';
import { history } from '../../src/playback/views.ts';
import { brokenLaws } from '../../src/scenario/house-laws.ts';
import { type SimulateOptions, simulate } from '../../src/simulator/simulate.ts';

// A failure names its seed: `touchline simulate --seed N` gives the match.

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);

/** The state at the end, and what wouldn't have been accepted if it were asked for again. */
const judged = ({
  header,
  entries,
}: Recording): { readonly state: MatchState; readonly against: readonly string[] } => {
  let state = initialState(header.fixture);
  const against: string[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'event') throw new Error('a simulated match corrects nothing');
    const { id, event } = entry;
    const verdict = decide(state, { ...event, id }, 'simulate');
    if (verdict.kind === 'refused') against.push(`${entry.seq} ${event.type}: ${verdict.refusal.code}`);
    state = evolve(state, entry);
  }
  return { state, against };
};

/** What the timeline flags, every entry having been judged as a report. */
const irregularIn = (recording: Recording): unknown[] => {
  const folded = history(recording);
  return Object.values(folded.viewsAt(folded.length).timeline).filter(({ irregular }) => irregular !== undefined);
};

describe('matches that nobody played', () => {
  test.each([
    [100, 'single matches', {}],
    [25, 'ties of two legs', { legs: 2 }],
    [25, 'league matches', { regulations: 'domestic-league' }],
    [25, 'matches with a penalty taken again', { with: ['retake'] }],
    [25, 'matches in which a goalkeeper is sent off', { with: ['goalkeeper red', 'temporarily off'] }],
    [
      25,
      'matches in which both sides replace somebody for concussion',
      {
        regulations: { substitutions: { concussion: 1 } },
        with: ['concussion substitution by home', 'concussion substitution by away'],
      },
    ],
  ] as const)(
    'of %i %s each is lawful throughout, and decided as its competition wants it',
    (count, _name, options) => {
      for (const seed of SEEDS.slice(0, count)) {
        const recording = simulate({ seed, ...options });
        const { state, against } = judged(recording);
        expect(against, `seed ${seed}`).toEqual([]);
        expect(irregularIn(recording), `seed ${seed}`).toEqual([]);
        expect(state.clock.period, `seed ${seed}`).toBe('FT');
        expect(state.standing.over, `seed ${seed}`).toBe(true);
        const through = state.standing.tie?.advancing ?? state.standing.leg.winner;
        if (state.rules.ifLevel !== 'draw') expect(through, `seed ${seed}`).toBeDefined();
      }
    },
  );

  test('are written and read back as they are', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const recording = simulate({ seed, legs: 2 });
      const read = readRecording(writeRecording(recording));
      expect(read.ok && read.recording, `seed ${seed}`).toEqual(recording);
    }
  }, 60_000);

  test('keep the laws of the house', () => {
    for (const seed of [3, 14]) {
      const recording = simulate({ seed });
      expect(brokenLaws(recording, history(recording)), `seed ${seed}`).toEqual([]);
    }
    const tie = simulate({ seed: 92, legs: 2, until: 'shoot-out', with: ['var overturned', 'second-yellow'] });
    expect(brokenLaws(tie, history(tie))).toEqual([]);
  }, 60_000);

  test('would be found out if a footballer scored who had been sent off', () => {
    const { header, entries } = simulate({ seed: 1, with: ['red in 1H'] });
    const red = entries.find((entry) => entry.kind === 'event' && entry.event.type === 'red');
    const off = red?.kind === 'event' && red.event.type === 'red' ? red.event.person : undefined;
    const goal = entries.findLast(
      (entry) => entry.kind === 'event' && entry.event.type === 'shot' && entry.event.at.period === '2H',
    );
    const played = entries.map((entry) =>
      entry === goal && entry.kind === 'event' && entry.event.type === 'shot' && off !== undefined
        ? { ...entry, event: { ...entry.event, by: off } }
        : entry,
    );
    expect(judged({ header, entries: played }).against).toContainEqual(expect.stringContaining('already-dismissed'));
  });
});

describe('the same seed', () => {
  const wanted: readonly Omit<SimulateOptions, 'seed'>[] = [
    {},
    { legs: 2, until: 'shoot-out' },
    { with: ['own-goal'] },
  ];

  test('gives the same bytes', () => {
    for (const options of wanted)
      for (const seed of [0, 7, 2 ** 32 - 1])
        expect(writeRecording(simulate({ seed, ...options }))).toBe(writeRecording(simulate({ seed, ...options })));
  });

  test('gives the same clubs on the same day, whatever else is asked for', () => {
    const [plain, wished] = [simulate({ seed: 7 }), simulate({ seed: 7, score: { home: 4, away: 4 }, with: ['red'] })];
    expect(wished.header.fixture).toEqual(plain.header.fixture);
    expect(wished.header.startedAt).toBe(plain.header.startedAt);
  });

  test('and another one give two matches', () => {
    const all = new Set(SEEDS.slice(0, 40).map((seed) => JSON.stringify(simulate({ seed }).entries)));
    expect(all.size).toBe(40);
  });
});

describe('what a feed would send', () => {
  const { header, entries } = simulate({ seed: 7 });
  const events = entries.flatMap((entry) => (entry.kind === 'event' ? [entry] : []));

  test('comes in order, each entry a few seconds after it happened', () => {
    const kickOff = events.find(({ event }) => event.type === 'kick-off');
    for (const { event, offset } of events.filter(({ event: { at } }) => at.period === '1H')) {
      const late = offset - (kickOff?.offset ?? 0) - event.at.elapsed;
      expect(Math.abs(late), event.type).toBeLessThan(10_000);
    }
    expect(entries.every(({ offset }, index) => offset >= (entries[index - 1]?.offset ?? 0))).toBe(true);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  });

  test('begins with officials and both team sheets: eleven, a bench, a goalkeeper and a captain', () => {
    const sheets = events.find(({ event }) => event.type === 'line-ups')?.event;
    if (sheets?.type !== 'line-ups') throw new Error('there are no line-ups');
    for (const [club, { starting, bench, goalkeeper, captain }] of Object.entries(sheets.teams)) {
      expect(starting).toHaveLength(11);
      expect(bench?.length).toBeGreaterThanOrEqual(9);
      expect(goalkeeper).toBe(starting[0]);
      expect(starting).toContain(captain);
      expect(header.fixture.clubs[club]?.people[starting[0] ?? '']?.position).toBe('GK');
    }
  });

  test('names 23 footballers and a coach a side, everybody by an id of his own', () => {
    const squads = Object.values(header.fixture.clubs).map(({ people }) => Object.keys(people));
    expect(squads.map(({ length }) => length)).toEqual([24, 24]);
    expect(new Set(squads.flat()).size).toBe(48);
  });

  test('leaves nobody in the second leg who was sent off in the first', () => {
    const tie = simulate({ seed: 11, legs: 2, with: ['red in L1', 'second-yellow in L1'] });
    const off = tie.entries.flatMap((entry) =>
      entry.kind === 'event' &&
      (entry.event.type === 'red' || entry.event.type === 'second-yellow') &&
      entry.event.at.leg === 1
        ? [entry.event.person]
        : [],
    );
    const second = tie.entries.find(
      (entry) => entry.kind === 'event' && entry.event.type === 'line-ups' && entry.event.at.leg === 2,
    );
    expect(off.length).toBeGreaterThanOrEqual(2);
    for (const person of off) expect(JSON.stringify(second)).not.toContain(`"${person}"`);
  });
});
