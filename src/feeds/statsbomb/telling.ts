import type { EventOf, MatchEvent } from '../../match/event.ts';
import type { MatchTime } from '../../match/time.ts';
import { atWatch } from '../clock.ts';
import { given } from '../given.ts';
import { countIn } from '../imported.ts';
import type { FeedProblem } from '../importer.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import type { Told } from '../telling.ts';
import { StatsBombBook } from './book.ts';
import { watchOf } from './clock.ts';
import type { MatchFiles } from './files.ts';
import { tellCard, tellFoul } from './fouls.ts';
import { formationOf, type Sheets } from './sheets.ts';
import { tellShot } from './shots.ts';

/** What StatsBomb's rows tell, in Touchline's words. */
export interface StatsBombTold {
  readonly told: readonly Told[];
  readonly unknown: ReadonlyMap<string, number>;
  readonly problems: readonly FeedProblem[];
}

/** Goes through the rows by their `index`, which says as well what comes first at one instant. */
export const tellRows = (files: MatchFiles, sheets: Sheets): StatsBombTold => {
  const unknown = new Map<string, number>();
  const problems: FeedProblem[] = [];
  const rows = files.events.toSorted((a, b) => (numberOf(a.index) ?? 0) - (numberOf(b.index) ?? 0));
  const book = new StatsBombBook(rows, sheets);
  const places = new Map(files.events.map((row, index) => [row, `[${index}]`]));
  const told = rows.flatMap((row): readonly Told[] => {
    const word = textOf(fieldsOf(row.type).name);
    const watch = watchOf(row);
    if (word === undefined || watch === undefined) {
      const what = word === undefined ? 'has no type' : 'has no period or time that could be read';
      problems.push({
        file: files.file,
        ...given('at', places.get(row)),
        message: `this row ${what}, and was left out`,
      });
      return [];
    }
    const at = watch.period === 'PEN' ? book.kicks.during() : atWatch(watch);
    const its = tell(word, row, at, book);
    if (its === undefined) countIn(unknown, word);
    return its ?? [];
  });
  return { told, unknown, problems };
};

/** What a row tells; nothing where another row tells it as well; `undefined` where Touchline has no word for it. */
const tell = (word: string, row: Fields, at: MatchTime, book: StatsBombBook): readonly Told[] | undefined => {
  switch (word) {
    // Told with the line-ups.
    case 'Starting XI':
      return [];
    case 'Half Start':
      return at.period === 'PEN' || !book.isFirst(`start ${at.period}`) ? [] : [book.told(row, kickOff(at, book))];
    case 'Half End':
      return book.isFirst(`end ${at.period}`) ? [book.told(row, whistle(row, at, book))] : [];
    case 'Pass':
      return tellPass(row, at, book);
    case 'Shot':
      return tellShot(row, at, book);
    case 'Own Goal Against':
      return [book.told(row, { type: 'goal', at, own: true, ...given('by', book.person(row)) }, 'g')];
    case 'Own Goal For':
      return book.related(row, 'Own Goal Against') === undefined
        ? [book.told(row, { type: 'goal', at, own: true, ...given('club', book.club(row)) }, 'g')]
        : [];
    case 'Foul Committed':
      return tellFoul(row, at, book);
    case 'Foul Won':
      return book.related(row, 'Foul Committed') === undefined ? undefined : [];
    case 'Bad Behaviour':
      return tellCard(row, at, fieldsOf(row.bad_behaviour), book);
    // A save is told with the shot that it answers; what else a goalkeeper does is a touch.
    case 'Goal Keeper':
      if (book.related(row, 'Shot') !== undefined) return [];
      return [
        book.told(row, touch(row, at, book, textOf(fieldsOf(fieldsOf(row.goalkeeper).type).name) ?? 'goalkeeper')),
      ];
    default: {
      const event = plainEvent(word, row, at, book);
      return event === undefined ? undefined : [book.told(row, event)];
    }
  }
};

const kickOff = (at: MatchTime, book: StatsBombBook): MatchEvent => {
  const taken = book.kickOffs.get(at.period);
  return { type: 'kick-off', at: { ...at, elapsed: 0 }, ...given('club', taken && book.club(taken)) };
};

const whistle = ({ period }: Fields, at: MatchTime, { lastPeriod }: StatsBombBook): MatchEvent => {
  if (at.period === '1H') return { type: 'half-time', at };
  return { type: (numberOf(period) ?? 0) < lastPeriod ? 'period-end' : 'full-time', at };
};

