import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe } from 'vitest';
import { launch, whatIsMissing } from './chrome.ts';

export { DASHBOARD } from './chrome.ts';

/** Pictures for people to look at; git leaves them alone. */
export const ARTEFACTS = join(import.meta.dirname, 'artefacts');

/** What a page did that it shouldn't have: requests that failed, errors that nobody caught, complaints of the browser. */
export type Mishaps = string[];

export interface Opened {
  readonly page: Page;
  readonly mishaps: Mishaps;
  readonly close: () => Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Counts what React draws, in `window.__touchline.renders`. */
  readonly counts?: true;
}

export interface BrowserAtHand {
  readonly open: (url: string, options?: OpenOptions) => Promise<Opened>;
  readonly browser: () => Promise<Browser>;
}

/**
 * A describe in a real browser, one for all its tests. Where there is none, or no page was built, its tests are
 * reported as skipped, and the name says why.
 */
export const inBrowser = (name: string, tests: (at: BrowserAtHand) => void): void => {
  const missing = whatIsMissing();
  if (missing !== undefined) {
    describe.skip(`${name} (skipped: ${missing})`, () => tests({ open: never, browser: never }));
    return;
  }
  describe(name, () => {
    let started: Promise<Browser> | undefined;
    const browser = (): Promise<Browser> => {
      started ??= launch();
      return started;
    };
    afterAll(async () => {
      await (await started)?.close();
    });
    tests({ browser, open: async (url, options) => open(await browser(), url, options) });
  });
};

const open = async (browser: Browser, url: string, { counts, ...options }: OpenOptions = {}): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const mishaps: Mishaps = [];
  page.on('pageerror', ({ message }) => mishaps.push(message));
  page.on('requestfailed', (request) => mishaps.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) mishaps.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') mishaps.push(message.text());
  });
  if (counts) await page.addInitScript('window.__touchline = { renders: {} }');
  await page.goto(url);
  return { page, mishaps, close: () => context.close() };
};

const never = (): never => {
  throw new Error('there is no browser');
};
