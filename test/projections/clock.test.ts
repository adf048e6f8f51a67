import { expect, test } from 'vitest';
import { after, firstHalf, fullTime, goal, halfTime, kickOff, line, oneLeg, playing } from '../support/story.ts';

test('the clock shows the period, the watch and what people call it', () => {
  expect(after(kickOff(), line('note', '1H 23:10', { text: 'Rain.' })).clock).toEqual({
    leg: 1,
    period: '1H',
    elapsed: 1_390_000,
    label: "24'",
    running: true,
  });
});

test('the added time and the restart that is owed are there when there are any', () => {
  const seen = after(...firstHalf(), line('added-time', '2H 89:50', { minutes: 3 }), goal('home-9', '2H 97:53'));
  expect(seen.clock).toEqual({
    leg: 1,
    period: '2H',
    elapsed: 3_173_000,
    label: "90+8'",
    running: true,
    addedTime: 3,
    restart: { kind: 'kick-off', club: 'AWY' },
  });
});

test('in an interval the watch is that of the whistle', () => {
  expect(after(kickOff(), halfTime('1H 46:30'), line('note', 'HT 10:00', { text: 'Tea.' })).clock).toEqual({
    leg: 1,
    period: 'HT',
    elapsed: 2_790_000,
    label: "45+2'",
    running: false,
  });
});

test('an entry that doesn’t touch it leaves the view as it was', () => {
  const { shown } = playing(oneLeg()).tell(
    ...firstHalf(),
    goal('home-9', '2H 60:00'),
    fullTime(),
    line('note', 'FT 01:00', { text: 'They embrace.' }),
    line('conditions', 'FT 02:00', { attendance: 21_234 }),
  );
  expect(shown[7]?.clock).toBe(shown[6]?.clock);
});
