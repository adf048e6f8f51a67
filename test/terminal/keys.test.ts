import { describe, expect, test } from 'vitest';
import { feedOf } from '../../src/faces/feed.ts';
import { type Key, press, type Scene } from '../../src/terminal/keys.ts';
import { START, type Ui } from '../../src/terminal/ui.ts';
import { pictureAt, SIZES } from './pictures.ts';

const { head, views, fixture } = pictureAt("90+8'", SIZES['100×30']);
const lines = feedOf(views, fixture, { newestFirst: true });
const scene: Scene = {
  head: { ...head, position: 60_000 },
  lines,
  steering: { may: true },
  watch: { leg: 2, period: '2H' },
  now: 0,
  wide: true,
  helpPages: 2,
};
const char = (text: string): Key => ({ char: text });
const after = (keys: readonly Key[], ui: Ui = START, on: Scene = scene) =>
  keys.reduce((pressed, key) => press(pressed.ui, key, on), { ui } as ReturnType<typeof press>);
const asks = (key: Key, on: Scene = scene) => press(START, key, on).control;
const typed = (text: string): Key[] => [...text].map(char);

describe('keys that steer', () => {
  test('space pauses what plays, and plays what is paused', () => {
    expect(asks(char(' '))).toEqual({ type: 'play' });
    expect(asks(char(' '), { ...scene, head: { ...head, playing: true } })).toEqual({ type: 'pause' });
  });

  test('arrows go ten seconds, with shift a minute, and never before the beginning', () => {
    expect(asks({ name: 'right' })).toEqual({ type: 'seek', to: { position: 70_000 } });
    expect(asks({ name: 'left', shift: true })).toEqual({ type: 'seek', to: { position: 0 } });
  });

  test('brackets go from key moment to key moment, comma and full stop entry by entry', () => {
    expect(asks(char('['))).toEqual({ type: 'seek', to: { previous: 'key-moment' } });
    expect(asks(char(']'))).toEqual({ type: 'seek', to: { next: 'key-moment' } });
    expect(asks(char(','))).toEqual({ type: 'step', by: -1 });
    expect(asks(char('.'))).toEqual({ type: 'step', by: 1 });
  });

  test('plus and minus climb a ladder of speeds that ends in max', () => {
    expect(asks(char('+'))).toEqual({ type: 'speed', speed: 120 });
    expect(asks(char('-'))).toEqual({ type: 'speed', speed: 30 });
    expect(asks(char('+'), { ...scene, head: { ...head, speed: 6000 } })).toEqual({ type: 'speed', speed: 'max' });
    expect(asks(char('-'), { ...scene, head: { ...head, speed: 1 } })).toEqual({ type: 'speed', speed: 1 });
  });

  test('digits go to so many tenths of the showing', () => {
    expect(asks(char('5'))).toEqual({ type: 'seek', to: { position: head.duration / 2 } });
  });

  test('g goes to a time as people write it', () => {
    const { ui, control } = after([char('g'), ...typed("45+2'"), { name: 'enter' }]);
    expect(control).toEqual({ type: 'seek', to: { time: "45+2'" } });
    expect(ui.prompt).toBeUndefined();
  });

  test('a running clock alone is the current period’s', () => {
    const goesTo = (text: string, watch: Scene['watch'] = scene.watch) =>
      after([char('g'), ...typed(text), { name: 'enter' }], START, { ...scene, watch }).control;
    expect(goesTo('97:53')).toEqual({ type: 'seek', to: { time: 'L2 2H 97:53' } });
    expect(goesTo('46:10', { leg: 1, period: '1H' })).toEqual({ type: 'seek', to: { time: 'L1 1H 46:10' } });
    expect(goesTo('20:05')).toEqual({ type: 'seek', to: { time: 'L2 1H 20:05' } });
    expect(goesTo('97:53', { leg: 2, period: 'FT' })).toEqual({ type: 'seek', to: { time: 'L2 2H 97:53' } });
    expect(goesTo("57'")).toEqual({ type: 'seek', to: { time: "57'" } });
  });

  test('whoever only watches is told why nothing happens', () => {
    const watching: Scene = { ...scene, steering: { may: false, why: 'watching only' } };
    for (const key of [char(' '), char(']'), char('5'), char('g'), { name: 'left' } as const]) {
      expect(press(START, key, watching)).toEqual({ ui: { ...START, notice: { text: 'watching only', until: 4000 } } });
    }
  });
});

