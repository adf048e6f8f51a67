import { describe, expect, test } from 'vitest';
import { REGULATIONS } from '../../src/match/regulations/regulations.ts';
import { history } from '../../src/playback/views.ts';
import { CannotSimulate } from '../../src/simulator/cannot-simulate.ts';
import { met } from '../../src/simulator/met.ts';
import { type SimulateOptions, simulate } from '../../src/simulator/simulate.ts';
import { parseWish } from '../../src/simulator/wish.ts';
import { WISHED_EVENTS } from '../../src/simulator/wished-events.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

/** As at the World Cup of 2022: one a side, beyond the five. */
const WITH_CONCUSSION = { substitutions: { concussion: 1 } };

const ending = (options: SimulateOptions) => {
  const recording = simulate(options);
  const folded = history(recording);
  return { recording, views: folded.viewsAt(folded.length) };
};

const refusal = (options: Omit<SimulateOptions, 'seed'>): string => {
  try {
    simulate({ seed: 1, ...options });
  } catch (problem) {
    if (problem instanceof CannotSimulate) return problem.message;
    throw problem;
  }
  return 'it was played';
};

describe('a score that is asked for', () => {
  test.each([
    [0, 0],
    [2, 2],
    [4, 3],
    [0, 7],
  ])('%i–%i is what the scoreboard says in the end, extra time included', (home, away) => {
    for (const seed of SEEDS) {
      const { views } = ending({ seed, score: { home, away } });
      expect(views.scoreboard, `seed ${seed}`).toMatchObject({ home: { score: home }, away: { score: away } });
    }
  });

  test('of a tie is that of its last leg', () => {
    for (const seed of SEEDS) {
      const { views } = ending({ seed, legs: 2, score: { home: 3, away: 1 } });
      expect(views.scoreboard, `seed ${seed}`).toMatchObject({ home: { score: 3 }, away: { score: 1 } });
    }
  });

  test('stands in a league, where a draw is one', () => {
    const { views } = ending({ seed: 3, regulations: 'domestic-league', score: { home: 1, away: 1 } });
    expect(views.result).toMatchObject({ level: true });
    expect(views.clock.period).toBe('FT');
  });
});

describe('how far a match is to go', () => {
  test('to a shoot-out, alone and in a tie, with and without away goals', () => {
    for (const seed of SEEDS) {
      for (const options of [{}, { legs: 2 }, { legs: 2, regulations: 'uefa-champions-league-2020-21' }] as const) {
        const { views } = ending({ seed, until: 'shoot-out', ...options });
        expect(views.shootout?.winner, `seed ${seed}`).toBeDefined();
        expect(views.aggregate?.by ?? views.result.by, `seed ${seed}`).toBe('shoot-out');
      }
    }
  });

  test('to extra time at least', () => {
    for (const seed of SEEDS) expect(ending({ seed, until: 'extra-time' }).views.scoreboard.extraTime).toBeDefined();
  });

  test('to an extra time that decides it, where the score says so', () => {
    const { views } = ending({ seed: 5, until: 'extra-time', score: { home: 3, away: 2 } });
    expect(views.result).toMatchObject({ by: 'extra-time' });
  });

  test('over two legs with a 9–0 in the second', () => {
    const { views } = ending({ seed: 8, legs: 2, until: 'shoot-out', score: { home: 9, away: 0 } });
    expect(views.aggregate).toMatchObject({ level: true, by: 'shoot-out' });
  });
});

