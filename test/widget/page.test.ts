import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Client, connect } from '../../src/client/connect.ts';
import { type Server, serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { flagship } from '../client/flagship.ts';
import { inBrowser, type Opened } from '../dashboard/browser.ts';
import { type Host, hostPage } from './host.ts';

// The widget in somebody else's page, in a real browser, against a real server.

const MATCH = 'atalanta-dortmund';
const recording = flagship();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let body = '';
let host: Host;
let server: Server;
let director: Client;
let page: Page;
let opened: Opened;

const onAir = (port = 0): Promise<Server> =>
  serve(
    [MATCH, 'the-same-again'].map((id) => showingOf(id, recording, { playing: false, speed: 60 })),
    { port, allowOrigin: [host.origin] },
  );
const seek = (cursor: number, match = MATCH): boolean => director.control(match, { type: 'seek', to: { cursor } });
const seqOf = (id: string): number => recording.entries.find((entry) => 'id' in entry && entry.id === id)?.seq ?? 0;
const widget = (match = MATCH): string => `<touchline-score match="${match}" src="${server.url}"></touchline-score>`;

interface Line {
  readonly sent: string[];
  isClosed: boolean;
}

const shows = (part: string, text: string | RegExp, nth = 0) =>
  vi.waitFor(
    async () => {
      const shown = await page.locator(`touchline-score >> nth=${nth}`).locator(`[part~="${part}"]`).innerText();
      if (typeof text === 'string') expect(shown).toBe(text);
      else expect(shown).toMatch(text);
    },
    { timeout: 8000, interval: 25 },
  );
/** A line of script, as text: this file knows nothing of a page's types. */
const inPage = (script: string) => page.evaluate(script);
const isHidden = (part: string) =>
  vi.waitFor(async () => expect(await page.locator(`touchline-score [part~="${part}"]`).isHidden()).toBe(true), {
    timeout: 8000,
    interval: 25,
  });

inBrowser('the widget in a browser', ({ open }) => {
  /** The page with this in it, and the connections that it opens. */
  const visit = async (html: string, options: BrowserContextOptions = {}) => {
    body = html;
    opened = await open('about:blank', options);
    page = opened.page;
    const lines: Line[] = [];
    page.on('websocket', (socket) => {
      const line: Line = { sent: [], isClosed: false };
      lines.push(line);
      socket.on('framesent', ({ payload }) => line.sent.push(String(payload)));
      socket.on('close', () => {
        line.isClosed = true;
      });
    });
    await page.goto(host.origin);
    return lines;
  };

  beforeAll(async () => {
    host = await hostPage(() => body);
    server = await onAir();
    director = connect(server.url);
  });
  afterEach(async () => {
    await opened.close();
  });
  afterAll(async () => {
    director.close();
    await server.close();
    await host.close();
  });

  test("in another origin's page Atalanta's winner is seen, and who goes through", async () => {
    seek(seqOf('g4'));
    const lines = await visit(widget());
    await shows('goals', /3\s*–\s*1/);
    await shows('aggregate', 'Aggregate 3–3, level');
    seek(seqOf('g5'));
    await shows('goals', /4\s*–\s*1/);
    await shows('clock', '90+7:53');
    await shows('aggregate', 'Aggregate 4–3, Atalanta ahead');
    seek(seqOf('ft2'));
    await shows('clock', 'Full time');
    await shows('aggregate', 'Aggregate 4–3, Atalanta go through');
    expect(await page.locator('touchline-score [aria-live]').textContent()).toBe('Atalanta 4, Dortmund 1');
    expect(opened.mishaps).toEqual([]);
    expect(lines.map(({ sent }) => sent.map((text) => JSON.parse(text)))).toEqual([
      [{ type: 'join', match: MATCH, channel: 'views', views: ['clock', 'scoreboard', 'aggregate', 'var'] }],
    ]);
  });

  test('the check, the monitor and the verdict are seen one after the other', async () => {
    seek(seqOf('r1'));
    await visit(widget());
    await shows('var', 'VAR is checking: penalty');
    seek(seqOf('r1') + 2);
    await shows('var', /monitor/);
    seek(seqOf('d2'));
    await shows('var', 'VAR: corner becomes penalty');
  });

  test('the clock runs while the match is played, and stands while it is paused', async () => {
    seek(seqOf('g3'));
    await visit(widget());
    await shows('clock', /^56:/);
    director.control(MATCH, { type: 'play' });
    await shows('clock', /^58:/);
    director.control(MATCH, { type: 'pause' });
    await vi.waitFor(async () => {
      const clock = page.locator('touchline-score [part=clock]');
      const before = await clock.innerText();
      await page.waitForTimeout(150);
      expect(await clock.innerText()).toBe(before);
    });
  });

  test('widgets of one server share a connection, which ends with the last of them', async () => {
    seek(seqOf('g1'));
    seek(seqOf('g2'), 'the-same-again');
    const lines = await visit(widget() + widget() + widget('the-same-again'));
    await shows('score-home', '1', 1);
    await shows('score-home', '2', 2);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.sent).toHaveLength(2);
    await inPage(`document.querySelector('touchline-score:last-of-type').remove()`);
    await vi.waitFor(() => expect(lines[0]?.sent.at(-1)).toContain('"leave"'));
    expect(lines[0]?.isClosed).toBe(false);
    await inPage(`document.querySelector('h1').before(...document.querySelectorAll('touchline-score'))`);
    await shows('score-home', '1', 1);
    expect(lines).toHaveLength(1);
    await inPage(`for (const each of document.querySelectorAll('touchline-score')) each.remove()`);
    await vi.waitFor(() => expect(lines[0]?.isClosed).toBe(true));
  });

  test('another match is shown when the attribute says so', async () => {
    seek(seqOf('g1'));
    seek(seqOf('g3'), 'the-same-again');
    const lines = await visit(widget());
    await shows('score-home', '1');
    await inPage(`document.querySelector('touchline-score').setAttribute('match', 'the-same-again')`);
    await shows('score-home', '3');
    expect(lines).toHaveLength(1);
    await inPage(`document.querySelector('touchline-score').setAttribute('match', 'nobody-plays')`);
    await shows('state', /nobody-plays/);
    await inPage(`document.querySelector('touchline-score').removeAttribute('src')`);
    await shows('state', /Say where it is shown/);
  });

  test('a break is told, the clock stands, and the score comes back with the server', async () => {
    seek(seqOf('g3'));
    await visit(widget());
    await shows('score-home', '3');
    director.control(MATCH, { type: 'play' });
    await shows('clock', /^57:/);
    const { port } = server.address;
    await server.close();
    await shows('state', /^Connection lost\. Trying again/);
    const clock = page.locator('touchline-score [part=clock]');
    const stood = await clock.innerText();
    await page.waitForTimeout(700);
    expect(await clock.innerText()).toBe(stood);
    await shows('score-home', '3');
    server = await onAir(port);
    await isHidden('state');
    await vi.waitFor(() => expect(seek(seqOf('g4'))).toBe(true), { timeout: 8000 });
    await shows('score-away', '1');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to complain of in the %s', async (colorScheme) => {
    seek(seqOf('r1') + 2);
    await visit(`${widget()}<div style="inline-size: 14rem">${widget()}</div>`, { colorScheme });
    await shows('var', /monitor/, 1);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
