import { afterEach, describe, expect, test } from 'vitest';
import { BUILT, notBuilt, type Terminal, terminal } from './pty.ts';

// Through a real pseudo-terminal, from the built program, where a match is told in lines.
let shown: Terminal | undefined;
afterEach(() => {
  try {
    shown?.kill('SIGKILL');
  } catch {
    // It has ended.
  }
});

/** In a shell, so that what it gets of the keyboard is seen. */
const inShell = async (...words: string[]): Promise<Terminal> => {
  const screen = terminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: '$ ' } });
  shown = screen;
  await screen.sees('$ ');
  screen.type(`'${process.execPath}' '${BUILT}' play ${words.join(' ')}; echo "code=$?"\r`);
  await screen.sees('q ends it, space pauses');
  return screen;
};

describe.skipIf(notBuilt !== undefined)('told in lines on a terminal', () => {
  test('a matchday takes no key for text, pauses with space and ends with q', async () => {
    const screen = await inShell('atalanta-dortmund', 'simulation-not-penalty', '--format', 'text', '--speed', '1');
    screen.type('xyz');
    screen.type(' ');
    await screen.sees('paused; space plays on');
    screen.type(' ');
    await screen.sees('playing on');
    screen.type('q');
    await screen.sees('code=0');
    expect(screen.text()).not.toContain('xyz');
    // The shell has its keyboard back.
    screen.type('echo hea""rd\r');
    await screen.sees(/^heard$/m);
  });

  test.each([
    ['Ctrl-C', '\u0003', 130],
    ['q', 'q', 0],
  ])('one match ends with %s, and the keyboard is as it was', async (_name, key, code) => {
    const screen = await inShell('atalanta-dortmund', '--format', 'text', '--speed', '1');
    screen.type(key);
    await screen.sees(`code=${code}`);
    screen.type('stty -a | tr " " "\\n" | grep -xE "(icanon|echo);?"\r');
    await screen.sees(/^icanon/m);
    await screen.sees(/^echo$/m);
  });

  test('Ctrl-Z hands the keyboard to the shell, and fg takes it again', async () => {
    const screen = await inShell('atalanta-dortmund', '--format', 'text', '--speed', '1');
    screen.type('\u001a');
    const isPrompted = (): boolean => screen.rows().findLast((row) => row !== '') === '$ ';
    await screen.until(isPrompted);
    expect(screen.text()).toContain('Stopped');
    screen.type('fg\r');
    await screen.sees(/^\$ fg\n.+play atalanta/ms);
    screen.type('q');
    await screen.until(isPrompted);
  });
});
