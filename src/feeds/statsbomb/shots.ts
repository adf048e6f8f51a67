import type { EventOf } from '../../match/event.ts';
import type { PersonId } from '../../match/fixture.ts';
import type { MatchTime } from '../../match/time.ts';
import { given } from '../given.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { placeOf } from '../pitch.ts';
import type { Told } from '../telling.ts';
import type { StatsBombBook } from './book.ts';

/** A shot by what came of it: a goal, a penalty with its goal, a kick of the shoot-out, or a shot. */
export const tellShot = (row: Fields, at: MatchTime, book: StatsBombBook): readonly Told[] => {
  const shot = fieldsOf(row.shot);
  const outcome = shotOutcome(textOf(fieldsOf(shot.outcome).name));
  const keeping = book.related(row, 'Goal Keeper');
  const keeper = given('keeper', keeping && book.person(keeping));
  const who = book.who(row);
  // A kick that is blocked was the goalkeeper's to save.
  const kicked = outcome === 'blocked' ? 'saved' : outcome;
  if (at.period === 'PEN') {
    const { bodyPart, into } = attemptOf(row);
    const kick = {
      ...who,
      ...keeper,
      outcome: kicked ?? 'off-target',
      ...given('bodyPart', bodyPart),
      ...given('into', into),
    };
    return [book.told(row, { type: 'kick', at: book.kicks.next(), ...kick })];
  }
  const attempt = { at, ...who, ...given('assist', assistOf(shot, outcome, book)), ...keeper, ...attemptOf(row) };
  if (attempt.from === 'penalty' && who.club !== undefined)
    return book.kicks.penalty({ ...attempt, club: who.club, ref: textOf(row.id) ?? '0', ...given('outcome', kicked) });
  if (outcome === 'scored') return [book.told(row, { type: 'goal', ...attempt }, 'g')];
  const block = outcome === 'blocked' ? book.related(row, 'Block') : undefined;
  const blockedBy = given('blockedBy', block && book.person(block));
  return [book.told(row, { type: 'shot', ...attempt, ...given('outcome', outcome), ...blockedBy })];
};

/** The pass before a goal is an assist only where it's marked as one; before another shot it's what set it up. */
const assistOf = (shot: Fields, outcome: ShotOutcome | undefined, book: StatsBombBook): PersonId | undefined => {
  const pass = book.row(shot.key_pass_id);
  if (pass === undefined || (outcome === 'scored' && fieldsOf(pass.pass).goal_assist !== true)) return undefined;
  return book.person(pass);
};

/** What a shot, a penalty and a goal have in common, as far as the row itself says. */
type Attempt = Pick<EventOf<'goal'>, 'bodyPart' | 'from' | 'place' | 'into' | 'xg'>;

const attemptOf = (row: Fields): Attempt => {
  const shot = fieldsOf(row.shot);
  const bodyPart = BODY_PARTS[textOf(fieldsOf(shot.body_part).name) ?? ''];
  const from = originOf(textOf(fieldsOf(shot.type).name), textOf(fieldsOf(row.play_pattern).name));
  const xg = numberOf(shot.statsbomb_xg);
  const [x, y] = listOf(row.location).map(numberOf);
  const place = placeOf(x === undefined ? undefined : x / 120, y === undefined ? undefined : y / 80);
  const into = intoOf(listOf(shot.end_location).map(numberOf));
  return {
    ...given('bodyPart', bodyPart),
    ...given('from', from),
    ...given('place', from === 'penalty' ? undefined : place),
    ...given('into', into),
    ...given('xg', xg !== undefined && xg >= 0 && xg <= 1 ? xg : undefined),
  };
};

type ShotOutcome = 'scored' | 'saved' | 'off-target' | 'woodwork' | 'blocked';

const shotOutcome = (name: string | undefined): ShotOutcome | undefined => {
  switch (name) {
    case 'Goal':
      return 'scored';
    case 'Saved':
    case 'Saved Off Target':
    case 'Saved to Post':
    case 'Saved To Post':
      return 'saved';
    case 'Off T':
    case 'Wayward':
      return 'off-target';
    case 'Post':
      return 'woodwork';
    case 'Blocked':
      return 'blocked';
    default:
      return undefined;
  }
};

const BODY_PARTS: Readonly<Record<string, EventOf<'goal'>['bodyPart']>> = {
  'Right Foot': 'right-foot',
  'Left Foot': 'left-foot',
  Head: 'head',
  Other: 'other',
};

/** How the shot was taken says more than how the attack began. */
const originOf = (type: string | undefined, pattern: string | undefined): Attempt['from'] => {
  if (type === 'Penalty') return 'penalty';
  if (type === 'Free Kick') return 'free-kick';
  if (type === 'Corner' || pattern === 'From Corner') return 'corner';
  if (pattern === 'From Counter') return 'counter';
  return type === 'Open Play' ? 'open-play' : undefined;
};

/** The goal stands between 36 and 44 of the 80 yards across, and is 2.67 yards high. */
const intoOf = ([x, y, z]: readonly (number | undefined)[]): string | undefined => {
  if (x === undefined || y === undefined || x < 119.5 || y < POSTS.left || y > POSTS.right) return undefined;
  if (z !== undefined && z > BAR) return undefined;
  const third = (POSTS.right - POSTS.left) / 3;
  if (y >= POSTS.left + third && y <= POSTS.right - third) return 'middle of the goal';
  const height = z === undefined ? '' : z < BAR / 2 ? 'bottom ' : 'top ';
  return `${height}${y < POSTS.left + third ? 'left' : 'right'} corner`;
};

const POSTS = { left: 36, right: 44 };
const BAR = 2.67;
