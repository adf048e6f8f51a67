import { describe, expect, test } from 'vitest';
import { type AuditedMatch, importMatch, importMatches } from '../../../src/feeds/import.ts';
import type { FeedFile } from '../../../src/feeds/importer.ts';
import { londonIso, londonMs } from '../../../src/feeds/opta/london.ts';
import { history } from '../../../src/playback/views.ts';
import { ashfordWestbrook } from '../samples.ts';

const FILES = ashfordWestbrook('opta');
const [F24, F7] = FILES as [FeedFile, FeedFile];

const withF24 = (change: (text: string) => string): FeedFile[] => [{ ...F24, text: change(F24.text) }, F7];
const viewsOf = ({ recording }: AuditedMatch) => history(recording).viewsAt(recording.entries.length);
const eventsOf = ({ recording }: AuditedMatch, type: string) =>
  recording.entries.flatMap((entry) => (entry.kind === 'event' && entry.event.type === type ? [entry.event] : []));

/** A row of the second half, of Ashford. */
const row = (id: number, type: number, clock: string, qualifiers: string, more = ''): string => {
  const [min, sec] = clock.split(':');
  return `<Event id="${id}" event_id="${id}" type_id="${type}" period_id="2" min="${min}" sec="${sec}" team_id="3101" outcome="1" x="90.0" y="50.0" ${more}>${qualifiers}</Event>`;
};
const plus = (...rows: string[]) => withF24((text) => text.replace('</Game>', `${rows.join('\n')}</Game>`));

describe('rows in pairs', () => {
  const match = importMatch(FILES);

  test('a change in two rows is one substitution', () => {
    expect(eventsOf(match, 'substitution')).toMatchObject([
      { off: 'quill', on: 'prior', club: 'WES', reason: 'tactical' },
    ]);
  });

  test('a corner, an injury and a foul are told once, with whom both rows name', () => {
    expect(eventsOf(match, 'corner')).toMatchObject([{ club: 'WES' }]);
    expect(eventsOf(match, 'injury')).toMatchObject([{ person: 'dawson', club: 'ASH' }]);
    expect(eventsOf(match, 'delay')).toEqual([]);
    expect(eventsOf(match, 'foul')).toMatchObject([
      { by: 'donnelly', against: 'okoro' },
      { by: 'donnelly', against: 'sorrel' },
    ]);
  });

  test('a shot has its keeper, or whoever blocked it, from the other side’s row', () => {
    expect(eventsOf(match, 'shot')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ by: 'bale', outcome: 'saved', keeper: 'hale' }),
        expect.objectContaining({ by: 'marchetti', outcome: 'blocked', blockedBy: 'castle' }),
      ]),
    );
  });
});

test('of a row that was sent twice the later version holds, whichever comes first in the file', () => {
  const swapped = withF24((text) => {
    const [first = '', second = ''] =
      text.match(/ {4}<Event id="\d+" event_id="\d+" type_id="17" [^>]*min="80"[\s\S]*?<\/Event>\n/g) ?? [];
    expect([first, second].map((row) => /player_id="(\d+)"/.exec(row)?.[1])).toEqual(['51010', '51008']);
    return text.replace(first, '').replace(second, `${second}${first}`);
  });
  for (const files of [FILES, swapped]) {
    const { people } = viewsOf(importMatch(files)).cards;
    expect(people.brandt?.yellows).toEqual(["81'"]);
    expect(people.marchetti).toBeUndefined();
  }
});

test('a deleted row tells nothing, and is counted by what it was', () => {
  const match = importMatch(FILES);
  expect(match.unknown.get('Deleted event (goal)')).toBe(1);
  expect(viewsOf(match).scoreboard.home.score).toBe(2);
  expect(match.unknown.get('type 99')).toBe(1);
});

test('a coach is carded as one of the staff', () => {
  expect(viewsOf(importMatch(FILES)).cards.people.holm).toMatchObject({ role: 'staff', yellows: ["72'"] });
});

test('added time is announced when it was, in minutes', () => {
  expect(eventsOf(importMatch(FILES), 'added-time')).toMatchObject([
    { minutes: 2, at: { period: '1H', elapsed: 2_700_000 } },
    { minutes: 5, at: { period: '2H', elapsed: 2_700_000 } },
  ]);
});

test('the clock runs on from nought, so that 95:20 is in the sixth added minute', () => {
  const [, end] = [...eventsOf(importMatch(FILES), 'half-time'), ...eventsOf(importMatch(FILES), 'period-end')];
  expect(end?.at).toEqual({ leg: 1, period: '2H', elapsed: 3_020_000 });
});

