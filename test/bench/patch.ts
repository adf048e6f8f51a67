import { readFileSync } from 'node:fs';
import type { Recording } from '../../src/journal/recording.ts';
import { standAt } from '../../src/playback/frame.ts';
import { positionOf } from '../../src/playback/pacing.ts';
import { cuesOf } from '../../src/playback/replay.ts';
import { history } from '../../src/playback/views.ts';
import { VIEW_NAMES, type Views } from '../../src/projections/views.ts';
import { load } from '../../src/scenario/load.ts';
import type { Snapshot, Update } from '../../src/wire/message.ts';
import { diff } from '../../src/wire/patch.ts';
import { median, quantile, timed } from './measure.ts';
import { MATCH, matchOf } from './recordings.ts';
import { heading, table, verdict, written } from './table.ts';

// What does it take to tell a client what changed? One update an entry, as at the speed of the match itself.
// An RFC 6902 diff would be a rival, but no package for it is installed.

const UPDATE_MEDIAN_MAX = 1200;
const SNAPSHOT_MAX = 60_000;

const bench = (): void => {
  const flagship = send(scenario('atalanta-dortmund'), 'atalanta-dortmund');
  const matches = { 'the flagship': flagship, [`${written(MATCH, 0)} entries`]: send(matchOf(), 'match') };

  heading('patch', 'UTF-8 bytes of each message with all views.');
  table(
    ['match', 'message', 'messages', 'median', 'p95', 'most'],
    Object.entries(matches).flatMap(([name, { updates, snapshots }]) => [
      [name, 'update: head, entries, patch', ...sizes(updates)],
      [name, 'the patch in it', ...sizes(updates.map(({ patch }) => patch))],
      [name, 'a snapshot each time', ...sizes(snapshots)],
    ]),
  );
  verdict('median update of the flagship, in bytes', median(flagship.updates.map(bytesOf)), UPDATE_MEDIAN_MAX);

  heading('snapshot', 'UTF-8 bytes after the last entry.');
  table(
    ['match', 'snapshot', 'fixture in it', ...VIEW_NAMES],
    Object.entries(matches).map(([name, { last }]) => [
      name,
      ...[last, last.fixture, ...VIEW_NAMES.map((view) => last.views[view])].map((part) => written(bytesOf(part), 0)),
    ]),
  );
  verdict('snapshot of the flagship, in bytes', bytesOf(flagship.last), SNAPSHOT_MAX);

  heading('diff', 'µs for the patch of one update, all views; and for writing it, or a snapshot, as JSON.');
  table(
    ['match', 'diff, median', 'p95', 'update as JSON, median', 'p95', 'snapshot as JSON, median', 'p95'],
    Object.entries(matches).map(([name, { updates, snapshots, frames }]) => [
      name,
      ...micros(frames.slice(1), (views, index) => diff(frames[index], views)),
      ...micros(updates, (update) => JSON.stringify(update)),
      ...micros(snapshots, (snapshot) => JSON.stringify(snapshot)),
    ]),
  );
};

interface Sent {
  readonly updates: readonly Update[];
  /** What would be sent instead of each update where there are no patches. */
  readonly snapshots: readonly Snapshot[];
  readonly last: Snapshot;
  /** The views at the start of the showing, and after each update. */
  readonly frames: readonly Views[];
}

/** The messages of a whole showing, made as the server makes them. */
const send = (recording: Recording, match: string): Sent => {
  const { fixture, from } = recording.header;
  const told = history(recording);
  const cues = cuesOf(told, { from: from ?? 'L1' });
  const headAt = (cursor: number) => ({
    ...standAt(told, cues, cursor, positionOf(cues, cursor)),
    playing: cursor < cues.last,
    speed: 1,
  });
  const frames = [told.viewsAt(cues.first)];
  const updates: Update[] = [];
  const snapshots: Snapshot[] = [];
  for (let cursor = cues.first + 1; cursor <= cues.last; cursor += 1) {
    const entries = told.entries.slice(cursor - 1, cursor);
    const cause = entries.every(({ kind }) => kind === 'event') ? 'play' : 'correction';
    const [before, views] = [frames[frames.length - 1], told.viewsAt(cursor)];
    const patch = (diff(before, views) ?? {}) as Update['patch'];
    const [head, revision] = [headAt(cursor), cursor - cues.first];
    updates.push({ type: 'update', match, revision, cause, head, entries, patch });
    snapshots.push({ type: 'snapshot', match, revision, head, fixture, views });
    frames.push(views);
  }
  return { updates, snapshots, frames, last: snapshots[snapshots.length - 1] as Snapshot };
};

const scenario = (name: string): Recording => {
  const file = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
  const loaded = load(readFileSync(file, 'utf8'), file.pathname);
  if (!loaded.ok) throw new Error(`${name} can't be loaded: ${loaded.problems[0]?.message}`);
  return loaded.scenario.recording;
};

const bytesOf = (value: unknown): number => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value)));

const sizes = (messages: readonly unknown[]): string[] => {
  const bytes = messages.map(bytesOf);
  return [messages.length, median(bytes), quantile(bytes, 0.95), Math.max(...bytes)].map((each) => written(each, 0));
};

/** Median and 95th percentile; the first rounds, in which code is compiled, are left out. */
const micros = <Item>(items: readonly Item[], work: (item: Item, index: number) => unknown): string[] => {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    items.forEach((item, index) => {
      const { ms } = timed(() => work(item, index));
      if (round >= 2) times.push(ms * 1000);
    });
  }
  return [median(times), quantile(times, 0.95)].map((each) => written(each, 1));
};

bench();
