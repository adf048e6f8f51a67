import { afterEach, describe, expect, test } from 'vitest';
import { BEFORE, BUILT, KEYS, notBuilt, playing, type Terminal, type TerminalOptions, terminal } from './pty.ts';

// Through a real pseudo-terminal, from the built program.
if (notBuilt !== undefined) console.warn(`skipped: ${notBuilt}`);

let shown: Terminal | undefined;
afterEach(() => {
  try {
    shown?.kill('SIGKILL');
  } catch {
    // It has ended.
  }
});

const play = (words: readonly string[] = ['atalanta-dortmund', '--speed', '60'], options?: TerminalOptions) => {
  shown = playing(words, options);
  return shown;
};

/** The flagship, paused at a time. */
const pausedAt = async (time: string, options?: TerminalOptions): Promise<Terminal> => {
  const screen = play(undefined, options);
  await screen.sees('q quit');
  screen.type(' ');
  await screen.sees('‖ 60×');
  screen.type(`g${time}${KEYS.enter}`);
  return screen;
};

/** The last of what was written may still be on its way when the program has ended. */
const isRestored = (screen: Terminal): Promise<void> =>
  screen.until(() => !screen.isFull() && !screen.isCursorHidden() && screen.text().includes(BEFORE));

describe.skipIf(notBuilt !== undefined)('in a terminal', () => {
  test('somebody pauses, goes to the review, steps through it and quits', async () => {
    const screen = await pausedAt("90+6'");
    await screen.sees('VAR REVIEW');
    expect(screen.text()).toContain('Referee at the monitor');
    screen.type('.');
    await screen.sees('≠ OVERTURNED   corner → penalty');
    screen.type(',');
    await screen.sees('Referee at the monitor');
    expect(screen.text()).not.toContain('OVERTURNED');
    screen.type(']]');
    await screen.sees('PENALTY AWARDED');
    screen.type('q');
    expect(await screen.exit).toBe(0);
    await isRestored(screen);
  });

  test('going back un-knows what the review changed', async () => {
    const screen = await pausedAt("90+7'", { columns: 120, rows: 50 });
    await screen.sees('replaced by: penalty awarded');
    screen.type(`g2H 94:30${KEYS.enter}`);
    // The picture before it may be half painted over.
    await screen.until(() => !screen.text().includes('replaced by'));
    await screen.sees('A corner for Atalanta.');
    await screen.sees('VAR CHECK');
  });

  test('digits, arrows and panels do what they say, and a time that there is not is told', async () => {
    const screen = await pausedAt("57'");
    await screen.sees('3–0');
    screen.type('0');
    await screen.sees('00:00 /');
    screen.type(KEYS.right);
    await screen.sees('00:10 /');
    screen.type(KEYS.tab);
    await screen.sees('No statistics yet.');
    screen.type(`gnoon${KEYS.enter}`);
    await screen.sees('there is no "noon" in this showing');
    screen.type('?');
    await screen.sees('pause and go on');
    screen.type(`${KEYS.escape}`);
    await screen.until(() => !screen.text().includes('pause and go on'));
  });

  test('whoever goes back before the start of the showing is told how to begin earlier', async () => {
    const screen = play(['atalanta-dortmund', '--from', "57'", '--speed', '1']);
    await screen.sees('q quit');
    const begins = "the showing begins at 57'; --from begins earlier";
    for (const keys of [`g50'${KEYS.enter}`, '0', '[[']) {
      screen.type(keys);
      await screen.sees(begins);
      // A key that is refused nothing says something else.
      screen.type(`/Pašalić${KEYS.enter}`);
      await screen.sees(/1 of \d found/);
    }
    screen.type(`g97:53${KEYS.enter}`);
    await screen.sees('90+7:5');
  });

  test('a refusal is told in full where the window is narrow', async () => {
    const screen = await pausedAt("57'", { columns: 60, rows: 20 });
    await screen.sees('space play');
    screen.type(`gnoon${KEYS.enter}`);
    await screen.sees('half-time, full-time');
    expect(screen.text().replaceAll(/\s+/g, ' ')).toContain('there is no "noon" in this showing; times look like 57\'');
  });

  test('on the air it says where, and afterwards nothing that is wrong by then', async () => {
    const screen = play(['atalanta-dortmund', '--serve=0', '--speed', '1'], { columns: 110 });
    await screen.sees(/on the air: (http|ws):\/\/127\.0\.0\.1:\d+\//);
    screen.resize(60, 20);
    await screen.until(() => screen.rows()[3]?.includes('on the air: ') === true);
    screen.type(KEYS.tab);
    await screen.until(() => !screen.text().includes('on the air'));
    screen.type('?');
    await screen.sees('on the air');
    screen.type('q');
    expect(await screen.exit).toBe(0);
    await isRestored(screen);
    expect(screen.text()).not.toMatch(/on the air/i);
  });

  test('it follows the window while it plays, from the smallest to the widest', async () => {
    const screen = await pausedAt("57'", { columns: 60, rows: 20 });
    await screen.sees('3 – 0');
    screen.resize(200, 50);
    await screen.sees('Shots on target');
    await screen.until(() => screen.rows().filter((row) => row.includes(' │ ')).length > 30);
    screen.resize(100, 30);
    await screen.until(() => !screen.text().includes('Shots on target') && screen.text().includes('29 Carnesecchi'));
    await screen.until(() => screen.rows().filter((row) => row.includes('UEFA Champions League')).length === 1);
    screen.resize(30, 8);
    await screen.sees('Make the window larger');
  });

  test.each([
    ['q', 0],
    ['\u0003', 130],
  ])('key %j gives the terminal back', async (key, code) => {
    const screen = play();
    await screen.sees('q quit');
    expect(screen.isFull()).toBe(true);
    screen.type(key);
    expect(await screen.exit).toBe(code);
    await isRestored(screen);
  });

  test('SIGTERM gives the terminal back', async () => {
    const screen = play();
    await screen.sees('q quit');
    screen.kill('SIGTERM');
    expect(await screen.exit).toBe(143);
    await isRestored(screen);
  });

  test('a mistake of ours gives the terminal back, and is told there', async () => {
    const slip = 'data:text/javascript,setTimeout(()=>{throw%20Error(911)},900)';
    const screen = play(undefined, { env: { NODE_OPTIONS: `--import=${slip}` } });
    await screen.until(() => screen.isFull());
    expect(await screen.exit).not.toBe(0);
    await isRestored(screen);
    await screen.sees('this is a mistake of ours');
  });

  test('Ctrl-Z hands the terminal to the shell, and fg takes it again where it was', async () => {
    const screen = terminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: '$ ' } });
    shown = screen;
    await screen.sees('$ ');
    screen.type(`'${process.execPath}' '${BUILT}' play atalanta-dortmund --speed 1\r`);
    await screen.sees('q quit');
    screen.type('\u001a');
    await screen.sees(/Stopped/);
    expect(screen.isFull()).toBe(false);
    screen.type('fg\r');
    await screen.sees('q quit');
    expect(screen.isFull()).toBe(true);
    // What was playing plays on.
    await screen.sees('► 1×');
    screen.type('q');
    await screen.until(() => !screen.isFull());
  });

  test('NO_COLOR leaves colours out', async () => {
    const plain = play(undefined, { env: { NO_COLOR: '1' } });
    await plain.sees('q quit');
    expect(plain.isColoured()).toBe(false);
    plain.kill('SIGKILL');
    const coloured = play();
    await coloured.sees('q quit');
    expect(coloured.isColoured()).toBe(true);
  });

  test.each([{ TERM: 'dumb' }, { CI: 'true' }, { INK_SCREEN_READER: 'true' }])(
    'with %o it is told in lines',
    async (env) => {
      const plain = play(['atalanta-dortmund', '--until', "6'", '--speed', 'max'], { env });
      expect(await plain.exit).toBe(0);
      await plain.sees('As it stands at');
      expect(plain.isFull()).toBe(false);
    },
  );
});
