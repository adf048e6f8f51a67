import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { matchday } from '../../src/playback/matchday.ts';
import type { Replay } from '../../src/playback/replay.ts';
import { load } from '../../src/scenario/load.ts';
import { dayScreen, openPicture } from '../../src/terminal/day-screen.ts';
import type { Key } from '../../src/terminal/keys.ts';
import type { Picture, Size } from '../../src/terminal/picture.ts';
import type { Programme, Sight } from '../../src/terminal/programme.ts';
import { helpPagesOn } from '../../src/terminal/screen.ts';
import { textOf, widthOfLine } from '../../src/terminal/span.ts';
import { Stage } from '../../src/terminal/stage.ts';
import { says } from '../../src/terminal/words.ts';
import { SATURDAY } from './saturday.ts';

const recordingOf = ([file, text]: readonly [string, string]): Recording => {
  const loaded = load(text, file);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  return loaded.scenario.recording;
};

const RECORDINGS = Object.entries(SATURDAY).map(recordingOf);
const NARROW: Size = { columns: 80, rows: 24 };
const USUAL: Size = { columns: 100, rows: 30 };
const WIDE: Size = { columns: 180, rows: 50 };

/** A day on the stage in virtual time, at a minute a second, and somebody's hands on the keys. */
const onStage = (size: Size = USUAL, recordings: readonly Recording[] = RECORDINGS) => {
  const scheduler = new VirtualTimeScheduler();
  const showings = matchday(recordings, { scheduler, playing: false, hold: true });
  const stage = new Stage(
    showings.map((showing) => programmeOf(showing, scheduler)),
    () => scheduler.now(),
  );
  const picture = (): Picture => stage.picture(size) as Picture;
  const type = (...keys: readonly (string | Key)[]): void => {
    for (const key of keys) {
      const one = typeof key === 'string' ? [...key].map((char): Key => ({ char })) : [key];
      for (const each of one) stage.press(each, size, { end: () => undefined, suspend: () => undefined });
    }
  };
  const rows = (): string[] => dayScreen(picture()).map((line) => textOf(line).trimEnd());
  stage.tick();
  return {
    picture,
    type,
    rows,
    text: () => rows().join('\n'),
    goTo: (time: string) => type(`g${time}`, { name: 'enter' }),
    /** So many seconds of the viewer's time, the screen looked at ten times in each. */
    wait: (seconds: number) => {
      for (let tenth = 0; tenth < seconds * 10; tenth += 1) {
        scheduler.schedule(() => undefined, 100);
        scheduler.maxFrames = scheduler.now() + 100;
        scheduler.flush();
        stage.tick();
      }
    },
  };
};

const programmeOf = ({ shown$, history, control }: Replay, scheduler: VirtualTimeScheduler): Programme => {
  let latest: Sight | undefined;
  let jumps = 0;
  shown$.subscribe(({ frame, cause }) => {
    if (cause === 'seek') jumps += 1;
    latest = { fixture: history.fixture, ...frame, heardAt: scheduler.now(), jumps, entryOf: () => undefined };
  });
  return {
    latest: () => latest,
    control: (wanted) => control(wanted)?.message,
    steering: () => ({ may: true }),
    trouble: () => undefined,
    rest: () => () => undefined,
    onSaid: () => undefined,
  };
};

