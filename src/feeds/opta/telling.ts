import type { MatchEvent } from '../../match/event.ts';
import { given } from '../given.ts';
import { countIn } from '../imported.ts';
import type { Told } from '../telling.ts';
import { OptaBook } from './book.ts';
import { tellChange, tellFormation, tellMove } from './changes.ts';
import type { OptaFacts } from './facts.ts';
import { tellCard, tellFoul } from './fouls.ts';
import { has, latestRows, type OptaRow, qualifier } from './row.ts';
import { tellShot } from './shots.ts';
import { openingOf, tellAddedTime, tellConditions, tellDelay, tellDelayOver, tellEnd, tellStart } from './stoppages.ts';
import { TOUCHES, wordOf } from './words.ts';

/** What the rows of Opta's events tell, in Touchline's words. */
export interface OptaTold {
  readonly told: readonly Told[];
  readonly unknown: ReadonlyMap<string, number>;
  /** For what else is told of the same match. */
  readonly book: OptaBook;
}

/** Tells the latest version of each row, in match order. */
export const tellOpta = (rows: readonly OptaRow[], facts: OptaFacts): OptaTold => {
  const latest = latestRows(rows);
  const book = new OptaBook(facts, latest);
  const unknown = new Map<string, number>();
  const told: Told[] = [];
  for (const row of latest) {
    const its = tell(row, book);
    if (its === undefined) countIn(unknown, unknownWord(row));
    else for (const each of its) told.push(each);
  }
  return { told, unknown, book };
};

/** What was deleted, be it after a review, keeps its old type in a qualifier. */
const DELETED: ReadonlySet<number> = new Set([43, 84]);
const OLD_TYPE = 144;

const unknownWord = (row: OptaRow): string => {
  const old = DELETED.has(row.type) ? qualifier(row, OLD_TYPE) : undefined;
  return old === undefined ? wordOf(row.type) : `${wordOf(row.type)} (${wordOf(Number(old)).toLowerCase()})`;
};

/** What a row tells; nothing where another row tells it as well; `undefined` where Touchline has no word for it. */
const tell = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  switch (row.type) {
    case 1:
      return tellPass(row, book);
    case 2:
    case 72:
      return tellOffside(row, book);
    case 4:
      return tellFoul(row, book);
    case 13:
    case 14:
    case 15:
    case 16:
    case 38:
      return tellShot(row, book);
    case 17:
      return tellCard(row, book);
    case 18:
    case 19:
      return tellChange(row, book);
    case 20:
    case 21:
    case 22:
    case 77:
      return tellMove(row, book);
    case 24:
      return tellConditions(row, book);
    case 27:
      return tellDelay(row, book);
    case 28:
      return tellDelayOver(row, book);
    case 30:
      return tellEnd(row, book);
    case 32:
      return tellStart(row, book);
    case 40:
      return tellFormation(row, book);
    case 70:
      return tellAddedTime(row, book);
    // The side that concedes a corner has a row too, as has the keeper who faces a penalty or the defender who
    // catches somebody offside: each is told with the other's.
    case 6:
      return row.success === false ? [] : tellPlain(row, book);
    case 34:
    case 55:
    case 58:
      return [];
    default:
      return tellPlain(row, book);
  }
};

/** A pass that restarts play is told as the restart; the first of a half has been told with its start. */
const tellPass = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = book.at(row);
  if (at === undefined) return undefined;
  const who = book.who(row);
  if (has(row, 279))
    return openingOf(row.period, book) === row
      ? []
      : [book.told(row, { type: 'kick-off', at, ...given('club', who.club) })];
  if (has(row, 107)) return [book.told(row, { type: 'throw-in', at, ...who })];
  if (has(row, 124)) return [book.told(row, { type: 'goal-kick', at, ...who })];
  if (has(row, 5)) return [book.told(row, { type: 'free-kick', at, ...who })];
  return tellPlain(row, book);
};

/** The pass names who was caught (qualifier 7); where he has a row of his own (type 72), that tells it. */
const tellOffside = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = book.at(row);
  if (at === undefined) return undefined;
  const isPass = row.type === 2;
  if (isPass && book.rows.some(({ type, period, min }) => type === 72 && period === row.period && min === row.min))
    return tellPlain(row, book);
  const by = isPass ? book.person({ ...row, person: qualifier(row, 7), personName: undefined }) : book.person(row);
  return [book.told(row, { type: 'offside', at, ...given('by', by), ...given('club', book.club(row)) })];
};

/** Whatever needs no more than who did it. */
const tellPlain = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = book.at(row);
  const event = at && plainEvent(row, at, book);
  return event === undefined ? undefined : [book.told(row, event)];
};

const plainEvent = (row: OptaRow, at: MatchEvent['at'], book: OptaBook): MatchEvent | undefined => {
  const who = book.who(row);
  switch (row.type) {
    case 6:
      return { type: 'corner', at, ...who };
    case 51: {
      const outcome = has(row, 170) ? 'led to a goal' : has(row, 169) ? 'led to a shot' : undefined;
      return { type: 'error', at, ...who, ...given('outcome', outcome) };
    }
    case 60:
      return { type: 'chance', at, ...who, outcome: 'missed' };
    case 64:
      return { type: 'resumed', at };
    case 68:
      return { type: 'dropped-ball', at, ...who };
    case 75:
      return { type: 'delay', at };
    case 76:
      return { type: 'abandoned', at };
    default: {
      const kind = TOUCHES[row.type];
      if (kind === undefined) return undefined;
      const outcome = row.success === undefined ? undefined : row.success ? 'complete' : 'incomplete';
      return {
        type: 'touch',
        at,
        ...who,
        kind,
        ...given('outcome', outcome),
        ...given('x', row.x),
        ...given('y', row.y),
      };
    }
  }
};
