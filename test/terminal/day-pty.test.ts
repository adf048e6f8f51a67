import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openMatch } from '../../src/cli/matches/match.ts';
import { matchday } from '../../src/playback/matchday.ts';
import { serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { folderWith, remove } from '../cli/command.ts';
import { BEFORE, BUILT, KEYS, notBuilt, playing, type Terminal, type TerminalOptions, terminal } from './pty.ts';
import { SATURDAY } from './saturday.ts';

let folder: string;
let files: readonly string[];
beforeAll(() => {
  folder = folderWith(SATURDAY);
  files = Object.keys(SATURDAY).map((file) => join(folder, file));
});
afterAll(() => remove(folder));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const kept = (screen: Terminal): Terminal => {
  ends.push(() => {
    try {
      screen.kill('SIGKILL');
    } catch {
      // It has ended.
    }
  });
  return screen;
};

/** The day, paused at a time of its first match. */
const pausedAt = async (time: string, options?: TerminalOptions): Promise<Terminal> => {
  const screen = kept(playing([...files, '--speed', '60'], options));
  await screen.sees('q quit');
  screen.type(' ');
  await screen.sees('‖ 60×');
  screen.type(`g${time}${KEYS.enter}`);
  return screen;
};

const watching = (...words: string[]): Terminal =>
  kept(terminal(process.execPath, [BUILT, 'watch', ...words], { columns: 100, rows: 30 }));

/** The same day on the air, standing at its start. */
const onAir = async () => {
  const matches = await Promise.all(files.map((file) => openMatch(file)));
  const showings = matchday(matches, { playing: false, hold: true });
  const server = await serve(
    matches.map((match, place) => {
      const replay = showings[place];
      return showingOf(match.name, match, replay === undefined ? {} : { replay });
    }),
  );
  ends.push(() => server.close());
  return server;
};

describe.skipIf(notBuilt !== undefined)('a day in a terminal', () => {
  test.each([
    [80, 24],
    [100, 30],
  ])('at %i×%i somebody goes from match to match, and one pause is of all', async (columns, rows) => {
    const screen = await pausedAt("20'", { columns, rows });
    await screen.until(() => /^›ALD 1–0 BRO 20' +CED 0–1 DAL 20' +ELM 0–0 FOX 15:30/.test(screen.rows()[0] ?? ''));
    screen.type('m');
    await screen.sees('›CED');
    await screen.sees('Dale 9');
    screen.type('m');
    await screen.sees('Before kick-off');
    screen.type(`Mg29'${KEYS.enter} `);
    await screen.sees('► 60×');
    // A minute later Elm Rovers kick off, whichever match is open.
    await screen.sees(/ELM 0–0 FOX \d'/);
    screen.type('l');
    await screen.sees(/Elm Rovers +0 – 0 +Foxley/);
    screen.type('q');
    expect(await screen.exit).toBe(0);
    await screen.until(() => !screen.isFull() && screen.text().includes(BEFORE));
  });

  test('in a wide window the list stands beside the match', async () => {
    const screen = await pausedAt("20'", { columns: 180, rows: 50 });
    await screen.sees(/Alder +1 {2}20' +│/);
    screen.type('m');
    await screen.sees(/Matches +2 of 3/);
    screen.resize(80, 24);
    await screen.until(() => screen.rows()[0]?.includes('›CED 0–1 DAL') === true);
  });

  test('what a server shows of a day is all there, and the one that is asked for alone', async () => {
    const { url } = await onAir();
    const [all, one] = [watching(url), watching(url, '--match', 'elm')];
    await Promise.all([all.sees('›ALD 0–0 BRO'), one.sees('Before kick-off')]);
    expect(one.text()).not.toContain('ALD');
    all.type(`mg20'${KEYS.enter}`);
    await all.sees(/ALD 1–0 BRO .*›CED 0–1 DAL/);
    all.type('m');
    await all.sees('Before kick-off');
    all.type('q');
    expect(await all.exit).toBe(0);
  });
});

describe.skipIf(notBuilt !== undefined)('lines in a terminal', () => {
  test('of a server have no keys echoed between them, and q ends them', async () => {
    const { url } = await onAir();
    const screen = watching(url, '--match', 'alder', '--format', 'text');
    await screen.sees('Alder Town v Brook United');
    screen.type('xyz');
    screen.type('q');
    expect(await screen.exit).toBe(0);
    expect(screen.text()).not.toContain('xyz');
  });

  test('come from a job in the background, which neither takes the terminal nor is stopped', async () => {
    const screen = kept(terminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: '$ ' } }));
    await screen.sees('$ ');
    screen.type(`'${process.execPath}' '${BUILT}' play '${files[0]}' --speed 600 &\r`);
    await screen.sees('Alder 1–0 Brook', 20_000);
    screen.type('jobs\r');
    await screen.sees(/Running|Done/);
    expect(screen.isFull()).toBe(false);
    expect(screen.text()).not.toContain('Stopped');
    // Else it would outlive its shell.
    screen.type('kill %1; wait\r');
    await screen.sees(/Terminated|Exit|Done/);
  });
});
