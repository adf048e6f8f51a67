/** Somebody in a line-up, and what became of him. */
export interface Listed {
  readonly name: string;
  readonly captain: boolean;
  readonly cards: readonly CardMark[];
  /** Who came on for him. */
  readonly replacedBy?: { readonly minute: Minute; readonly by: Listed };
}

export interface CardMark {
  readonly kind: 'Y' | 'Y/R' | 'R';
  readonly minute?: Minute;
}

/** `45+2'` */
export interface Minute {
  readonly minute: number;
  readonly added: number;
}

/** A line-up: `lines` are the goalkeeper, the defence, the midfield, the attack. */
export interface TeamLine {
  readonly lines: readonly (readonly Listed[])[];
  readonly bench: readonly Listed[];
  readonly coach?: string;
  /** What couldn't be read. */
  readonly strange: readonly string[];
}

/** Reads `Igor AKINFEEV [c] - Yury ZHIRKOV (86' Fedor KUDRIASHOV [Y 89']), … - Artem DZYUBA; Coach: …` */
export const readTeamLine = (text: string): TeamLine => {
  const [, listed = '', coach] = /^(.*?)[\s,;-]*(?:\b(?:Head )?Coach(?:es)?\s*:\s*([^;,]*).*)?$/is.exec(text) ?? [];
  const [eleven = '', ...others] = split(listed, ';');
  const strange: string[] = [];
  const read = (part: string): Listed[] =>
    split(part, ',').flatMap((each) => {
      if (each.trim() === '') return [];
      const somebody = listedOf(each.trim());
      if (somebody === undefined) strange.push(each.trim().slice(0, 80));
      return somebody === undefined ? [] : [somebody];
    });
  return {
    lines: split(eleven, '-')
      .map(read)
      .filter((line) => line.length > 0),
    bench: others.flatMap(read),
    strange,
    ...(coach === undefined || coach.trim() === '' ? {} : { coach: coach.trim() }),
  };
};

/** Cuts at a mark that stands outside brackets; a dash only between blanks, since names have them too. */
const split = (text: string, mark: ',' | '-' | ';'): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if (letter === mark && depth === 0 && (mark !== '-' || isApart(text, index))) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
};

const isApart = (text: string, index: number): boolean =>
  /\s/.test(text[index - 1] ?? ' ') && /\s/.test(text[index + 1] ?? ' ');

/** Substitutes of substitutes of substitutes … no match has had more. */
const DEPTH_MAX = 5;

const listedOf = (text: string, depth = 0): Listed | undefined => {
  const [, name = '', rest = ''] = /^([^([]*)(.*)$/s.exec(text) ?? [];
  if (name.trim() === '' || depth > DEPTH_MAX) return undefined;
  const bracket = changeIn(rest);
  const marks = bracket === undefined ? rest : rest.slice(0, bracket.start) + rest.slice(bracket.end);
  const [, minute, added, on = ''] =
    /^\s*(\d{1,3})(?:\s*\+\s*(\d{1,2}))?\s*['’]?\s+(.*)$/s.exec(bracket?.text ?? '') ?? [];
  const by = minute === undefined ? undefined : listedOf(on.trim(), depth + 1);
  return {
    name: name.trim().replace(/^\d{1,2}\s+/, ''),
    captain: /\[c\]/i.test(marks),
    cards: [...marks.matchAll(/\[(Y\/R|Y|R)(?:\s+(\d{1,3})(?:\s*\+\s*(\d{1,2}))?\s*['’]?)?\]/gi)].map(cardOf),
    ...(by === undefined || minute === undefined ? {} : { replacedBy: { minute: minuteOf(minute, added), by } }),
  };
};

/** The outermost round brackets: who came on, with all that became of him. */
const changeIn = (
  text: string,
): { readonly start: number; readonly end: number; readonly text: string } | undefined => {
  const start = text.indexOf('(');
  if (start === -1) return undefined;
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return { start, end: index + 1, text: text.slice(start + 1, index) };
  }
  return { start, end: text.length, text: text.slice(start + 1) };
};

const cardOf = ([, kind = 'Y', minute, added]: RegExpMatchArray): CardMark => ({
  kind: kind.toUpperCase() as CardMark['kind'],
  ...(minute === undefined ? {} : { minute: minuteOf(minute, added) }),
});

export const minuteOf = (minute: string, added: string | undefined): Minute => ({
  minute: Number(minute),
  added: Number(added ?? 0),
});