/** A pass that restarts play is told as the restart; the first of a half has been told with its start. */
const tellPass = (row: Fields, at: MatchTime, book: StatsBombBook): readonly Told[] => {
  const pass = fieldsOf(row.pass);
  const outcome = textOf(fieldsOf(pass.outcome).name);
  const restart = RESTARTS[textOf(fieldsOf(pass.type).name) ?? ''];
  const who = book.who(row);
  const event: MatchEvent =
    restart === 'kick-off'
      ? { type: 'kick-off', at, ...given('club', who.club) }
      : restart !== undefined
        ? { type: restart, at, ...who }
        : { ...touch(row, at, book, 'pass'), outcome: passOutcome(outcome) };
  const isOpening = restart === 'kick-off' && book.kickOffs.get(at.period) === row;
  const told = isOpening ? [] : [book.told(row, event)];
  if (outcome !== 'Pass Offside') return told;
  const caught = given('by', book.named(pass.recipient, who.club));
  return [...told, book.told(row, { type: 'offside', at, ...caught, ...given('club', who.club) }, 'offside')];
};

const RESTARTS: Readonly<Record<string, 'corner' | 'free-kick' | 'goal-kick' | 'throw-in' | 'kick-off'>> = {
  Corner: 'corner',
  'Free Kick': 'free-kick',
  'Goal Kick': 'goal-kick',
  'Throw-in': 'throw-in',
  'Kick Off': 'kick-off',
};

/** StatsBomb gives a pass no outcome when it arrived. */
const passOutcome = (name: string | undefined): string =>
  name === undefined ? 'complete' : name.toLowerCase().replace(/^pass /, '');

/** Rows that need no more than when, who and which side. */
const plainEvent = (word: string, row: Fields, at: MatchTime, book: StatsBombBook): MatchEvent | undefined => {
  const who = book.who(row);
  const [person, club] = [who.by, given('club', who.club)];
  switch (word) {
    case 'Substitution': {
      const { replacement, outcome } = fieldsOf(row.substitution);
      const on = given('on', book.named(replacement, who.club));
      const reason = given('reason', CHANGED_FOR[textOf(fieldsOf(outcome).name) ?? '']);
      return { type: 'substitution', at, ...given('off', person), ...on, ...club, ...reason };
    }
    case 'Player Off': {
      const type = fieldsOf(row.player_off).permanent === true ? 'left' : 'temporarily-off';
      return person === undefined ? undefined : { type, at, person, ...club };
    }
    case 'Player On':
      return person === undefined ? undefined : { type: 'back-on', at, person, ...club };
    case 'Injury Stoppage':
      return { type: 'injury', at, ...given('person', person), ...club };
    case 'Referee Ball-Drop':
      return { type: 'dropped-ball', at, ...who };
    case 'Tactical Shift': {
      const formation = formationOf(fieldsOf(row.tactics).formation);
      if (who.club === undefined || formation === undefined) return undefined;
      return { type: 'formation', at, club: who.club, formation };
    }
    case 'Offside':
      return { type: 'offside', at, ...who };
    case 'Error':
      return { type: 'error', at, ...who };
    default:
      return TOUCHES[word] === undefined ? undefined : touch(row, at, book, TOUCHES[word]);
  }
};

const CHANGED_FOR: Readonly<Record<string, 'tactical' | 'injury'>> = { Tactical: 'tactical', Injury: 'injury' };

/** Rows in which somebody has the ball; pressing without it is no touch. */
const TOUCHES: Readonly<Record<string, string>> = {
  'Ball Receipt*': 'receipt',
  Carry: 'carry',
  Dribble: 'dribble',
  Duel: 'duel',
  '50/50': 'duel',
  Interception: 'interception',
  Clearance: 'clearance',
  Block: 'block',
  'Ball Recovery': 'recovery',
  Miscontrol: 'miscontrol',
  Dispossessed: 'dispossessed',
  Shield: 'shield',
};

/** With the place as StatsBomb gives it: 120 by 80, towards the opponents' goal. */
const touch = (row: Fields, at: MatchTime, book: StatsBombBook, kind: string): EventOf<'touch'> => {
  const [x, y] = listOf(row.location).map(numberOf);
  return { type: 'touch', at, ...book.who(row), kind: kind.toLowerCase(), ...given('x', x), ...given('y', y) };
};
