import type { Tally } from '../importer.ts';
import { type Minute, minuteOf } from './team-line.ts';

export interface GoalMark {
  readonly side: 'home' | 'away';
  readonly name: string;
  readonly minute?: Minute;
  readonly penalty: boolean;
  readonly own: boolean;
}

/**
 * Reads `(Denis CHERYSHEV 59', 62'(p); MOHAMED SALAH 73')`: the home side's before the semicolon, the away side's after
 * it. Where one side alone scored there is none, and the score says which.
 */
export const readGoalLine = (text: string, score: Tally | undefined): GoalMark[] => {
  const inside = text.slice(0, TEXT_LENGTH_MAX).replace(/^[([]\s*|\s*[)\]]$/g, '');
  const [first = '', second] = inside.split(';');
  if (second !== undefined) return [...goalsOf(first, 'home'), ...goalsOf(second, 'away')];
  return goalsOf(first, (score?.home ?? 0) > 0 || (score?.away ?? 0) === 0 ? 'home' : 'away');
};

/** No match had so many goals; a damaged file may run on. */
const TEXT_LENGTH_MAX = 3000;

const goalsOf = (text: string, side: 'home' | 'away'): GoalMark[] => {
  const goals: GoalMark[] = [];
  let name = '';
  for (const [, called = '', minute, added, marks = ''] of text.matchAll(GOAL)) {
    name = called.replace(/^[\s,-]+|[\s,]+$/g, '') || name;
    if (name === '') continue;
    goals.push({
      side,
      name,
      minute: minuteOf(minute ?? '', added),
      penalty: /\bp(?:en)?\b/i.test(marks),
      own: /\bo\.?g\b/i.test(marks),
    });
  }
  return goals;
};

/** A name, where it isn't the one before; a minute; what kind of goal. */
const GOAL =
  /([^\d;]*?)\s*(\d{1,3})(?:\s*\+\s*(\d{1,2}))?\s*['’]?\s*((?:\(?\s*(?:p|pen|og|o\.g)\.?\s*\)?\s*)*)(?=[,;)\s]|$)/giu;

export interface KickMark {
  readonly name: string;
  /** After the kick, where it went in. */
  readonly score?: Tally;
}

/** Reads `1-0 Klaus ALLOFS, Fernando QUIRARTE (missed), …`, in the order taken. */
export const readKickLine = (text: string): KickMark[] =>
  text
    .slice(0, TEXT_LENGTH_MAX)
    .split(/[,;]/)
    .flatMap((each) => {
      const [, home, away, name = ''] = /^\s*(?:(\d{1,2})-(\d{1,2})\s+)?([^(\d]+)/.exec(each) ?? [];
      if (name.trim() === '') return [];
      const missed = /\((?:missed|saved|post|over|wide)/i.test(each) || home === undefined || away === undefined;
      return [{ name: name.trim(), ...(missed ? {} : { score: { home: Number(home), away: Number(away) } }) }];
    });
