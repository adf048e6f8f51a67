import { expect, test } from 'vitest';
import { entries, file, offsets, scenario } from './given.ts';

const startedAt = (lines: string[], before: string): string => scenario(file(lines, before)).recording.header.startedAt;

test('the kick-off is feed time zero, and play runs with the watch', () => {
  expect(offsets(['{ at: kick-off, kick-off: home }', '{ at: 1H 12:30, goal: home 9 }'])).toEqual([
    '0:00:00',
    '0:12:30',
  ]);
});

test('intervals last fifteen, five, two and five minutes, from the whistle that was', () => {
  expect(
    offsets([
      '{ at: 1H 47:00, half-time: }',
      '{ at: HT 03:00, note: In the tunnel }',
      '{ at: 2H 45:00, kick-off: away }',
      '{ at: 2H 93:00, full-time: }',
      '{ at: ET1 90:00, kick-off: home }',
      '{ at: ET1 106:00, period-end: }',
      '{ at: ET2 105:00, kick-off: away }',
      '{ at: ET2 121:00, period-end: }',
      '{ at: PEN 1, kick: { by: home 9, outcome: scored } }',
      '{ at: PEN 2, kick: { by: away 9, outcome: saved } }',
      '{ at: FT, note: The cup is handed over }',
    ]),
  ).toEqual([
    '0:47:00',
    '0:50:00',
    '1:02:00',
    '1:50:00',
    '1:55:00',
    '2:11:00',
    '2:13:00',
    '2:29:00',
    '2:34:00',
    '2:34:45',
    '2:34:45',
  ]);
});

test('kicks that follow normal time at once come five minutes after it', () => {
  expect(offsets(['{ at: 2H 90:00, full-time: }', '{ at: PEN 1, kick: { by: home 9, outcome: scored } }'])).toEqual([
    '1:45:00',
    '1:50:00',
  ]);
});

test('a half without a whistle ends with the last that the log has of it, and one that it leaves out lasts 45 minutes', () => {
  expect(offsets(['{ at: 1H 46:00, goal: home 9 }', '{ at: 2H 45:10, goal: home 9 }'])).toEqual(['0:46:00', '1:01:10']);
  expect(offsets(['{ at: 2H 45:10, goal: home 9 }', '{ at: FT 01:00, note: Gone }'])).toEqual(['1:00:10', '1:01:10']);
});

test('a late entry of the half before doesn’t move the half being played', () => {
  expect(
    offsets([
      '{ at: 1H 45:00, half-time: }',
      '{ at: 2H 45:00, kick-off: away }',
      '{ at: 1H 46:00, half-time: , id: again }',
      '{ at: 2H 50:00, goal: home 9 }',
    ]),
  ).toEqual(['0:45:00', '1:00:00', '1:00:00', '1:05:00']);
});

test('the second leg is a week after the first', () => {
  expect(
    offsets(['{ at: L1 1H 10:00, goal: home 9 }', '{ at: L2 1H 10:00, goal: home 9 }'], 'fixture: { legs: 2 }'),
  ).toEqual(['0:10:00', '168:10:00']);
});

test('a second leg can’t begin before what came in about the first', () => {
  expect(
    offsets(
      [
        '{ at: L1 FT, ruling: { kind: awarded, score: { home: 3, away: 0 } }, received: +11d }',
        '{ at: L2 1H 10:00, goal: home 9 }',
      ],
      'fixture: { legs: 2 }',
    ),
  ).toEqual(['265:45:00', '265:55:00']);
});

test('dated legs kick off when the fixture says, in the fixture’s zone', () => {
  const before = 'fixture: { legs: [{ kickOff: 2026-02-17T21:15:00+01:00 }, { kickOff: 2026-02-25T18:45:00+01:00 }] }';
  const lines = ['{ at: L1 1H 02:04, goal: home 9 }', '{ at: L2 1H 04:30, goal: home 9 }'];
  expect(startedAt(lines, before)).toBe('2026-02-17T21:15:00+01:00');
  expect(offsets(lines, before)).toEqual(['0:02:04', '189:34:30']);
});

test('a recording of the second leg alone begins with it', () => {
  const before = 'fixture: { legs: [{}, { kickOff: 2026-02-25T18:45:00+01:00 }] }';
  expect(startedAt(['{ at: 5, goal: home 9 }'], before)).toBe('2026-02-25T18:45:00+01:00');
  expect(startedAt(['{ at: L1 5, goal: home 9 }'], before)).toBe('2026-02-18T18:45:00+01:00');
});

