import { expect, test } from 'vitest';
import { deedsOf } from '../../src/faces/deeds.ts';
import { entryLine, searchedIn } from '../../src/faces/entry-line.ts';
import { thenAndNow } from '../../src/faces/then-and-now.ts';
import { history } from '../../src/playback/views.ts';
import { flagship } from '../client/flagship.ts';

const recording = flagship();
const { fixture } = recording.header;
const folded = history(recording);
const last = folded.length;

test('eleven days later the third red card is another man’s, and nothing else differs', () => {
  const { groups, differing } = thenAndNow(folded.viewsAt(last - 1), folded.viewsAt(last), fixture);
  const rows = groups.flatMap(({ rows }) => rows.filter(({ differs }) => differs));
  expect(rows.map(({ about }) => about)).toEqual([
    "A member of Dortmund's staff (BVB)",
    'Giorgio Scalvini (ATA)',
    "90+7' Red card",
    "90+7' Correction",
  ]);
  expect(rows[1]).toMatchObject({ is: "sent off 90+7' (straight red)" });
  expect(rows[1]?.was).toBeUndefined();
  expect(differing).toBe(4);
});

test('the same moment known twice at the same time differs in nothing', () => {
  const views = folded.viewsAt(100);
  const { differing, groups } = thenAndNow(views, views, fixture);
  expect(differing).toBe(0);
  expect(groups[0]?.rows).toContainEqual({
    key: 'score',
    about: 'Score',
    was: 'ATA 3–1 BVB',
    is: 'ATA 3–1 BVB',
    differs: false,
  });
});

test('before the decision the review is open, after it a corner has become a penalty', () => {
  const opened = recording.entries.find((entry) => 'id' in entry && entry.id === 'r1')?.seq ?? 0;
  const { groups } = thenAndNow(folded.viewsAt(opened), folded.viewsAt(last), fixture);
  const reviews = groups.find(({ name }) => name === 'Reviews')?.rows;
  expect(reviews?.find(({ key }) => key === 'r1')).toMatchObject({ was: 'open', is: 'Overturned: corner → penalty' });
});

test('Bensebaini was cautioned twice, and Samardžić came on before he scored from the spot', () => {
  const deeds = deedsOf(folded.viewsAt(last), fixture);
  const told = (person: string) => deeds[person]?.map(({ label, text }) => `${label} ${text}`);
  expect(told('bensebaini')).toEqual(["13' Yellow card", "90+7' Second yellow card"]);
  expect(told('samardzic')?.at(-1)).toBe("90+8' Goal, pen.");
  expect(told('krstovic')).toContain("72' On for Scamacca");
  expect(told('scamacca')).toContain("72' Off for Krstović");
});

test('a deed leads to the moment just after it was told', () => {
  const goal = deedsOf(folded.viewsAt(last), fixture).samardzic?.at(-1);
  expect(folded.viewsAt(goal?.cursor ?? 0).scoreboard.home.score).toBe(4);
  expect(folded.viewsAt((goal?.cursor ?? 0) - 1).scoreboard.home.score).toBe(3);
});

test('an entry says what it names, and is found by its source', () => {
  const entry = recording.entries[last - 1];
  if (entry === undefined) throw new Error('the flagship has entries');
  const line = entryLine(entry, fixture);
  expect(line).toMatchObject({
    kind: 'amendment',
    title: 'Correction: Red card',
    about: 'Scalvini, ATA',
    time: 'L2 2H 96:20',
    tone: 'correction',
    names: [{ field: 'of', id: 'red3' }],
  });
  expect(searchedIn(entry, line)).toContain('laola1');
});
