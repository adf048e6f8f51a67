import { describe, expect, test } from 'vitest';
import { type Kick, shootoutWinner } from '../../src/match/laws/shootout.ts';
import {
  after,
  amend,
  caution,
  check,
  firstHalf,
  fullTime,
  goal,
  kick,
  type Line,
  line,
  oneLeg,
  periodEnd,
  playing,
  retract,
  verdict,
} from '../support/story.ts';

/** Normal and extra time without a goal. */
const goalless = (): Line[] => [
  ...firstHalf(),
  fullTime(),
  line('kick-off', 'ET1 90:00'),
  periodEnd('ET1 105:00'),
  line('kick-off', 'ET2 105:00'),
  periodEnd('ET2 120:00'),
];

/** `+` scored and `-` saved, in turn, Home first: `kicks('+-+')`. */
const kicks = (outcomes: string): Line[] =>
  [...outcomes].map((outcome, index) =>
    kick(
      index + 1,
      `${index % 2 === 0 ? 'home' : 'away'}-${11 - (Math.floor(index / 2) % 11)}`,
      outcome === '+' ? 'scored' : 'saved',
    ),
  );

const HOME_AND_AWAY = ['HOM', 'AWY'] as const;

const taken = (outcomes: string): Pick<Kick, 'club' | 'outcome' | 'superseded'>[] =>
  [...outcomes].map((outcome, index) => ({
    club: index % 2 === 0 ? 'HOM' : 'AWY',
    outcome: outcome === '+' ? 'scored' : 'saved',
    superseded: false,
  }));

/** Tries every way in which the rest of the five could go: decided is what comes out the same in all of them. */
const bruteForce = (outcomes: string): string | undefined => {
  const known = KNOWN.get(outcomes);
  if (known !== undefined) return known.winner;
  const winners = new Set(completions(outcomes).map(winnerOfAll));
  const winner = winners.size === 1 ? [...winners][0] : undefined;
  KNOWN.set(outcomes, { winner });
  return winner;
};

const KNOWN = new Map<string, { readonly winner: string | undefined }>();

const completions = (outcomes: string): string[] =>
  outcomes.length >= 10 ? [outcomes] : [...completions(`${outcomes}+`), ...completions(`${outcomes}-`)];

const winnerOfAll = (outcomes: string): string | undefined => {
  const scored = (first: number) => [...outcomes].filter((one, index) => index % 2 === first && one === '+').length;
  if (scored(0) === scored(1)) return undefined;
  return scored(0) > scored(1) ? 'HOM' : 'AWY';
};

describe('the first five kicks each', () => {
  test('are decided when no way of going on could change it, in all 1,024 of them', () => {
    for (const outcomes of completions('')) {
      const prefixes = Array.from({ length: 11 }, (_, length) => outcomes.slice(0, length));
      const first = prefixes.find((prefix) => bruteForce(prefix) !== undefined);
      const winners = prefixes.map((prefix) => shootoutWinner(taken(prefix), HOME_AND_AWAY));
      // What is kicked after the decision changes nothing.
      const expected = prefixes.map(({ length }) =>
        first === undefined || length < first.length ? undefined : bruteForce(first),
      );
      expect(winners, outcomes).toEqual(expected);
    }
  });

  test('three of three against none of three is enough', () => {
    expect(shootoutWinner(taken('+-+-+-'), HOME_AND_AWAY)).toBe('HOM');
    expect(shootoutWinner(taken('+-+-+'), HOME_AND_AWAY)).toBeUndefined();
  });

  test('a competition may begin with three', () => {
    expect(shootoutWinner(taken('+-+-'), HOME_AND_AWAY, 3)).toBe('HOM');
  });
});

describe('after five each', () => {
  test('it takes a lead after as many kicks', () => {
    const level = '++++++++--';
    expect(shootoutWinner(taken(level), HOME_AND_AWAY)).toBeUndefined();
    expect(shootoutWinner(taken(`${level}+`), HOME_AND_AWAY)).toBeUndefined();
    expect(shootoutWinner(taken(`${level}+-`), HOME_AND_AWAY)).toBe('HOM');
    expect(shootoutWinner(taken(`${level}-+`), HOME_AND_AWAY)).toBe('AWY');
  });

  test('Villarreal beat United by eleven to ten, with the last kick of the goalkeepers', () => {
    const seen = after(...goalless(), ...kicks(`${'+'.repeat(21)}-`));
    expect(seen.shootout).toMatchObject({ score: { HOM: 11, AWY: 10 }, winner: 'HOM' });
    expect(seen.scoreboard).toMatchObject({ home: { score: 0 }, away: { score: 0 }, shootout: { home: 11, away: 10 } });
  });
});

