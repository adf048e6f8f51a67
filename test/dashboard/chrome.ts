import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The page as `npm run build` makes it. */
export const DASHBOARD = join(import.meta.dirname, '../../dist/dashboard');

/** A Chrome or Chromium of this machine, else the one that npm brings, which is for Linux. */
const executablePath = async (): Promise<string> => {
  const own = CHROMES.find((path) => path !== undefined && existsSync(path));
  return own ?? (await import('@sparticuz/chromium')).default.executablePath();
};

/** Starts a browser with arguments of our own: the npm package's would switch off what is to be tested. */
export const launch = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await executablePath(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });

const CHROMES = [
  process.env.TOUCHLINE_CHROME,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Why nothing can be tried in a browser here; `undefined` where it can. */
export const whatIsMissing = (): string | undefined => {
  if (!existsSync(join(DASHBOARD, 'index.html'))) return 'the page isn’t built, npm run build makes it';
  const hasOwn = CHROMES.some((path) => path !== undefined && existsSync(path));
  return hasOwn || process.platform === 'linux' ? undefined : 'there is no Chrome, TOUCHLINE_CHROME says where one is';
};
