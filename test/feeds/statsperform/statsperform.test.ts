import { describe, expect, test } from 'vitest';
import { type AuditedMatch, importMatch, importMatches } from '../../../src/feeds/import.ts';
import type { FeedFile } from '../../../src/feeds/importer.ts';
import { history } from '../../../src/playback/views.ts';
import { ashfordWestbrook } from '../samples.ts';

const FILES = ashfordWestbrook('statsperform');
const [MA1, MA3] = FILES as [FeedFile, FeedFile];

// biome-ignore lint/suspicious/noExplicitAny: a provider's file, taken as it is
type Json = any;
const withMa1 = (change: (json: Json) => void): FeedFile[] => {
  const json = JSON.parse(MA1.text) as Json;
  change(json);
  return [{ ...MA1, text: JSON.stringify(json) }, MA3];
};
const viewsOf = ({ recording }: AuditedMatch) => history(recording).viewsAt(recording.entries.length);
const eventsOf = ({ recording }: AuditedMatch, type: string) =>
  recording.entries.flatMap((entry) => (entry.kind === 'event' && entry.event.type === type ? [entry.event] : []));

describe('a goal that VAR cancelled', () => {
  const match = importMatch(FILES);
  const views = viewsOf(match);

  test('is told from its deleted row and the review, and the score is as if it had never stood', () => {
    const goal = match.recording.entries.find(
      (entry) => entry.kind === 'event' && entry.event.type === 'goal' && entry.event.by === 'okoro',
    );
    expect(goal).toMatchObject({
      event: { club: 'ASH', at: { period: '2H', elapsed: 2_010_000 } },
      reported: { fact: 'reconstructed' },
    });
    expect(Object.values(views.var.reviews)).toMatchObject([
      { category: 'goal', outcome: 'overturned', from: 'goal', to: 'no-goal' },
    ]);
    expect(views.scoreboard.home.score).toBe(2);
  });

  test('was on the scoreboard between the two', () => {
    const cursor = match.recording.entries.findIndex(
      (entry) => entry.kind === 'event' && entry.event.type === 'var-check',
    );
    expect(history(match.recording).viewsAt(cursor).scoreboard.home.score).toBe(3);
  });
});

test('a goal that VAR confirmed stands, and is told once', () => {
  const confirmed = importMatch(
    withMa1((json) => {
      const [goal] = json.liveData.goal;
      const row = (JSON.parse(MA3.text) as Json).liveData.event.find((event: Json) => event.typeId === 16);
      json.liveData.VAR = [
        {
          ...json.liveData.VAR[0],
          ...goal,
          type: 'Goal awarded',
          decision: 'Confirmed',
          outcome: 'Goal',
          optaEventId: String(row.id),
        },
      ];
    }),
  );
  expect(Object.values(viewsOf(confirmed).var.reviews)).toMatchObject([{ category: 'goal', outcome: 'confirmed' }]);
  expect(eventsOf(confirmed, 'goal')).toHaveLength(4);
});

test('a review that led to the penalty leaves the award as it is', () => {
  const given = importMatch(
    withMa1((json) => {
      json.liveData.VAR = [
        {
          ...json.liveData.VAR[0],
          timeMin: 64,
          timeMinSec: '63:20',
          timestamp: '2025-10-18T19:20:50Z',
          type: 'Penalty not awarded',
          decision: 'Cancelled',
          outcome: 'Penalty',
          optaEventId: '1',
        },
      ];
    }),
  );
  expect(Object.values(viewsOf(given).var.reviews)).toMatchObject([
    { category: 'penalty', outcome: 'overturned', to: 'penalty' },
  ]);
  expect(given.audit).toMatchObject({ differences: [], breaches: [] });
});

test('a review of a kind that nobody knows is kept as a remark', () => {
  const odd = importMatch(
    withMa1((json) => {
      json.liveData.VAR[0].type = 'Offside line';
    }),
  );
  expect(eventsOf(odd, 'note')).toMatchObject([{ text: 'VAR, Offside line, Cancelled, No goal' }]);
});

test('one of the staff who is named with his card alone is carded by name', () => {
  const views = viewsOf(importMatch(FILES));
  expect(views.cards.people.reed).toMatchObject({ role: 'staff', name: 'P. Reed', yellows: ["72'"] });
  expect(Object.keys(views.cards.people)).not.toContain('wes-unidentified');
});

test('lists of ids are read in full, however long the ids are', () => {
  const alone = importMatch([MA3]);
  const lineups = viewsOf(alone).lineups;
  expect(Object.keys(lineups.ASH?.bench ?? {})).toHaveLength(4);
  expect(alone.problems).toMatchObject([{ message: expect.stringContaining('only the events are here') }]);
  expect(alone.audit.compared).toEqual(['score', 'halfTime', 'normalTime', 'extraTime', 'shootout']);
});

test('the score after ninety minutes is compared where extra time followed, with what that added', () => {
  const { record } = importMatch(FILES);
  expect(record).toMatchObject({ normalTime: { home: 2, away: 2 }, extraTime: { home: 0, away: 0 } });
  const short = importMatch(
    withMa1((json) => {
      delete json.liveData.matchDetails.scores.et;
    }),
  );
  expect(short.record.normalTime).toBeUndefined();
});

test('of two versions of MA3 the later version of each row holds', () => {
  const later = JSON.parse(MA3.text) as Json;
  const goal = later.liveData.event.find((event: Json) => event.typeId === 16);
  Object.assign(goal, {
    playerId: 'ashplayer11x0000000000',
    playerName: 'K. Dawson',
    lastModified: '2025-10-20T09:00:00Z',
  });
  const match = importMatch([{ name: 'later.json', text: JSON.stringify(later) }, MA1, MA3]);
  expect(eventsOf(match, 'goal')[0]).toMatchObject({ by: 'dawson' });
  expect(match.audit.differences).toHaveLength(2);
});

test('MA1 alone is no match, and a sentence says so', () => {
  expect([...importMatches([MA1])]).toEqual([
    { file: 'ma1.json', message: expect.stringContaining('a match takes both') },
  ]);
});
