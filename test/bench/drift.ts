import { setTimeout as sleep } from 'node:timers/promises';
import { concatMap, delay, from, map, NEVER, type Observable, of } from 'rxjs';
import { type Cues, positionOf } from '../../src/playback/pacing.ts';
import { playback } from '../../src/playback/playback.ts';
import { cuesOf } from '../../src/playback/replay.ts';
import { history } from '../../src/playback/views.ts';
import { median, quantile } from './measure.ts';
import { matchOf } from './recordings.ts';
import { heading, table, verdict, withSpread, written } from './table.ts';

// Is the goal shown when it should be, at the end of a whole match in real time? Takes about five minutes.

const RUNS = 9;
const P99_MAX_MS = 3;
const LAST_MAX_MS = 2;

const bench = async (): Promise<void> => {
  const cues = cuesOf(history(matchOf()), {});
  const showings = [
    // It takes 98 s; with so few timers a second, eighteen in 28 ms, all runs fit side by side.
    { speed: 60, drifts: await sideBySide(cues, 60) },
    { speed: 600, drifts: await inTurn(cues, 600) },
    { speed: 6000, drifts: await inTurn(cues, 6000) },
  ];

  const shown = `${written(cues.last - cues.first, 0)} entries of a ${written(cues.duration / 1000, 0)} s showing`;
  heading('drift', `${shown} in real time; ms from each one's ideal time; median (least–most) of ${RUNS} runs.`);
  table(
    ['speed', 'showing', 'p99', 'last entry', 'greatest'],
    showings.flatMap(({ speed, drifts }) =>
      Object.entries(drifts).map(([name, runs]) => [
        `${written(speed, 0)}×`,
        name,
        withSpread(runs.map(({ p99 }) => p99)),
        withSpread(runs.map(({ last }) => last)),
        withSpread(runs.map(({ most }) => most)),
      ]),
    ),
  );
  const ours = showings.map(({ drifts }) => drifts.playback);
  verdict(
    'p99 in ms, the worst speed',
    Math.max(...ours.map((runs) => median(runs.map(({ p99 }) => p99)))),
    P99_MAX_MS,
  );
  verdict(
    'last entry in ms, the worst speed',
    Math.max(...ours.map((runs) => median(runs.map(({ last }) => Math.abs(last))))),
    LAST_MAX_MS,
  );
};

/** Gives how many entries have been shown. */
type Rival = (cues: Cues, speed: number) => Observable<number>;

const RIVALS = {
  playback: (cues, speed) => playback(cues, NEVER, { speed }).pipe(map(({ cursor }) => cursor)),
  'concatMap(delay)': (cues, speed) =>
    from(cursorsOf(cues)).pipe(
      concatMap((cursor) => of(cursor).pipe(delay((positionOf(cues, cursor) - positionOf(cues, cursor - 1)) / speed))),
    ),
} as const satisfies Record<string, Rival>;

type Drifts = Readonly<Record<keyof typeof RIVALS, readonly Drift[]>>;

interface Drift {
  /** Of the distance from the ideal time. */
  readonly p99: number;
  readonly most: number;
  /** Negative where the last entry came early. */
  readonly last: number;
}

/** One run after another, the rivals by turns. */
const inTurn = async (cues: Cues, speed: number): Promise<Drifts> => {
  const drifts: Record<keyof typeof RIVALS, Drift[]> = { playback: [], 'concatMap(delay)': [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of names) drifts[name].push(await driftOf(RIVALS[name], cues, speed));
  }
  return drifts;
};

/** All runs at once, begun some milliseconds apart, so that they don't fall due together. */
const sideBySide = async (cues: Cues, speed: number): Promise<Drifts> => {
  const begun = Array.from({ length: RUNS }, (_, run) =>
    names.map(async (name, turn) => {
      await sleep((run * names.length + turn) * 37);
      return { name, drift: await driftOf(RIVALS[name], cues, speed) };
    }),
  );
  const all = await Promise.all(begun.flat());
  const of = (wanted: string) => all.filter(({ name }) => name === wanted).map(({ drift }) => drift);
  return { playback: of('playback'), 'concatMap(delay)': of('concatMap(delay)') };
};

const names = Object.keys(RIVALS) as (keyof typeof RIVALS)[];

const driftOf = (rival: Rival, cues: Cues, speed: number): Promise<Drift> =>
  new Promise((resolve, reject) => {
    const errors: number[] = [];
    const begun = performance.now();
    let seen = cues.first;
    rival(cues, speed).subscribe({
      next: (cursor) => {
        const late = performance.now() - begun;
        for (; seen < cursor; seen += 1) errors.push(late - positionOf(cues, seen + 1) / speed);
      },
      error: reject,
      complete: () => {
        const distances = errors.map(Math.abs);
        resolve({
          p99: quantile(distances, 0.99),
          most: Math.max(...distances),
          last: errors[errors.length - 1] ?? Number.NaN,
        });
      },
    });
  });

const cursorsOf = ({ first, last }: Cues): number[] =>
  Array.from({ length: last - first }, (_, index) => first + index + 1);

await bench();
