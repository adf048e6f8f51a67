import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { cautionLimit } from '../../src/simulator/suspensions.ts';
import { every, type Played, played, told } from './matches.ts';

// A failure names its seed: `touchline simulate --seed N --legs 2` gives the tie.

const named = (tie: Played, leg: number): string[] =>
  every([tie], 'line-ups')
    .filter(({ event }) => event.at.leg === leg)
    .flatMap(({ event }) => Object.values(event.teams).flatMap(({ starting, bench = [] }) => [...starting, ...bench]));

const suspensionsOf = (tie: Played) => every([tie], 'ruling').filter(({ event }) => event.kind === 'suspension');

describe('over two legs', () => {
  const ties = played(80, { legs: 2 });

  test('whoever was sent off in the first is ruled out of the second, and not named in it', () => {
    let dismissals = 0;
    for (const tie of ties) {
      const suspended = suspensionsOf(tie);
      for (const { event, after } of [...every([tie], 'red'), ...every([tie], 'second-yellow')]) {
        if (event.at.leg !== 1 || after.cards[event.person ?? '']?.sentOff === undefined) continue;
        dismissals += 1;
        expect(
          suspended.map((each) => each.event.person),
          `seed ${tie.seed}`,
        ).toContain(event.person);
        expect(named(tie, 2), `seed ${tie.seed}`).not.toContain(event.person);
      }
    }
    expect(dismissals).toBeGreaterThan(5);
  });

  test('so is whoever was on the brink and cautioned, and nobody else', () => {
    let cautions = 0;
    for (const tie of ties) {
      const notes = every([tie], 'note').map(({ event }) => event.text);
      const suspended = suspensionsOf(tie);
      for (const { event, before } of suspended) {
        const person = event.person ?? '';
        const held = before.cards[person];
        expect(event.of, `seed ${tie.seed}`).toBe(held?.sentOff?.card ?? held?.cards[0]?.id);
        expect(event.matches, `seed ${tie.seed}`).toBe(1);
        expect(named(tie, 2), `seed ${tie.seed}`).not.toContain(person);
        if (held?.sentOff !== undefined) continue;
        cautions += 1;
        const name = before.roster.get(person)?.person.name ?? '';
        expect(
          notes.some((text) => text.includes(name)),
          `seed ${tie.seed}: ${name}`,
        ).toBe(true);
      }
      for (const { id, event, after } of every([tie], 'caution')) {
        const person = event.person ?? '';
        const name = after.roster.get(person)?.person.name ?? '';
        const warned = notes.some((text) => text.includes(name));
        if (event.at.leg !== 1 || !warned || tie.last.superseded[id] !== undefined) continue;
        expect(
          suspended.map((each) => each.event.person),
          `seed ${tie.seed}`,
        ).toContain(person);
      }
    }
    expect(cautions).toBeGreaterThan(20);
  });

  test('eleven start in the second leg all the same, one of them in goal', () => {
    for (const tie of ties) {
      for (const { event } of every([tie], 'line-ups'))
        for (const sheet of Object.values(event.teams)) {
          expect(sheet.starting, `seed ${tie.seed}`).toHaveLength(11);
          expect(sheet.goalkeeper, `seed ${tie.seed}`).toBe(sheet.starting[0]);
        }
    }
  });

  test('the ruling comes the next day, after the whistle of the first and before the sheets of the second', () => {
    for (const tie of ties) {
      for (const { event } of suspensionsOf(tie)) {
        expect(event.at, `seed ${tie.seed}`).toMatchObject({ leg: 1, period: 'FT' });
        expect(event.at.elapsed / 3_600_000, `seed ${tie.seed}`).toBeGreaterThan(12);
      }
    }
  });
});

describe('the caution that suspends', () => {
  test('is the third in the club competitions of UEFA, the second in tournaments, the fifth in a league', () => {
    expect(cautionLimit(undefined)).toBe(3);
    expect(cautionLimit('uefa-europa-league-2025-26')).toBe(3);
    expect(cautionLimit({ base: 'fifa-world-cup', bench: 12 })).toBe(2);
    expect(cautionLimit('uefa-euro')).toBe(2);
    expect(cautionLimit('uefa-euro-2004')).toBe(2);
    expect(cautionLimit('domestic-league')).toBe(5);
  });

  test('is called by its number', () => {
    const [tie] = played(1, { legs: 2, regulations: 'domestic-cup' });
    expect(every(tie === undefined ? [] : [tie], 'note')[0]?.event.text).toMatch(
      /^A fifth caution in the competition would keep .+ out of the second leg\.$/,
    );
  });

  test('is told of nobody before a single match, and of nobody in a squad that is only just enough', () => {
    expect(every(played(20), 'note')).toEqual([]);
    const { header } = simulate({ seed: 1, legs: 2 });
    const clubs = Object.fromEntries(
      Object.entries(header.fixture.clubs).map(([code, club]) => [
        code,
        { ...club, people: Object.fromEntries(Object.entries(club.people).slice(0, 15)) },
      ]),
    );
    const tie = told(1, simulate({ seed: 1, fixture: { ...header.fixture, clubs } }));
    expect(every([tie], 'note')).toEqual([]);
  });
});

test('a team sheet that is given for the second leg stands, unless somebody on it has been suspended since', () => {
  const { header } = simulate({ seed: 1, legs: 2 });
  const [first, second] = header.fixture.legs;
  if (first === undefined || second === undefined) throw new Error('there are no two legs');
  const [club] = Object.keys(header.fixture.clubs) as [string];
  const people = Object.keys(header.fixture.clubs[club]?.people ?? {});
  const sheet = { starting: people.slice(0, 11), bench: people.slice(11, 20) };
  const fixture = { ...header.fixture, legs: [first, { ...second, teams: { [club]: sheet } }] };
  let [kept, changed] = [0, 0];
  for (let seed = 0; seed < 30; seed += 1) {
    const tie = told(seed, simulate({ seed, fixture, with: ['red in L1'] }));
    const suspended = suspensionsOf(tie).map(({ event }) => event.person ?? '');
    const told2 = every([tie], 'line-ups').find(({ event }) => event.at.leg === 2)?.event.teams[club];
    const clashes = sheet.starting.some((id) => suspended.includes(id));
    expect(
      named(tie, 2).filter((id) => suspended.includes(id)),
      `seed ${seed}`,
    ).toEqual([]);
    if (clashes) changed += 1;
    else {
      kept += 1;
      expect(told2?.starting, `seed ${seed}`).toEqual(sheet.starting);
    }
  }
  expect(Math.min(kept, changed)).toBeGreaterThan(0);
});
