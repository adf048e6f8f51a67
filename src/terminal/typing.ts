import type { Key as InkKey } from 'ink';
import type { Key, KeyName } from './keys.ts';

/** What was typed, key by key: a quick hand's, or a pasted text's characters come in one piece. */
export const keysIn = (input: string, key: InkKey): readonly Key[] => {
  const name = NAMES.find(([field]) => key[field] === true)?.[1];
  if (name !== undefined) return [{ name, shift: key.shift }];
  if (key.ctrl) return input.length === 1 ? [{ char: input, ctrl: true }] : [];
  // Alt and a key, and sequences that nobody knows.
  if (key.meta || input.startsWith('\u001b')) return [];
  return [...input].flatMap((char): Key[] => {
    const known = CONTROLS[char];
    if (known !== undefined) return [{ name: known }];
    return char >= ' ' ? [{ char }] : [];
  });
};

const NAMES = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
] as const satisfies readonly (readonly [keyof InkKey, KeyName])[];

/** In the midst of what came in one piece. */
const CONTROLS: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
};
