import type { PersonId } from '../../match/fixture.ts';
import { countIn } from '../imported.ts';
import { type Fields, textOf } from '../json.ts';
import { Kicks } from '../kicks.ts';
import type { Told } from '../telling.ts';
import { type Assist, goalOf, kickOf, ownGoal, setPiece, shotOf } from './attempts.ts';
import { cardsOf } from './cards.ts';
import { type Cast, KIND, type Row, readRow, tell, touch } from './row.ts';
import { TAGS } from './tags.ts';

/** What the rows tell. One that says nothing that Touchline has a word for is counted in `unknown`. */
export const toldOfRows = (
  rows: readonly Fields[],
  cast: Cast,
  unknown: Map<string, number>,
  wrong: (row: number, message: string) => void,
): Told[] => {
  const kicks = new Kicks();
  const told: Told[] = [];
  const seen = new Set<string>();
  let assist: Assist | undefined;
  let number = -1;
  for (const fields of rows) {
    number += 1;
    const row = readRow(fields, cast);
    if (typeof row === 'string') {
      wrong(number, row);
      continue;
    }
    if (seen.has(row.id)) {
      wrong(number, `row ${row.id} came before; this one was left out`);
      continue;
    }
    seen.add(row.id);
    if (row.at.period === 'PEN' && row.event === KIND.save && facesTheKick(told, row.by.by)) continue;
    const before = told.length;
    told.push(...eventsOf(row, kicks, cast, assist));
    told.push(...cardsOf(row));
    if (told.length === before) countIn(unknown, wordOf(fields));
    const { by, club } = row.by;
    if (row.tags.has(TAGS.assist) && by !== undefined && club !== undefined) assist = { by, club, at: row.at };
  }
  return told;
};

/** In a shoot-out the keeper's row follows the kick, and says who he was. */
const facesTheKick = (told: Told[], keeper: PersonId | undefined): boolean => {
  const last = told.at(-1);
  if (last?.event.type !== 'kick' || keeper === undefined) return false;
  told[told.length - 1] = { ...last, event: { ...last.event, keeper } };
  return true;
};

const eventsOf = (row: Row, kicks: Kicks, cast: Cast, assist: Assist | undefined): Told[] => {
  const { at, by, tags } = row;
  // An own goal stands on whatever its scorer did with the ball, in his own side's row.
  if (tags.has(TAGS.ownGoal) && row.event !== KIND.save) return [ownGoal(row, cast), ...touches(row)];
  if (at.period === 'PEN') {
    return row.event === KIND.freeKick && row.sub === 35 ? [kickOf(row, kicks)] : [];
  }
  switch (row.event) {
    case KIND.duel:
      return [tell(row, touch(row, 'duel', duelOutcome(tags)))];
    case KIND.foul:
      return FOULS.has(row.sub)
        ? [tell(row, row.sub === 21 ? { type: 'handball', at, ...by } : { type: 'foul', at, ...by })]
        : [];
    case KIND.freeKick:
      return setPiece(row, kicks, assist);
    case KIND.leavingLine:
      return [tell(row, touch(row, 'leaving-line'))];
    case KIND.offside:
      return [tell(row, { type: 'offside', at, ...by })];
    case KIND.onTheBall:
      return touches(row);
    case KIND.pass:
      return [tell(row, touch(row, 'pass', passOutcome(tags)))];
    // The goal stands on the keeper's row as well: it's never counted there.
    case KIND.save:
      return [tell(row, touch(row, 'save'))];
    case KIND.shot:
      return [tags.has(TAGS.goal) ? goalOf(row, assist) : shotOf(row)];
    default:
      return [];
  }
};

/** A foul, a handball, fouls with the card later or off the ball, a violent one; the others are cards alone. */
const FOULS: ReadonlySet<number> = new Set([20, 21, 22, 23, 27]);

const touches = (row: Row): Told[] => {
  const kind = row.event === KIND.onTheBall ? ({ 70: 'acceleration', 71: 'clearance' }[row.sub] ?? 'touch') : 'touch';
  return [tell(row, touch(row, kind), 't')];
};

const duelOutcome = (tags: ReadonlySet<number>): string | undefined =>
  tags.has(TAGS.won) ? 'won' : tags.has(TAGS.lost) ? 'lost' : tags.has(TAGS.neutral) ? 'neutral' : undefined;

const passOutcome = (tags: ReadonlySet<number>): string | undefined =>
  tags.has(TAGS.accurate) ? 'complete' : tags.has(TAGS.inaccurate) ? 'incomplete' : undefined;

const wordOf = (fields: Fields): string =>
  [textOf(fields.eventName) ?? `event ${textOf(fields.eventId)}`, textOf(fields.subEventName)]
    .filter(Boolean)
    .join(': ');
