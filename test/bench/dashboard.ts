import type { CDPSession, Page } from 'playwright-core';
import { launch, whatIsMissing } from '../dashboard/chrome.ts';
import { onAir } from '../dashboard/on-air.ts';
import { median, quantile, randomFrom, SEED } from './measure.ts';
import { MATCH, matchOf } from './recordings.ts';
import { heading, table, verdict, written } from './table.ts';

// Does the page keep up? A match of a provider's event data at 600×, and somebody who drags along it.

const LONG_TASK_MAX_MS = 50;
const SCRUB_P95_MAX_MS = 8;
const SPEED = 600;
const STEPS = 200;
const DRAG = 25;
/** The range of the bar. */
const BAR = 6000;

const bench = async (): Promise<void> => {
  const missing = whatIsMissing();
  if (missing !== undefined) {
    process.stdout.write(`dashboard: left out, since ${missing}\n`);
    return;
  }
  const air = await onAir({ recording: matchOf(), id: 'long', speed: SPEED, rate: 30 });
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(air.page);
    await page.locator('.score').waitFor();
    await page.waitForTimeout(1000);

    const began = await scriptMs(cdp);
    await browser.startTracing(page, { categories: ['toplevel'] });
    const playedMs = await played(page, air.control);
    const tasks = tasksIn((await browser.stopTracing()).toString());
    const busy = (await scriptMs(cdp)) - began;
    heading('page', `${written(MATCH, 0)} entries at ${SPEED}×, 30 updates a second, in a browser of 1280 × 800.`);
    table(
      ['took, s', 'script, % of a core', 'task p99, ms', 'longest, ms'],
      [
        [
          written(playedMs / 1000, 1),
          written((100 * busy) / playedMs, 0),
          written(quantile(tasks, 0.99), 1),
          written(Math.max(...tasks), 1),
        ],
      ],
    );
    verdict("longest task, in ms of the thread's own time", Math.max(...tasks), LONG_TASK_MAX_MS);

    await page.getByText('Only here').click();
    const alone = await scrubbed(page, cdp, DRAG);
    const aloneFar = await scrubbed(page, cdp, 1);
    await page.getByText('Only here').click();
    const together = await scrubbed(page, cdp, DRAG);
    const togetherFar = await scrubbed(page, cdp, 1);
    heading(
      'scrub',
      `Script time of ${STEPS} steps: of drags, ${DRAG} steps of 12 pixels each, and to random places; ms.`,
    );
    table(
      ['scrub', 'p50', 'p95', 'most'],
      Object.entries({
        'a drag, folded here': alone,
        'a drag of the showing': together,
        'random, folded here': aloneFar,
        'random, the showing': togetherFar,
      }).map(([name, ms]) => [
        name,
        written(median(ms), 1),
        written(quantile(ms, 0.95), 1),
        written(Math.max(...ms), 1),
      ]),
    );
    verdict('p95 of a step that is folded here, in ms', quantile(alone, 0.95), SCRUB_P95_MAX_MS);
    verdict('p95 of a step of the showing, in ms', quantile(together, 0.95), SCRUB_P95_MAX_MS);
  } finally {
    await browser.close();
    await air.server.close();
  }
};

/** Milliseconds from the first entry to the last. */
const played = async (page: Page, control: (control: object) => Promise<void>): Promise<number> => {
  const began = performance.now();
  await control({ type: 'play' });
  await page.getByRole('button', { name: 'Connection: At the end' }).waitFor({ timeout: 60_000 });
  return performance.now() - began;
};

/**
 * Milliseconds of script for each step, of the thread's own time: the input, the fold, what is drawn. After `length`
 * steps in one direction another drag begins elsewhere.
 */
const scrubbed = async (page: Page, cdp: CDPSession, length: number): Promise<number[]> => {
  const random = randomFrom(SEED);
  const steps: number[] = [];
  let place = 0;
  let by = 0;
  for (let step = -25; step < STEPS; step += 1) {
    if (step % length === 0) {
      place = Math.floor(random() * BAR);
      by = random() < 0.5 ? -BAR / 100 : BAR / 100;
    }
    place = Math.min(BAR, Math.max(0, place + by));
    const before = await scriptMs(cdp);
    await page.evaluate(`${SCRUB}(${Math.round(place)})`);
    const took = (await scriptMs(cdp)) - before;
    // At first the journal is fetched, and code compiled.
    if (step >= 0) steps.push(took);
  }
  return steps;
};

/** How long each task of the page's thread took, of its own time, so that being made to wait doesn't count; ms. */
const tasksIn = (trace: string): number[] => {
  const events = (JSON.parse(trace) as { traceEvents: TraceEvent[] }).traceEvents;
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  return events
    .filter((event) => event.name.endsWith('RunTask') && event.tdur !== undefined && threads.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
};

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

const scriptMs = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
};

const SCRUB = `(async (value) => {
  const bar = document.querySelector('.scrubber input');
  bar.value = value;
  bar.dispatchEvent(new Event('input', { bubbles: true }));
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
})`;

await bench();
