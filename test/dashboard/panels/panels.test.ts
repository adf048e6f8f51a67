import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Client, connect } from '../../../src/client/connect.ts';
import { history } from '../../../src/playback/views.ts';
import { type Server, serve } from '../../../src/server/server.ts';
import { showingOf } from '../../../src/server/showing.ts';
import { diff } from '../../../src/wire/patch.ts';
import { MATCH as ENTRIES, matchOf } from '../../bench/recordings.ts';
import { flagship } from '../../client/flagship.ts';
import { ARTEFACTS, DASHBOARD, inBrowser, type Opened } from '../browser.ts';

// Each panel of the real page, in a real browser, against a real server: the flagship, and a match with a provider's detail.

const MATCH = 'atalanta-dortmund';
const recording = flagship();
const LAST = recording.entries.length;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const seqOf = (id: string): number => recording.entries.find((entry) => 'id' in entry && entry.id === id)?.seq ?? 0;

let server: Server;
let director: Client;
let opened: Opened;
let page: Page;

const seek = (cursor: number, match = MATCH): boolean => director.control(match, { type: 'seek', to: { cursor } });
const panel = () => page.locator('[role=tabpanel]');
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 8000, interval: 30 });
const says = (text: string | RegExp) => until(async () => expect(await panel().innerText()).toMatch(text));
const titled = (score: string) => until(async () => expect(await page.title()).toContain(score));

