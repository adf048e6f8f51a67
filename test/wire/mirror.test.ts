import { expect, test } from 'vitest';
import type { Fixture } from '../../src/match/fixture.ts';
import type { Head } from '../../src/playback/frame.ts';
import type { Snapshot, Update } from '../../src/wire/message.ts';
import { type Mirror, reflect, WAITING } from '../../src/wire/mirror.ts';

const fixture: Fixture = { clubs: {}, legs: [{ home: 'ATA', away: 'BVB' }] };
const head = (cursor: number): Head => ({
  cursor,
  entries: 121,
  position: cursor * 50_000,
  duration: 6_130_000,
  at: '2026-02-25T19:45:00+01:00',
  watch: 0,
  playing: true,
  speed: 60,
});
const snapshot = (revision: number): Snapshot => ({
  type: 'snapshot',
  match: 'atalanta-dortmund',
  revision,
  head: head(revision),
  fixture,
  views: { result: { status: 'none' }, var: { status: 'idle', reviews: {} } },
});
const update = (revision: number, patch: Update['patch'] = {}): Update => ({
  type: 'update',
  match: 'atalanta-dortmund',
  revision,
  cause: 'play',
  head: head(revision),
  entries: [],
  patch,
});
const after = (...messages: (Snapshot | Update)[]): Mirror => messages.reduce(reflect, WAITING);

test('follows from a snapshot, update by update', () => {
  const mirror = after(
    snapshot(7),
    update(8, { var: { status: 'checking', reviews: { r1: { order: 88 } } } }),
    update(9, { var: { status: 'idle', reviews: { r1: { outcome: 'confirmed' } } } }),
  );
  expect(mirror).toMatchObject({
    state: 'following',
    revision: 9,
    head: { cursor: 9 },
    views: {
      result: { status: 'none' },
      var: { status: 'idle', reviews: { r1: { order: 88, outcome: 'confirmed' } } },
    },
  });
});

test('a view that an update leaves alone keeps its reference', () => {
  const before = after(snapshot(7));
  const then = reflect(before, update(8, { result: { status: 'provisional' } }));
  if (before.state === 'waiting' || then.state === 'waiting') throw new Error('a snapshot was given');
  expect(then.views.var).toBe(before.views.var);
  expect(then.views.result).toEqual({ status: 'provisional' });
});

test('an update before the first snapshot means nothing', () => {
  expect(after(update(8))).toEqual(WAITING);
});

test.each([
  ['is missing', 9],
  ['comes twice', 7],
])('is lost when an update %s, and holds what it last knew', (_, revision) => {
  const mirror = after(snapshot(7), update(revision, { result: { status: 'official' } }));
  expect(mirror).toMatchObject({ state: 'lost', revision: 7, views: { result: { status: 'none' } } });
});

test('once lost, no update mends it, but a snapshot does', () => {
  expect(after(snapshot(7), update(9), update(8)).state).toBe('lost');
  expect(after(snapshot(7), update(9), snapshot(12), update(13))).toMatchObject({ state: 'following', revision: 13 });
});

test('a fresh snapshot replaces the views, also with fewer of them', () => {
  const { views: _, ...rest } = snapshot(3);
  const mirror = after(snapshot(7), { ...rest, views: { result: { status: 'none' } } });
  expect(mirror).toMatchObject({ state: 'following', revision: 3 });
  expect(mirror.state === 'following' && Object.keys(mirror.views)).toEqual(['result']);
});
