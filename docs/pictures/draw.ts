// Draws the pictures of the README anew, from real runs of what was built: npm run build && npm run pictures
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../test/dashboard/chrome.ts';
import { onAir } from '../../test/dashboard/on-air.ts';
import { terminalPicture } from './terminal.ts';

const at = (name: string): string => join(import.meta.dirname, name);

/** The page at the monitor review and at the end, as two people would see it. */
const drawPages = async (): Promise<void> => {
  const air = await onAir();
  const browser = await launch();
  try {
    for (const [name, time, colorScheme] of [
      ['dashboard-dark.png', "90+6'", 'dark'],
      ['dashboard-light.png', 'full-time', 'light'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
      await air.control({ type: 'seek', to: { time } });
      await page.goto(air.page);
      await page.locator('.score').waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: at(name), animations: 'disabled' });
      await page.close();
    }
  } finally {
    await browser.close();
    await air.server.close();
  }
};

writeFileSync(at('terminal.svg'), await terminalPicture());
await drawPages();