describe('the matches of a day', () => {
  test('stand above the one that is open, each with its score and how far it is', () => {
    const { goTo, rows, type } = onStage();
    goTo("13'");
    expect(rows()[0]).toMatch(/^›ALD 1–0 BRO 13' +CED 0–0 DAL 13' +ELM 0–0 FOX 15:30$/);
    goTo("20'");
    expect(rows()[0]).toMatch(/^›ALD 1–0 BRO 20' +CED 0–1 DAL 20' +ELM 0–0 FOX 15:30$/);
    goTo('half-time');
    expect(rows()[0]).toMatch(/^›ALD 1–0 BRO HT +CED 0–1 DAL 45\+2' +ELM 0–0 FOX 17'$/);
    type({ name: 'end' });
    expect(rows()[0]).toMatch(/^›ALD 1–1 BRO FT +CED 0–1 DAL FT +ELM 1–0 FOX FT$/);
  });

  test('are opened one after the other, and the last one leads to the first', () => {
    const { goTo, text, rows, type } = onStage();
    goTo("13'");
    expect(text()).toContain('ALDER TOWN');
    type('m');
    expect(rows()[0]).toContain('›CED');
    expect(text()).toContain('CEDAR');
    expect(text()).not.toContain('ALDER TOWN');
    type('m');
    expect(text()).toContain('Before kick-off');
    type('m');
    expect(text()).toContain('ALDER TOWN');
    type('M');
    expect(rows()[0]).toContain('›ELM');
  });

  test('have one clock: who moves the one that is open moves them all, and a pause is one of all', () => {
    const { goTo, picture, type, wait } = onStage();
    type('m');
    goTo("20'");
    const clocks = () =>
      picture().day?.matches.map(({ head: { at, playing, speed } }) => [at.slice(11, 19), playing, speed]);
    expect(clocks()).toEqual(Array(3).fill(['15:19:59', false, 60]));
    type('m +');
    expect(clocks()).toEqual(Array(3).fill(['15:19:59', true, 120]));
    wait(3);
    type(' ');
    expect(clocks()).toEqual(Array(3).fill(['15:25:59', false, 120]));
  });

  test('keep a line that was chosen to the match in which it was chosen', () => {
    const { goTo, picture, type } = onStage();
    goTo("30'");
    type({ name: 'down' }, { name: 'down' });
    expect(picture().ui.selected).toBeDefined();
    type('m');
    expect(picture().ui.selected).toBeUndefined();
  });

  test('a goal elsewhere is marked for a few seconds, and told in words', () => {
    const { goTo, rows, text, type, wait } = onStage();
    goTo("13'");
    expect(text()).not.toMatch(/GOAL +ELM/);
    type(' ');
    wait(0.5);
    expect(rows()[0]).toMatch(/^›ALD 1–0 BRO 14' +CED 0–1 DAL +GOAL +ELM/);
    expect(text()).toContain('Elsewhere  Goal, Dale 9. Cedar 0–1 Dale.');
    wait(4);
    expect(rows()[0]).not.toContain('GOAL');
    expect(text()).not.toContain('Elsewhere');
    // At half past three Cedar are down to ten, and Elm Rovers kick off.
    wait(12.5);
    expect(rows()[0]).toMatch(/CED 0–1 DAL +RED /);
  });

  test('a goal in the match that is open is flashed there; whoever jumps past it has no news', () => {
    const { goTo, text, rows, type, wait } = onStage();
    goTo("11'");
    type(' ');
    wait(1);
    expect(text()).toContain('Goal, Alder 9. Alder 1–0 Brook.');
    expect(text()).not.toContain('Elsewhere');
    goTo("20'");
    wait(0.1);
    expect(rows()[0]).not.toContain('GOAL');
  });

  test('in the list they are all there with their scorers, and up and down open the one before and after', () => {
    const { goTo, text, rows, type } = onStage();
    goTo("30'");
    type('l');
    expect(text()).toContain('MATCHES');
    expect(text()).toMatch(/Alder Town +1 – 0 +Brook United +30'/);
    expect(text()).toMatch(/Cedar +0 – 1 +Dale/);
    expect(text()).toContain("Dale 9 14'");
    type({ name: 'down' });
    expect(rows()[0]).toContain('›CED');
    expect(text()).toContain('MATCHES');
    type('k', { name: 'enter' });
    expect(rows()[0]).toContain('›ALD');
    expect(text()).not.toContain('MATCHES');
  });

  test('beside the match where it is wide, which keeps its panels', () => {
    const { goTo, text, type, wait } = onStage(WIDE);
    goTo("13'");
    expect(text()).toMatch(/Matches +1 of 3 │/);
    expect(text()).toMatch(/^ › +Alder +1 {2}13' +│/m);
    expect(text()).toMatch(/Brook +0 +│/);
    expect(text()).toContain('Statistics');
    type(' ');
    wait(0.5);
    expect(text()).toMatch(/Dale +1 +GOAL +│/);
  });

  test('the help has their keys, and where there is one match alone it has not', () => {
    for (const size of [NARROW, USUAL, WIDE]) {
      const { picture } = onStage(size);
      const within = openPicture(picture());
      const pages = Array.from({ length: helpPagesOn(within) }, (_, page) =>
        dayScreen({ ...picture(), ui: { ...picture().ui, over: 'help', page } })
          .map(textOf)
          .join('\n'),
      ).join('\n');
      for (const part of [...says.dayKeys, ...says.keys].flat()) expect(pages).toContain(part);
    }
    const { text, type } = onStage(USUAL, RECORDINGS.slice(0, 1));
    type('ml?');
    expect(text()).not.toContain('next, previous match');
    expect(text()).not.toContain('next match');
  });
});

test('at any size, with few matches and with many, each row fills the screen', () => {
  for (const many of [RECORDINGS, Array(6).fill(RECORDINGS).flat() as Recording[]]) {
    const { goTo, picture, type } = onStage(USUAL, many);
    goTo("20'");
    type('mm');
    for (let columns = 20; columns <= 230; columns += 17) {
      for (let rows = 4; rows <= 70; rows += 6) {
        for (const over of [{}, { over: 'matches' }, { over: 'help' }] as const) {
          const lines = dayScreen({ ...picture(), ui: { ...picture().ui, ...over }, size: { columns, rows } });
          expect(lines).toHaveLength(rows);
          expect(new Set(lines.map(widthOfLine))).toEqual(new Set([columns]));
        }
      }
    }
  }
});

test('of many matches those around the open one are to be seen, and how many more there are', () => {
  const { goTo, rows, type, text } = onStage(NARROW, Array(8).fill(RECORDINGS).flat() as Recording[]);
  goTo("20'");
  const seen = () => text().match(/\d–\d [A-Z]{3} /g)?.length ?? 0;
  expect(rows()[0]).toMatch(/^›ALD/);
  expect(text()).toMatch(/and 19 more: l/);
  expect(seen()).toBe(5);
  type('m'.repeat(12));
  expect(text().match(/›/g)).toHaveLength(1);
  expect(text()).toContain('›ALD');
});
