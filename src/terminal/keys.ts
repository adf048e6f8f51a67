import type { FeedLine } from '../faces/feed.ts';
import type { Millis } from '../match/time.ts';
import type { Head } from '../playback/frame.ts';
import type { Control } from '../playback/playhead.ts';
import { chosen, closed, following, laidOver, nextHelp, nextPanel, noticed, toHit } from './choice.ts';
import { meantTime, type WatchAtHand } from './meant-time.ts';
import type { Steering } from './picture.ts';
import type { Ui } from './ui.ts';

/** A key as the terminal sent it: a character, or the name of one that has none. */
export type Key =
  | { readonly char: string; readonly ctrl?: boolean }
  | { readonly name: KeyName; readonly shift?: boolean };
export type KeyName =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'home'
  | 'end'
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backspace';

/** What a key is pressed upon. */
export interface Scene {
  readonly head: Head;
  /** Newest first, as filtered. */
  readonly lines: readonly FeedLine[];
  readonly steering: Steering;
  readonly watch: WatchAtHand;
  readonly now: Millis;
  /** The panel lies beside the commentary rather than in front of it. */
  readonly wide: boolean;
  /** How many the help has on this screen. */
  readonly helpPages: number;
  /** How many matches are on together, and which one is open; absent where it's one alone. */
  readonly day?: { readonly matches: number; readonly open: number };
}

/** What is to be seen after it, and what is asked of the showing or of the program. */
export interface Pressed {
  readonly ui: Ui;
  readonly control?: Control;
  /** The match of the day that is to be opened. */
  readonly open?: number;
  readonly ask?: 'quit' | 'interrupt' | 'suspend';
}

/** Pure: keys do what people know from players of films and from `less`. */
export const press = (ui: Ui, key: Key, scene: Scene): Pressed => {
  if ('char' in key && key.ctrl === true) return { ui, ...CONTROL_KEYS[key.char] };
  if (ui.prompt !== undefined) return typed(ui, ui.prompt, key, scene);
  return 'char' in key ? character(ui, key.char, scene) : named(ui, key.name, key.shift === true, scene);
};

const CONTROL_KEYS: Readonly<Record<string, Pick<Pressed, 'ask'>>> = {
  c: { ask: 'interrupt' },
  d: { ask: 'quit' },
  z: { ask: 'suspend' },
};

const character = (ui: Ui, char: string, scene: Scene): Pressed => {
  const { head } = scene;
  switch (char) {
    case 'q':
      return { ui, ask: 'quit' };
    case ' ':
      return steer(ui, { type: head.playing ? 'pause' : 'play' }, scene);
    case '[':
      return steer(ui, { type: 'seek', to: { previous: 'key-moment' } }, scene);
    case ']':
      return steer(ui, { type: 'seek', to: { next: 'key-moment' } }, scene);
    case ',':
      return steer(ui, { type: 'step', by: -1 }, scene);
    case '.':
      return steer(ui, { type: 'step', by: 1 }, scene);
    case '+':
    case '=':
      return steer(ui, { type: 'speed', speed: speedAfter(head.speed, 1) }, scene);
    case '-':
    case '_':
      return steer(ui, { type: 'speed', speed: speedAfter(head.speed, -1) }, scene);
    case 'g':
      return scene.steering.may ? { ui: { ...ui, prompt: { kind: 'time', text: '' } } } : mayNot(ui, scene);
    case '/':
      return { ui: { ...ui, prompt: { kind: 'search', text: '' } } };
    case 'n':
      return { ui: toHit(ui, scene.lines, 1, scene.now) };
    case 'p':
    case 'N':
      return { ui: toHit(ui, scene.lines, -1, scene.now) };
    case 'f':
      return { ui: { ...ui, filter: ui.filter === 'all' ? 'key' : 'all' } };
    case 'e':
      return { ui: laidOver(ui, 'explanation') };
    case 'm':
      return opened(ui, 1, scene);
    case 'M':
      return opened(ui, -1, scene);
    case 'l':
      return { ui: scene.day === undefined ? ui : laidOver(ui, 'matches') };
    case '?':
    case 'h':
      return { ui: nextHelp(ui, scene.helpPages) };
    case 'k':
      return upOrDown(ui, -1, scene);
    case 'j':
      return upOrDown(ui, 1, scene);
    default:
      return /^\d$/.test(char)
        ? steer(ui, { type: 'seek', to: { position: (head.duration * Number(char)) / 10 } }, scene)
        : { ui };
  }
};

