import { describe, expect, test } from 'vitest';
import { type AuditedMatch, importMatch, importMatches } from '../../../src/feeds/import.ts';
import type { FeedFile } from '../../../src/feeds/importer.ts';
import { history } from '../../../src/playback/views.ts';
import { ashfordWestbrook } from '../samples.ts';

const FILES = ashfordWestbrook('sportradar');
const [TIMELINE, LINEUPS] = FILES as [FeedFile, FeedFile];

// biome-ignore lint/suspicious/noExplicitAny: a provider's file, taken as it is
type Json = any;
const changed = (change: (json: Json) => void): FeedFile[] => {
  const json = JSON.parse(TIMELINE.text) as Json;
  change(json);
  return [{ ...TIMELINE, text: JSON.stringify(json) }, LINEUPS];
};
const isDisallowed = (row: Json): boolean => row.type === 'score_change' && row.home_score === 3;
const viewsOf = ({ recording }: AuditedMatch) => history(recording).viewsAt(recording.entries.length);
const entriesOf = ({ recording }: AuditedMatch, type: string) =>
  recording.entries.flatMap((entry) => (entry.kind === 'event' && entry.event.type === type ? [entry] : []));

describe('the watch', () => {
  const match = importMatch(FILES);

  test('stands at 45:00 in added time, when the clock of added time runs', () => {
    expect(entriesOf(match, 'half-time')[0]?.event.at).toEqual({ leg: 1, period: '1H', elapsed: 2_830_000 });
    expect(entriesOf(match, 'period-end')[0]?.event.at).toEqual({ leg: 1, period: '2H', elapsed: 3_020_000 });
  });

  test('of a row that has the minute alone is read off when the row came, within that minute', () => {
    const [goal] = entriesOf(match, 'goal');
    expect(goal?.reported?.time).toBe('minute');
    // The row came three seconds late, and six after the one before it.
    expect(goal?.event.at.elapsed).toBe(743_000);
    const early = importMatch(
      changed(({ timeline }) => {
        Object.assign(
          timeline.find((row: Json) => row.home_score === 1),
          { time: '2025-10-18T18:30:00+00:00' },
        );
      }),
    );
    expect(entriesOf(early, 'goal')[0]?.event.at.elapsed).toBeLessThan(780_000);
  });

  test('that stands at 90:00 says no more than the minute, or nothing', () => {
    const standing = importMatch(
      changed((json) => {
        const { timeline } = json;
        const last = timeline.findIndex((row: Json) => row.type === 'injury_time_shown' && row.period === 2);
        const { injury_time_announced, ...row } = timeline[last];
        const clock = { match_time: 90, match_clock: '90:00' };
        json.timeline = [
          ...timeline.slice(0, last + 1),
          {
            ...row,
            ...clock,
            id: 1,
            type: 'corner_kick',
            stoppage_time: 2,
            stoppage_time_clock: '1:10',
            time: '2025-10-18T19:48:40+00:00',
          },
          {
            ...row,
            ...clock,
            id: 2,
            type: 'offside',
            stoppage_time: 4,
            stoppage_time_clock: undefined,
            time: '2025-10-18T19:50:40+00:00',
          },
          { id: 3, type: 'match_ended', match_clock: '90:00', time: '2025-10-18T19:52:30+00:00' },
        ];
      }),
    );
    const offside = entriesOf(standing, 'offside').at(-1);
    expect(offside).toMatchObject({
      event: { at: { period: '2H', elapsed: 48 * 60_000 + 10_000 } },
      reported: { time: 'minute' },
    });
    expect(entriesOf(standing, 'full-time')[0]?.event.at).toEqual({ leg: 1, period: '2H', elapsed: 50 * 60_000 });
  });

  test('counts extra time from one again, and the kicks by number', () => {
    const kickOffs = entriesOf(match, 'kick-off').map(({ event }) => event.at.period);
    expect(kickOffs).toEqual(['1H', '2H', 'ET1', 'ET2']);
    expect(entriesOf(match, 'kick').map(({ event }) => event.at.elapsed)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((kick) => kick * 1000),
    );
  });
});

