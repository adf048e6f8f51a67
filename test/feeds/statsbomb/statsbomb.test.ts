import { describe, expect, test } from 'vitest';
import { type AuditedMatch, importMatch, importMatches } from '../../../src/feeds/import.ts';
import type { FeedFile } from '../../../src/feeds/importer.ts';
import { history } from '../../../src/playback/views.ts';
import { ashfordWestbrook } from '../samples.ts';

const FILES = ashfordWestbrook('statsbomb');
const [EVENTS, LINEUPS, MATCHES] = FILES as [FeedFile, FeedFile, FeedFile];

// biome-ignore lint/suspicious/noExplicitAny: a provider's file, taken as it is
type Row = any;
const withEvents = (change: (rows: Row[]) => Row[]): FeedFile[] => [
  { ...EVENTS, text: JSON.stringify(change(JSON.parse(EVENTS.text) as Row[])) },
  LINEUPS,
  MATCHES,
];
const viewsOf = ({ recording }: AuditedMatch) => history(recording).viewsAt(recording.entries.length);
const eventsOf = ({ recording }: AuditedMatch, type: string) =>
  recording.entries.flatMap((entry) => (entry.kind === 'event' && entry.event.type === type ? [entry.event] : []));

describe('a goal', () => {
  const [first, , , last] = eventsOf(importMatch(FILES), 'goal');

  test('has who made it, how, from where, how likely it was, and who stood in goal', () => {
    expect(first).toMatchObject({
      by: 'sorrel',
      assist: 'marchetti',
      bodyPart: 'right-foot',
      from: 'open-play',
      place: 'inside the area',
      into: 'bottom left corner',
      xg: 0.3127,
      keeper: 'marsh',
      at: { period: '1H', elapsed: 740_400 },
    });
    expect(last).toMatchObject({ by: 'prior', bodyPart: 'head', place: 'six-yard box' });
  });

  test('into the own net is one goal, though both sides have a row of it', () => {
    expect(eventsOf(importMatch(FILES), 'goal').filter((goal) => 'own' in goal && goal.own)).toHaveLength(1);
    const lone = withEvents((rows) => rows.filter(({ type }) => type.name !== 'Own Goal Against'));
    expect(viewsOf(importMatch(lone)).scoreboard).toMatchObject({ home: { score: 2 }, away: { score: 2 } });
  });
});

test('a penalty taken again takes the place of the first, however that ended', () => {
  const again = withEvents((rows) =>
    rows.flatMap((row) => {
      if (row.shot?.type.name !== 'Penalty' || row.period !== 2) return [row];
      const saved = { ...row, id: 'first-kick', index: row.index - 0.5, timestamp: '00:19:30.000' };
      return [{ ...saved, shot: { ...row.shot, outcome: { id: 100, name: 'Saved' } } }, row];
    }),
  );
  const match = importMatch(again);
  expect(eventsOf(match, 'retake')).toMatchObject([{ of: 'kfirst-kick' }]);
  expect(match.audit).toMatchObject({ differences: [], breaches: [] });
});

test('a card on the bench has no event and is taken from the line-ups', () => {
  const match = importMatch(FILES);
  const card = match.recording.entries.find(
    (entry) => entry.kind === 'event' && entry.event.type === 'caution' && entry.event.person === 'lind',
  );
  expect(card?.reported?.note).toContain('line-ups');
  const without = importMatch([EVENTS, MATCHES]);
  expect(viewsOf(without).cards.people.lind).toBeUndefined();
  expect(without.problems.map(({ message }) => message)).toEqual([expect.stringContaining('who sat on the bench')]);
});

test('a pass to somebody offside tells the pass and whom the flag is for', () => {
  expect(eventsOf(importMatch(FILES), 'offside')).toMatchObject([{ by: 'sorrel' }, { by: 'sorrel', club: 'ASH' }]);
});

test('what a man does without the ball is counted as unknown, never dropped', () => {
  expect([...importMatch(FILES).unknown]).toEqual([['Pressure', 1]]);
  const odd = withEvents((rows) => [...rows, { ...rows[9], id: 'x', type: { id: 99, name: 'Video Review' } }]);
  expect(importMatch(odd).unknown.get('Video Review')).toBe(1);
});

test('without matches.json the first team sheet’s club is at home, and that is said', () => {
  const match = importMatch([EVENTS, LINEUPS]);
  expect(match.name).toBe('undated-ash-wes');
  expect(match.problems.map(({ message }) => message)).toEqual([expect.stringContaining('who was at home')]);
});

test('rows in any order are told by their index', () => {
  const shuffled = importMatch(withEvents((rows) => rows.toReversed()));
  expect(shuffled.recording.entries).toEqual(importMatch(FILES).recording.entries);
});

test('the files of several matches are put together by the number in their names', () => {
  const named = (folder: string, { text }: FeedFile, id: number): FeedFile => ({ name: `${folder}/${id}.json`, text });
  const other = { ...LINEUPS, text: LINEUPS.text.replaceAll('Oskar Lind', 'Otto Lind') };
  const reads = [
    ...importMatches([
      named('events', EVENTS, 3999001),
      named('lineups', LINEUPS, 3999001),
      named('events', EVENTS, 4000000),
      named('lineups', other, 4000000),
      MATCHES,
    ]),
  ];
  const names = reads.map((read) => 'audit' in read && read.recording.header.fixture.clubs.ASH?.people.lind?.name);
  expect(names).toEqual(['Oskar Lind', 'Otto Lind']);
});

test('one file of events is read after the other, so that a season needs the memory of one', () => {
  const cut = { name: 'events/4000000.json', text: EVENTS.text.slice(0, -20) };
  const reads = [...importMatches([EVENTS, cut, LINEUPS, MATCHES], { provider: 'statsbomb' })];
  expect(reads.map((read) => ('audit' in read ? read.name : read.message))).toEqual([
    '2025-10-18-ash-wes',
    'this is no JSON, or was cut off',
  ]);
});

test('a match that two lists of matches have is one, as the later of them says', () => {
  const later = { name: 'later.json', text: MATCHES.text.replace(/"home_score": *2/, '"home_score": 3') };
  expect(importMatch([EVENTS, LINEUPS, MATCHES, later])).toMatchObject({
    name: '2025-10-18-ash-wes',
    record: { score: { home: 3, away: 2 } },
  });
});

test('who has a nickname is called by it', () => {
  const named = LINEUPS.text
    .replaceAll('"Oskar Lind"', '"Oskar Lind Svensson"')
    .replaceAll(/("player_name": *"Oskar Lind Svensson",\s*"player_nickname": *)null/g, '$1"Oskar Lind"');
  const { people } = importMatch([EVENTS, { ...LINEUPS, text: named }]).recording.header.fixture.clubs.ASH ?? {};
  expect(people?.lind).toMatchObject({ name: 'Oskar Lind' });
});

test('line-ups without events are no match, and a sentence says so', () => {
  expect([...importMatches([LINEUPS])]).toEqual([
    { file: 'lineups.json', message: expect.stringContaining('a match takes events.json') },
  ]);
});
