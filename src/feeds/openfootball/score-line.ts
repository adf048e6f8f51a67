import type { Tally } from '../importer.ts';

/** What the line of a match says: who played, and how it ended. */
export interface ScoreLine {
  readonly home: string;
  readonly away: string;
  /** After extra time, kicks left out; absent where the match hasn't been played. */
  readonly score?: Tally;
  readonly halfTime?: Tally;
  readonly normalTime?: Tally;
  readonly shootout?: Tally;
  readonly extraTime: boolean;
  /** What is written behind it: `@ Luzhniki, Moscow`. */
  readonly rest: string;
}

/**
 * Reads the line of a match in its two forms, with whatever comes before the clubs already taken off:
 * `Brazil v France  1-1 a.e.t., 3-4 pen.` and `Brazil  3-4 pen. 1-1 a.e.t. (1-1, 1-1)  France`; a fixture yet to be
 * played has no score. In brackets are the scores after ninety minutes, where extra time followed, and at half-time.
 */
export const readScoreLine = (line: string): ScoreLine | undefined => {
  const [, text = '', rest = ''] = /^(.*?)(?:\s{2,}|\s)?(@.*)?$/.exec(line.trim()) ?? [];
  const versus = /^(.+?)\s+(?:v|vs\.?)\s+(.+?)(?:\s{1,}(\d{1,2}\s*-\s*\d{1,2}\b.*))?$/i.exec(text);
  if (versus !== null) {
    const [, home = '', away = '', result = ''] = versus;
    return withResult(home, away, result, rest);
  }
  const between =
    /^(\S.*?)\s+(\d{1,2}-\d{1,2}(?:\s*(?:\([^)]*\)|a\.?e\.?t\.?|pen\.?|,|\d{1,2}-\d{1,2}))*)\s+(\S.*)$/i.exec(text);
  if (between === null) return undefined;
  const [, home = '', result = '', away = ''] = between;
  return withResult(home, away, result, rest);
};

const withResult = (home: string, away: string, result: string, rest: string): ScoreLine | undefined => {
  const [, bracket] = /\(([^)]*)\)/.exec(result) ?? [];
  const outside = result.replace(/\([^)]*\)/g, ' ');
  const shootout = tallyIn(/(\d+\s*-\s*\d+)\s*pen/i.exec(outside)?.[1]);
  const score = tallyIn(outside.replace(/\d+\s*-\s*\d+\s*pen\.?/i, ' '));
  const extraTime = /a\.?\s?e\.?\s?t/i.test(outside);
  // With extra time the half-time score is the second of the two.
  const inside = (bracket ?? '').split(/[,;]/).map(tallyIn);
  const [normalTime, halfTime] = extraTime ? inside : [undefined, inside[0]];
  return {
    home: home.trim(),
    away: away.trim(),
    extraTime,
    rest: rest.trim(),
    ...(score === undefined ? {} : { score }),
    ...(halfTime === undefined ? {} : { halfTime }),
    ...(normalTime === undefined ? {} : { normalTime }),
    ...(shootout === undefined ? {} : { shootout }),
  };
};

const tallyIn = (text: string | undefined): Tally | undefined => {
  const [, home, away] = /(\d{1,2})\s*-\s*(\d{1,2})/.exec(text ?? '') ?? [];
  return home === undefined || away === undefined ? undefined : { home: Number(home), away: Number(away) };
};