inBrowser('the panels', ({ open }) => {
  beforeAll(async () => {
    server = await serve(
      [showingOf(MATCH, recording, { playing: false }), showingOf('detail', matchOf(), { playing: false })],
      { assets: DASHBOARD },
    );
    director = connect(server.url);
    seek(LAST);
    seek(ENTRIES, 'detail');
  });
  afterEach(async () => {
    expect(opened.mishaps).toEqual([]);
    await opened.close();
    seek(LAST);
  });
  afterAll(async () => {
    director.close();
    await server.close();
  });

  const visit = async (path: string, options: Parameters<typeof open>[1] = {}) => {
    opened = await open(`${server.url.replace('ws', 'http')}#/${path}`, options);
    page = opened.page;
  };

  test('the pitch shows that Dortmund are ten, and who was sent off without having been on it', async () => {
    await visit(`${MATCH}/pitch`);
    await says('10 on the pitch');
    expect(await page.locator('.spot').count()).toBe(21);
    expect(await page.locator('.spot', { hasText: 'Bensebaini' }).count()).toBe(0);
    await page.getByText('As a table').click();
    const row = page.getByRole('row', { name: /Giorgio Scalvini/ });
    expect(await row.innerText()).toContain("sent off 90+7' after he had been replaced");
  });

  test('what the journal counts and what a source reports stand apart', async () => {
    await visit(`${MATCH}/statistics`);
    await says(/Counted[\s\S]*8\s+Shots\s+6[\s\S]*Reported[\s\S]*15\s+Shots\s+7/);
  });

  test('a feed without expected goals says so, and the tie is drawn all the same', async () => {
    await visit(`${MATCH}/charts`);
    await says('No shot in this feed carries an expected-goals figure');
    await says('A source reports Atalanta 2.61, Dortmund 0.93');
    await says('Atalanta 4–3 Dortmund, Atalanta ahead');
  });

  test('the keyboard goes from goal to goal of the tie, and shows the moment', async () => {
    await visit(`${MATCH}/charts`);
    const tie = page.locator('.chart', { hasText: 'The tie, goal by goal' });
    await tie.locator('[tabindex="0"].chart-point').focus();
    for (let goal = 0; goal < 4; goal += 1) await page.keyboard.press('ArrowRight');
    expect(await tie.locator('.chart-readout').innerText()).toBe("Leg 2 57', Pašalić: 3–2, Atalanta ahead");
    await page.keyboard.press('Enter');
    await titled('ATA 3–0 BVB');
  });

  test('expected goals are a race where shots carry them, and the charts come when they are opened', async () => {
    await visit('detail/pitch');
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await says('Home');
    expect(scripts.filter((url) => url.includes('charts'))).toEqual([]);
    await page.getByRole('tab', { name: 'Charts' }).click();
    await until(async () => expect(await page.locator('.chart').first().locator('path.chart-line').count()).toBe(4));
    expect(scripts.filter((url) => url.includes('charts')).length).toBeGreaterThan(0);
    expect(await page.locator('.chart').first().locator('.chart-point').count()).toBeGreaterThan(20);
  });

  test('Samardžić is found without his accents, and his goal leads to its moment', async () => {
    await visit(`${MATCH}/people`);
    await page.getByLabel('Find somebody').fill('samardzic');
    await until(async () => expect(await page.locator('.person').count()).toBe(1));
    seek(seqOf('g1'));
    await titled('ATA 1–0 BVB');
    seek(LAST);
    await page.getByRole('button', { name: /90\+8' Goal, pen\./ }).click();
    await until(async () => expect(await page.title()).toContain('ATA 4–1 BVB'));
  });

  test('then and now: the feed’s correction is four differences, and no time is answered with a sentence', async () => {
    await visit(`${MATCH}/known`);
    await says('4 differences');
    await page.getByLabel('Only what differs').check();
    await until(async () => expect(await page.locator('.known-table tr[data-differs]').count()).toBe(4));
    expect(await page.locator('.known-table tbody tr:not(.known-group)').count()).toBe(4);
    await page.getByLabel('The match at').fill('tea time');
    await says('“tea time” is no time');
    await page.getByLabel('The match at').fill("90+7'");
    await page.getByLabel('As known at', { exact: true }).fill('');
    await says(/As known at 90\+7'/);
  });

  test('the inspector shows the patch that a correction caused, and leads to what it corrects', async () => {
    await visit(`${MATCH}/inspector`);
    await page.getByRole('button', { name: 'Amendments' }).click();
    await says('1 of 124 entries');
    const folded = history(recording);
    const patch = diff(folded.viewsAt(LAST - 1), folded.viewsAt(LAST));
    const shown = page.locator('.entry-json').last();
    await until(async () => expect(JSON.parse(await shown.innerText())).toEqual(JSON.parse(JSON.stringify(patch))));
    await page.getByRole('button', { name: /^110 Red card/ }).click();
    await says('Entry 110');
    await says(/Named by[\s\S]*of[\s\S]*124 Correction: Red card/);
  });

  test('of thousands of entries only those in sight are drawn, and the keyboard goes through them', async () => {
    await visit('detail/inspector');
    await says(`${ENTRIES.toLocaleString('en').replace(',', '')} of`);
    const list = page.getByRole('listbox');
    expect(await list.getByRole('option').count()).toBeLessThan(60);
    await list.focus();
    await page.keyboard.press('Home');
    await until(async () => expect(await list.getByRole('option', { selected: true }).innerText()).toMatch(/^1\s/));
    await says('Entry 1 ');
  });

  test('the wall shows every match on one connection, and opens one', async () => {
    opened = await open('about:blank');
    page = opened.page;
    let sockets = 0;
    const joins: unknown[] = [];
    page.on('websocket', (socket) => {
      sockets += 1;
      socket.on('framesent', ({ payload }) => joins.push(JSON.parse(String(payload))));
    });
    await page.goto(`${server.url.replace('ws', 'http')}#/`);
    await until(async () => expect(await page.locator('.tile').count()).toBe(2));
    await until(async () => expect(await page.locator('.tile').first().innerText()).toContain('Atalanta go through'));
    expect(sockets).toBe(1);
    const views = ['clock', 'scoreboard', 'aggregate', 'var', 'result'];
    expect(joins).toEqual([MATCH, 'detail'].map((match) => ({ type: 'join', match, channel: 'views', views })));
    await page.locator('.tile').first().click();
    await titled('ATA 4–1 BVB');
    await page.goBack();
    await until(async () => expect(await page.locator('.tile').first().innerText()).toContain('Atalanta go through'));
    expect(sockets).toBe(1);
  });

  test.each([
    [390, 'dark'],
    [1440, 'light'],
  ] as const)(
    'at %i in the %s nothing is wider than the page, and axe finds nothing to complain of',
    async (width, colorScheme) => {
      await visit(`${MATCH}/pitch`, { colorScheme, viewport: { width, height: 900 } });
      await page.evaluate(axe);
      for (const [name, sign] of SIGNS) {
        await page.getByRole('tab', { name, exact: true }).click();
        await says(sign);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
          `axe.run('[role=tabpanel]', { resultTypes: ['violations'] })`,
        );
        expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const path = join(ARTEFACTS, `panel-${name.toLowerCase().replaceAll(' ', '-')}-${width}-${colorScheme}.png`);
        await panel().screenshot({ path });
      }
    },
    40_000,
  );
});

/** Each panel by its tab, and what shows that it's there. */
const SIGNS = [
  ['Line-ups', '10 on the pitch'],
  ['Statistics', 'Counted'],
  ['Charts', 'The tie, goal by goal'],
  ['People', 'Officials'],
  ['Then and now', 'differences'],
  ['Journal', /as it came/i],
] as const;
