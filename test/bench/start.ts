import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';
import { heading, print, table, verdict, withSpread } from './table.ts';

// How long until something stands there? Beside Node itself, which takes its time with nothing to do.

const ROUNDS = 15;
const MORE_MAX_MS = 150;

const main = fileURLToPath(new URL('../../dist/bin/touchline.js', import.meta.url));

const STARTS = {
  'node -e 0': { words: ['-e', '0'], until: 'exit' },
  'touchline --help': { words: [main, '--help'], until: 'exit' },
  'touchline play --format text, first line': { words: [main, 'play', '--format', 'text'], until: 'line' },
} as const satisfies Record<string, Start>;

interface Start {
  readonly words: readonly string[];
  readonly until: 'exit' | 'line';
}

const bench = async (): Promise<void> => {
  if (!existsSync(main)) {
    print('start needs dist/: npm run build makes it');
    process.exitCode = 1;
    return;
  }
  const names = Object.keys(STARTS) as (keyof typeof STARTS)[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  // The first round reads the files from disk for all that follow.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const ms = await startOf(STARTS[name]);
      if (round > 0) times[name]?.push(ms);
    }
  }

  const bare = times['node -e 0'] ?? [];
  const more = (name: string): number[] => (times[name] ?? []).map((ms, round) => ms - (bare[round] ?? 0));
  heading('start', `Wall time, ms, a process each; median (least–most) of ${ROUNDS} rounds, interleaved.`);
  table(
    ['command', 'ms', 'more than node -e 0'],
    names.map((name) => [
      name,
      withSpread(times[name] ?? [], 0),
      name === 'node -e 0' ? '' : withSpread(more(name), 0),
    ]),
  );
  for (const name of names.slice(1)) verdict(`${name}, ms more`, median(more(name)), MORE_MAX_MS);
};

/** Milliseconds until it has ended, or has written a line. */
const startOf = ({ words, until }: Start): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    let shown: number | undefined;
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (chunk: Buffer) => {
      if (until !== 'line' || shown !== undefined || !chunk.includes('\n')) return;
      shown = performance.now();
      child.kill();
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (shown === undefined && (code !== 0 || until === 'line'))
        reject(new Error(`${words.join(' ')} ended with ${code}`));
      else resolve((shown ?? performance.now()) - begun);
    });
  });

await bench();
