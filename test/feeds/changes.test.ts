import { describe, expect, test } from 'vitest';
import { changesOf } from '../../src/feeds/changes.ts';
import { importMatch } from '../../src/feeds/import.ts';
import type { EventEntry, Known } from '../../src/feeds/same-rows.ts';
import type { Entry } from '../../src/journal/entry.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import { history } from '../../src/playback/views.ts';
import { excerpt, worldCup } from './samples.ts';

const { header } = importMatch([excerpt(worldCup(2018), '  France v Croatia')]).recording;

const MINUTE = 60_000;
type Said = { [K in MatchEvent['type']]: Omit<Extract<MatchEvent, { type: K }>, 'at'> }[MatchEvent['type']];
const row = (id: string, minute: number, said: Said): EventEntry => ({
  kind: 'event',
  seq: 1,
  offset: minute * MINUTE,
  id,
  event: { ...said, at: { leg: 1, period: '1H', elapsed: minute * MINUTE } } as MatchEvent,
});

const KICK_OFF = row('k', 0, { type: 'kick-off' });
const GOAL = row('g', 18, { type: 'goal', club: 'CRO', by: 'perisic' });
const CHECK = row('r', 19, { type: 'var-check', of: 'g', category: 'goal' });
const NO_GOAL = row('d', 20, { type: 'var-decision', of: 'r', outcome: 'overturned' });
const UPHELD = row('d', 20, { type: 'var-decision', of: 'r', outcome: 'upheld' });

/** Croatia's goals after each entry of the journal that these polls make. */
const scores = (...polls: readonly (readonly EventEntry[])[]): number[] => {
  const known = new Map<string, Known>();
  let since = -1;
  const entries = polls
    .flatMap((poll) => {
      const came = Math.max(since + 1, ...poll.map(({ offset }) => offset));
      const changes = changesOf(poll, known, { since, came });
      since = came;
      return changes;
    })
    .map((entry, index) => ({ ...entry, seq: index + 1 }) as Entry);
  const told = history({ header, entries });
  return entries.map(({ seq }) => told.viewsAt(seq).scoreboard.away.score);
};

describe('within one poll the score is never one that no poll had', () => {
  test('when a goal that was taken back vanishes, and its review is told otherwise', () => {
    expect(scores([KICK_OFF, GOAL, CHECK, NO_GOAL], [KICK_OFF, CHECK, UPHELD])).toEqual([0, 1, 1, 0, 0, 0]);
  });

  test('when a goal that was taken back vanishes with its review', () => {
    expect(scores([KICK_OFF, GOAL, CHECK, NO_GOAL], [KICK_OFF])).toEqual([0, 1, 1, 0, 0, 0, 0]);
  });

  test('when the kick vanishes that a goal named, and the goal stands', () => {
    const kick = row('p', 18, { type: 'penalty', club: 'CRO', by: 'perisic', outcome: 'scored' });
    const converted = row('g', 18, { type: 'goal', club: 'CRO', by: 'perisic', penalty: 'p' });
    expect(scores([KICK_OFF, kick, converted], [KICK_OFF, GOAL])).toEqual([0, 0, 1, 1, 1]);
  });

  test('when a goal is told anew under another id, later than the first', () => {
    const again = row('g2', 22, { type: 'goal', club: 'CRO', by: 'mandzukic' });
    const check = row('r2', 23, { type: 'var-check', of: 'g2', category: 'goal' });
    expect(scores([KICK_OFF, GOAL], [KICK_OFF, again, check])).toEqual([0, 1, 0, 1, 1]);
  });
});
