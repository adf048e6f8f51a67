import { expect, test } from 'vitest';
import { fixture as wholeFixture } from '../../src/match/fixture.ts';
import { event, file, problems, scenario } from './given.ts';

const fixtureOf = (before: string) => scenario(file([], before)).recording.header.fixture;

test('without a fixture Home play Away, each with eleven on the pitch, twelve on the bench and a coach', () => {
  const { clubs, legs } = fixtureOf('');
  expect(Object.keys(clubs)).toEqual(['HOM', 'AWY']);
  expect(clubs.HOM?.people['home-9']).toEqual({ name: 'Home 9', shirt: 9, position: 'FW' });
  expect(clubs.AWY?.people['away-1']).toEqual({ name: 'Away 1', shirt: 1, position: 'GK' });
  expect(clubs.HOM?.people['home-coach']).toEqual({ name: 'Home coach', role: 'staff', position: 'head-coach' });
  expect(Object.keys(clubs.HOM?.people ?? {})).toHaveLength(24);

  const [leg] = legs;
  expect(leg).toMatchObject({ home: 'HOM', away: 'AWY' });
  expect(leg?.teams?.HOM).toMatchObject({ formation: '4-4-2', goalkeeper: 'home-1' });
  expect(leg?.teams?.AWY?.starting).toEqual(Array.from({ length: 11 }, (_, index) => `away-${index + 1}`));
  expect(leg?.teams?.AWY?.bench).toEqual(Array.from({ length: 12 }, (_, index) => `away-${index + 12}`));
});

test('the positions of those who start make a 4-4-2', () => {
  const { clubs, legs } = fixtureOf('');
  const lines = (legs[0]?.teams?.HOM?.starting ?? []).map((id) => clubs.HOM?.people[id]?.position);
  const count = (position: string) => lines.filter((each) => each === position).length;
  expect([count('GK'), count('DF'), count('MF'), count('FW')]).toEqual([1, 4, 4, 2]);
});

test('two legs may be asked for by their number: Home play at home in the last', () => {
  const { legs } = fixtureOf('fixture: { legs: 2 }');
  expect(legs.map(({ home, away }) => [home, away])).toEqual([
    ['AWY', 'HOM'],
    ['HOM', 'AWY'],
  ]);
  expect(Object.keys(legs[0]?.teams ?? {})).toEqual(['HOM', 'AWY']);
});

test('clubs may be named under home and away, and keep the footballers that they’d have', () => {
  const { clubs, legs } = fixtureOf(
    'fixture: { home: { name: Atalanta, code: ATA }, away: { name: Borussia Dortmund, short: Dortmund, code: BVB } }',
  );
  expect(legs[0]).toMatchObject({ home: 'ATA', away: 'BVB' });
  expect(clubs.ATA?.people['home-9']?.name).toBe('Atalanta 9');
  expect(clubs.BVB?.people['away-23']?.name).toBe('Dortmund 23');
});

test('clubs with people of their own get no team sheet but the one that is written', () => {
  const before = `fixture:
  clubs:
    ATA: { name: Atalanta, people: { carnesecchi: { name: Marco Carnesecchi, shirt: 29 } } }
    BVB: { name: Borussia Dortmund }
  legs: [{ away: ATA, venue: Westfalenstadion }]`;
  const [leg] = fixtureOf(before).legs;
  expect(leg).toMatchObject({ home: 'BVB', away: 'ATA', venue: 'Westfalenstadion' });
  expect(Object.keys(leg?.teams ?? {})).toEqual(['BVB']);
  expect(event('{ at: 3, goal: home 9 }', before)).toMatchObject({ by: 'home-9' });
  expect(event('{ at: 3, goal: away 29 }', before)).toMatchObject({ by: 'carnesecchi' });
});

test('a kick-off may be dated to the minute, and without an offset it’s UTC', () => {
  const { legs } = fixtureOf('fixture: { legs: [{ kickOff: 2026-02-17T21:15+0100 }, { kickOff: 2026-02-25T18:45 }] }');
  expect(legs.map(({ kickOff }) => kickOff)).toEqual(['2026-02-17T21:15:00+01:00', '2026-02-25T18:45:00Z']);
});

test('whatever is left out, what comes of it is a whole fixture', () => {
  for (const before of [
    '',
    'fixture: { legs: 2 }',
    'fixture: { home: { name: Ajax } }',
    'fixture: { legs: [{}, { neutral: true }] }',
  ]) {
    expect(wholeFixture.safeParse(fixtureOf(before)).error).toBeUndefined();
  }
});

test('a fixture that can’t be is refused, each slip in its place', () => {
  const wrong = (fixture: string) => problems(file([], `fixture: ${fixture}`));
  expect(wrong('{ leggs: 2 }')).toEqual(['2:12 a fixture has no "leggs"; did you mean "legs"?']);
  expect(wrong('{ legs: 3 }')).toEqual(['2:18 expected at most 2, found 3']);
  expect(wrong('{ legs: [{ kickOff: yesterday }] }')).toEqual([
    '2:30 expected a date and time like 2026-02-25T21:00:00+01:00; found "yesterday"',
  ]);
  expect(wrong('{ legs: [{ kickOff: 2026-02-30T21:00Z }] }')).toHaveLength(1);
  expect(wrong('{ home: { code: AWY } }')).toEqual(['2:10 the two clubs need different codes']);
  expect(wrong('{ clubs: { ATA: { name: Atalanta } } }')).toEqual(['2:12 a fixture has two clubs; here are 1']);
  expect(wrong('{ home: { name: Ajax }, clubs: { ATA: { name: Atalanta }, BVB: { name: Dortmund } } }')).toEqual([
    '2:34 the clubs are given twice: write them under "clubs", or under "home" and "away"',
  ]);
  expect(wrong('{ legs: [{ home: HOM, away: AWA }] }')).toEqual(['2:38 no such club "AWA"; did you mean "AWY"?']);
  expect(wrong('{ legs: [{ home: HOM, away: HOM }] }')).toEqual(["2:38 HOM can't play itself"]);
  expect(wrong('{ legs: [{ teams: { HOM: { starting: [home-1, hoem-2] } } }] }')).toEqual([
    '2:56 nobody at HOM has the id "hoem-2"; did you mean "home-2"?',
  ]);
  expect(wrong('{ regulations: world-cup }')).toHaveLength(1);
});

test('an id is one person’s, over both clubs', () => {
  const people = '{ silva: { name: F. Silva } }';
  expect(problems(file([], `fixture: { home: { people: ${people} }, away: { people: ${people} } }`))).toEqual([
    '2:10 the id "silva" is taken by somebody at HOM',
  ]);
});
