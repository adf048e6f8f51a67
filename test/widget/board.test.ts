import { describe, expect, test } from 'vitest';
import type { ConnectionState } from '../../src/client/connect.ts';
import { history } from '../../src/playback/views.ts';
import { type Board, boardOf, openReview, plightOf, type SeenScore } from '../../src/widget/board.ts';
import { flagship } from '../client/flagship.ts';

const recording = flagship();
const folded = history(recording);
const seqOf = (id: string): number => recording.entries.find((entry) => 'id' in entry && entry.id === id)?.seq ?? 0;

/** The flagship after an entry, as a client sees it. */
const seenAt = (cursor: number, head: Partial<SeenScore['head']> = {}): SeenScore => {
  const { clock, scoreboard, aggregate, var: reviews } = folded.viewsAt(cursor);
  return {
    ...{ match: 'atalanta-dortmund', revision: 0, fixture: recording.header.fixture, cause: 'play', entries: [] },
    head: {
      ...{ cursor, entries: folded.length, position: 0, duration: 0, at: '2026-02-25T18:45:00+01:00' },
      ...{ watch: clock.elapsed, playing: false, speed: 1, ...head },
    },
    views: { clock, scoreboard, var: reviews, ...(aggregate === undefined ? {} : { aggregate }) },
    heardAt: 1000,
  };
};

const boardAt = (cursor: number, decided?: string): Board => boardOf(seenAt(cursor), decided, 1000);

describe('the board', () => {
  test('after the second goal Atalanta are level, and the clock stands in added time', () => {
    const { home, away, clock, tie } = boardAt(seqOf('g2'));
    expect([home.name, home.score, away.name, away.score]).toEqual(['Atalanta', 2, 'Dortmund', 0]);
    expect(clock).toMatch(/^44:/);
    expect(tie).toBe('Aggregate 2–2, level');
  });

  test('the clock runs on at the speed of the showing while the ball is in play', () => {
    const seen = seenAt(seqOf('g3'), { playing: true, speed: 60, watch: 11 * 60_000 });
    expect(boardOf(seen, undefined, 1000).clock).toBe('56:00');
    expect(boardOf(seen, undefined, 2000).clock).toBe('57:00');
  });

  test('in an interval it is named', () => {
    expect(boardAt(seqOf('ht2')).clock).toBe('Half-time');
    expect(boardAt(seqOf('ft2')).clock).toBe('Full time');
  });

  test('a check, the monitor and the verdict are three different things', () => {
    expect(boardAt(seqOf('r1')).review).toEqual({ stage: 'checking', text: 'VAR is checking: penalty' });
    const reviewed = seqOf('r1') + 2;
    expect(boardAt(reviewed).review).toMatchObject({
      stage: 'reviewing',
      text: expect.stringMatching(/at the monitor/),
    });
    const decided = reviewed + 1;
    expect(boardAt(decided).review).toBeUndefined();
    expect(boardAt(seqOf('d2'), 'r1').review).toEqual({ stage: 'decided', text: 'VAR: corner becomes penalty' });
  });

  test('at the whistle it says who goes through', () => {
    expect(boardAt(seqOf('ft2')).tie).toBe('Aggregate 4–3, Atalanta go through');
  });

  test('a review that is over is open no more', () => {
    expect(openReview(folded.viewsAt(seqOf('r1')).var)).toBe('r1');
    expect(openReview(folded.viewsAt(folded.length).var)).toBeUndefined();
  });
});

describe('how the page stands with the server', () => {
  const lost: ConnectionState = { state: 'reconnecting', inMs: 2500, code: 1006, reason: '' };
  test('nothing is said while all is well', () => {
    expect(plightOf({ state: 'open' }, true, 0)).toBeUndefined();
  });
  test('a break says when it is tried again', () => {
    expect(plightOf(lost, true, 2500)).toBe('Connection lost. Trying again in 3 s');
    expect(plightOf(lost, true, -20)).toBe('Connection lost. Trying again in 1 s');
    expect(plightOf(lost, false, 900)).toBe(
      'The server can’t be reached, or doesn’t let this page in. Trying again in 1 s',
    );
  });
  test('the end of the showing is no fault', () => {
    expect(plightOf({ state: 'closed', code: 1000, reason: 'the showing has ended' }, true, 0)).toBe(
      'The showing has ended',
    );
    expect(plightOf({ state: 'refused', status: 401, reason: 'a token is wanted' }, false, 0)).toBe(
      'Not let in: a token is wanted',
    );
  });
});
