import { expect, test } from 'vitest';
import { given, type Line, under } from '../../src/testing.ts';

/** What the invariants have found out so far, each as the smallest match that it was found in. */

const KICK_OFF: Line = { at: '1H 00:00', 'kick-off': 'home' };

test('a goal that is given after all is followed by a kick-off, and by no other goal before it', () => {
  const match = given(
    KICK_OFF,
    { at: '1H 20:00', goal: 'away 9', id: 'g1' },
    { at: '1H 20:05', 'goal-disallowed': { of: 'g1', for: 'offside' }, id: 'd1' },
    { at: '1H 20:20', 'var-check': { of: 'd1', category: 'goal' }, id: 'r1' },
    { at: '1H 21:50', 'var-decision': { of: 'r1', outcome: 'overturned' } },
  );
  match.expect({ scoreboard: { away: { score: 1 } }, clock: { restart: { kind: 'kick-off', club: 'HOM' } } });
  match.when({ at: '1H 22:30', 'kick-off': 'home' }).expect({ clock: { restart: null } });
});

const NINETY: readonly Line[] = [
  KICK_OFF,
  { at: '1H 45:00', 'half-time': true },
  { at: '2H 45:00', 'kick-off': 'away' },
  { at: '2H 90:00', 'full-time': true },
];

test('a kick that is taken again counts, though the same man scores it just as before', () => {
  const kicks = under({ regulations: { extraTime: 'none' } }).given(
    ...NINETY,
    { at: 'PEN 1', kick: { by: 'home 9', outcome: 'scored' }, id: 'k1' },
    { at: 'PEN 1', retake: { of: 'k1', why: 'the whistle had not gone' }, id: 're1' },
    { at: 'PEN 1', kick: { by: 'home 9', outcome: 'scored' }, id: 'k2' },
  );
  kicks.expect({
    shootout: { score: { HOM: 1 }, kicks: { k1: { superseded: true }, k2: { superseded: null } } },
    timeline: { k2: { status: null } },
  });
});

test('it counts whichever of the three comes in first', () => {
  const kicks = under({ regulations: { extraTime: 'none' } }).given(
    ...NINETY,
    { at: 'PEN 1', kick: { by: 'home 9', outcome: 'saved' }, id: 'k2', order: 3 },
    { at: 'PEN 1', kick: { by: 'home 9', outcome: 'saved' }, id: 'k1', order: 1 },
    { at: 'PEN 1', retake: { of: 'k1' }, id: 're1', order: 2 },
  );
  expect(Object.values(kicks.views.shootout?.kicks ?? {}).map(({ superseded }) => superseded)).toEqual([
    true,
    undefined,
  ]);
});

test('a goal that is only possible doesn’t show that its scorer had stayed on', () => {
  given(
    KICK_OFF,
    { at: '1H 10:00', caution: 'home 9' },
    { at: '1H 20:00', caution: 'home 9' },
    { at: '1H 30:00', goal: { by: 'home 9', tentative: true } },
  ).expect({ cards: { people: { 'home-9': { sentOff: { by: 'second-yellow' } } } }, lineups: { HOM: { count: 10 } } });
});

test('a goal that is only possible parts no stoppage in two', () => {
  given(
    KICK_OFF,
    { at: '1H 10:00', substitution: { off: 'home 9', on: 'home 19' } },
    { at: '1H 10:10', goal: { by: 'home 10', tentative: true } },
    { at: '1H 10:20', substitution: { off: 'home 8', on: 'home 18' } },
  ).expect({ lineups: { HOM: { substitutions: { used: 2, windowsLeft: 2 } } } });
});

const GOLDEN: readonly Line[] = [
  ...NINETY,
  { at: 'ET1 90:00', 'kick-off': 'home' },
  { at: 'ET1 94:30', goal: 'away 9', id: 'g1' },
];
const golden = under({ regulations: { extraTime: 'golden' } });

test('a match that a golden goal has ended can’t be suspended any more', () => {
  const suspended = { at: 'ET1 94:40', suspended: true, irregular: 'match-over' } as const;
  golden.given(...GOLDEN, suspended).expect({ clock: { period: 'FT', status: null }, result: { winner: 'AWY' } });
});

test('a half that a golden goal has ended goes on once that goal is taken back', () => {
  golden
    .given(
      ...GOLDEN,
      { at: 'ET1 94:40', 'var-check': { of: 'g1', category: 'goal' }, id: 'r1' },
      { at: 'ET1 95:50', 'var-decision': { of: 'r1', outcome: 'overturned' } },
    )
    .expect({ clock: { period: 'ET1', running: true }, scoreboard: { away: { score: 0 } } });
});
