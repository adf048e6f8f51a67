import { spawnSync } from 'node:child_process';
import { importMatches } from '../../src/feeds/import.ts';
import type { FeedFile } from '../../src/feeds/importer.ts';
import { history } from '../../src/playback/views.ts';
import { wyscoutMatch } from '../feeds/samples.ts';
import { collectGarbage, median } from './measure.ts';
import { heading, table, verdict, withSpread, written } from './table.ts';

// Can a season be imported while one waits? Each reading has a process of its own, and so a peak of its own.

const MATCHES = 1000;
const ROWS = 1700;
const ROUNDS = 3;
const SECONDS_MAX = 60;
/** Whoever kept the matches would run out of this. */
const HEAP_LIMIT = '--max-old-space-size=256';

const bench = (): void => {
  const names = Object.keys(READINGS) as ReadingName[];
  const done = new Map<ReadingName, Done[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) done.set(name, [...(done.get(name) ?? []), inAnotherProcess(name)]);

  const of = (name: ReadingName, part: (done: Done) => number): number[] => (done.get(name) ?? []).map(part);
  heading(
    'import',
    `${written(MATCHES, 0)} matches of ${written(ROWS, 0)} rows in Wyscout's format, made one by one from one; median (least–most) of ${ROUNDS} rounds, interleaved. Peak: of the whole process, its heap limited to 256 MB. Held: what a garbage collection leaves when all has been read.`,
  );
  table(
    ['reading', 's of processor time', 's on the wall', 'ms a match', 'peak MB', 'held MB'],
    names.map((name) => [
      name,
      withSpread(
        of(name, ({ cpuMs }) => cpuMs / 1000),
        1,
      ),
      withSpread(
        of(name, ({ ms }) => ms / 1000),
        1,
      ),
      written(median(of(name, ({ cpuMs }) => cpuMs)) / MATCHES, 1),
      withSpread(
        of(name, ({ peakBytes }) => peakBytes / 1e6),
        0,
      ),
      withSpread(
        of(name, ({ heldBytes }) => heldBytes / 1e6),
        1,
      ),
    ]),
  );
  verdict(
    'seconds on the wall to import, audit and fold',
    median(of('imported, audited and folded into eleven views', ({ ms }) => ms / 1000)),
    SECONDS_MAX,
  );
};

/** Gives how many matches it has read. */
type Reading = (files: readonly FeedFile[]) => number;

const READINGS = {
  'imported, audited and folded into eleven views': (files) => {
    let matches = 0;
    for (const read of importMatches(files, { provider: 'wyscout' })) {
      if (!('audit' in read)) throw new Error(read.message);
      history(read.recording);
      matches += 1;
    }
    return matches;
  },
  'imported and audited': (files) => {
    let matches = 0;
    for (const read of importMatches(files, { provider: 'wyscout' })) matches += 'audit' in read ? 1 : 0;
    return matches;
  },
  'JSON.parse of the files': (files) => {
    for (const { text } of files) JSON.parse(text);
    return files.length / 2;
  },
  'nothing: the files are made': (files) =>
    files.reduce((length, { text }) => length + text.length, 0) && files.length / 2,
} as const satisfies Record<string, Reading>;
type ReadingName = keyof typeof READINGS;

interface Done {
  readonly matches: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
  readonly heldBytes: number;
}

const inAnotherProcess = (name: ReadingName): Done => {
  const { stdout, stderr } = spawnSync(process.execPath, [HEAP_LIMIT, import.meta.filename, name], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const done = JSON.parse(stdout) as Done;
  if (done.matches !== MATCHES) throw new Error(`${name} read ${done.matches} of ${MATCHES} matches`);
  return done;
};

const read = (name: ReadingName): void => {
  const files = season();
  const begun = performance.now();
  const before = process.cpuUsage();
  const matches = READINGS[name](files);
  const { user, system } = process.cpuUsage(before);
  const ms = performance.now() - begun;
  collectGarbage();
  const heldBytes = process.memoryUsage().heapUsed;
  const done: Done = {
    matches,
    ms,
    cpuMs: (user + system) / 1000,
    heldBytes,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.stdout.write(JSON.stringify(done));
};

/** Files whose text is made when it's asked for, and kept by nobody, as it would be read from a disk. */
const season = (): FeedFile[] => {
  const [events, match] = wyscoutMatch('fra-cro-2018-final');
  const rows = withRows(events.text);
  return Array.from({ length: MATCHES }, (_, number) => [
    lazy(`events-${number}.json`, rows, number),
    lazy(`match-${number}.json`, match.text, number),
  ]).flat();
};

const lazy = (name: string, text: string, number: number): FeedFile => ({
  name,
  get text() {
    return text.replaceAll(MATCH_ID, String(Number(MATCH_ID) + number));
  },
});

const MATCH_ID = '2058017';

/** The rows of the file and as many of its passes again as make up the number, under other ids. */
const withRows = (text: string): string => {
  const file = JSON.parse(text) as { events: { id: number; eventId: number }[] };
  const passes = file.events.filter(({ eventId }) => eventId === 8).slice(0, ROWS - file.events.length);
  const again = passes.map((row) => ({ ...row, id: row.id + 10_000_000 }));
  return JSON.stringify({ ...file, events: [...file.events, ...again] });
};

const [name] = process.argv.slice(2);
if (name !== undefined && name in READINGS) read(name as ReadingName);
else bench();
