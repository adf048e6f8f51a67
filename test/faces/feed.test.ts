import { expect, test } from 'vitest';
import { feedOf, foundIn } from '../../src/faces/feed.ts';
import { keyMomentsOf } from '../../src/faces/key-moments.ts';
import { sourceOf } from '../../src/faces/source.ts';
import { FLAGSHIP, knownMatch } from './match.ts';

const { asOf, fixture, history } = knownMatch(FLAGSHIP);

test('the commentary comes in the order received, or newest first', () => {
  const lines = feedOf(asOf("90+8'"), fixture);
  expect(lines.at(-1)?.text).toContain('Samardžić scores the penalty');
  expect(feedOf(asOf("90+8'"), fixture, { newestFirst: true })).toEqual(lines.toReversed());
});

test('a goal is set apart with its score and its club', () => {
  expect(feedOf(asOf("57'"), fixture).at(-1)).toMatchObject({
    importance: 'key',
    shape: 'goal',
    tone: 'goal',
    club: 'ATA',
    score: { home: 3, away: 0 },
  });
});

test.each([
  'feed/goal-retracted',
  'feed/outage-and-snapshot',
  'feed/running-score-differs',
  'feed/second-goal-confirmed',
  FLAGSHIP,
])('whatever the feed corrects, a goal keeps the score that it was told with: %s', (path) => {
  const { history: told, fixture: clubs } = knownMatch(path);
  const lines = feedOf(told.viewsAt(told.length), clubs).filter(({ score }) => score !== undefined);
  expect(lines.length).toBeGreaterThan(0);
  for (const { cursor, score, text } of lines) {
    const { home, away } = told.viewsAt(cursor).scoreboard;
    expect({ text, score }).toEqual({ text, score: { home: home.score, away: away.score } });
  }
});

test('the corner that became a penalty is struck through, with what replaced it', () => {
  const corner = feedOf(asOf("90+7'"), fixture).find(({ entry }) => entry === 'd1');
  expect(corner).toMatchObject({ struck: 'superseded', notes: ["replaced by: penalty awarded (90+7')"] });
  const replacement = feedOf(asOf("90+7'"), fixture).find(({ id }) => id === corner?.replacedBy);
  expect(replacement?.text).toContain('Penalty to Atalanta');
});

test('going back un-knows it: before the verdict the corner stands', () => {
  const corner = feedOf(asOf("90+6'"), fixture).find(({ entry }) => entry === 'd1');
  expect(corner).not.toHaveProperty('struck');
});

test('a card that the feed gives to another man eleven days later is told as corrected', () => {
  const card = feedOf(asOf(), fixture).find(({ entry, struck }) => entry === 'red3' && struck === 'corrected');
  expect(card?.notes).toEqual(["corrected; was the member of Dortmund's staff, BVB"]);
  const later = feedOf(asOf(), fixture).find(({ id }) => id === card?.replacedBy);
  expect(later?.notes).toEqual(['reported at 12:00 on 2026-03-08']);
});

test('key moments alone, and of one leg alone', () => {
  const lines = feedOf(asOf(), fixture, { filter: 'key', leg: 2 });
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.every(({ importance, leg }) => importance === 'key' && leg === 2)).toBe(true);
});

test('a search finds names without their accents', () => {
  const lines = feedOf(asOf(), fixture);
  const found = foundIn(lines, 'samardzic penalty').map((index) => lines[index]?.text ?? '');
  expect(found.some((text) => text.includes('Samardžić scores the penalty'))).toBe(true);
  expect(feedOf(asOf(), fixture, { search: 'SAMARDŽIĆ penalty' })).toHaveLength(found.length);
  expect(foundIn(lines, 'offside trap on Mars')).toEqual([]);
});

test('lines that stay the same are the same objects from frame to frame', () => {
  const [before, after] = [feedOf(asOf("57'"), fixture), feedOf(asOf("60'"), fixture)];
  expect(after[0]).toBe(before[0]);
});

test('key moments are told in match order with the cursor that shows them', () => {
  const moments = keyMomentsOf(asOf(), fixture);
  expect(moments.map(({ title }) => title)).toContain('Penalty awarded');
  const goal = moments.find(({ id }) => id === 'g5');
  expect(goal).toMatchObject({ label: "90+8'", about: 'Samardžić', side: 'home', score: { home: 4, away: 1 } });
  expect(history.entries[(goal?.cursor ?? 0) - 1]).toMatchObject({ id: 'g5' });
});

test('a source says who reported it, and whether that is sure', () => {
  const entryOf = (id: string) => history.entries.find((entry) => entry.kind === 'event' && entry.id === id);
  const [goal, review] = [entryOf('g5'), entryOf('r1')];
  if (goal === undefined || review === undefined) throw new Error('the flagship has lost its goal or its check');
  expect(sourceOf(goal)).toMatchObject({ fact: 'established', time: 'time exact', unsure: false });
  expect(sourceOf(review).by.length).toBeGreaterThan(0);
  const { reported: _nobody, ...bare } = goal;
  expect(sourceOf(bare)).toMatchObject({ byText: 'the feed', text: 'the feed', unsure: false });
});
