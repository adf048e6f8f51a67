import { spawnSync } from 'node:child_process';
import { RecordingReader } from '../../src/journal/recording.ts';
import { collectGarbage, median } from './measure.ts';
import { HEADER, matchOf } from './recordings.ts';
import { heading, table, verdict, withSpread, written } from './table.ts';

// Can a recording of any length be read and checked? Each reading has a process of its own, and so a peak of its own.

const LENGTHS = [10_000, 1_000_000] as const;
const ROUNDS = 3;
/** What may still be held after a million entries, beside ten thousand. */
const GROWTH_MAX = 1.5;
/** A reader that kept what it has read would run out of this. */
const HEAP_LIMIT = '--max-old-space-size=64';

const bench = (): void => {
  const names = Object.keys(READINGS) as ReadingName[];
  const done = new Map<string, Done[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const length of LENGTHS) {
      for (const name of names) {
        const key = `${name} ${length}`;
        done.set(key, [...(done.get(key) ?? []), inAnotherProcess(name, length)]);
      }
    }
  }

  const megabytes = (name: ReadingName, length: number, of: 'peakBytes' | 'heldBytes'): number[] =>
    (done.get(`${name} ${length}`) ?? []).map(({ [of]: bytes }) => bytes / 1e6);
  const [few, many] = LENGTHS;
  heading(
    'recording',
    `JSON Lines as a stream in pieces of 64 kB; median (least–most) of ${ROUNDS} rounds, interleaved. Peak: of the whole process, its heap limited to 64 MB. Held: what a garbage collection leaves when all has been read.`,
  );
  table(
    [
      'reading',
      'entries a second',
      `peak MB, ${written(few, 0)}`,
      `${written(many, 0)}`,
      `held MB, ${written(few, 0)}`,
      `${written(many, 0)}`,
    ],
    names.map((name) => [
      name,
      withSpread(
        (done.get(`${name} ${many}`) ?? []).map(({ ms }) => (many * 1000) / ms),
        0,
      ),
      ...LENGTHS.map((length) => withSpread(megabytes(name, length, 'peakBytes'), 0)),
      ...LENGTHS.map((length) => withSpread(megabytes(name, length, 'heldBytes'), 1)),
    ]),
  );
  const held = (length: number): number => median(megabytes('RecordingReader: read and checked', length, 'heldBytes'));
  verdict('held after a million entries beside ten thousand', held(many) / held(few), GROWTH_MAX);
};

/** Gives how many entries it has read. */
type Reading = (chunks: Iterable<string>) => number;

const READINGS = {
  'RecordingReader: read and checked': (chunks) => {
    const reader = new RecordingReader();
    let entries = 0;
    for (const chunk of chunks) {
      for (const { kind } of reader.read(chunk)) {
        if (kind === 'entry') entries += 1;
      }
    }
    return entries;
  },
  'JSON.parse of each line': (chunks) => {
    let lines = 0;
    let rest = '';
    for (const chunk of chunks) {
      const whole = (rest + chunk).split('\n');
      rest = whole.pop() ?? '';
      for (const line of whole) JSON.parse(line);
      lines += whole.length;
    }
    return lines - 1;
  },
  'nothing: the text is made, and its lines counted': (chunks) => {
    let lines = 0;
    for (const chunk of chunks) lines += chunk.split('\n').length - 1;
    return lines - 1;
  },
} as const satisfies Record<string, Reading>;
type ReadingName = keyof typeof READINGS;

interface Done {
  readonly entries: number;
  readonly ms: number;
  readonly peakBytes: number;
  readonly heldBytes: number;
}

const inAnotherProcess = (name: ReadingName, length: number): Done => {
  const { stdout, stderr } = spawnSync(process.execPath, [HEAP_LIMIT, import.meta.filename, name, String(length)], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const done = JSON.parse(stdout) as Done;
  if (done.entries !== length) throw new Error(`${name} read ${done.entries} of ${length} entries`);
  return done;
};

const read = (name: ReadingName, length: number): void => {
  const begun = performance.now();
  let ms = 0;
  let heldBytes = 0;
  const end = () => {
    ms = performance.now() - begun;
    // The reader is still at work here, so what it holds counts.
    collectGarbage();
    heldBytes = process.memoryUsage().heapUsed;
  };
  const entries = READINGS[name](linesOf(length, end));
  const done: Done = { entries, ms, heldBytes, peakBytes: process.resourceUsage().maxRSS * 1024 };
  process.stdout.write(JSON.stringify(done));
};

/** A match that is played again and again, in pieces as a file gives them; `end` is called once all are taken. */
function* linesOf(length: number, end: () => void): Generator<string> {
  const match = matchOf().entries.map((entry) => JSON.stringify('event' in entry ? entry.event : {}));
  let piece = `${JSON.stringify(HEADER)}\n`;
  for (let seq = 1; seq <= length; seq += 1) {
    const event = match[(seq - 1) % match.length];
    piece += `{"kind":"event","seq":${seq},"offset":${seq * 1700},"id":"e${seq}","event":${event}}\n`;
    if (piece.length < 65_536) continue;
    yield piece.slice(0, 65_536);
    piece = piece.slice(65_536);
  }
  yield piece;
  end();
}

const [name, length] = process.argv.slice(2);
if (name !== undefined && name in READINGS) read(name as ReadingName, Number(length));
else bench();
