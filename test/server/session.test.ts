import { describe, expect, test } from 'vitest';
import { VIEW_NAMES } from '../../src/projections/views.ts';
import type { Name } from '../../src/server/journal-channel.ts';
import { hear, type Session } from '../../src/server/session.ts';

const match = 'atalanta-dortmund';
const join = { type: 'join', match, channel: 'views' };

/** Two matches, one of which is followed, and a showing of one's own of it. */
const session = (operator = true): Session => ({
  matches: [match, 'lyon-apoel'],
  isOn: ({ playback }: Name) => playback === undefined || playback === 'p1',
  follows: (name) => name.match === match && name.playback === undefined,
  mayControl: ({ playback }) => operator || playback === 'p1',
});

const say = (message: object | string, operator = true) =>
  hear(session(operator), typeof message === 'string' ? message : JSON.stringify(message));
const refusal = (message: object | string, operator = true) => {
  const effect = say(message, operator);
  return effect.kind === 'refuse' ? effect.refused : undefined;
};

test('a join without views asks for all of them', () => {
  expect(say(join)).toEqual({ kind: 'join', name: { match }, follow: { channel: 'views', views: VIEW_NAMES } });
});

test('a set of views is the same set in any order and with repetitions', () => {
  expect(say({ ...join, views: ['var', 'clock', 'var'] })).toMatchObject({ follow: { views: ['clock', 'var'] } });
});

test('an empty set of views follows the head alone', () => {
  expect(say({ ...join, views: [] })).toMatchObject({ follow: { channel: 'views', views: [] } });
});

test('the journal is joined from the start, or from what one has', () => {
  const since = { epoch: 'a1', seq: 40 };
  expect(say({ ...join, channel: 'journal' })).toMatchObject({ follow: { channel: 'journal', since: undefined } });
  expect(say({ ...join, channel: 'journal', since })).toMatchObject({ follow: { channel: 'journal', since } });
});

test("a showing of one's own is asked for by how it is to run, and then named by its id", () => {
  expect(say({ ...join, playback: { speed: 60, paused: true } })).toMatchObject({
    kind: 'open',
    match,
    wish: { speed: 60, paused: true },
  });
  expect(say({ ...join, playback: 'p1' })).toMatchObject({ kind: 'join', name: { match, playback: 'p1' } });
});

test('what is followed can be left', () => {
  expect(say({ type: 'leave', match })).toEqual({ kind: 'leave', name: { match } });
});

test('an operator controls without having joined, and others what is their own', () => {
  const control = { type: 'seek', to: { next: 'goal' } };
  expect(say({ type: 'control', match, control })).toEqual({ kind: 'control', name: { match }, control });
  expect(say({ type: 'control', match, playback: 'p1', control }, false)).toMatchObject({ kind: 'control' });
});

describe('refused', () => {
  test.each<[name: string, message: object, code: string, sentence: RegExp]>([
    [
      'a type that there is not',
      { type: 'jion', match },
      'unknown-type',
      /no such type of message "jion"; did you mean "join"\?/,
    ],
    ['no type', { match }, 'unknown-type', /the type of message is missing; types: join, control, leave/],
    [
      'a match that is not served',
      { ...join, match: 'atalanta-dortmnd' },
      'unknown-match',
      /no such match "atalanta-dortmnd"; did you mean "atalanta-dortmund"\? served here: atalanta-dortmund, lyon-apoel/,
    ],
    [
      'a view that there is not',
      { ...join, views: ['clock', 'scorebord'] },
      'unknown-view',
      /join\.views\.1: no such view "scorebord"; did you mean "scoreboard"\?/,
    ],
    ['a missing match', { type: 'leave' }, 'invalid-message', /leave\.match: expected string, but it is missing/],
    [
      'a missing channel',
      { type: 'join', match },
      'invalid-message',
      /join\.channel: the value is missing; expected: views, journal/,
    ],
    ['a field that there is not', { ...join, view: ['clock'] }, 'invalid-message', /join: no such field "view"/],
    [
      'a control that there is not',
      { type: 'control', match, control: { type: 'pasue' } },
      'invalid-message',
      /control\.control\.type: no such type "pasue"; did you mean "pause"\? expected: play, pause, speed, seek, step/,
    ],
    [
      'a seek to nowhere',
      { type: 'control', match, control: { type: 'seek', to: { minute: 57 } } },
      'invalid-message',
      /control\.control\.to: expected one of \{ position \}/,
    ],
    [
      'a speed of nothing',
      { type: 'control', match, control: { type: 'speed', speed: 0 } },
      'invalid-message',
      /control\.control\.speed: expected more than 0$/,
    ],
    [
      'a showing that there is not',
      { ...join, playback: 'p2' },
      'unknown-playback',
      /there is no showing "p2" of "atalanta-dortmund"; it may have ended/,
    ],
    [
      'leaving what was not joined',
      { type: 'leave', match: 'lyon-apoel' },
      'not-following',
      /"lyon-apoel" wasn't joined/,
    ],
  ])('%s', (_, message, code, sentence) => {
    const refused = refusal(message);
    expect(refused).toMatchObject({ type: 'refused', code });
    expect(refused?.message).toMatch(sentence);
  });

  test.each(['', '{', 'null', '42', '"join"', '[{"type":"join"}]'])('text that is no JSON object: %s', (text) => {
    const refused = refusal(text);
    expect(refused).toMatchObject({ type: 'refused', code: 'malformed' });
    expect(refused).not.toHaveProperty('match');
  });

  test('a control by a viewer', () => {
    expect(refusal({ type: 'control', match, control: { type: 'pause' } }, false)).toMatchObject({
      code: 'not-operator',
      match,
      of: 'control',
    });
  });

  test('a refusal names the match and the type, where it knows them', () => {
    expect(refusal({ ...join, views: ['clok'] })).toMatchObject({ match, of: 'join' });
    expect(refusal({ type: 'jion' })).toMatchObject({ of: 'jion' });
    expect(refusal({ type: 7, match: 7 })).not.toHaveProperty('of');
  });

  test('what was said comes back short and on one line, however long it was', () => {
    const message = refusal({ type: `\n${'x'.repeat(60_000)}`, match })?.message ?? '';
    expect(message.length).toBeLessThan(200);
    expect(message).not.toContain('\n');
  });

  test('what is nested more deeply than it could be written out again', () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(refusal(`{"type":${deep}}`)).toMatchObject({
      code: 'unknown-type',
      message: expect.stringMatching(/no such type of message a list/),
    });
    expect(refusal(`{"type":"join","match":"${match}","channel":${deep}}`)?.code).toBe('invalid-message');
    expect(
      refusal(`{"type":"join","match":"${match}","channel":"views","${'x'.repeat(50_000)}":1}`)?.message,
    ).toHaveLength(100);
  });

  test.each(['__proto__', 'constructor', 'toString'])('a type or a match called %s', (name) => {
    expect(refusal(`{"type":"${name}","match":"${match}"}`)?.code).toBe('unknown-type');
    expect(refusal(`{"type":"leave","match":"${name}"}`)?.code).toBe('unknown-match');
  });
});
