import { expect, test } from 'vitest';
import { at, event, file, problems, scenario } from './given.ts';

/** The event without its type and time. */
const said = (words: string, before = ''): unknown => {
  const { type: _type, at: _at, ...rest } = event(`{ at: 1H 12:30, ${words} }`, before);
  return rest;
};
const wrong = (words: string, before = ''): string[] => problems(file([`{ at: 1H 12:30, ${words} }`], before));

test('a bare reference goes where the event wants it: a club as the club, a person as whoever acts or is concerned', () => {
  expect(said('kick-off: home')).toEqual({ club: 'HOM' });
  expect(said('corner: away')).toEqual({ club: 'AWY' });
  expect(said('corner: away 10')).toEqual({ by: 'away-10' });
  expect(said('goal: home 9')).toEqual({ by: 'home-9' });
  expect(said('goal: home')).toEqual({ club: 'HOM' });
  expect(said('shot: away 9')).toEqual({ by: 'away-9' });
  expect(said('foul: away 4')).toEqual({ by: 'away-4' });
  expect(said('caution: home 4')).toEqual({ person: 'home-4' });
  expect(said('red: away 5')).toEqual({ person: 'away-5' });
  expect(said('injury: home 7')).toEqual({ person: 'home-7' });
  expect(said('captain: home 4')).toEqual({ person: 'home-4' });
  expect(said('penalty-awarded: home')).toEqual({ club: 'HOM' });
  expect(said('caution: home coach')).toEqual({ person: 'home-coach' });
});

test('other bare values go where the words or the minutes are', () => {
  expect(said('note: Rain at last')).toEqual({ text: 'Rain at last' });
  expect(said('added-time: 3')).toEqual({ minutes: 3 });
  expect(said('suspended: floodlights')).toEqual({ why: 'floodlights' });
});

test('an event without fields needs no value', () => {
  expect(said('half-time:')).toEqual({});
  expect(said('half-time: true')).toEqual({});
  expect(said('kick-off:')).toEqual({});
  expect(said('half-time: , detail: Whistled off at once')).toEqual({ detail: 'Whistled off at once' });
  expect(said('goal: { by: home 9 }, detail: A tap-in')).toEqual({ by: 'home-9', detail: 'A tap-in' });
});

test('other words for a field become the field', () => {
  expect(said('caution: { by: home 4, reason: dissent }')).toEqual({ person: 'home-4', reason: 'dissent' });
  expect(said('goal: { person: home 9 }')).toEqual({ by: 'home-9' });
  expect(said('corner: { for: away }')).toEqual({ club: 'AWY' });
  expect(said('throw-in: { team: home }')).toEqual({ club: 'HOM' });
  expect(said('penalty-awarded: { to: away }')).toEqual({ club: 'AWY' });
});

test('a word that is a field of the event keeps its own meaning', () => {
  expect(said('appeal: { for: handball, by: home 9 }')).toEqual({ for: 'handball', by: 'home-9' });
  expect(said('var-check: { category: goal, for: offside, team: home }')).toEqual({
    category: 'goal',
    for: 'offside',
    club: 'HOM',
  });
});

test('people and clubs are found inside lists, groups and tables too', () => {
  expect(said('goal: { by: home 9, contributions: [{ by: home 7, kind: cross }] }')).toEqual({
    by: 'home-9',
    contributions: [{ by: 'home-7', kind: 'cross' }],
  });
  expect(said('possession: { clubs: { home: 44, AWY: 56 } }')).toEqual({ clubs: { HOM: 44, AWY: 56 } });
  expect(said('line-ups: { teams: { away: { starting: [away 1, away-2], captain: Away 2 } } }')).toEqual({
    teams: { AWY: { starting: ['away-1', 'away-2'], captain: 'away-2' } },
  });
  expect(said('substitution: { on: home 14, off: home 9 }')).toEqual({ on: 'home-14', off: 'home-9' });
});

test('home and away are those of the line’s own leg', () => {
  const before = 'fixture: { legs: 2 }';
  expect(event('{ at: L1 1H 12:30, corner: home }', before)).toMatchObject({ club: 'AWY' });
  expect(event('{ at: L2 1H 12:30, corner: home }', before)).toMatchObject({ club: 'HOM' });
  expect(event('{ at: L1 1H 12:30, goal: home 9 }', before)).toMatchObject({ by: 'away-9' });
});