describe('kicks from the penalty mark', () => {
  test('decide the match without a whistle, and are no goals', () => {
    const seen = after(...goalless(), ...kicks('++-+-+-'));
    expect(seen.clock).toMatchObject({ period: 'FT', running: false });
    expect(seen.scoreboard).toMatchObject({
      home: { score: 0 },
      away: { score: 0 },
      normalTime: { home: 0, away: 0 },
      extraTime: { home: 0, away: 0 },
      shootout: { home: 1, away: 3 },
    });
    expect(seen.result).toEqual({ status: 'provisional', winner: 'AWY', by: 'shoot-out' });
  });

  test('are not over while a side can still draw level', () => {
    const seen = after(...goalless(), ...kicks('++++++++++'));
    expect(seen.clock.period).toBe('PEN');
    expect(seen.shootout).not.toHaveProperty('winner');
    expect(seen.result).toEqual({ status: 'none' });
  });

  test('a kick that is taken again counts for nothing, not even as a turn', () => {
    const seen = after(
      ...goalless(),
      ...kicks('+'),
      kick(2, 'away-9', 'saved', { id: 'k2' }),
      line('retake', 'PEN 2', { of: 'k2', why: 'goalkeeper off his line' }),
      kick(2, 'away-9', 'scored'),
    );
    expect(seen.shootout).toMatchObject({
      score: { HOM: 1, AWY: 1 },
      kicks: { k2: { outcome: 'saved', superseded: true }, k3: { number: 2, outcome: 'scored' } },
    });
    expect(seen.shootout?.kicks.k3).not.toHaveProperty('superseded');
  });

  test('a second kick under the same number is that turn taken again, even if nobody said so', () => {
    const seen = after(...goalless(), ...kicks('+'), kick(2, 'away-9', 'saved'), kick(2, 'away-9', 'scored'));
    expect(seen.shootout).toMatchObject({ score: { HOM: 1, AWY: 1 }, kicks: { k2: { superseded: true } } });
  });

  test('a kick that a review finds to be touched twice is recorded as missed: the turn is spent', () => {
    const touchedTwice = [
      ...goalless(),
      ...kicks('+++'),
      kick(4, 'away-19', 'scored', { id: 'k4' }),
      check('k4', 'PEN 4', { id: 'r1' }),
      verdict('r1', 'overturned', 'PEN 4', { reason: 'double touch' }),
    ];
    expect(after(...touchedTwice).shootout).toMatchObject({
      score: { HOM: 2, AWY: 1 },
      kicks: { k4: { outcome: 'forfeited' } },
    });
    const decided = after(...touchedTwice, kick(5, 'home-8'), kick(6, 'away-8', 'saved'), kick(7, 'home-7'));
    expect(decided.shootout).toMatchObject({ score: { HOM: 4, AWY: 1 }, winner: 'HOM' });
  });

  test('a save that a review finds unlawful is to be taken again', () => {
    const seen = after(
      ...goalless(),
      kick(1, 'home-9', 'saved', { id: 'k1' }),
      check('k1', 'PEN 1', { id: 'r1' }),
      verdict('r1', 'overturned', 'PEN 1', { reason: 'goalkeeper off his line' }),
      kick(1, 'home-9', 'scored'),
    );
    expect(seen.shootout).toMatchObject({ score: { HOM: 1, AWY: 0 }, kicks: { k1: { superseded: true } } });
  });

  test('a kicker who doesn’t come forfeits his kick', () => {
    const seen = after(...goalless(), ...kicks('+'), kick(2, 'away-5', 'forfeited'));
    expect(seen.shootout).toMatchObject({ score: { HOM: 1, AWY: 0 }, kicks: { k2: { outcome: 'forfeited' } } });
  });

  test('kicks that arrive swapped stand in the order of their numbers', () => {
    const [first, second, third, fourth] = kicks('++++') as [Line, Line, Line, Line];
    const seen = after(...goalless(), first, second, fourth, third);
    expect(Object.values(seen.shootout?.kicks ?? {}).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(seen.shootout?.first).toBe('HOM');
  });

  test('the side that kicks first is known even if its first kick is missing', () => {
    const seen = after(...goalless(), ...kicks('++').slice(1));
    expect(seen.shootout?.first).toBe('HOM');
  });

  test('the decision goes with the kick that brought it', () => {
    const decided = [...goalless(), ...kicks('++-+-+'), kick(7, 'home-8', 'saved', { id: 'k7' })];
    expect(after(...decided)).toMatchObject({ shootout: { winner: 'AWY' }, clock: { period: 'FT' } });
    const open = after(...decided, amend('k7', kick(7, 'home-8', 'scored')));
    expect(open.shootout).not.toHaveProperty('winner');
    expect(open.clock.period).toBe('PEN');
  });

  test('a kick after the decision changes nothing', () => {
    const seen = after(...goalless(), ...kicks('++-+-+-'), kick(8, 'away-7'), kick(9, 'home-7'));
    expect(seen.shootout).toMatchObject({ score: { HOM: 1, AWY: 3 }, winner: 'AWY' });
  });

  test('keep a ledger of cautions of their own', () => {
    const shown = [...goalless(), caution('away-4', 'ET2 118:00'), ...kicks('+'), caution('away-4', 'PEN 2')];
    const seen = after(...shown);
    expect(seen.cards.people['away-4']).toMatchObject({ yellows: ["119'"], shootoutYellows: ['PEN 2'] });
    expect(seen.cards.people['away-4']).not.toHaveProperty('sentOff');
    expect(seen.lineups.AWY?.count).toBe(11);
    expect(after(...shown, caution('away-4', 'PEN 4')).cards.people['away-4']?.sentOff?.by).toBe('second-yellow');
  });

  test('carried the cautions of the match on until 2019/20', () => {
    const old = playing(oneLeg({ regulations: { shootOut: { carryCautions: true } } }));
    const seen = old.after(...goalless(), caution('away-1', '2H 80:00'), ...kicks('+'), caution('away-1', 'PEN 2'));
    expect(seen.cards.people['away-1']?.sentOff).toEqual({ by: 'second-yellow', label: 'PEN 2' });
  });

  test('a feed that calls them goals doesn’t change the score', () => {
    const seen = after(...goalless(), goal('home-9', 'PEN 1'));
    expect(seen.scoreboard.home.score).toBe(0);
    expect(seen.stats.HOM?.counted).not.toHaveProperty('shots');
  });

  test('retracting the whole shoot-out leaves a match that needs one', () => {
    const seen = after(...goalless(), kick(1, 'home-9', 'scored', { id: 'k1' }), retract('k1'));
    expect(seen).not.toHaveProperty('shootout');
    expect(seen.clock.period).toBe('EET');
  });
});
