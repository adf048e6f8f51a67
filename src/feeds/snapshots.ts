import type { Entry } from '../journal/entry.ts';
import { feedTime } from '../journal/feed-time.ts';
import { isSame } from '../journal/same.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Millis } from '../match/time.ts';
import { auditOf } from './audit.ts';
import { type AuditedMatch, type ImportOptions, importedWith } from './import.ts';
import type { FeedFile, FeedProblem, Imported } from './importer.ts';
import { inTermsOf } from './renaming.ts';
import { type EventEntry, type Known, withOldIds } from './same-rows.ts';

export interface SnapshotOptions extends ImportOptions {
  /** How long after the one before it a version came that tells of nothing newer; half a minute unless told otherwise. */
  readonly every?: Millis;
}

/** The files that make one version of what the provider published: mostly one. */
export type Version = readonly FeedFile[];

/**
 * Turns successive versions of a provider's files into a journal for each match that they hold, as a live feed would
 * have written it: rows that are new, amendments of those that changed, retractions of those that vanished; one that
 * comes back is told again. Rows are known by their ids; where a provider gives the same row another id, by what they
 * say. Each version comes when the newest thing in it happened. Audited against the last version.
 */
export function* importSnapshots(
  versions: readonly Version[],
  options: SnapshotOptions = {},
): Generator<AuditedMatch | FeedProblem> {
  const matches = new Map<string, { provider: string; imports: Imported[] }>();
  for (const version of versions) {
    for (const { provider, read } of importedWith(version, options)) {
      if (!('recording' in read)) {
        yield read;
        continue;
      }
      const key = read.recording.header.id ?? read.name;
      const known = matches.get(key);
      if (known === undefined) matches.set(key, { provider, imports: [read] });
      else known.imports.push(read);
    }
  }
  for (const { provider, imports } of matches.values()) {
    const last = imports.at(-1) as Imported;
    const fixture = withEverybody(imports, last.recording.header.fixture);
    const { startedAt, entries } = journalOf(imports, fixture, options.every ?? HALF_A_MINUTE);
    const recording = { header: { ...last.recording.header, startedAt, fixture }, entries };
    yield {
      ...last,
      provider,
      recording,
      audit: auditOf(recording, last.record),
    };
  }
}

const HALF_A_MINUTE: Millis = 30_000;

const VANISHED = "it isn't in the feed any more";
const CHANGED = 'the feed says otherwise now';

/** An entry whose place in the journal isn't known yet. */
type Unplaced = Entry extends infer Each ? (Each extends Entry ? Omit<Each, 'seq'> : never) : never;

const journalOf = (
  imports: readonly Imported[],
  fixture: Fixture,
  every: Millis,
): { readonly startedAt: string; readonly entries: Entry[] } => {
  const { startedAt } = imports[0]?.recording.header ?? { startedAt: '' };
  const startedMs = Date.parse(startedAt);
  const known = new Map<string, Known>();
  const written: Unplaced[] = [];
  let now: Millis = 0;
  for (const [index, { recording }] of imports.entries()) {
    const shift = Date.parse(recording.header.startedAt) - startedMs;
    const entries = inTermsOf(fixture, recording).map((entry) => ({
      ...entry,
      offset: Math.max(0, entry.offset + shift),
    }));
    const version = withOldIds(entries, known);
    const newest = version.reduce((latest, { offset }) => Math.max(latest, offset), 0);
    const came = index === 0 || newest > now ? Math.max(now, newest) : now + every;
    written.push(...changesOf(version, known, { since: index === 0 ? -1 : now, came }));
    now = came;
  }
  return {
    startedAt: feedTime(startedAt, 0),
    entries: written.map((entry, index) => ({ ...entry, seq: index + 1 }) as Entry),
  };
};

/**
 * What a version says that the ones before it didn't. What happened since then comes at its own time; whatever is
 * corrected, or comes late, when the version does, corrections first, so that a row that changed its id never counts
 * twice.
 */
const changesOf = (
  version: readonly EventEntry[],
  known: Map<string, Known>,
  { since, came }: { readonly since: Millis; readonly came: Millis },
): Unplaced[] => {
  const inTime: Unplaced[] = [];
  const corrections: Unplaced[] = [];
  const late: Unplaced[] = [];
  const seen = new Set<string>();
  for (const { seq: _seq, ...entry } of version) {
    seen.add(entry.id);
    const before = known.get(entry.id);
    known.set(entry.id, { entry: { seq: 0, ...entry }, stands: true });
    if (before === undefined || !before.stands) {
      if (entry.offset > since && before === undefined) inTime.push({ ...entry, offset: Math.min(entry.offset, came) });
      else late.push({ ...entry, offset: came });
    } else if (!isSame(before.entry.event, entry.event)) {
      const { id, event, reported } = entry;
      corrections.push({
        kind: 'amendment',
        offset: came,
        of: id,
        event,
        ...(reported === undefined ? {} : { reported }),
        why: CHANGED,
      });
    }
  }
  for (const [id, { entry, stands }] of known) {
    if (seen.has(id) || !stands) continue;
    known.set(id, { entry, stands: false });
    const by = entry.reported?.by;
    corrections.push({
      kind: 'retraction',
      offset: came,
      of: id,
      ...(by === undefined ? {} : { reported: { by } }),
      why: VANISHED,
    });
  }
  return [...inTime, ...corrections, ...late];
};

/** Whoever an earlier version named and the last one doesn't is still somebody. */
const withEverybody = (imports: readonly Imported[], last: Fixture): Fixture => {
  const clubs = { ...last.clubs };
  for (const { recording } of imports) {
    for (const [code, { people }] of Object.entries(recording.header.fixture.clubs)) {
      const club = clubs[code];
      if (club === undefined) continue;
      const refs = new Set(Object.values(club.people).map(({ ref }) => ref));
      const gone = Object.entries(people).filter(
        ([id, { ref }]) => !(id in club.people) && (ref === undefined || !refs.has(ref)),
      );
      if (gone.length > 0) clubs[code] = { ...club, people: { ...club.people, ...Object.fromEntries(gone) } };
    }
  }
  return { ...last, clubs };
};
