import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { history } from '../../src/playback/views.ts';
import { brokenLaws } from '../../src/scenario/house-laws.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { SEED } from './measure.ts';
import { heading, table, verdict, withBulk, written } from './table.ts';

// A thousand matches that nobody played, each through all laws of the house: does it take less than a minute?

const MATCHES = 1000;
const THREADS = 2;
const SECONDS_MAX = 60;

/** Milliseconds of processor time, match by match. */
interface Costs {
  readonly entries: number[];
  readonly simulated: number[];
  readonly folded: number[];
  readonly laws: number[];
  readonly broken: string[];
}

const bench = async (): Promise<void> => {
  const start = performance.now();
  const shares = await Promise.all(Array.from({ length: THREADS }, (_, thread) => shareOf(thread)));
  const seconds = (performance.now() - start) / 1000;
  const all = (pick: (costs: Costs) => readonly number[]) => shares.flatMap(pick);
  const broken = shares.flatMap((share) => share.broken);

  heading(
    'simulate',
    `${written(MATCHES, 0)} matches, seeds ${SEED} and on, on ${THREADS} threads. Processor time for a match; median (5th–95th percentile).`,
  );
  table(
    ['step', 'ms a match'],
    [
      ['simulate', withBulk(all(({ simulated }) => simulated))],
      ['fold into the eleven views', withBulk(all(({ folded }) => folded))],
      ['all laws of the house', withBulk(all(({ laws }) => laws))],
    ],
  );
  // Where others use the machine too, the clock on the wall says little; this is nearer to what it would show alone.
  const processor = total(all(({ simulated, folded, laws }) => [...simulated, ...folded, ...laws])) / 1000 / THREADS;
  const entries = total(all((costs) => costs.entries));
  process.stdout.write('\n');
  table(
    ['matches', 'entries', 'laws broken', 'seconds', 'processor seconds a thread'],
    [[written(MATCHES, 0), written(entries, 0), broken.length, written(seconds, 1), written(processor, 1)]],
  );
  for (const message of broken.slice(0, 5)) process.stdout.write(`${message}\n`);
  if (broken.length > 0) process.exitCode = 1;
  verdict(`seconds for ${written(MATCHES, 0)} matches through all laws of the house`, seconds, SECONDS_MAX);
};

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

const shareOf = (thread: number): Promise<Costs> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: thread });
    worker.once('message', resolve).once('error', reject);
  });

/** Every second match, or as many as there are threads. */
const work = (thread: number): Costs => {
  const costs: Costs = { entries: [], simulated: [], folded: [], laws: [], broken: [] };
  for (let match = thread; match < MATCHES; match += THREADS) {
    const seed = (SEED + match) >>> 0;
    const recording = clocked(costs.simulated, () => simulate({ seed }));
    const folded = clocked(costs.folded, () => history(recording));
    const broken = clocked(costs.laws, () => brokenLaws(recording, folded));
    costs.entries.push(recording.entries.length);
    costs.broken.push(...broken.map(({ cursor, message }) => `seed ${seed}, entry ${cursor}: ${message}`));
  }
  return costs;
};

const clocked = <Result>(times: number[], run: () => Result): Result => {
  const before = process.threadCpuUsage();
  const result = run();
  const { user, system } = process.threadCpuUsage(before);
  times.push((user + system) / 1000);
  return result;
};

if (isMainThread) await bench();
else parentPort?.postMessage(work(workerData as number));
