import { CloudEvent } from 'cloudevents';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { matterOf } from '../../src/cli/export/matter.ts';
import { exported } from '../../src/exports/export.ts';
import { readRecording } from '../../src/journal/recording.ts';
import { matterNamed, simulated } from './matters.ts';

const flagship = await matterNamed('atalanta-dortmund');

test('the recording of a scenario is the recording itself', () => {
  const read = readRecording(exported([flagship], 'recording'));
  expect(read).toEqual({ ok: true, recording: flagship.recording, warnings: [] });
});

describe('CloudEvents', () => {
  const lines = exported([flagship], 'cloudevents').trimEnd().split('\n');

  test('each entry is an event that the CloudEvents SDK accepts, at its feed time', () => {
    const events = lines.map((line) => new CloudEvent(JSON.parse(line), true));
    expect(events).toHaveLength(flagship.recording.entries.length);
    const goal = events.find(({ subject }) => subject === 'g5');
    expect(goal).toMatchObject({
      type: 'dev.touchline.match.goal',
      source: '/touchline/matches/atalanta-dortmund',
      time: '2026-02-25T20:40:53+01:00',
      datacontenttype: 'application/json',
      data: flagship.recording.entries.find((entry) => entry.kind === 'event' && entry.id === 'g5'),
    });
  });

  test('a correction is an event about the one that it corrects', () => {
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      type: 'dev.touchline.match.amendment',
      subject: 'red3',
      time: '2026-03-08T12:00:00+01:00',
    });
  });

  test('source and id together name an entry once, over several matches too', () => {
    const several = exported([flagship, simulated(7)], 'cloudevents')
      .trimEnd()
      .split('\n');
    const names = several.map((line) => `${JSON.parse(line).source} ${JSON.parse(line).id}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('CSV', () => {
  const read = (text: string) => parse(text, { columns: true }) as Record<string, string>[];
  const rows = read(exported([flagship], 'csv'));

  test('there is a row for each entry, with score and aggregate just after it', () => {
    expect(rows).toHaveLength(flagship.recording.entries.length);
    expect(rows.find(({ id }) => id === 'g4')).toMatchObject({
      type: 'goal',
      label: "75'",
      club: 'BVB',
      side: 'away',
      name: 'Karim Adeyemi',
      home_score: '3',
      away_score: '1',
      home_aggregate: '3',
      away_aggregate: '3',
    });
  });

  test('who is reported by whom, and how surely, stands in columns of its own', () => {
    expect(rows.find(({ id }) => id === 'g5')).toMatchObject({
      fact: 'established',
      time_known: 'exact',
      reported_by: expect.stringContaining('Sports Mole; '),
    });
  });

  test('lines end in CRLF, and commas and quotes in a note come back as they were', () => {
    expect(exported([flagship], 'csv').split('\r\n')).toHaveLength(flagship.recording.entries.length + 2);
    const { entries } = flagship.recording;
    expect(rows.map(({ note }) => note)).toEqual(entries.map(({ reported }) => reported?.note ?? ''));
    expect(rows.some(({ note }) => note?.includes(','))).toBe(true);
  });

  test('a name that a spreadsheet would run as a formula is text', () => {
    const { header, entries } = simulated(7).recording;
    const [club = ''] = Object.keys(header.fixture.clubs);
    const [person = ''] = Object.keys(header.fixture.clubs[club]?.people ?? {});
    const evil = structuredClone(header);
    const victim = evil.fixture.clubs[club]?.people[person];
    if (victim === undefined) throw new Error('nobody there');
    victim.name = '=HYPERLINK("http://example.com","Rossi")';
    const note = {
      kind: 'event',
      seq: 1,
      offset: 0,
      id: 'n1',
      event: { type: 'note', at: { leg: 1, period: 'pre', elapsed: 0 }, text: 'x', person },
    } as const;
    const matter = matterOf({
      header: evil,
      entries: [note, ...entries.slice(1)],
      name: 'm',
      title: 'm',
      warnings: [],
    });
    expect(read(exported([matter], 'csv'))[0]?.name).toBe('\'=HYPERLINK("http://example.com","Rossi")');
  });
});

describe('iCalendar', () => {
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

  test('each leg has an entry at its kick-off, and the summary gives no result away', () => {
    const [first, second, ...more] = eventsIn(exported([flagship], 'ical'));
    expect(more).toEqual([]);
    expect(first?.summary).toBe('Borussia Dortmund v Atalanta');
    expect(first?.startDate.toJSDate().toISOString()).toBe('2026-02-17T20:15:00.000Z');
    expect(second?.summary).toBe('Atalanta v Borussia Dortmund');
    expect(second?.startDate.toJSDate().toISOString()).toBe('2026-02-25T17:45:00.000Z');
    expect(second?.location).toBe('New Balance Arena, Bergamo');
    expect(second?.description).toContain('Result: 4–1');
  });

  test('several matches make one calendar, in which each fixture has an id of its own', () => {
    const ids = eventsIn(exported([simulated(1), simulated(2, { legs: 2 }), simulated(3)], 'ical')).map(
      ({ uid }) => uid,
    );
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });

  test("a kick-off without an offset stays the venue's own hour", () => {
    const { header, entries } = simulated(1).recording;
    const legs = header.fixture.legs.map((leg) => ({ ...leg, kickOff: '2026-06-14T21:00:00' }));
    const local = { ...header, fixture: { ...header.fixture, legs } };
    const text = exported([matterOf({ header: local, entries, name: 'm', title: 'm', warnings: [] })], 'ical');
    expect(text).toMatch(/DTSTART:20260614T210000\r?\n/);
  });
});
