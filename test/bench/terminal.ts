import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'rolldown';
import { VirtualTimeScheduler } from 'rxjs';
import { writeRecording } from '../../src/journal/recording.ts';
import { replay } from '../../src/playback/replay.ts';
import { paint } from '../../src/terminal/paint.ts';
import { screenOf } from '../../src/terminal/screen.ts';
import { START } from '../../src/terminal/ui.ts';
import { notBuilt, KEYS as PRESS, playing, type Terminal, terminal } from '../terminal/pty.ts';
import { collectGarbage, median, quantile } from './measure.ts';
import { MATCH, matchOf } from './recordings.ts';
import { heading, print, table, verdict, withBulk, withSpread, written } from './table.ts';

// Is the full-screen view there at once, does it answer to keys whatever goes on, and does it stay as small as it was?

const ROUNDS = 11;
const FIRST_FRAME_MORE_MAX_MS = 250;
const KEYS = 40;
const KEY_MAX_MS = 50;
const CPU_MAX = 0.6;
const LOOPS = 10_000;
const GROWTH_MAX_MB = 2;
const FAST = '6000';
const HELP = 'pause and go on';

const bench = async (): Promise<void> => {
  if (notBuilt !== undefined) {
    print(`terminal: ${notBuilt}`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'touchline-bench-'));
  try {
    await firstFrame(folder);
    await underLoad(folder);
    overLoops();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** From the start of a process to the whole of the screen, beside one that does nothing but import bundled Ink. */
const firstFrame = async (folder: string): Promise<void> => {
  const ink = await bundledInk(folder);
  const times = { ink: [] as number[], frame: [] as number[] };
  // The first round reads the files from disk for all that follow.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await untilSeen(() => terminal(process.execPath, [ink]), 'imported');
    const frame = await untilSeen(() => playing(['atalanta-dortmund']), 'q quit');
    if (round > 0) {
      times.ink.push(bare);
      times.frame.push(frame);
    }
  }
  const more = times.frame.map((ms, round) => ms - (times.ink[round] ?? 0));
  heading('terminal: first frame', `Wall time, ms, a process each; median (least–most) of ${ROUNDS}, interleaved.`);
  table(
    ['until', 'ms', 'more than Ink alone'],
    [
      ['bundled Ink is imported', withSpread(times.ink, 0), ''],
      ['the first frame is whole', withSpread(times.frame, 0), withSpread(more, 0)],
    ],
  );
  verdict('first full frame, ms more than importing bundled Ink', median(more), FIRST_FRAME_MORE_MAX_MS);
};

const untilSeen = async (open: () => Terminal, what: string): Promise<number> => {
  const begun = performance.now();
  const screen = open();
  await screen.sees(what, 20_000);
  const ms = performance.now() - begun;
  screen.kill('SIGKILL');
  await screen.exit;
  return ms;
};

const bundledInk = async (folder: string): Promise<string> => {
  const source = join(import.meta.dirname, '..', '..', 'node_modules', 'ink', 'build', 'index.js');
  const entry = join(folder, 'ink.mjs');
  writeFileSync(
    entry,
    `import * as ink from ${JSON.stringify(source)};\nconsole.log('imported', Object.keys(ink).length);\n`,
  );
  const file = join(folder, 'bundled-ink.mjs');
  await build({
    input: entry,
    platform: 'node',
    transform: { define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' } },
    output: { file, format: 'esm', codeSplitting: false },
    logLevel: 'silent',
  });
  return file;
};

/** A provider's match in one second, over and over, while somebody presses keys. */
const underLoad = async (folder: string): Promise<void> => {
  const file = join(folder, 'match.jsonl');
  writeFileSync(file, writeRecording(matchOf()));
  const rows = [];
  for (const [columns, lines] of [
    [100, 30],
    [200, 50],
  ] as const) {
    const screen = playing([file, '--speed', FAST], { columns, rows: lines });
    await screen.sees('q quit', 20_000);
    const before = cpuMs(screen.pid);
    const begun = performance.now();
    const waits: number[] = [];
    for (let key = 0; key < KEYS; key += 1) {
      // The match is over in a second; then it's played again.
      if (screen.text().includes('■')) screen.type(' ');
      await sleep(120 + (key % 7) * 17);
      const written = screen.hears(HELP);
      const pressed = performance.now();
      screen.type('?');
      await written;
      waits.push(performance.now() - pressed);
      await screen.sees(HELP);
      // One more of the same would turn the page.
      screen.type(PRESS.escape);
      await screen.until(() => !screen.text().includes(HELP));
    }
    const share = before === undefined ? undefined : ((cpuMs(screen.pid) ?? 0) - before) / (performance.now() - begun);
    screen.kill('SIGKILL');
    await screen.exit;
    rows.push({ size: `${columns}×${lines}`, waits, share });
  }
  heading(
    'terminal: under load',
    `${written(MATCH, 0)} entries at ${written(Number(FAST), 0)}×; ms from a key to the end of the picture that shows it being written, median (5th–95th percentile) of ${KEYS}; CPU of the process beside the wall.`,
  );
  table(
    ['screen', 'key to picture', 'CPU of a core'],
    rows.map(({ size, waits, share }) => [
      size,
      withBulk(waits, 0),
      share === undefined ? '–' : `${Math.round(share * 100)} %`,
    ]),
  );
  verdict(
    'key to picture in ms, median, the slower screen',
    Math.max(...rows.map(({ waits }) => median(waits))),
    KEY_MAX_MS,
  );
  verdict(
    'key to picture in ms, 95th percentile',
    Math.max(...rows.map(({ waits }) => quantile(waits, 0.95))),
    KEY_MAX_MS,
  );
  const shares = rows.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length > 0) verdict('CPU, share of a core', Math.max(...shares), CPU_MAX);
};

/** User and system time of a process, where the machine tells (proc_pid_stat(5), in hundredths of a second). */
const cpuMs = (pid: number): number | undefined => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** The flagship's length over and over in virtual time, a screen painted in each: what is held must not grow. */
const overLoops = (): void => {
  const scheduler = new VirtualTimeScheduler();
  scheduler.maxFrames = Number.POSITIVE_INFINITY;
  const showing = replay(matchOf(200), { speed: 'max', loop: true, scheduler });
  let loops = 0;
  let painted = 0;
  const held: number[] = [];
  const subscription = showing.frames$.subscribe(({ head, views }) => {
    if (head.cursor < head.entries) return;
    loops += 1;
    const screen = screenOf({
      ...{ fixture: showing.history.fixture, head, views, heardAt: 0, now: 0, ui: START },
      entryOf: () => undefined,
      steering: { may: true },
      size: { columns: 100, rows: 30 },
    });
    painted += screen.reduce((sum, line) => sum + paint(line, 24).length, 0);
    if (loops % (LOOPS / 10) === 0) {
      collectGarbage();
      held.push(process.memoryUsage().heapUsed / 1e6);
    }
    if (loops >= LOOPS) subscription.unsubscribe();
  });
  scheduler.flush();
  const growth = (held.at(-1) ?? 0) - (held[0] ?? 0);
  heading(
    'terminal: memory',
    `${written(loops, 0)} loops in virtual time, a screen painted in each (${written(painted / 1e6, 0)} MB of them).`,
  );
  table(
    ['after loops', 'heap held, MB'],
    held.map((megabytes, at) => [written(((at + 1) * LOOPS) / 10, 0), written(megabytes, 1)]),
  );
  verdict(
    `heap held after ${written(LOOPS, 0)} loops beside after ${written(LOOPS / 10, 0)}, MB more`,
    growth,
    GROWTH_MAX_MB,
  );
};

await bench();
