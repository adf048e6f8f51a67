import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matterOf } from '../../src/cli/export/matter.ts';
import { exported } from '../../src/exports/export.ts';
import { reportOf } from '../../src/exports/report/report.ts';
import { launch } from '../dashboard/chrome.ts';
import { matterNamed, simulated } from './matters.ts';

const flagship = await matterNamed('atalanta-dortmund');
const report = reportOf(flagship, {});
const section = (id: string) => report.sections.find((each) => each.id === id);
const disputeAbout = (about: string) =>
  section('disputes')
    ?.blocks.flatMap((block) => (block.kind === 'disputes' ? block.items : []))
    .find((item) => item.about === about);

describe('the report of the flagship', () => {
  test('leads with the result and the comeback', () => {
    expect(report.lead[0]).toBe(
      "Atalanta beat Dortmund 4–1 and went through 4–3 on aggregate. Two goals down from the first leg, they drew level (Zappacosta, 45'), went ahead (Pašalić, 57'), were pulled back (Adeyemi, 75') and settled it in added time through Samardžić (90+8', pen.).",
    );
  });

  test('tells how late it was, what the review changed, and who was sent off without being on the pitch', () => {
    expect(report.lead[1]).toContain('the last goal came when the watch showed 97:53');
    expect(report.lead[1]).toContain(
      "the referee had given a corner at first, and after a look at the monitor at 90+7' it became a penalty",
    );
    expect(report.lead[1]).toContain("Atalanta's Scalvini (a red card, after he had been replaced)");
  });

  test('sets out what each account says otherwise, and who agrees', () => {
    expect(disputeAbout("The foul by Bensebaini, 90+4'")).toMatchObject({
      record: "by Bensebaini, at 90+4'",
      differ: [
        { by: 'account 002', says: "by Schlotterbeck, at 96'" },
        { by: 'account 003', says: "at 90+5'" },
      ],
      agree: ['account 000', 'account 001', 'account 004'],
    });
    expect(disputeAbout('How many were sent off')).toMatchObject({
      record: 'three: Atalanta one red, Dortmund one second yellow and one red',
      agree: [],
    });
    expect(disputeAbout('Who coached Atalanta')).toMatchObject({
      record: 'Raffaele Palladino',
      differ: [{ by: 'account 002', says: 'Gian Piero Gasperini' }],
    });
  });

  test('lists what was put right, with what was told before', () => {
    const rows = section('corrections')?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? [];
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[1]).toContain("Red card for a member of Dortmund's staff");
    expect(rows[0]?.[2]).toContain("was for Atalanta's Scalvini");
    expect(rows[0]?.[3]).toBe('8 March 2026, 12:00');
  });

  test('can be of the first leg', () => {
    const first = reportOf(flagship, { leg: 1 });
    expect(first.title).toBe('Borussia Dortmund 2–0 Atalanta');
    expect(first.home.scorers).toEqual(["Guirassy 3'", "Beier 42'"]);
    expect(first.sections.map(({ id }) => id)).not.toContain('disputes');
  });
});

describe('other matches', () => {
  test('a match that was abandoned and awarded is not told as if it had been won on the pitch', async () => {
    const { lead, verdict } = reportOf(await matterNamed('six-minutes-and-awarded'), {});
    expect(lead[0]).toBe("The match was awarded 3–0 to Home; it had been abandoned at 7' with the score at 0–0.");
    expect(verdict).toBe('Awarded 3–0 to Home');
  });

  test('a shoot-out decides without changing the score', () => {
    const { title, lead, scores } = reportOf(simulated(3, { score: { home: 0, away: 0 }, until: 'shoot-out' }), {});
    expect(title).toContain('0–0');
    expect(lead[0]).toMatch(/drew 0–0, and .+ won \d+–\d+ on penalties\./);
    expect(scores.some((score) => /^Penalties \d+–\d+$/.test(score))).toBe(true);
  });

  test('a match that is still being played says so', async () => {
    const { header, entries } = flagship.recording;
    const half = matterOf({ header, entries: entries.slice(0, 70), name: 'half', title: 'Half', warnings: [] });
    expect(reportOf(half, {}).lead[0]).toMatch(/^This match isn't over: it stands at \d+'\.$/);
  });

  test('of a tie whose second leg has not begun, the report is of the first', async () => {
    expect(reportOf(await matterNamed('a-drawn-first-leg'), {}).occasion).toBe('first leg');
  });
});

describe('Markdown', () => {
  const text = exported([flagship], 'markdown');

  test('tables have as many cells in each row as in their head', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    const widths = new Map<number, number>();
    for (const row of rows) {
      const cells = row.split(/(?<!\\)\|/).length;
      widths.set(cells, (widths.get(cells) ?? 0) + 1);
    }
    expect(rows.length).toBeGreaterThan(60);
    for (const [, count] of widths) expect(count).toBeGreaterThan(2);
  });

  test('what looks like Markdown in a name stays text', () => {
    const { header, entries } = flagship.recording;
    const fixture = JSON.parse(JSON.stringify(header.fixture).replaceAll('Emre Can', '[Emre](x)|*Can*'));
    const matter = matterOf({ header: { ...header, fixture }, entries, name: 'm', title: 'm', warnings: [] });
    expect(exported([matter], 'markdown')).toContain('\\[Emre\\](x)\\|\\*Can\\*');
  });
});

describe('HTML', () => {
  const text = exported([flagship], 'html');

  test('it stands alone: no script, and nothing to fetch', () => {
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(/i);
    expect(text).toContain('<html lang="en">');
  });

  test('markup in a name is text', () => {
    const { header, entries } = flagship.recording;
    const evil = '<script>alert(1)</script>';
    const fixture = JSON.parse(
      JSON.stringify(header.fixture).replaceAll('Scamacca', evil).replaceAll('#1e71b8', 'red}body{display:none'),
    );
    const matter = matterOf({ header: { ...header, fixture }, entries, name: 'm', title: evil, warnings: [] });
    const page = exported([matter], 'html');
    const held = ['<script', 'body{display', '&lt;script&gt;'].map((word) => page.includes(word));
    expect(held).toEqual([false, false, true]);
  });
});

describe.skipIf(process.platform !== 'linux')('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser?.close());

  const opened = async (width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.setContent(exported([flagship], 'html'));
    return page;
  };

  test.each([
    [1200, 'light'],
    [360, 'dark'],
  ] as const)(
    'at %i pixels, %s, nothing is cut off and axe has nothing against it',
    async (width, scheme) => {
      const page = await opened(width, scheme);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.locator('svg:visible').count()).toBe(1);
      await page.addScriptTag({
        content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
      });
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }).axe.run(),
      );
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.close();
    },
    30_000,
  );

  test('labels of goals stand apart from each other', async () => {
    const page = await opened(1200, 'light');
    const boxes = await page
      .locator('svg.wide text.label')
      .evaluateAll((labels) =>
        labels
          .map((label) => (label as unknown as { getBoundingClientRect: () => Box }).getBoundingClientRect())
          .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
      );
    const touching = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom - 2 &&
            other.top < one.bottom - 2,
        ),
    );
    expect(boxes.length).toBeGreaterThan(8);
    expect(touching).toEqual([]);
    await page.close();
  }, 30_000);
});

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