describe('a review', () => {
  test('that took a goal away is overturned, whether the feed says so or its words alone', () => {
    const silent = changed(({ timeline }) => {
      for (const row of timeline) delete row.decision;
    });
    for (const files of [FILES, silent]) {
      const views = viewsOf(importMatch(files));
      expect(Object.values(views.var.reviews)).toMatchObject([
        { category: 'goal', outcome: 'overturned', from: 'goal', to: 'no-goal' },
        { category: 'penalty', outcome: 'confirmed' },
      ]);
      expect(views.scoreboard.home.score).toBe(2);
    }
  });

  test('that upholds leaves the goal, though its words were the same', () => {
    const upheld = changed(({ timeline }) => {
      Object.assign(
        timeline.find((row: Json) => row.decision !== undefined),
        { decision: 'upheld', description: 'goal' },
      );
    });
    expect(viewsOf(importMatch(upheld)).scoreboard.home.score).toBe(3);
  });

  test('of a goal whose row was taken out tells the goal that was possible', () => {
    const vanished = importMatch(
      changed((json) => {
        const at = json.timeline.findIndex(isDisallowed);
        const { home_score, away_score, players, method, ...row } = json.timeline[at];
        json.timeline[at] = { ...row, type: 'possible_goal' };
      }),
    );
    expect(entriesOf(vanished, 'goal')).toContainEqual(
      expect.objectContaining({ reported: expect.objectContaining({ fact: 'reconstructed' }) }),
    );
    expect(vanished.audit).toMatchObject({ differences: [], breaches: [] });
    expect(Object.values(viewsOf(vanished).var.reviews)[0]).toMatchObject({ outcome: 'overturned' });
  });

  test('that gives a penalty where none was given is a changed decision', () => {
    const given = changed(({ timeline }) => {
      timeline
        .filter((row: Json) => row.description === 'no_penalty')
        .forEach((row: Json) => {
          row.description = 'penalty';
        });
    });
    expect(Object.values(viewsOf(importMatch(given)).var.reviews)[1]).toMatchObject({
      outcome: 'overturned',
      to: 'penalty',
    });
  });

  test('that nobody saw begin is told with its end', () => {
    const late = importMatch(
      changed((json) => {
        json.timeline = json.timeline.filter((row: Json) => row.type !== 'video_assistant_referee');
      }),
    );
    expect(Object.keys(viewsOf(late).var.reviews)).toHaveLength(2);
    expect(viewsOf(late).scoreboard.home.score).toBe(2);
  });
});

test('the goalkeeper of a shot stands in the other side’s row', () => {
  expect(entriesOf(importMatch(FILES), 'shot')[0]?.event).toMatchObject({
    by: 'bale',
    outcome: 'saved',
    keeper: 'hale',
    place: 'outside the area',
  });
});

test('a coach is carded by the staff node, and his name is put the right way round', () => {
  expect(viewsOf(importMatch(FILES)).cards.people.holm).toMatchObject({ name: 'Greta Holm', role: 'staff' });
});

test('a kick that was missed, nobody says how, carries a note', () => {
  const missed = entriesOf(importMatch(FILES), 'kick').filter(
    ({ event }) => 'outcome' in event && event.outcome !== 'scored',
  );
  expect(missed.map(({ reported }) => reported?.note)).toEqual(Array(2).fill('how the kick was missed is not said'));
});

test('the feed’s own figures are kept beside what the timeline counts', () => {
  expect(viewsOf(importMatch(FILES)).stats.ASH?.reported).toMatchObject({ possession: 53, shots: 5 });
});

test('a match that is still being played has no record to be held against', () => {
  const live = importMatch(
    changed((json) => {
      json.sport_event_status.status = 'live';
      json.timeline.splice(20);
    }),
  );
  expect(live.record).toEqual({});
  expect(viewsOf(live).clock).toMatchObject({ period: '2H', running: true });
});

test('after ninety minutes a match goes on where its break awaits extra time', () => {
  const live = importMatch(
    changed((json) => {
      json.sport_event_status.status = 'live';
      json.timeline.splice(json.timeline.findIndex((row: Json) => row.break_name === 'awaiting_extra') + 1);
    }),
  );
  expect(viewsOf(live).clock).toMatchObject({ period: 'ENT', running: false });
});

test('without the file of line-ups the statistics say who started', () => {
  const match = importMatch([TIMELINE]);
  expect(match.audit.differences).toEqual([]);
  expect(match.recording.header.fixture.clubs.ASH?.people.sorrel).toEqual({
    name: 'Adam Sorrel',
    known: 'Sorrel',
    ref: 'sr:player:81009',
  });
});

test('a row that comes again under its id takes the place of the first', () => {
  const again = importMatch(
    changed(({ timeline }) => {
      timeline.push({ ...timeline.find((row: Json) => row.type === 'yellow_red_card'), type: 'yellow_card' });
    }),
  );
  expect(entriesOf(again, 'second-yellow')).toEqual([]);
  expect(entriesOf(again, 'caution')).toHaveLength(5);
});

test('rows that Touchline has no word for are counted', () => {
  expect([...importMatch(FILES).unknown]).toEqual([['jersey_swapped', 1]]);
});

test('a possible goal is counted where neither a goal nor a review comes of it', () => {
  const withoutFirstGoal = changed((json) => {
    json.timeline.splice(
      json.timeline.findIndex(({ type }: Json) => type === 'score_change'),
      1,
    );
  });
  expect(importMatch(withoutFirstGoal).unknown.get('possible_goal')).toBe(1);
});

test('line-ups alone are no match, and a sentence says so', () => {
  expect([...importMatches([LINEUPS])]).toEqual([
    { file: 'lineups.json', message: expect.stringContaining('timeline.json') },
  ]);
});
