import { inWords } from '../english/words.ts';
import type { Side } from '../match/fixture.ts';
import {
  comparePeriod,
  HALVES,
  type Half,
  isHalf,
  type Millis,
  type Period,
  parseTime,
  type TimeRef,
} from '../match/time.ts';
import { CannotSimulate } from './cannot-simulate.ts';
import { WISHED_EVENTS, type WishedEvent } from './wished-events.ts';

/** What a match is to have, and when. */
export interface Wish {
  /** As it was written. */
  readonly text: string;
  readonly event: WishedEvent;
  /**
   * Whose: the side that acts or is carded; an own goal is its scorer's, a review is about that side's goal or appeal, and
   * a retake is of its kick.
   */
  readonly side?: Side;
  /** The last leg where absent. */
  readonly leg?: number;
  /** In match order; both ends belong to a window. */
  readonly windows: readonly Window[];
}

export interface Window {
  readonly half: Half;
  /** On that half's watch. */
  readonly from: Millis;
  readonly to: Millis;
}

export const WISH_GRAMMAR = '<event> [by home|away] [before|after|in <time>]';

/**
 * Reads a wish: an event, whose, and when.
 *
 *     red before 30'          own-goal by away        penalty missed in 2H        var overturned after 80'
 *     goal after 90'          second-yellow           goal by home in 45+2'       red before L1 60'
 *     retake by away          goalkeeper red          temporarily off in 1H       concussion substitution
 *
 * Events may be written with hyphens throughout, so that a shell takes them as a word: `penalty-missed`.
 * A minute is what its label says: `before 30'` is up to 29', `after 90'` from 90+1' on, extra time included. The leg is
 * the last one unless told otherwise (`L1 60'`, `in L1`). Throws a `CannotSimulate` that says what isn't understood.
 */
export const parseWish = (text: string): Wish => {
  const words = /^(.*?)(?:\s+by\s+(\S+))?(?:\s+(before|after|in|at)\s+(.+?))?$/i.exec(text.trim().replace(/\s+/g, ' '));
  const event = eventIn(words?.[1] ?? '', text);
  const side = sideIn(words?.[2], text);
  const when = words?.[3]?.toLowerCase() as 'before' | 'after' | 'in' | 'at' | undefined;
  const time = words?.[4];
  const { leg, windows } = when === undefined || time === undefined ? { windows: ALL } : windowsIn(when, time, text);
  return {
    text: text.trim(),
    event,
    windows,
    ...(side === undefined ? {} : { side }),
    ...(leg === undefined ? {} : { leg }),
  };
};

const eventIn = (word: string, text: string): WishedEvent => {
  const asked = word.toLowerCase().trim();
  const spoken = inWords(asked);
  const found = ALIASES[spoken] ?? WISHED_EVENTS.find((name) => inWords(name) === spoken);
  if (found !== undefined) return found;
  // The longest first: `penalty scored` is no `penalty`.
  const known = WISHED_EVENTS.toSorted((a, b) => b.length - a.length).find((name) =>
    spoken.startsWith(`${inWords(name)} `),
  );
  if (known !== undefined)
    throw new CannotSimulate(
      `"${text}": "${asked.slice(known.length + 1)}" isn't understood after "${known}"; a wish reads ${WISH_GRAMMAR}`,
    );
  throw new CannotSimulate(`"${text}" can't be wished for: no event is called "${word}"`, {
    word: asked,
    names: WISHED_EVENTS,
  });
};

const ALIASES: Readonly<Record<string, WishedEvent>> = {
  'yellow card': 'yellow',
  caution: 'yellow',
  'penalty retaken': 'retake',
  'retaken penalty': 'retake',
  'goalkeeper sent off': 'goalkeeper red',
  'concussion sub': 'concussion substitution',
  'red card': 'red',
  'missed penalty': 'penalty missed',
  'penalty goal': 'penalty scored',
  'var overturn': 'var overturned',
  change: 'substitution',
};

const sideIn = (word: string | undefined, text: string): Side | undefined => {
  if (word === undefined) return undefined;
  const side = word.toLowerCase();
  if (side === 'home' || side === 'away') return side;
  throw new CannotSimulate(`"${text}": by whom is home or away, not "${word}"`);
};

/** All of play. */
const ALL: readonly Window[] = (Object.keys(HALVES) as Half[]).map((half) => ({ half, from: 0, to: Infinity }));

const windowsIn = (when: 'before' | 'after' | 'in' | 'at', time: string, text: string) => {
  const ref = parseTime(time.replace(/\b(half|full|kick) (time|off)$/i, '$1-$2'));
  if (ref === undefined)
    throw new CannotSimulate(`"${text}": "${time}" is no time; one reads like 30', 45+2', 2H or ET1`);
  const { period, from, to } = boundsOf(ref);
  if (period === 'PEN')
    throw new CannotSimulate(`"${text}": a wish is for play; how a shoot-out's kicks go can't be wished for`);
  const windows = ALL.flatMap(({ half }): Window[] => {
    const order = comparePeriod(half, period);
    if (order !== 0) return when === (order < 0 ? 'before' : 'after') || ref.kind === 'leg' ? [all(half)] : [];
    if (when === 'before') return from > 0 ? [{ half, from: 0, to: from - 1 }] : [];
    if (when === 'after') return Number.isFinite(to) ? [{ half, from: to + 1, to: Infinity }] : [];
    return [{ half, from, to }];
  });
  if (windows.length === 0 || (ref.kind === 'leg' && when !== 'in'))
    throw new CannotSimulate(`"${text}": nothing is played ${when} ${time}`);
  return { windows, ...('leg' in ref && ref.leg !== undefined ? { leg: ref.leg } : {}) };
};

const all = (half: Half): Window => ({ half, from: 0, to: Infinity });

/** The moments that a time covers; one in an interval covers all of it. */
const boundsOf = (ref: TimeRef): { readonly period: Period; readonly from: Millis; readonly to: Millis } => {
  switch (ref.kind) {
    case 'clock':
      return { period: ref.period, from: ref.from, to: isHalf(ref.period) && ref.to < WHOLE ? ref.to : Infinity };
    case 'leg':
      return { period: 'pre', from: 0, to: Infinity };
    case 'name':
      return {
        period: { 'kick-off': 'pre', 'half-time': 'HT', 'full-time': 'ENT' }[ref.name] as Period,
        from: 0,
        to: Infinity,
      };
  }
};

/** A period without a clock time covers whatever is played in it. */
const WHOLE = Number.MAX_SAFE_INTEGER;