const named = (ui: Ui, name: KeyName, shift: boolean, scene: Scene): Pressed => {
  const { head, lines } = scene;
  const by = (millis: Millis): Pressed =>
    steer(ui, { type: 'seek', to: { position: Math.max(0, Math.min(head.duration, head.position + millis)) } }, scene);
  switch (name) {
    case 'left':
      return by(shift ? -60_000 : -10_000);
    case 'right':
      return by(shift ? 60_000 : 10_000);
    case 'home':
      return steer(ui, { type: 'seek', to: { position: 0 } }, scene);
    case 'end':
      return steer(ui, { type: 'seek', to: { position: head.duration } }, scene);
    case 'up':
      return upOrDown(ui, -1, scene);
    case 'down':
      return upOrDown(ui, 1, scene);
    case 'page-up':
      return { ui: chosen(ui, lines, -10) };
    case 'page-down':
      return { ui: chosen(ui, lines, 10) };
    case 'tab':
      return { ui: nextPanel(ui, shift ? -1 : 1, scene.wide) };
    case 'enter': {
      if (ui.over === 'matches') return { ui: closed(ui) };
      const line = lines.find(({ id }) => id === ui.selected);
      return line === undefined ? { ui } : steer(ui, { type: 'seek', to: { cursor: line.cursor } }, scene);
    }
    case 'escape':
      return { ui: closed(ui) };
    case 'backspace':
      return { ui };
  }
};

/** What is typed after `/` and `g`. */
const typed = (ui: Ui, prompt: NonNullable<Ui['prompt']>, key: Key, scene: Scene): Pressed => {
  const { prompt: _typed, ...rest } = ui;
  if ('char' in key) return { ui: { ...ui, prompt: { ...prompt, text: prompt.text + key.char } } };
  if (key.name === 'escape') return { ui: rest };
  if (key.name === 'backspace') {
    return prompt.text === ''
      ? { ui: rest }
      : { ui: { ...ui, prompt: { ...prompt, text: [...prompt.text].slice(0, -1).join('') } } };
  }
  if (key.name !== 'enter') return { ui };
  const text = prompt.text.trim();
  if (text === '') return { ui: rest };
  if (prompt.kind === 'time') return steer(rest, { type: 'seek', to: { time: meantTime(text, scene.watch) } }, scene);
  return { ui: toHit({ ...rest, search: text, panelInFront: false }, scene.lines, 1, scene.now) };
};

/** In the list of matches it's a match that is chosen, else a line of the commentary. */
const upOrDown = (ui: Ui, way: 1 | -1, scene: Scene): Pressed =>
  ui.over === 'matches' ? opened(ui, way, scene) : { ui: chosen(ui, scene.lines, way) };

/** The next match of the day, after the last one the first. A line that was chosen is of the one before. */
const opened = (ui: Ui, way: 1 | -1, { day }: Scene): Pressed =>
  day === undefined ? { ui } : { ui: following(ui), open: (day.open + way + day.matches) % day.matches };

const steer = (ui: Ui, control: Control, scene: Scene): Pressed => {
  if (!scene.steering.may) return mayNot(ui, scene);
  // Whoever moves the playhead wants to see what is new there.
  return { ui: control.type === 'seek' || control.type === 'step' ? following(ui) : ui, control };
};

const mayNot = (ui: Ui, { steering, now }: Scene): Pressed => ({
  ui: steering.may ? ui : noticed(ui, steering.why, now),
});

const SPEEDS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 3000, 6000] as const;

const speedAfter = (speed: number, way: 1 | -1): number | 'max' =>
  way === 1 ? (SPEEDS.find((each) => each > speed) ?? 'max') : (SPEEDS.findLast((each) => each < speed) ?? SPEEDS[0]);
