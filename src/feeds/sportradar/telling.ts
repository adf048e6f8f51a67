import type { MatchEvent } from '../../match/event.ts';
import type { PersonId } from '../../match/fixture.ts';
import { isHalf, type MatchTime } from '../../match/time.ts';
import { given } from '../given.ts';
import { countIn } from '../imported.ts';
import type { FeedProblem } from '../importer.ts';
import { countOf, type Fields, fieldsOf, textOf } from '../json.ts';
import type { Told } from '../telling.ts';
import { isPlayed, TimelineBook } from './book.ts';
import { periodOf } from './clock.ts';
import { tellGoal, tellKick, tellMissedPenalty, tellShot } from './goals.ts';
import { PossibleGoals } from './possible-goals.ts';
import { type OpenReview, tellReview, tellReviewOver } from './reviews.ts';
import { addStaff, type Sheets } from './sheets.ts';

/** What a timeline tells, in Touchline's words. */
export interface TimelineTold {
  readonly told: readonly Told[];
  readonly unknown: ReadonlyMap<string, number>;
  readonly problems: readonly FeedProblem[];
}

/** Goes through a timeline in its order. A row that is sent again under its id takes the place of the earlier one. */
export const tellTimeline = (timeline: readonly unknown[], sheets: Sheets, file: string): TimelineTold => {
  const unknown = new Map<string, number>();
  const problems: FeedProblem[] = [];
  const rows = new Map<string, Fields>();
  for (const [index, value] of timeline.entries()) {
    const row = fieldsOf(value);
    if (textOf(row.type) !== undefined) rows.set(textOf(row.id) ?? `[${index}]`, row);
    else problems.push({ file, at: `timeline[${index}]`, message: 'this row has no type, and was left out' });
  }
  const teller = new Teller(new TimelineBook(sheets, [...rows.values()]));
  for (const row of rows.values()) if (!teller.tell(row)) countIn(unknown, textOf(row.type) ?? '?');
  teller.possible.drop();
  if (teller.possible.cameToNothing > 0) unknown.set('possible_goal', teller.possible.cameToNothing);
  return { told: teller.book.told, unknown, problems };
};

class Teller {
  readonly book: TimelineBook;
  readonly possible = new PossibleGoals();
  #review: OpenReview | undefined;

  constructor(book: TimelineBook) {
    this.book = book;
  }

  /** Whether Touchline has a word for the row, be it that another row has told it. */
  tell(row: Fields): boolean {
    const word = textOf(row.type) ?? '';
    const told = PERIOD_ROWS.has(word) ? this.#whistle(word, row) : this.#tell(word, row);
    for (const each of told ?? []) this.book.told.push(each);
    return told !== undefined;
  }

