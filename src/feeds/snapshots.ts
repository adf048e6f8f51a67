import type { Entry } from '../journal/entry.ts';
import { feedTime } from '../journal/feed-time.ts';
import type { Fixture } from '../match/fixture.ts';
import { MINUTE, type Millis } from '../match/time.ts';
import { auditOf } from './audit.ts';
import { changesOf, type Unplaced } from './changes.ts';
import { type AuditedMatch, type ImportOptions, importedWith } from './import.ts';
import type { FeedFile, FeedProblem, Imported } from './importer.ts';
import { inTermsOf } from './renaming.ts';
import { type Known, withOldIds } from './same-rows.ts';
import { inVersionOrder, type Ranks } from './version-order.ts';

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
  const matches = new Map<string, { provider: string; imports: VersionRead[] }>();
  for (const version of versions) {
    for (const { provider, read } of importedWith(version, options)) {
      if (!('recording' in read)) {
        yield read;
        continue;
      }
      const key = read.recording.header.id ?? read.name;
      const known = matches.get(key);
      const its = { ...read, file: version[0]?.name ?? '' };
      if (known === undefined) matches.set(key, { provider, imports: [its] });
      else known.imports.push(its);
    }
  }
  for (const { provider, imports } of matches.values()) {
    const { file: _file, ...last } = imports.at(-1) as VersionRead;
    const fixture = withEverybody(imports, last.recording.header.fixture);
    const { startedAt, entries, problems } = journalOf(imports, fixture, options.every ?? HALF_A_MINUTE);
    const recording = { header: { ...last.recording.header, startedAt, fixture }, entries };
    yield {
      ...last,
      provider,
      recording,
      problems: [...problems, ...last.problems],
      audit: auditOf(recording, last.record),
    };
  }
}

/** A version of one match, and the first of its files. */
interface VersionRead extends Imported {
  readonly file: string;
}

const HALF_A_MINUTE: Millis = 30_000;
/** A last row may vanish; that the match was minutes younger means that the versions were given out of order. */
const OUT_OF_ORDER: Millis = 5 * MINUTE;

const journalOf = (
  imports: readonly VersionRead[],
  fixture: Fixture,
  every: Millis,
): { readonly startedAt: string; readonly entries: Entry[]; readonly problems: FeedProblem[] } => {
  const { startedAt } = imports[0]?.recording.header ?? { startedAt: '' };
  const startedMs = Date.parse(startedAt);
  const known = new Map<string, Known>();
  const ranks: Ranks = new Map();
  const written: Unplaced[] = [];
  const problems: FeedProblem[] = [];
  let now: Millis = 0;
  let newestBefore: Millis = 0;
  for (const [index, { file, recording }] of imports.entries()) {
    const shift = Date.parse(recording.header.startedAt) - startedMs;
    const entries = inTermsOf(fixture, recording).map((entry) => ({
      ...entry,
      offset: Math.max(0, entry.offset + shift),
    }));
    const version = withOldIds(entries, known);
    const newest = version.reduce((latest, { offset }) => Math.max(latest, offset), 0);
    const came = index === 0 || newest > now ? Math.max(now, newest) : now + every;
    if (newest < newestBefore - OUT_OF_ORDER) problems.push({ file, message: isOlder(newestBefore - newest) });
    newestBefore = newest;
    const changes = changesOf(version, known, { since: index === 0 ? -1 : now, came });
    written.push(...inVersionOrder(changes, version, ranks, written.length));
    now = came;
  }
  return {
    startedAt: feedTime(startedAt, 0),
    entries: written.map((entry, index) => ({ ...entry, seq: index + 1 }) as Entry),
    problems,
  };
};

const isOlder = (by: Millis): string =>
  `this version ends ${Math.round(by / MINUTE)} minutes before the one given before it; versions are taken in the order in which they are named`;

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
