import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { reviewStage } from '../../src/faces/review-stage.ts';
import { history } from '../../src/history.ts';
import { flagship } from '../client/flagship.ts';
import { ARTEFACTS, inBrowser } from './browser.ts';
import { type AirOptions, layLine, type OnAir, onAir } from './on-air.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

inBrowser('the page', ({ open, browser }) => {
  const show = async (options: AirOptions = {}) => {
    const air = await onAir(options);
    ends.push(() => air.server.close());
    return air;
  };
  const visit = async (url: string, options: Parameters<typeof open>[1] = {}) => {
    const opened = await open(url, options);
    ends.push(opened.close);
    await opened.page.locator('.score').waitFor();
    return opened;
  };
  const seek = (air: OnAir, time: string) => air.control({ type: 'seek', to: { time } });

  test('the flagship is followed from kick-off to the whistle, and each key state was on the screen', async () => {
    const air = await show({ speed: 1200, rate: 100 });
    const { page, mishaps } = await visit(air.page);
    await page.evaluate(WATCH);
    expect(await scoreOf(page)).toBe('Atalanta 0, Dortmund 0');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(() => page.locator('.clock-time').textContent(), { timeout: 15_000 }).toMatch(/^8\d:|^90/);
    await page.getByLabel('Speed').selectOption('120');
    await page.getByText('Atalanta go through', { exact: true }).waitFor({ timeout: 20_000 });
    const states = (await page.evaluate('window.states')) as string[];
    const first = (text: string) => states.findIndex((state) => state.includes(text));
    const story = [
      'Atalanta 1, Dortmund 0',
      'Atalanta 2, Dortmund 0',
      'Atalanta 3, Dortmund 0',
      'Atalanta 3, Dortmund 1',
      'Play is being checked',
      'Referee at the monitor',
      'Overturned',
      '10 on the pitch',
      'Atalanta 4, Dortmund 1',
    ];
    const order = story.map(first);
    expect(Math.min(...order), JSON.stringify(states)).toBeGreaterThanOrEqual(0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(await page.locator('.tie').innerText()).toContain('4–3');
    expect(await page.title()).toBe('ATA 4–1 BVB · Touchline');
    expect(mishaps).toEqual([]);
  }, 50_000);

  test('an operator drags the bar to the review and back, and everybody sees it', async () => {
    const air = await show();
    await seek(air, 'FT');
    const [mine, theirs] = await Promise.all([visit(air.page), visit(air.page)]);
    await mine.page.getByText('Atalanta go through', { exact: true }).waitFor();
    const bar = mine.page.getByRole('slider', { name: 'Moment of the match' });
    const whole = await bar.inputValue();
    await bar.focus();
    for (let minute = 0; minute < 3; minute += 1) await bar.press('ArrowLeft');
    for (const { page } of [mine, theirs])
      await page.getByText(/Referee at the monitor|Play is being checked/).waitFor();
    expect(await scoreOf(theirs.page)).toBe('Atalanta 3, Dortmund 1');
    expect(await bar.getAttribute('aria-valuetext')).toMatch(/^90\+\d:\d\d, Second half$/);
    await bar.fill(whole);
    for (const { page } of [mine, theirs]) await page.getByText('Atalanta go through', { exact: true }).waitFor();
    expect(await scoreOf(theirs.page)).toBe('Atalanta 4, Dortmund 1');
  });

  test('of two operators each sees what the other does', async () => {
    const air = await show({ from: "60'" });
    const [one, other] = await Promise.all([visit(air.page), visit(air.page)]);
    await one.page.getByRole('button', { name: 'Play', exact: true }).click();
    await other.page.getByRole('button', { name: 'Pause', exact: true }).click();
    await one.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await other.page.getByRole('button', { name: 'Next key moment' }).click();
    await expect.poll(() => scoreOf(one.page)).toBe('Atalanta 3, Dortmund 1');
    // One of them looks back alone, and the other's picture stays.
    await one.page.getByText('Only here').click();
    await one.page.getByRole('button', { name: 'Previous key moment' }).click();
    await one.page.getByText('as it was known then').waitFor();
    expect(await scoreOf(one.page)).toBe('Atalanta 3, Dortmund 0');
    expect(await scoreOf(other.page)).toBe('Atalanta 3, Dortmund 1');
  });

  test('a viewer who goes back sees what the record says of that moment', async () => {
    const air = await show({ token: 'the-operators', viewerTokens: ['a-viewers-own'] });
    const { page, mishaps } = await visit(`${air.page}#/?token=a-viewers-own`);
    await air.control({ type: 'seek', to: { time: 'FT' } });
    await page.getByText('Atalanta go through', { exact: true }).waitFor();
    expect(page.url()).not.toContain('token');
    const record = history(flagship());
    for (const seq of [101, 104, 106, 107, 113]) {
      await page.evaluate(`location.hash = '#/atalanta-dortmund?asOf=${seq}'`);
      await expect.poll(() => page.locator('.director-entry').innerText()).toBe(`Entry ${seq} of 124`);
      const views = record.viewsAt(seq);
      const { home, away } = views.scoreboard;
      const struck = Object.values(views.commentary).filter(({ supersededBy, retractedBy, correctedBy }) =>
        [supersededBy, retractedBy, correctedBy].some((by) => by !== undefined),
      );
      const isReviewing = reviewStage(views, record.fixture).phase !== 'idle';
      expect({
        score: await scoreOf(page),
        lines: await page.locator('.line').count(),
        struck: await page.locator('.line[data-struck]').count(),
        reviews: await page.getByLabel('Video assistant referee').count(),
      }).toEqual({
        score: `Atalanta ${home.score}, Dortmund ${away.score}`,
        lines: Object.keys(views.commentary).length,
        struck: struck.length,
        reviews: isReviewing ? 1 : 0,
      });
    }
    // From the verdict on he sees it again, here alone.
    await page.evaluate("location.hash = '#/atalanta-dortmund?asOf=111'");
    await expect.poll(() => scoreOf(page)).toBe('Atalanta 3, Dortmund 1');
    await page.getByLabel('Speed').selectOption('120');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(() => scoreOf(page)).toBe('Atalanta 4, Dortmund 1');
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Back to live' }).click();
    await page.getByText('Atalanta go through', { exact: true }).waitFor();
    await expect.poll(() => page.url()).not.toContain('asOf');
    expect(mishaps).toEqual([]);
  });

  test('where the server wants a token it is asked for, and a viewer steers nothing', async () => {
    const air = await show({ token: 'the-operators', viewerTokens: ['a-viewers-own'], from: "57'" });
    const { page, close } = await open(air.page);
    ends.push(close);
    const wanted = page.getByLabel('This server wants a token');
    await wanted.waitFor();
    expect(await page.getByText(/Bearer|Asking what is on the air|Waiting for/).count()).toBe(0);
    await wanted.fill('nobodys-token');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByLabel('That isn’t the right token').fill('a-viewers-own');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.locator('.score').waitFor();
    await page.getByText('You are watching.').waitFor();
    expect(await page.getByRole('button', { name: 'Play', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Previous key moment' }).click();
    await page.getByText('as it was known then').waitFor();
    const { head } = (await (
      await fetch(`${air.page}matches/atalanta-dortmund`, { headers: { authorization: 'Bearer the-operators' } })
    ).json()) as { head: { cursor: number } };
    expect(await page.locator('.director-entry').innerText()).not.toContain(`Entry ${head.cursor} `);
  });

  test('a connection that is cut is told at once, and mends itself', async () => {
    const line = await layLine();
    const air = await show({ from: "57'", allowOrigin: [new URL(line.page).origin] });
    ends.push(line.close);
    line.to(air.server);
    const { page } = await visit(line.page);
    await air.control({ type: 'speed', speed: 30 });
    line.cut();
    await page.getByText('Connection lost. What you see is as of').waitFor();
    const scored = await scoreOf(page);
    await seek(air, "76'");
    expect(await scoreOf(page)).toBe(scored);
    line.mend();
    await expect.poll(() => scoreOf(page), { timeout: 15_000 }).toBe('Atalanta 3, Dortmund 1');
    expect(await page.locator('.interruption').count()).toBe(0);
    await page.getByRole('button', { name: 'Connection' }).click();
    await page.getByText(/Joined again with the whole picture/).waitFor();
  });

  test('a server that is started anew is found again', async () => {
    const before = await onAir({ from: "57'" });
    const { page } = await visit(before.page);
    await before.server.close();
    await page.getByText('Connection lost.').waitFor();
    const after = await show({ port: before.server.address.port, from: "80'" });
    await expect.poll(() => scoreOf(page), { timeout: 15_000 }).toBe('Atalanta 3, Dortmund 1');
    expect(after.page).toBe(before.page);
  });

  test('whoever goes back while the server is gone gets there once it has come again', async () => {
    const guarded = { token: 'the-operators', from: "57'" };
    const before = await onAir(guarded);
    const { page } = await visit(before.page);
    await before.server.close();
    await page.getByText('Connection lost.').waitFor();
    await page.getByRole('button', { name: 'Previous key moment' }).click();
    await page.getByText('Going back takes the server').waitFor();
    await show({ ...guarded, port: before.server.address.port });
    await page.getByText('as it was known then').waitFor({ timeout: 15_000 });
    await expect.poll(() => page.url()).toContain('asOf=');
  });

  test('the first load stays under 150 kB, on a slow line too, and nothing of it fails', async () => {
    const air = await show({ from: "90+6'" });
    const context = await (await browser()).newContext({ viewport: { width: 390, height: 844 } });
    ends.push(() => context.close());
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 300, downloadThroughput: 100_000, uploadThroughput: 50_000 },
    });
    const sizes = new Map<string, number>();
    const urls = new Map<string, string>();
    cdp.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(urls.get(requestId) ?? '', encodedDataLength),
    );
    await page.goto(air.page);
    await page.locator('.score').waitFor();
    const first = [...sizes].filter(([url]) => !url.endsWith('.woff2'));
    expect(first.length).toBeGreaterThan(2);
    expect(first.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(150_000);
    expect(await scoreOf(page)).toBe('Atalanta 3, Dortmund 1');
  });

  test('an entry that changes the commentary alone draws neither the score nor the clubs again', async () => {
    const air = await show();
    await air.control({ type: 'seek', to: { cursor: 95 } });
    const { page } = await visit(air.page, { counts: true });
    await page.locator('.club-words').first().waitFor();
    await page.waitForTimeout(300);
    const before = await renders(page);
    await air.control({ type: 'step', by: 1 });
    await page.getByText('goes just past the post').waitFor();
    const after = await renders(page);
    const drawn = Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
    for (const still of ['Score', 'Club', 'Scorers', 'Tie', 'Masthead', 'Director', 'MatchPage', 'Mark', 'Axis']) {
      expect(drawn, still).not.toContain(still);
    }
    // In development React draws twice; the page is built for use, so one new line is one line drawn.
    expect((after.Line ?? 0) - (before.Line ?? 0)).toBe(1);
  });

  test('the keyboard alone plays, steps, goes to key moments and opens panels; a key moment is told aloud', async () => {
    const air = await show();
    await air.control({ type: 'seek', to: { cursor: 112 } });
    const { page } = await visit(air.page);
    await page.keyboard.press('.');
    await expect.poll(() => scoreOf(page)).toBe('Atalanta 4, Dortmund 1');
    await page.keyboard.press('[');
    await page.keyboard.press('[');
    await expect.poll(() => scoreOf(page)).toBe('Atalanta 3, Dortmund 1');
    await page.keyboard.press('p');
    await page.getByRole('tab', { name: 'Statistics', selected: true }).waitFor();
    await page.keyboard.press('f');
    await page.locator('.chip').filter({ hasText: 'Key moments' }).getByRole('radio', { checked: true }).waitFor();
    await page.keyboard.press('f');
    // The line below the newest is chosen, and the journal opens at its entry.
    for (const key of ['ArrowDown', 'ArrowDown', 'e']) await page.keyboard.press(key);
    const seq = await page.locator('.line-time').nth(1).getAttribute('data-seq');
    await page.getByRole('article', { name: `Entry ${seq}`, exact: true }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await air.control({ type: 'seek', to: { cursor: 112 } });
    await expect.poll(() => page.locator('.director-entry').innerText()).toMatch(/^Entry 112/);
    await page.waitForTimeout(1000);
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('#announcer').innerText(), { timeout: 10_000 }).toContain('Goal, Samardžić');
  });

  test('a match that isn’t on is told, with the way to those that are', async () => {
    const air = await show();
    const { page, close } = await open(`${air.page}#/no-such-match`);
    ends.push(close);
    await page.getByText('no such match "no-such-match"').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'All matches' }).click();
    await page.getByRole('button', { name: /^Open .*Atalanta/ }).click();
    await page.locator('.score').waitFor();
  });

  test('nothing on it breaks a rule of axe, in both themes, wide and narrow', async () => {
    const air = await show();
    await air.control({ type: 'seek', to: { cursor: 106 } });
    const { page } = await visit(air.page, { reducedMotion: 'reduce' });
    await page.evaluate(AXE);
    for (const [viewport, colorScheme, cursor] of [
      [WIDTHS[1], 'light', 106],
      [WIDTHS[0], 'dark', 120],
      [WIDTHS[1], 'dark', 120],
    ] as const) {
      await air.control({ type: 'seek', to: { cursor } });
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      await expect.poll(() => page.locator('.director-entry').textContent()).toContain(`Entry ${cursor} `);
      // What happens to lie under the bar at the foot could be scrolled out; here there is room for all of it.
      const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
      await page.setViewportSize({ width: viewport.width, height });
      expect(await violations(page), `${viewport.width} ${colorScheme}`).toEqual([]);
    }
  });

  test('pictures for people to look at, at three widths in both themes', async () => {
    await mkdir(ARTEFACTS, { recursive: true });
    const air = await show();
    const { page, mishaps } = await visit(air.page, { reducedMotion: 'reduce' });
    for (const [moment, cursor] of [
      ['review', 106],
      ['end', 120],
    ] as const) {
      await air.control({ type: 'seek', to: { cursor } });
      for (const viewport of WIDTHS) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await expect.poll(() => page.evaluate(TOO_WIDE), { message: `${viewport.width} wide` }).toEqual([]);
          await page.screenshot({ path: join(ARTEFACTS, `${moment}-${viewport.width}-${colorScheme}.png`) });
        }
      }
    }
    expect(mishaps).toEqual([]);
  }, 40_000);
});

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

const scoreOf = async (page: Page): Promise<string> => (await page.locator('.score > .unseen').textContent()) ?? '';

const renders = async (page: Page) =>
  (await page.evaluate('({ ...window.__touchline.renders })')) as Record<string, number>;

/** Keeps each state that was on the screen, since at a high speed none of them lasts. */
const WATCH = `{
  window.states = [];
  const look = () => {
    const parts = ['.score > .unseen', '.var-now', '.tie-verdict', '.club-away .club-number'];
    const state = parts.map((part) => document.querySelector(part)?.textContent ?? '').join(' | ');
    if (state !== window.states.at(-1)) window.states.push(state);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
}`;

/** What makes one scroll sideways. */
const TOO_WIDE = `document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth && !element.closest('.tab-list'))
    .map((element) => element.outerHTML.slice(0, 120))`;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violations = async (page: Page): Promise<string[]> => {
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )) as {
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
};
