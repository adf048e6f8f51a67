import { afterEach, describe, expect, test } from 'vitest';
import { openMatch } from '../../src/cli/matches/match.ts';
import { type ServeOptions, serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { BUILT, KEYS, notBuilt, type Terminal, terminal } from './pty.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const onAir = async (options: ServeOptions = {}) => {
  const showing = showingOf('atalanta-dortmund', await openMatch('atalanta-dortmund'), { playing: false, hold: true });
  const server = await serve([showing], options);
  ends.push(() => server.close());
  return server;
};

const watching = (url: string, ...words: string[]): Terminal => {
  const screen = terminal(process.execPath, [BUILT, 'watch', url, ...words]);
  ends.push(() => screen.kill('SIGKILL'));
  return screen;
};

describe.skipIf(notBuilt !== undefined)('somebody who watches a server in a terminal', () => {
  test('sees what it shows, and steers it where the server takes him for an operator', async () => {
    const { url } = await onAir();
    const [one, other] = [watching(url), watching(url)];
    await Promise.all([one.sees('Before kick-off'), other.sees('Before kick-off')]);
    one.type(`g90+6'${KEYS.enter}`);
    await Promise.all([one.sees('Referee at the monitor'), other.sees('Referee at the monitor')]);
    expect(other.text()).toMatch(/Source {2}.+; established/);
    other.type(`gnoon${KEYS.enter}`);
    await other.sees('there is no "noon" in this showing');
    one.type('q');
    expect(await one.exit).toBe(0);
  });

  test('is told that he may not steer where he may not, and that the line is down when it is', async () => {
    const server = await onAir({ token: 'the-operators-own-token', viewerTokens: ['one-for-all-who-watch'] });
    const screen = watching(server.url, '--token', 'one-for-all-who-watch');
    await screen.sees('Before kick-off');
    screen.type(']');
    await screen.sees('watching only');
    expect(screen.text()).toContain('Before kick-off');
    await server.close('stopping');
    await screen.sees('is gone');
    screen.type('q');
    expect(await screen.exit).toBe(0);
  });

  test('keeps the final frame when the showing has ended', async () => {
    const server = await onAir();
    const screen = watching(server.url);
    await screen.sees('Before kick-off');
    await server.close('ended');
    await screen.sees('the showing has ended');
    expect(screen.isFull()).toBe(true);
  });
});