describe('a wish', () => {
  test.each(WISHED_EVENTS)('for %s is met, by either side', (event) => {
    for (const seed of SEEDS.slice(0, 3)) {
      for (const wish of [event, `${event} by home`, `${event} by away in 2H`]) {
        const recording = simulate({ seed, with: [wish], regulations: WITH_CONCUSSION });
        expect(met(recording, [parseWish(wish)]), `${wish}, seed ${seed}`).toBe(true);
      }
    }
  });

  test.each([
    "red before 30'",
    "second-yellow before 12'",
    "var overturned after 80'",
    "goal after 90'",
    'goal by home in ET2',
    "goal in 45+2'",
    "penalty missed in 90+6'",
    'own-goal by away before half-time',
    'yellow after 2H 85:30',
    "substitution before 20'",
    "retake before 12'",
    "retake in 45+2'",
    'goalkeeper-red by home before half-time',
    "temporarily-off in 1'",
    'concussion substitution by away after 2H 80:00',
  ])('%s is met then', (wish) => {
    for (const seed of SEEDS) {
      const recording = simulate({ seed, with: [wish], regulations: WITH_CONCUSSION });
      expect(met(recording, [parseWish(wish)]), `seed ${seed}`).toBe(true);
    }
  });

  test('is understood with spaces, with hyphens and by other names', () => {
    const events = (...texts: readonly string[]) => [...new Set(texts.map((text) => parseWish(text).event))];
    expect(events('own goal', 'own-goal', 'Own-Goal by home')).toEqual(['own-goal']);
    expect(events('penalty missed', 'penalty-missed', 'missed penalty')).toEqual(['penalty missed']);
    expect(events('temporarily off', 'temporarily-off in 1H')).toEqual(['temporarily off']);
    expect(events('retake', 'penalty retaken', 'retaken-penalty')).toEqual(['retake']);
  });

  test("for a retake by a side is for that side's kick, whoever spoilt it", () => {
    for (const seed of SEEDS) {
      const recording = simulate({ seed, with: ['retake by home'] });
      const happened = recording.entries.flatMap((entry) => (entry.kind === 'event' ? [entry] : []));
      const retakes = happened.flatMap(({ event }) => (event.type === 'retake' ? [event.of] : []));
      const kickers = happened.flatMap(({ id, event }) =>
        event.type === 'penalty' && retakes.includes(id) ? [event.by ?? ''] : [],
      );
      const { clubs, legs } = recording.header.fixture;
      expect(
        kickers.some((by) => clubs[legs[0]?.home ?? '']?.people[by] !== undefined),
        `seed ${seed}`,
      ).toBe(true);
    }
  });

  test('may be one of many, for either leg, beside a score', () => {
    const wishes = [
      "red before L1 30'",
      'own-goal by home in L1',
      'penalty missed',
      "var overturned after 60'",
      'goal in 1H',
    ];
    const { recording, views } = ending({ seed: 21, legs: 2, score: { home: 2, away: 2 }, with: wishes });
    expect(met(recording, wishes.map(parseWish))).toBe(true);
    expect(views.scoreboard).toMatchObject({ home: { score: 2 }, away: { score: 2 } });
  });

  test('that is made twice is met twice', () => {
    const twice = ['red by home in 2H', 'red by home in 2H'];
    const recording = simulate({ seed: 4, with: twice });
    const reds = recording.entries.filter((entry) => entry.kind === 'event' && entry.event.type === 'red');
    expect(reds.length).toBeGreaterThanOrEqual(2);
    const first = recording.entries.slice(0, (reds[0]?.seq ?? 0) + 1);
    expect(met({ ...recording, entries: first }, twice.map(parseWish))).toBe(false);
  });

  test("doesn't count a goal that a review took back", () => {
    const recording = simulate({ seed: 9, score: { home: 0, away: 0 }, with: ['var overturned'] });
    expect(met(recording, [parseWish('goal')])).toBe(false);
  });
});

