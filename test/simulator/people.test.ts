import { describe, expect, test } from 'vitest';
import { isOnPitch } from '../../src/match/laws/numbers.ts';
import { changesLeft } from '../../src/match/laws/substitutions.ts';
import { MINUTE } from '../../src/match/time.ts';
import { clubOf, every, played } from './matches.ts';

// A failure names its seed: `touchline simulate --seed N` with these options gives the match.

describe('a substitution for concussion', () => {
  const matches = played(40, {
    regulations: { substitutions: { concussion: 1 } },
    with: ['concussion substitution by home'],
  });
  const changes = every(matches, 'substitution').filter(({ event }) => event.reason === 'concussion');

  test('is one more than the five, and gives the opponents one more too', () => {
    expect(changes.length).toBeGreaterThanOrEqual(40);
    for (const { seed, event, before, after } of changes) {
      const club = clubOf(before, event.on);
      const opponents = before.sides.home === club ? before.sides.away : before.sides.home;
      expect(after.teams[club]?.used, `seed ${seed}`).toBe(before.teams[club]?.used);
      expect(changesLeft(after, opponents).left, `seed ${seed}`).toBe(changesLeft(before, opponents).left + 1);
    }
  });

  test('follows on a blow to the head that has been looked at', () => {
    for (const { seed, event } of changes) {
      const hurt = every(matches.slice(seed, seed + 1), 'injury').find(
        (each) => each.event.person === event.off && each.event.outcome === 'a blow to the head',
      );
      expect(event.at.elapsed - (hurt?.event.at.elapsed ?? Number.NaN), `seed ${seed}`).toBeGreaterThanOrEqual(1000);
    }
  });

  test('is none where the competition has no such thing: he is replaced by one of the five, or by nobody', () => {
    const plain = played(300);
    const blows = every(plain, 'injury').filter(({ event }) => event.outcome === 'a blow to the head');
    expect(blows.length).toBeGreaterThan(0);
    expect(every(plain, 'substitution').filter(({ event }) => event.reason === 'concussion')).toEqual([]);
    for (const { seed, event } of blows)
      expect(['off', 'left'], `seed ${seed}`).toContain(plain[seed]?.last.people[event.person ?? '']?.status);
  });
});

describe('a goalkeeper who is sent off', () => {
  const matches = played(30, { with: ['goalkeeper red by home'] });

  test('is followed in goal by a substitute, for whom an outfield footballer makes way', () => {
    const changes = every(matches, 'substitution').filter(({ event }) => event.reason === 'goalkeeper');
    expect(changes.length).toBeGreaterThan(20);
    for (const { seed, event, before, after } of changes) {
      const club = clubOf(before, event.on);
      const position = (id: string | undefined) => before.roster.get(id ?? '')?.person.position;
      expect([position(event.on), position(event.off)], `seed ${seed}`).toEqual([
        'GK',
        expect.not.stringMatching('GK'),
      ]);
      expect(after.teams[club], `seed ${seed}`).toMatchObject({
        goalkeeper: event.on,
        count: before.teams[club]?.count,
      });
      expect(before.teams[club]?.count, `seed ${seed}`).toBeLessThan(11);
    }
  });

  test('leaves an outfield footballer in goal once no other goalkeeper is on the bench', () => {
    const again = played(10, { with: ['goalkeeper red by home in 1H', 'goalkeeper red by home in 2H'] });
    const inGoal = every(again, 'goalkeeper');
    expect(inGoal.length).toBeGreaterThanOrEqual(10);
    for (const { seed, event, after } of inGoal) expect(isOnPitch(after, event.person), `seed ${seed}`).toBe(true);
  });
});

describe('somebody who is treated beside the pitch', () => {
  const matches = played(60);

  test('is no goalkeeper, and is back before the half is over', () => {
    const off = every(matches, 'temporarily-off');
    expect(off.length).toBeGreaterThan(15);
    for (const { seed, event, before } of off) {
      expect(before.teams[clubOf(before, event.person)]?.goalkeeper, `seed ${seed}`).not.toBe(event.person);
      const back = every(matches.slice(seed, seed + 1), 'back-on').find(
        ({ event: { person, at } }) =>
          person === event.person && at.period === event.at.period && at.elapsed > event.at.elapsed,
      );
      expect(back, `seed ${seed}`).toBeDefined();
    }
    expect(new Set(off.map(({ event }) => event.why))).toEqual(new Set(['bleeding', 'treatment']));
  });

  test('is whoever was treated at all, by the Laws of 2026/27, unless the whistle goes for a minute or more', () => {
    const later = played(30, { regulations: 'uefa-champions-league-2026-27' });
    const treated = every(later, 'injury').filter(({ event }) => event.outcome === 'treated, and goes on');
    for (const { seed, event, before } of treated)
      expect(before.teams[clubOf(before, event.person)]?.goalkeeper, `seed ${seed}`).toBe(event.person);
    for (const { seed, event } of every(later, 'temporarily-off')) {
      const moments = later[seed]?.moments ?? [];
      const back = moments.find(
        (each) =>
          each.event.type === 'back-on' &&
          each.event.person === event.person &&
          each.event.at.elapsed > event.at.elapsed &&
          each.event.at.period === event.at.period,
      );
      const whistle = moments.find(
        (each) =>
          (each.event.type === 'half-time' || each.event.type === 'full-time' || each.event.type === 'period-end') &&
          each.event.at.period === event.at.period,
      );
      const away = (back?.event.at.elapsed ?? 0) - event.at.elapsed;
      const short = (whistle?.event.at.elapsed ?? 0) - (back?.event.at.elapsed ?? 0) < 30_000;
      expect(away >= MINUTE || short, `seed ${seed}`).toBe(true);
    }
  });
});

describe('the captain', () => {
  test('is one of those who play, at each kick-off and at the end', () => {
    const matches = played(60, { with: ['red'] });
    expect(every(matches, 'captain').length).toBeGreaterThan(10);
    for (const { seed, last, moments } of matches) {
      for (const state of [...every([{ moments }], 'kick-off').map(({ before }) => before), last]) {
        for (const club of [state.sides.home, state.sides.away]) {
          const { captain = '' } = state.teams[club] ?? {};
          const away = state.people[captain]?.status === 'temporarily-off';
          expect(away || isOnPitch(state, captain), `seed ${seed}: ${club}`).toBe(true);
        }
      }
    }
  });
});