test('a second kick for one award is the penalty taken again', () => {
  const Q9 = '<Q id="1" qualifier_id="9"/>';
  const match = importMatch(plus(row(990, 15, '64:40', Q9, 'player_id="51009"')));
  expect(eventsOf(match, 'retake')).toMatchObject([{ of: 'k990' }]);
  expect(match.audit).toMatchObject({ differences: [], breaches: [] });
});

test('a goal that is only entered counts for nothing until somebody confirms it', () => {
  const match = importMatch(plus(row(991, 38, '86:00', '', 'player_id="51009"')));
  expect(eventsOf(match, 'goal')).toContainEqual(expect.objectContaining({ tentative: true, by: 'sorrel' }));
  expect(viewsOf(match).scoreboard.home.score).toBe(2);
});

test('a rescinded card stands, and is ruled upon after the match', () => {
  const qualifiers = '<Q id="1" qualifier_id="33"/><Q id="2" qualifier_id="171"/><Q id="3" qualifier_id="36"/>';
  const match = importMatch(plus(row(992, 17, '93:00', qualifiers, 'player_id="51011"')));
  expect(eventsOf(match, 'red')).toMatchObject([{ person: 'dawson', reason: 'violent-conduct' }]);
  expect(viewsOf(match).cards.people.dawson?.sentOff).toMatchObject({ rescinded: true });
});

test('whoever is named in no squad is still somebody', () => {
  const match = importMatch(plus(row(993, 61, '92:00', '', 'player_id="7777"')));
  expect(match.recording.header.fixture.clubs.ASH?.people).toMatchObject({ 'no-7777': { ref: '7777' } });
});

test('F24 alone makes a match in which people are known by their shirts, and says what is missing', () => {
  const match = importMatch([F24]);
  expect(match.audit).toMatchObject({ differences: [], breaches: [], score: { home: 2, away: 2 } });
  expect(Object.values(match.recording.header.fixture.clubs.ASH?.people ?? {})).toContainEqual(
    expect.objectContaining({ name: 'No. 9', shirt: 9, position: 'FW' }),
  );
  expect(match.problems).toEqual([{ file: 'f24.xml', message: expect.stringContaining('known by their shirts') }]);
});

test('F7 alone is no match, and a sentence says so', () => {
  expect([...importMatches([F7])]).toEqual([
    { file: 'f7.xml', message: expect.stringContaining('a match takes both') },
  ]);
});

test('a file that was cut off is read as far as it goes, and the place is told', () => {
  const cut = importMatch(withF24((text) => text.slice(0, text.indexOf('type_id="70"'))));
  expect(cut.audit.score).toEqual({ home: 1, away: 1 });
  expect(cut.problems).toEqual([
    { file: 'f24.xml', at: expect.stringMatching(/^\d+:\d+$/), message: expect.stringContaining('damaged') },
  ]);
});

test('an F7 file that is damaged at its end is used, and told of', () => {
  const match = importMatch([F24, { ...F7, text: F7.text.slice(0, -40) }]);
  expect(match.audit.differences).toEqual([]);
  expect(match.problems).toMatchObject([{ file: 'f7.xml', message: expect.stringContaining('damaged') }]);
});

test('times are London’s, an hour ahead in summer', () => {
  expect(importMatch(FILES).recording.header.fixture.legs[0]?.kickOff).toBe('2025-10-18T19:00:00+01:00');
  expect(londonIso('2018-08-20T21:00:00')).toBe('2018-08-20T21:00:00+01:00');
  expect(londonIso('2018-12-26T15:00:00')).toBe('2018-12-26T15:00:00+00:00');
  expect(londonMs('2018-10-28T00:30:00')).toBe(Date.UTC(2018, 9, 27, 23, 30));
  expect(londonMs('noon')).toBeUndefined();
});

test('kicks straight after ninety minutes are those of a match without extra time', () => {
  const straight = importMatch(
    withF24((text) =>
      text
        .replace(/ {4}<Event [^>]*period_id="[34]"[^>]*\/>\n/g, '')
        .replace(/ {4}<Event [^>]*period_id="[34]"[\s\S]*?<\/Event>\n/g, ''),
    ),
  );
  expect(straight.audit).toMatchObject({ differences: [], breaches: [], shootout: { home: 4, away: 2 } });
  expect(eventsOf(straight, 'kick-off').filter(({ at }) => at.elapsed === 0)).toHaveLength(2);
});