describe('what contradicts itself, or means nothing, is refused in a sentence', () => {
  test.each<[Omit<SimulateOptions, 'seed'>, string | RegExp]>([
    [{ score: { home: 2, away: 1 }, until: 'shoot-out' }, /^score 2-1, until shoot-out can't be had in one match/],
    [{ score: { home: 0, away: 2 }, with: ['goal by home'] }, /^score 0-2, goal by home can't be had in one match/],
    [
      { with: Array(5).fill('red by home') },
      /^5 × red by home can't be had in one match: \w+ have 6 left on the pitch$/,
    ],
    [{ with: Array(9).fill('substitution by away') }, /^9 × substitution by away can't be had/],
    [{ with: ["goal in 1'", "goal in 1'", "goal in 1'"] }, /the time doesn't suffice/],
    [{ until: 'extra-time', regulations: 'domestic-league' }, 'Domestic league has no extra time'],
    [{ until: 'shoot-out', regulations: 'domestic-league' }, 'Domestic league has no shoot-out'],
    [{ with: ['goal in ET1'], regulations: 'domestic-league' }, '"goal in ET1": Domestic league has no extra time'],
    [{ with: ['goal in L2'] }, '"goal in L2": there is one leg'],
    [{ with: ['goal in L1 ET1'], legs: 2 }, '"goal in L1 ET1": extra time belongs to the last leg'],
    [{ with: ['var overturned'], regulations: { var: { enabled: false } } }, /^"var overturned": .* without VAR$/],
    [
      { with: ['concussion substitution'] },
      '"concussion substitution": UEFA Champions League 2025/26 has no additional substitution for concussion',
    ],
    [
      { with: Array(2).fill('concussion substitution by home'), regulations: WITH_CONCUSSION },
      /have made their substitutions for concussion$/,
    ],
    [{ with: ["red before 1'"] }, `"red before 1'": nothing is played before 1'`],
    [{ with: ['goal in HT'] }, '"goal in HT": nothing is played in HT'],
    [{ with: ['goal in PEN 3'] }, /a wish is for play/],
    [{ with: ["goal in 90+60'"] }, /no more than 20 minutes are added/],
    [{ with: ["goal befor 3'"] }, /^"goal befor 3'": "befor 3'" isn't understood after "goal"; a wish reads <event>/],
    [{ with: ['penalty saved'] }, /"saved" isn't understood after "penalty"/],
    [
      { with: ['substitution'], regulations: 'uefa-euro-1968' },
      '"substitution": UEFA European Championship 1968 is played without substitutions',
    ],
    [
      { with: Array(11).fill('substitution by home') },
      /have (made as many changes as they may|no stoppage left to change in)$/,
    ],
    [{ with: ['rad before 30'] }, /no event is called "rad"/],
    [{ with: ['red by ATA'] }, '"red by ATA": by whom is home or away, not "ATA"'],
    [{ with: ['red before tea'] }, /"tea" is no time/],
    [{ with: [''] }, /no event is called ""/],
    [{ regulations: 'uefa-champions-leage' }, 'no regulations are called "uefa-champions-leage"'],
    [{ score: { home: 99, away: 0 } }, /99-0 isn't simulated/],
  ])('%j', (options, sentence) => {
    expect(refusal(options)).toMatch(sentence);
  });

  test('as is a seed that is none', () => {
    for (const seed of [-1, 1.5, Number.NaN, 2 ** 32]) expect(() => simulate({ seed })).toThrow(CannotSimulate);
  });
});

describe('regulations are kept', () => {
  test.each(Object.keys(REGULATIONS))('%s: a match and a tie are played to their end', (regulations) => {
    for (const legs of [1, 2] as const) {
      for (const seed of SEEDS.slice(0, 2)) {
        const { views } = ending({ seed, regulations, legs });
        expect(views.clock.period, `seed ${seed}`).toBe('FT');
        expect(
          Object.values(views.timeline).filter(({ irregular }) => irregular !== undefined),
          `seed ${seed}`,
        ).toEqual([]);
      }
    }
  });

  test('golden goal: the first of extra time is the last of the match', () => {
    for (const seed of SEEDS) {
      const { views, recording } = ending({ seed, regulations: { extraTime: 'golden' }, with: ['goal in ET1'] });
      expect(views.result.by, `seed ${seed}`).toBe('golden-goal');
      expect(recording.entries.at(-1)).toMatchObject({ event: { at: { period: 'FT' } } });
    }
  });

  test('silver goal: a lead at half-time of extra time ends it', () => {
    const { views } = ending({
      seed: 2,
      regulations: { extraTime: 'silver' },
      with: ['goal in ET1'],
      score: { home: 1, away: 0 },
    });
    expect(views.result.by).toBe('silver-goal');
  });

  test('lots are drawn where the competition draws them', () => {
    const regulations = { extraTime: 'none', ifLevel: 'lots' } as const;
    expect(ending({ seed: 2, regulations, score: { home: 1, away: 1 } }).views.result.by).toBe('lots');
  });

  test('no more changes than are allowed, no review where there is no VAR', () => {
    const rules = { substitutions: { normal: 2, extraTime: 0 }, var: { enabled: false } };
    for (const seed of SEEDS) {
      const types = simulate({ seed, regulations: rules }).entries.map(
        (entry) => entry.kind === 'event' && entry.event.type,
      );
      expect(types.filter((type) => type === 'substitution').length, `seed ${seed}`).toBeLessThanOrEqual(4);
      expect(types, `seed ${seed}`).not.toContain('var-check');
    }
  });

  test('ABBA in a shoot-out', () => {
    const { views } = ending({ seed: 6, regulations: { shootOut: { order: 'ABBA' } }, until: 'shoot-out' });
    const clubs = Object.values(views.shootout?.kicks ?? {})
      .sort((a, b) => a.order - b.order)
      .map(({ club }) => club);
    expect(clubs[1]).toBe(clubs[2]);
    expect(clubs[0]).toBe(clubs[3]);
  });
});

describe('a fixture that is given', () => {
  test('is played by its own people', () => {
    const { header } = simulate({ seed: 1 });
    const fixture = { ...header.fixture, title: 'The same again' };
    const { header: again, entries } = simulate({ seed: 2, fixture });
    expect(again).toMatchObject({ title: 'The same again', fixture: { clubs: header.fixture.clubs } });
    expect(entries.length).toBeGreaterThan(100);
  });

  test('needs eleven a side', () => {
    const { header } = simulate({ seed: 1 });
    const [club] = Object.keys(header.fixture.clubs) as [string];
    const clubs = { ...header.fixture.clubs, [club]: { name: 'Nobody', people: {} } };
    expect(refusal({ fixture: { ...header.fixture, clubs } })).toBe(`${club} have 0 footballers; eleven begin a match`);
  });
});
