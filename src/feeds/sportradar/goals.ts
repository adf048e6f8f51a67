import type { EventOf } from '../../match/event.ts';
import type { MatchTime } from '../../match/time.ts';
import { given } from '../given.ts';
import { countOf, type Fields, numberOf, textOf } from '../json.ts';
import { placeOf } from '../pitch.ts';
import type { Told } from '../telling.ts';
import type { TimelineBook } from './book.ts';

/** `score_change`: the side whose score it raises, who scored, how, and the score after it. */
export const tellGoal = (row: Fields, at: MatchTime, book: TimelineBook): readonly Told[] => {
  const club = book.club(row);
  const method = textOf(row.method) ?? '';
  const running = runningOf(row);
  const own = method === 'own_goal';
  // The scorer of an own goal plays for the others.
  const by = book.person(row, 'scorer', own ? book.opponents(club) : club) ?? book.person(row, undefined, club);
  const assist = book.person(row, 'assist');
  const attempt = { at, ...given('by', by), ...given('club', club), ...given('assist', assist), ...attemptOf(row) };
  if (method === 'penalty' && club !== undefined)
    return book.kicks.penalty(
      { ...attempt, club, ref: textOf(row.id) ?? '0', outcome: 'scored', ...given('running', running) },
      book.source(row),
    );
  const goal: EventOf<'goal'> = own
    ? { type: 'goal', at, own, ...given('by', by), ...given('club', club), ...given('running', running) }
    : { type: 'goal', ...attempt, ...given('running', running) };
  return [book.entry(row, goal, 'g')];
};

/** `penalty_missed`: how isn't always told. */
export const tellMissedPenalty = (row: Fields, at: MatchTime, book: TimelineBook): readonly Told[] | undefined => {
  const club = book.club(row);
  if (club === undefined) return undefined;
  const kick = { at, club, ref: textOf(row.id) ?? '0', ...given('by', book.person(row)) };
  return book.kicks.penalty({ ...kick, ...given('outcome', missedAs(row)) }, book.source(row));
};

const missedAs = (row: Fields): 'saved' | 'woodwork' | 'off-target' | undefined => {
  const word = textOf(row.outcome) ?? textOf(row.status) ?? textOf(row.method) ?? '';
  if (/sav/.test(word)) return 'saved';
  if (/post|bar|wood/.test(word)) return 'woodwork';
  return /off|wide|over|^miss$/.test(word) ? 'off-target' : undefined;
};

/** `penalty_shootout`: scored or missed; whether it was saved isn't always told. */
export const tellKick = (row: Fields, book: TimelineBook): readonly Told[] => {
  const club = book.club(row);
  const word = textOf(row.status) ?? textOf(row.outcome) ?? textOf(row.description) ?? '';
  const isScored = /^(scored|goal)$/.test(word);
  const missed = missedAs(row);
  const outcome = isScored ? 'scored' : (missed ?? 'off-target');
  const who = { ...given('by', book.person(row)), ...given('club', club) };
  const kick = book.entry(row, { type: 'kick', at: book.kicks.next(), ...who, outcome });
  return [isScored || missed !== undefined ? kick : { ...kick, note: 'how the kick was missed is not said' }];
};

/** `shot_on_target`, which wasn't a goal, and `shot_off_target`. */
export const tellShot = (row: Fields, at: MatchTime, book: TimelineBook): readonly Told[] => {
  const word = textOf(row.outcome) ?? '';
  const outcome =
    textOf(row.type) === 'shot_on_target'
      ? 'saved'
      : /block/.test(word)
        ? 'blocked'
        : /post|bar|wood/.test(word)
          ? 'woodwork'
          : 'off-target';
  const who = { ...given('by', book.person(row)), ...given('club', book.club(row)) };
  return [book.entry(row, { type: 'shot', at, ...who, outcome, ...attemptOf(row) })];
};

const attemptOf = (row: Fields): Pick<EventOf<'goal'>, 'bodyPart' | 'from' | 'place'> => {
  const method = textOf(row.method);
  const from = ORIGINS[method ?? ''];
  return {
    ...(method === 'header' ? { bodyPart: 'head' } : {}),
    ...given('from', from),
    ...given('place', from === 'penalty' ? undefined : placeIn(row)),
  };
};

const ORIGINS: Readonly<Record<string, EventOf<'goal'>['from']>> = {
  penalty: 'penalty',
  free_kick: 'free-kick',
  corner: 'corner',
};

/** The home side plays towards x = 100 in both halves, the other towards nought; y counts across. */
const placeIn = ({ x, y, competitor }: Fields): string | undefined => {
  const [along, across] = [numberOf(x), numberOf(y)];
  if (along === undefined || across === undefined) return undefined;
  return placeOf((textOf(competitor) === 'away' ? 100 - along : along) / 100, across / 100);
};

const runningOf = ({ home_score, away_score }: Fields): EventOf<'goal'>['running'] => {
  const [home, away] = [countOf(home_score), countOf(away_score)];
  return home === undefined || away === undefined || home > 99 || away > 99 ? undefined : { home, away };
};
