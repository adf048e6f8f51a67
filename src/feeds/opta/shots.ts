import type { EventOf } from '../../match/event.ts';
import type { PersonId } from '../../match/fixture.ts';
import { given } from '../given.ts';
import { numberOf } from '../json.ts';
import { placeOf } from '../pitch.ts';
import type { Told } from '../telling.ts';
import type { OptaBook } from './book.ts';
import { has, type OptaRow, qualifier, timeOf } from './row.ts';
import { BODY_PARTS, INTO, ORIGINS } from './words.ts';

/** Types 13 to 16, and 38: attempts, and what came of them. */
export const tellShot = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = timeOf(row);
  const who = book.who(row);
  const outcome = outcomeOf(row);
  if (at === undefined || outcome === undefined) return undefined;
  if (at.period === 'PEN') return [kickOfTheShootout(row, book, outcome)];
  if (has(row, OWN_GOAL)) return [book.told(row, { type: 'goal', at, own: true, ...given('by', who.by) }, 'g')];
  const attempt = { at, ...who, ...given('assist', assistOf(row, book)), ...attemptOf(row), ...savedBy(row, book) };
  if (has(row, PENALTY) && who.club !== undefined)
    return book.kicks.penalty(
      { ...attempt, club: who.club, ref: row.id, outcome: outcome === 'blocked' ? 'saved' : outcome },
      row.heardAt === undefined ? {} : { heardAt: row.heardAt },
    );
  if (outcome === 'scored')
    return [book.told(row, { type: 'goal', ...attempt, ...(row.type === TEMPORARY ? { tentative: true } : {}) }, 'g')];
  return [book.told(row, { type: 'shot', ...attempt, outcome, ...blockedBy(row, book) })];
};

const OWN_GOAL = 28;
const PENALTY = 9;
const BLOCKED = 82;
const ASSISTED = 29;
const XG = 321;
/** A goal that the collector has entered and nobody has confirmed. */
const TEMPORARY = 38;

type Outcome = 'scored' | 'saved' | 'off-target' | 'woodwork' | 'blocked';

const outcomeOf = (row: OptaRow): Outcome | undefined => {
  switch (row.type) {
    case 13:
      return 'off-target';
    case 14:
      return 'woodwork';
    case 15:
      return has(row, BLOCKED) ? 'blocked' : 'saved';
    case 16:
    case TEMPORARY:
      return 'scored';
    default:
      return undefined;
  }
};

const kickOfTheShootout = (row: OptaRow, book: OptaBook, outcome: Outcome): Told => {
  const { bodyPart, into } = attemptOf(row);
  return book.told(row, {
    type: 'kick',
    at: book.kicks.next(),
    ...book.who(row),
    outcome: outcome === 'blocked' ? 'saved' : outcome,
    ...savedBy(row, book),
    ...given('bodyPart', bodyPart),
    ...given('into', into),
  });
};

/** Opta counts from the goal line of the side that attacks: 100 by 100, the last a hundredth of the pitch. */
const attemptOf = (row: OptaRow): Pick<EventOf<'goal'>, 'bodyPart' | 'from' | 'place' | 'into' | 'xg'> => {
  const xg = numberOf(qualifier(row, XG));
  const from = firstOf(row, ORIGINS);
  const place = from === 'penalty' ? undefined : placeOf(partOf(row.x), partOf(row.y));
  return {
    ...given('bodyPart', firstOf(row, BODY_PARTS)),
    ...given('from', from),
    ...given('place', place),
    ...given('into', firstOf(row, INTO)),
    ...given('xg', xg !== undefined && xg >= 0 && xg <= 1 ? xg : undefined),
  };
};

const partOf = (hundredths: number | undefined): number | undefined =>
  hundredths === undefined ? undefined : hundredths / 100;

const firstOf = <T>(row: OptaRow, table: readonly (readonly [number, T])[]): T | undefined =>
  table.find(([qualifier]) => has(row, qualifier))?.[1];

const assistOf = (row: OptaRow, book: OptaBook): PersonId | undefined => {
  const pass = has(row, ASSISTED) ? book.fellow(row) : undefined;
  const by = pass === undefined ? undefined : book.person(pass);
  return by === book.person(row) ? undefined : by;
};

const SAVES: ReadonlySet<number> = new Set([10, 58]);

/** The other team's row of the same shot: who saved it, or stood in goal for the penalty. */
const savedBy = (row: OptaRow, book: OptaBook): { readonly keeper?: PersonId } => {
  const other = has(row, BLOCKED) ? undefined : book.counterpart(row);
  return other !== undefined && SAVES.has(other.type) ? given('keeper', book.person(other)) : {};
};

const blockedBy = (row: OptaRow, book: OptaBook): { readonly blockedBy?: PersonId } => {
  const other = has(row, BLOCKED) ? book.counterpart(row) : undefined;
  return other === undefined ? {} : given('blockedBy', book.person(other));
};