  #whistle(word: string, row: Fields): readonly Told[] {
    const { book } = this;
    if (word === 'match_started') return [];
    if (word === 'period_start') {
      const period = periodOf(row);
      if (period === undefined) return [];
      book.begin(period, row);
      return isHalf(period) ? [book.entry(row, { type: 'kick-off', at: { leg: 1, period, elapsed: 0 } })] : [];
    }
    // The end of a period is told by its score, by the break, or by the end of the match, whichever comes first.
    const at = book.at(row);
    const { period } = at;
    if (!isPlayed(period)) return [];
    if (!book.end(period, row)) return [];
    const goesOn = word !== 'match_ended' && book.goesOnAfter(period);
    const type = period === '1H' && word !== 'match_ended' ? 'half-time' : goesOn ? 'period-end' : 'full-time';
    return [book.entry(row, { type, at })];
  }

  #tell(word: string, row: Fields): readonly Told[] | undefined {
    const { book } = this;
    if (word === 'penalty_shootout') return tellKick(row, book);
    const at = book.at(row);
    switch (word) {
      case 'score_change':
        this.possible.scored(at, book.club(row));
        return at.period === 'PEN' ? undefined : tellGoal(row, at, book);
      case 'possible_goal':
        this.possible.add(book.entry(row, { type: 'goal', at, ...given('club', book.club(row)) }, 'g'));
        return [];
      case 'penalty_missed':
        return tellMissedPenalty(row, at, book);
      case 'shot_on_target':
      case 'shot_off_target':
        return tellShot(row, at, book);
      case 'shot_saved':
        return this.#saved(row, at);
      case 'injury_return':
      case 'player_back_from_injury':
        return this.#isHurt(book.person(row)) ? [] : undefined;
      case 'video_assistant_referee':
      case 'decision_to_var': {
        const { told, open } = tellReview(row, at, book, this.possible.at(at));
        this.#review = open;
        this.possible.told(told);
        return told;
      }
      case 'video_assistant_referee_over':
      case 'decision_to_var_over': {
        const told = tellReviewOver(row, at, book, this.#review);
        this.#review = undefined;
        this.possible.drop();
        return told;
      }
      default: {
        const event = this.#plain(word, row, at);
        if (event === undefined) return undefined;
        const entry = book.entry(row, event);
        if (event.type === 'penalty-awarded' && event.club !== undefined) book.kicks.award(event.club, entry.id, at);
        return [entry];
      }
    }
  }

  /** The other side's row of a shot names the goalkeeper. */
  #saved(row: Fields, at: MatchTime): readonly Told[] {
    const { book } = this;
    const keeper = book.person(row);
    const last = book.told.at(-1);
    const answers =
      last?.event.type === 'shot' && last.event.at.period === at.period && at.elapsed - last.event.at.elapsed <= 5000;
    if (!answers || last === undefined || last.event.type !== 'shot')
      return [
        book.entry(row, { type: 'touch', at, ...given('by', keeper), ...given('club', book.club(row)), kind: 'save' }),
      ];
    book.told[book.told.length - 1] = { ...last, event: { ...last.event, ...given('keeper', keeper) } };
    return [];
  }

  /** That somebody plays on ends the injury that was told; nobody said that he had left the pitch. */
  #isHurt(person: PersonId | undefined): boolean {
    return (
      person !== undefined && this.book.told.some(({ event }) => event.type === 'injury' && event.person === person)
    );
  }

  /** Rows that need no more than when, who and which side. */
  #plain(word: string, row: Fields, at: MatchTime): MatchEvent | undefined {
    const { book } = this;
    const club = given('club', book.club(row));
    const by = given('by', book.person(row));
    const person = book.person(row);
    switch (word) {
      case 'yellow_card':
        return { type: 'caution', at, ...given('person', person ?? this.#staff(row)), ...club };
      case 'yellow_red_card':
        return { type: 'second-yellow', at, ...given('person', person ?? this.#staff(row)), ...club };
      case 'red_card':
        return { type: 'red', at, ...given('person', person ?? this.#staff(row)), ...club };
      case 'substitution': {
        const [off, on] = [book.person(row, 'substituted_out'), book.person(row, 'substituted_in')];
        return { type: 'substitution', at, ...given('off', off), ...given('on', on), ...club };
      }
      case 'penalty_awarded':
        return { type: 'penalty-awarded', at, ...club };
      case 'injury':
        return { type: 'injury', at, ...given('person', person), ...club };
      case 'injury_time_shown': {
        const minutes = countOf(row.injury_time_announced) ?? countOf(row.injury_time);
        return minutes === undefined || minutes > 60 ? undefined : { type: 'added-time', at, minutes };
      }
      case 'offside':
        return { type: 'offside', at, ...by, ...club };
      case 'corner_kick':
        return { type: 'corner', at, ...by, ...club };
      case 'free_kick':
        return { type: 'free-kick', at, ...by, ...club };
      case 'throw_in':
        return { type: 'throw-in', at, ...by, ...club };
      case 'goal_kick':
        return { type: 'goal-kick', at, ...by, ...club };
      case 'water_break_start':
        return { type: 'delay', at, why: 'a drinks break' };
      case 'water_break_end':
        return { type: 'delay', at, ended: true };
      case 'match_stopped':
        return { type: 'suspended', at };
      case 'match_resumed':
        return { type: 'resumed', at };
      default:
        return undefined;
    }
  }

  #staff(row: Fields) {
    const club = this.book.club(row);
    return club === undefined ? undefined : addStaff(this.book.sheets.squads, club, fieldsOf(row.staff));
  }
}

const PERIOD_ROWS: ReadonlySet<string> = new Set([
  'match_started',
  'period_start',
  'period_score',
  'break_start',
  'match_ended',
]);
