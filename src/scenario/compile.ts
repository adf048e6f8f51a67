import { type Entry, entry as entrySchema } from '../journal/entry.ts';
import { FORMAT, type Recording, type RecordingHeader, VERSION } from '../journal/recording.ts';
import type { Fixture } from '../match/fixture.ts';
import { check } from './check.ts';
import { readClaims } from './claims.ts';
import { defaultFixture, readFixture } from './fixture.ts';
import { writtenFile } from './format.ts';
import { normaliseInstant } from './instant.ts';
import { type Draft, readLog } from './log.ts';
import { ANYBODY, directoryOf } from './people.ts';
import { fieldOf, type Written } from './place.ts';
import type { Complaints } from './problem.ts';
import { readRegulations } from './regulations.ts';
import type { Mode, Scenario } from './scenario.ts';
import { schedule } from './schedule.ts';
import { readTime } from './times.ts';

/** What surrounds a scenario's text: what it's called, and the fixture in a file that it shares with others. */
export interface Surroundings {
  readonly name: string;
  readonly complaints: Complaints;
  /** The shared fixture that a path names; complains where there is none, or where it is wrong. */
  readonly sharedFixture: (path: Written) => Fixture | undefined;
}

/**
 * Makes a scenario of what was written: its log becomes the entries of a recording, in the order of the file and laid
 * out in feed time (see `schedule`); expectations, attempts and announced breaches become checks, each with the
 * cursor at which it holds. `undefined` where anything is wrong; then there are complaints.
 */
export const compile = (file: Written, { name, complaints, sharedFixture }: Surroundings): Scenario | undefined => {
  const head = check(writtenFile, file, complaints, 'a scenario');
  const given = givenFixture(fieldOf(file, 'fixture'), complaints, sharedFixture);
  const chosen = fieldOf(file, 'regulations');
  const regulations = chosen === undefined ? undefined : readRegulations(chosen, complaints);
  const fixture: Fixture | undefined =
    given === undefined || regulations === undefined ? given : { ...given, regulations };

  const legs = fixture?.legs.length ?? LEGS_MAX;
  const mode: Mode = head?.mode ?? 'record';
  const log = fieldOf(file, 'log');
  const { drafts, checks } = readLog(log?.kind === 'list' ? log.items : [], {
    complaints,
    directory: fixture === undefined ? ANYBODY : directoryOf(fixture),
    legs,
    mode,
  });
  const claims = readClaims(fieldOf(file, 'claims'), legs, complaints);
  const from = fieldOf(file, 'from');
  if (from !== undefined) readTime(from, legs, complaints);
  if (!complaints.none || head === undefined || fixture === undefined) return undefined;

  const { title, why, law = [], tags = [] } = head;
  const recording = lay(drafts, fixture, head.startedAt, complaints, {
    id: name,
    title,
    ...(why === undefined ? {} : { why }),
    ...(head.from === undefined ? {} : { from: String(head.from).trim().replace(/\s+/g, ' ') }),
  });
  if (!complaints.none) return undefined;
  return {
    name,
    file: complaints.file,
    title,
    ...(why === undefined ? {} : { why }),
    law: [law].flat().map(String),
    tags: [tags].flat().map(String),
    mode,
    recording,
    lines: drafts.map(({ place }) => place),
    received: new Set(drafts.flatMap(({ received }, index) => (received === undefined ? [] : [index + 1]))),
    checks,
    claims,
  };
};

const LEGS_MAX = 2;

const givenFixture = (
  written: Written | undefined,
  complaints: Complaints,
  sharedFixture: Surroundings['sharedFixture'],
): Fixture | undefined => {
  if (written === undefined) return defaultFixture();
  return written.kind === 'scalar' ? sharedFixture(written) : readFixture(written, complaints);
};

/** Gives each entry its feed time. */
const lay = (
  drafts: readonly Draft[],
  fixture: Fixture,
  startedAt: string | undefined,
  complaints: Complaints,
  about: Pick<RecordingHeader, 'id' | 'title' | 'why' | 'from'>,
): Recording => {
  const steps = drafts.map(({ at, entry, received }) => ({
    at,
    ...(entry.kind === 'event' ? { type: entry.event.type } : {}),
    ...(received === undefined ? {} : { received: received.when }),
  }));
  const laid = schedule(fixture, steps, startedAt === undefined ? undefined : normaliseInstant(startedAt));
  for (const { step, byMs } of laid.early) {
    const draft = drafts[step];
    const place = draft?.received?.place ?? draft?.place;
    const before = step === 0 ? 'feed time begins (startedAt)' : 'the entry above it';
    if (place !== undefined)
      complaints.add(
        place,
        `this comes ${spell(byMs)} before ${before}; entries stand in the order in which they came in`,
      );
  }
  const entries = drafts.map(({ entry }, index) => inOrder({ ...entry, offset: laid.offsets[index] ?? 0 }));
  return { header: { format: FORMAT, version: VERSION, startedAt: laid.startedAt, ...about, fixture }, entries };
};

/** Its fields in the order in which a recording that is read has them, so that both print the same bytes. */
const inOrder = (entry: Entry): Entry => entrySchema.safeParse(entry).data ?? entry;

/** `40 s`, `1 h 5 min`, `11 d`. */
const spell = (ms: number): string => {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ] as const;
  let rest = Math.max(1000, ms);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count} ${unit}`);
    rest -= count * size;
  }
  return parts.slice(0, 2).join(' ');
};