test('what happens before the match comes in the hour before a dated kick-off, and in the minute before any other', () => {
  const lines = [
    '{ at: pre, conditions: { weather: rain } }',
    '{ at: pre 00:20, note: The teams are out }',
    '{ at: kick-off, kick-off: home }',
  ];
  const dated = 'fixture: { legs: [{ kickOff: 2026-02-25T18:45:00+01:00 }] }';
  expect(offsets(lines)).toEqual(['0:00:00', '0:00:20', '0:01:00']);
  expect(offsets(lines, dated)).toEqual(['0:00:00', '0:00:20', '1:00:00']);
  expect(startedAt(lines, dated)).toBe('2026-02-25T17:45:00+01:00');
  expect(offsets(['{ at: pre 75:00, delay: traffic }', '{ at: 1H 00:00, kick-off: home }'], dated)).toEqual([
    '1:15:00',
    '1:15:00',
  ]);
});

test('startedAt is feed time zero: the match begins with it, or when the fixture says', () => {
  const lines = ['{ at: 1H 02:00, goal: home 9 }'];
  expect(offsets(lines, 'startedAt: 2025-05-01T20:00:00Z')).toEqual(['0:02:00']);
  expect(startedAt(lines, 'startedAt: 2025-05-01T20:00:00Z')).toBe('2025-05-01T20:00:00Z');
  expect(
    offsets(lines, 'startedAt: 2025-05-01T19:30:00Z\nfixture: { legs: [{ kickOff: 2025-05-01T20:00:00Z }] }'),
  ).toEqual(['0:32:00']);
});

test('a suspension lasts ten minutes unless the resumption says when it came, and play runs on from there', () => {
  const suspended = ['{ at: 1H 42:10, suspended: medical emergency }', '{ at: 1H 42:10, note: The pitch is cleared }'];
  expect(
    offsets([
      ...suspended,
      '{ at: 1H 42:10, resumed: }',
      '{ at: 1H 45:00, half-time: }',
      '{ at: 2H 45:00, kick-off: away }',
    ]),
  ).toEqual(['0:42:10', '0:42:10', '0:52:10', '0:55:00', '1:10:00']);
  expect(
    offsets([...suspended, '{ at: 1H 42:10, resumed: , received: +105m }', '{ at: 1H 45:00, half-time: }']),
  ).toEqual(['0:42:10', '0:42:10', '2:27:10', '2:30:00']);
});

test('a match suspended at half-time goes on where the interval was left, be it half a year later', () => {
  expect(
    offsets([
      '{ at: 1H 45:00, half-time: }',
      '{ at: HT 10:00, suspended: }',
      '{ at: HT 10:00, resumed: , received: +178d }',
      '{ at: 2H 45:00, kick-off: away }',
    ]),
  ).toEqual(['0:45:00', '0:55:00', '4272:55:00', '4273:00:00']);
});

test('a half that is reopened after the whistle runs on, and the interval begins again at its last whistle', () => {
  expect(
    offsets([
      '{ at: 1H 47:00, half-time: }',
      '{ at: HT 02:00, caution: home 4 }',
      '{ at: 1H 48:00, period-reopened: handball }',
      '{ at: 1H 49:30, goal: home 9 }',
      '{ at: 1H 50:00, half-time: }',
      '{ at: HT 01:00, note: Off at last }',
      '{ at: 2H 45:00, kick-off: away }',
    ]),
  ).toEqual(['0:47:00', '0:49:00', '0:49:00', '0:50:30', '0:51:00', '0:52:00', '1:06:00']);
});

test('after a correction of the watch, entries follow the corrected watch', () => {
  expect(offsets(['{ at: 1H 12:00, clock-correction: , received: +40s }', '{ at: 1H 20:00, goal: home 9 }'])).toEqual([
    '0:12:40',
    '0:20:40',
  ]);
});

test('received may name a whistle, a leg or a moment to come', () => {
  const whistle = [
    '{ at: 1H 47:00, half-time: , received: +30s }',
    '{ at: 1H 40:00, caution: home 4, received: half-time }',
  ];
  expect(offsets(whistle)).toEqual(['0:47:30', '0:47:30']);
  expect(offsets(['{ at: L1 1H 40:00, caution: home 4, received: L2 }'], 'fixture: { legs: 2 }')).toEqual([
    '168:00:00',
  ]);
  expect(offsets(['{ at: 1H 40:00, caution: home 4, received: 2H 50:00 }', '{ at: 1H 47:00, half-time: }'])).toEqual([
    '1:07:00',
    '1:07:00',
  ]);
});

test('a correction of the first leg that comes days later follows everything before it', () => {
  const log = entries(
    [
      '{ at: L1 1H 10:00, goal: home 9, id: g1 }',
      '{ at: L2 1H 10:00, goal: home 9 }',
      '{ amend: { of: g1, goal: home 11 }, received: +11d }',
      '{ retract: { of: g1 } }',
    ],
    'fixture: { legs: 2 }',
  );
  expect(log.map(({ offset }) => offset / 60_000)).toEqual([10, 10_090, 15_850, 15_850]);
});
