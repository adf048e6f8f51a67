import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type { Control } from '../../src/playback/playhead.ts';
import { type Opened, openScreen } from '../../src/terminal/open.tsx';
import type { Programme, Sight } from '../../src/terminal/programme.ts';
import { pictureAt, SIZES } from './pictures.ts';

/** What Ink takes for a terminal. */
class Output extends PassThrough {
  readonly isTTY = true;
  written = '';
  columns = 100;
  rows = 30;

  constructor() {
    super();
    this.on('data', (piece: Buffer) => {
      this.written += piece.toString();
    });
  }
}

class Input extends PassThrough {
  readonly isTTY = true;
  readonly modes: boolean[] = [];
  setRawMode(isRaw: boolean): this {
    this.modes.push(isRaw);
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

let screen: Opened | undefined;
afterEach(() => screen?.close());

const open = (time = "57'") => {
  const [stdout, stdin] = [new Output(), new Input()];
  const { fixture, head, views, entry, entryOf } = pictureAt(time, SIZES['100×30']);
  let sight: Sight = { fixture, head, views, heardAt: performance.now(), jumps: 0, entryOf, ...(entry && { entry }) };
  const asked: Control[] = [];
  const said = new EventEmitter();
  const programme: Programme = {
    latest: () => sight,
    control: (control) => {
      asked.push(control);
      return control.type === 'seek' ? 'there is no "noon" in this showing' : undefined;
    },
    steering: () => ({ may: true }),
    trouble: () => undefined,
    rest: () => () => undefined,
    onSaid: (hear) => void said.on('said', hear),
  };
  const streams = { stdout: stdout as unknown as NodeJS.WriteStream, stdin: stdin as unknown as NodeJS.ReadStream };
  screen = openScreen([programme], { depth: 0, ...streams });
  return {
    ...{ stdout, stdin, asked, said, ended: screen.ended },
    show: (next: string) => {
      const { head, views } = pictureAt(next, SIZES['100×30']);
      sight = { ...sight, head, views, heardAt: performance.now() };
    },
  };
};

const sees = (stdout: Output, text: string | RegExp) =>
  vi.waitFor(() => expect(stdout.written).toMatch(text), { timeout: 3000, interval: 5 });

test('it takes the other screen, and gives the first one back with the cursor', async () => {
  const { stdout, stdin, ended } = open();
  await sees(stdout, '3–0');
  expect(stdout.written.startsWith('\u001b[?1049h')).toBe(true);
  stdin.write('q');
  expect(await ended).toBe('quit');
  expect(stdout.written).toContain('\u001b[?1049l');
  expect(stdout.written.lastIndexOf('\u001b[?25h')).toBeGreaterThan(stdout.written.lastIndexOf('\u001b[?25l'));
  expect(stdin.modes.at(-1)).toBe(false);
});

test('what comes next is drawn, and only where it differs', async () => {
  const { stdout, show } = open();
  await sees(stdout, 'Pašalić');
  const before = stdout.written.length;
  show("58'");
  await delay(150);
  const drawn = stdout.written.slice(before);
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn).not.toContain('UEFA Champions League');
});

test('a screen on which nothing changes is left alone', async () => {
  const { stdout } = open();
  await sees(stdout, 'Pašalić');
  await delay(100);
  const before = stdout.written.length;
  await delay(200);
  expect(stdout.written.length).toBe(before);
});

test('keys that come in one piece are taken one by one', async () => {
  const { stdin, stdout, asked } = open();
  await sees(stdout, 'Pašalić');
  stdin.write('gnoon\r');
  await sees(stdout, 'there is no "noon" in this showing');
  expect(asked).toEqual([{ type: 'seek', to: { time: 'noon' } }]);
});

test('a larger window is filled at once', async () => {
  const { stdout } = open();
  await sees(stdout, 'Pašalić');
  Object.assign(stdout, { columns: 200, rows: 50 });
  stdout.written = '';
  stdout.emit('resize');
  await sees(stdout, 'Shots on target');
});

test('what a server refuses is said in the footer', async () => {
  const { stdout, said } = open();
  await sees(stdout, 'Pašalić');
  said.emit('said', 'only operators may do that');
  await sees(stdout, 'only operators may do that');
});
