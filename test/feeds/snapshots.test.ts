import { describe, expect, test } from 'vitest';
import type { AuditedMatch } from '../../src/feeds/import.ts';
import { importSnapshots, type SnapshotOptions, type Version } from '../../src/feeds/snapshots.ts';
import type { Entry } from '../../src/journal/entry.ts';
import { Journal } from '../../src/journal/journal.ts';
import { judgeJournal } from '../../src/journal/lawfulness.ts';
import { readRecording, writeRecording } from '../../src/journal/recording.ts';
import { history } from '../../src/playback/views.ts';
import { wyscoutMatch } from './samples.ts';

const [EVENTS, MATCH] = wyscoutMatch('fra-cro-2018-final');
const ALL: { events: Row[]; teams: unknown; players: unknown } = JSON.parse(EVENTS.text);
interface Row {
  readonly id: number;
  readonly eventId: number;
  readonly playerId: number;
  readonly matchPeriod: string;
  readonly eventSec: number;
  readonly tags: { readonly id: number }[];
}

/** Mandžukić's own goal in the 18th minute, and Perišić's in the 28th. */
const OWN_GOAL = 263884274;
const PERISIC = 263884397;
const [REBIC_ID, VIDA_ID] = [69616, 69409];

/** The match while it is played: nothing but cards, goals and fouls, up to a second of the first half. */
const LIVE = MATCH.text
  .replace('"Played"', '"Playing"')
  .replaceAll(/"(yellowCards|minute)": ("?)\d+/g, '"$1": $2' + '0')
  .replaceAll(/"substitutions": \[[^\]]*\]/g, '"substitutions": []');
const poll = (until: number, change: (rows: Row[]) => Row[] = (rows) => rows): Version => {
  const rows = ALL.events.filter(
    ({ id, eventId, matchPeriod, eventSec }) =>
      matchPeriod === '1H' && eventSec <= until && (eventId === 2 || id === OWN_GOAL || id === PERISIC),
  );
  return [
    { name: 'events.json', text: JSON.stringify({ ...ALL, events: change(rows) }) },
    { name: 'match.json', text: LIVE },
  ];
};

const journalOf = (versions: readonly Version[], options: SnapshotOptions = {}): AuditedMatch => {
  const [match, another] = [...importSnapshots(versions, options)];
  if (match === undefined || !('audit' in match)) throw new Error(match?.message ?? 'there is no match');
  expect(another).toBeUndefined();
  expect(readRecording(writeRecording(match.recording)).ok).toBe(true);
  return match;
};

const without =
  (id: number) =>
  (rows: Row[]): Row[] =>
    rows.filter((row) => row.id !== id);
const by =
  (id: number, playerId: number) =>
  (rows: Row[]): Row[] =>
    rows.map((row) => (row.id === id ? { ...row, playerId } : row));

const about = (entries: readonly Entry[], id: string): string[] =>
  entries.filter((entry) => (entry.kind === 'event' ? entry.id : entry.of) === id).map(({ kind }) => kind);

describe('successive versions of a feed', () => {
  test('that only grow give each row once, in the order in which it happened', () => {
    const { recording } = journalOf([poll(600), poll(1100), poll(1700)]);
    expect(recording.entries.every(({ kind }) => kind === 'event')).toBe(true);
    const whole = journalOf([poll(1700)]).recording;
    expect(new Set(recording.entries.map((entry) => entry.kind === 'event' && entry.id))).toEqual(
      new Set(whole.entries.map((entry) => entry.kind === 'event' && entry.id)),
    );
    expect(recording.entries.map(({ seq }) => seq)).toEqual(recording.entries.map((_, index) => index + 1));
  });

  test('a scorer who changes is an amendment, and the goal was his who was named first until then', () => {
    const { recording } = journalOf([poll(1700, by(PERISIC, REBIC_ID)), poll(1800)]);
    expect(about(recording.entries, `e${PERISIC}`)).toEqual(['event', 'amendment']);
    const told = history(recording);
    const amended = recording.entries.findIndex(({ kind }) => kind === 'amendment');
    expect(told.viewsAt(amended).timeline[`e${PERISIC}`]).toMatchObject({ person: 'rebic' });
    expect(told.viewsAt(told.length).timeline[`e${PERISIC}`]).toMatchObject({ person: 'perisic' });
  });

  test('a goal that vanishes is retracted, and one that comes back is told again', () => {
    const versions = [poll(1700), poll(1750, without(PERISIC)), poll(1800)];
    const { recording } = journalOf(versions);
    expect(about(recording.entries, `e${PERISIC}`)).toEqual(['event', 'retraction', 'event']);
    const told = history(recording);
    const scores = recording.entries.map(({ seq }) => told.viewsAt(seq).scoreboard.away.score);
    expect(scores.join('')).toMatch(/^0+1+0+1+$/);
    expect(about(journalOf(versions.slice(0, 2)).recording.entries, `e${PERISIC}`)).toEqual(['event', 'retraction']);
  });

  test('a row that says the same under another id is the same row', () => {
    const renamed = (rows: Row[]): Row[] => rows.map((row) => (row.id === OWN_GOAL ? { ...row, id: 1 } : row));
    const { recording } = journalOf([poll(1200), poll(1300, renamed), poll(1400)]);
    expect(about(recording.entries, `e${OWN_GOAL}`)).toEqual(['event']);
    expect(about(recording.entries, 'e1')).toEqual([]);
  });

  test('a row that came late comes with its version, and what is corrected then comes before it', () => {
    const { recording } = journalOf([poll(1700, without(OWN_GOAL)), poll(1800, by(PERISIC, VIDA_ID))]);
    const [late, corrected] = [`e${OWN_GOAL}`, `e${PERISIC}`].map((id) =>
      recording.entries.findLast((entry) => (entry.kind === 'event' ? entry.id : entry.of) === id),
    );
    expect(corrected).toMatchObject({ kind: 'amendment' });
    expect(late).toMatchObject({ kind: 'event', offset: corrected?.offset });
    expect(late?.seq).toBeGreaterThan(corrected?.seq ?? Number.POSITIVE_INFINITY);
  });

  test('a version that tells nothing newer comes half a minute after, or when it is said to', () => {
    const versions = [poll(1700), poll(1700, without(PERISIC))];
    const gap = (options: SnapshotOptions): number => {
      const { entries } = journalOf(versions, options).recording;
      return (entries.at(-1)?.offset ?? 0) - (entries.findLast(({ kind }) => kind === 'event')?.offset ?? 0);
    };
    expect(gap({})).toBe(30_000);
    expect(gap({ every: 5000 })).toBe(5000);
  });

  test('a whistle that is moved stands after what the version has before it at that instant', () => {
    const upTo = (part: number): Version => [
      { name: 'events.json', text: JSON.stringify({ ...ALL, events: ALL.events.slice(0, ALL.events.length * part) }) },
      MATCH,
    ];
    const { header, entries } = journalOf([upTo(0.3), upTo(0.6), upTo(1)]).recording;
    const moved = entries.filter((entry) => entry.kind === 'amendment' && /^(half|full)-time$/.test(entry.event.type));
    expect(moved.map((entry) => entry.kind === 'amendment' && entry.event.type)).toEqual(['half-time', 'full-time']);
    const journal = new Journal();
    const codes = (): string[] =>
      judgeJournal(header.fixture, journal).irregular.flatMap(({ breaches }) => breaches.map(({ code }) => code));
    for (const entry of entries) {
      journal.append(entry);
      if (entry.offset === entries.at(-1)?.offset) expect(codes()).not.toContain('ball-not-in-play');
    }
    expect(codes()).toEqual([]);
  });

  test('the journal is audited against the last version', () => {
    const half = ALL.events.filter(({ matchPeriod }) => matchPeriod === '1H');
    const live = { name: 'events.json', text: JSON.stringify({ ...ALL, events: half }) };
    const match = journalOf([
      [live, { name: 'match.json', text: LIVE }],
      [EVENTS, MATCH],
    ]);
    expect(match.audit).toMatchObject({ differences: [], score: { home: 4, away: 2 } });
  });

  test('a version that is minutes older than the one before it is told: they were given out of order', () => {
    expect(journalOf([poll(1700), poll(600)]).problems).toContainEqual({
      file: 'events.json',
      message: expect.stringMatching(/^this version ends \d+ minutes before the one given before it/),
    });
    expect(journalOf([poll(600), poll(1700), poll(1700, without(PERISIC))]).problems).toEqual([]);
  });

  test('a version that cannot be read is told, and the others are taken', () => {
    const read = [...importSnapshots([poll(1200), [{ name: 'events.json', text: '{"eventSec"' }], poll(1700)])];
    expect(read.map((each) => ('audit' in each ? each.name : each.message))).toEqual([
      expect.stringMatching(/no provider|no JSON/),
      '2018-07-15-fra-cro',
    ]);
  });
});
