import type { EventOf } from '../../match/event.ts';
import { type Fields, fieldsOf, listOf, numberOf } from '../json.ts';

/** What a row is marked with; https://apidocs.wyscout.com (tags of version 2). */
export const TAGS = {
  goal: 101,
  ownGoal: 102,
  assist: 301,
  leftFoot: 401,
  rightFoot: 402,
  head: 403,
  lost: 701,
  neutral: 702,
  won: 703,
  red: 1701,
  yellow: 1702,
  secondYellow: 1703,
  accurate: 1801,
  inaccurate: 1802,
  counter: 1901,
  blocked: 2101,
} as const;

export const tagsOf = (row: Fields): ReadonlySet<number> =>
  new Set(listOf(row.tags).map((tag) => numberOf(fieldsOf(tag).id) ?? 0));

export const bodyPartOf = (tags: ReadonlySet<number>): Pick<EventOf<'shot'>, 'bodyPart'> => {
  if (tags.has(TAGS.leftFoot)) return { bodyPart: 'left-foot' };
  if (tags.has(TAGS.rightFoot)) return { bodyPart: 'right-foot' };
  return tags.has(TAGS.head) ? { bodyPart: 'head' } : {};
};

/** 1201–1209 lie in the goal, 1210–1216 beside and above it, 1217–1223 on the frame. */
export const shotOutcome = (tags: ReadonlySet<number>): 'saved' | 'off-target' | 'blocked' | 'woodwork' | undefined => {
  if (tags.has(TAGS.blocked)) return 'blocked';
  for (const tag of tags) {
    if (tag >= 1201 && tag <= 1209) return 'saved';
    if (tag >= 1210 && tag <= 1216) return 'off-target';
    if (tag >= 1217 && tag <= 1223) return 'woodwork';
  }
  return undefined;
};

/** As seen by whoever shoots. */
export const intoOf = (tags: ReadonlySet<number>): { readonly into?: string } => {
  for (const tag of tags) {
    const into = PARTS_OF_GOAL[tag];
    if (into !== undefined) return { into };
  }
  return {};
};

const PARTS_OF_GOAL: Readonly<Record<number, string>> = {
  1201: 'bottom of the goal',
  1202: 'bottom right corner',
  1203: 'middle of the goal',
  1204: 'left of the goal',
  1205: 'bottom left corner',
  1206: 'right of the goal',
  1207: 'top of the goal',
  1208: 'top left corner',
  1209: 'top right corner',
};