test('what an event doesn’t take is refused, with the nearest word that it does', () => {
  expect(wrong('goal: { by: home 9, asist: home 7 }')).toEqual(['3:41 a goal has no "asist"; did you mean "assist"?']);
  expect(wrong('goal: { by: home 9, bodyPart: haed }')).toEqual(['3:51 no such bodyPart "haed"; did you mean "head"?']);
  expect(wrong('kick: home 9')).toEqual([
    '3:27 a kick needs "outcome": scored, saved, off-target, woodwork, missed, forfeited',
  ]);
  expect(wrong('added-time: soon')).toEqual(['3:33 expected a number, found "soon"']);
  expect(wrong('half-time: home')).toEqual([
    '3:32 a half-time takes a mapping or nothing; found "home". Its keys: detail',
  ]);
  expect(wrong('goal: [home 9]')[0]).toMatch(/^3:27 a goal takes a club like home, a person like home 9 or a mapping/);
  expect(wrong('goal: { by: home 9, person: home 8 }')).toEqual([
    '3:41 "person" says the same as "by"; give one of the two',
  ]);
  expect(wrong('caution: { person: 4 }')).toEqual(['3:40 expected a person like "home 9", an id or a name; found 4']);
  expect(wrong('possession: { clubs: { home: 44, HOM: 56 } }')).toEqual(['3:54 HOM is given twice']);
});

test('slips on one line are all told', () => {
  expect(wrong('goal: { by: home 99, asist: home 7, xg: 3 }').map((line) => line.split(' ')[0])).toEqual([
    '3:33',
    '3:42',
    '3:61',
  ]);
});

test('a minute stands for its first second, and its time is known to the minute', () => {
  const { recording } = scenario(
    file([
      "{ at: 57', goal: home 9 }",
      "{ at: 90+8', goal: home 10, reported: { by: agency } }",
      "{ at: 91', goal: home 11, reported: { time: estimated } }",
      '{ at: 2H 56:00, goal: home 8 }',
    ]),
  );
  expect(recording.entries).toMatchObject([
    { event: { at: at('2H', 11) }, reported: { time: 'minute' } },
    { event: { at: at('2H', 52) }, reported: { by: 'agency', time: 'minute' } },
    { event: { at: at('ET1', 0) }, reported: { time: 'estimated' } },
    { event: { at: at('2H', 11) } },
  ]);
  expect(recording.entries[3]).not.toHaveProperty('reported');
});

test('a time may be of an interval, a leg’s start, a kick from the mark or a whistle’s name', () => {
  const timeOf = (time: string, before = '') => event(`{ at: ${time}, note: Seen }`, before).at;
  expect(timeOf('pre')).toEqual(at('pre', 0));
  expect(timeOf('pre 12:00')).toEqual(at('pre', 12));
  expect(timeOf('HT 00:30')).toEqual(at('HT', 0, 30));
  expect(timeOf('FT')).toEqual(at('FT', 0));
  expect(timeOf('PEN 3')).toEqual({ leg: 1, period: 'PEN', elapsed: 3000 });
  expect(timeOf('kick-off')).toEqual(at('1H', 0));
  expect(timeOf('half-time')).toEqual(at('HT', 0));
  expect(timeOf('full-time')).toEqual(at('FT', 0));
  expect(timeOf('L1', 'fixture: { legs: 2 }')).toEqual(at('pre', 0, 0, 1));
  expect(timeOf('57', 'fixture: { legs: 2 }')).toEqual(at('2H', 11, 0, 2));
});

test('the incident and the source’s own order stand beside the event', () => {
  expect(event('{ at: 1H 30:00, incidentAt: 1H 27:40, order: 2, goal-disallowed: { for: foul } }')).toEqual({
    type: 'goal-disallowed',
    at: { ...at('1H', 30), order: 2 },
    incidentAt: at('1H', 27, 40),
    for: 'foul',
  });
});

test('a bad time is told with examples, and with the usual slip', () => {
  expect(problems(file(['{ at: 2H 12:10, goal: home 9 }']))).toEqual([
    `3:11 no such time "2H 12:10": the watch runs on, and "2H" begins at 45:00; write it like 57', 45+2', 2H 97:53, L1 1H 02:04, L2, PEN 3, kick-off, half-time, full-time`,
  ]);
  expect(problems(file(['{ at: L2 12, goal: home 9 }']))).toEqual(['3:11 no leg 2: the fixture has one leg']);
  expect(problems(file(['{ goal: home 9 }']))).toEqual([
    '3:5 goal needs its time: at, like { at: "1H 12:30", goal: … }',
  ]);
  expect(problems(file(['{ at: HT, half-time: }']))[0]).toMatch(/^3:5 a whistle belongs to the half that it ends/);
});