describe('keys that look', () => {
  test('down chooses the newest line, up lets go of it again', () => {
    const down = after([{ name: 'down' }, { name: 'down' }]).ui;
    expect(down.selected).toBe(lines[1]?.id);
    expect(after([{ name: 'up' }, { name: 'up' }], down).ui.selected).toBeUndefined();
  });

  test('enter goes to the moment of the chosen line', () => {
    const { control } = after([{ name: 'down' }, { name: 'down' }, { name: 'enter' }]);
    expect(control).toEqual({ type: 'seek', to: { cursor: lines[1]?.cursor } });
  });

  test('a search goes from hit to hit, and says when there is none', () => {
    const { ui } = after([char('/'), ...typed('pasalic'), { name: 'enter' }]);
    const first = lines.find(({ text }) => text.includes('Pašalić'));
    expect(ui.selected).toBe(first?.id);
    const count = lines.filter(({ text }) => text.includes('Pašalić')).length;
    expect(ui.notice?.text).toBe(`1 of ${count} found`);
    expect(after([char('n')], ui).ui.notice?.text).toBe(`2 of ${count} found`);
    const next = after([char('n')], ui).ui;
    expect(next.selected).not.toBe(first?.id);
    expect(after([char('p')], next).ui.selected).toBe(first?.id);
    expect(after([char('/'), ...typed('offside trap on Mars'), { name: 'enter' }]).ui.notice?.text).toBe(
      'nothing found',
    );
  });

  test('what is typed can be rubbed out, and escape leaves all as it was', () => {
    expect(after([char('/'), ...typed('ab'), { name: 'backspace' }]).ui.prompt?.text).toBe('a');
    expect(after([char('/'), ...typed('q'), { name: 'escape' }]).ui).toEqual(START);
  });

  test('f shows key moments only, and all again', () => {
    expect(after([char('f')]).ui.filter).toBe('key');
    expect(after([char('f'), char('f')]).ui.filter).toBe('all');
  });

  test('tab goes through the panels; where it is narrow the commentary is one of them', () => {
    expect(after([{ name: 'tab' }]).ui.panel).toBe('statistics');
    const narrow: Scene = { ...scene, wide: false };
    const tabs = (count: number) => after(Array<Key>(count).fill({ name: 'tab' }), START, narrow).ui;
    expect(tabs(1)).toMatchObject({ panel: 'teams', panelInFront: true });
    expect(tabs(4)).toMatchObject({ panel: 'reviews', panelInFront: true });
    expect(tabs(5).panelInFront).toBe(false);
  });

  test('help and explanation lie over it until they are closed', () => {
    expect(after([char('?')]).ui.over).toBe('help');
    expect(after([char('?'), char('?')]).ui).toMatchObject({ over: 'help', page: 1 });
    expect(after([char('?'), char('?'), char('?')]).ui).toEqual(START);
    expect(after([char('?'), char('e')]).ui.over).toBe('explanation');
    expect(after([char('e'), char('e')]).ui.over).toBeUndefined();
    expect(after([char('?'), { name: 'escape' }]).ui.over).toBeUndefined();
  });

  test('q quits, Ctrl-C interrupts and Ctrl-Z suspends, whatever is being typed', () => {
    expect(after([char('q')]).ask).toBe('quit');
    expect(after([char('/'), { char: 'c', ctrl: true }]).ask).toBe('interrupt');
    expect(after([{ char: 'z', ctrl: true }]).ask).toBe('suspend');
  });
});
