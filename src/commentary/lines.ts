import type { EntryId } from '../journal/entry.ts';
import { nameOf, subjectOf } from '../journal/naming.ts';
import type { Recorded, RecordedMove } from '../journal/projection.ts';
import type { EventType, MatchEvent } from '../match/event.ts';
import { isHalf, labelOf, type MatchTime } from '../match/time.ts';
import type { Importance } from '../projections/views.ts';
import { isPastAddedTime } from './clock.ts';
import type { Fact, Telling } from './fact.ts';
import { correctionFact, unappliedFact } from './facts/corrections.ts';
import { bothNumbers, type Scene } from './facts/scene.ts';
import { silenceFact } from './facts/silence.ts';
import { importanceOf, importanceOfCorrection } from './importance.ts';
import { isLate } from './lateness.ts';
import { factOf } from './reading.ts';
import { type CommentaryState, halfOf } from './state.ts';

/** A line still to be put into words. */
export interface Line {
  /** The event that it tells of, or the entry that corrects. */
  readonly id: EntryId;
  readonly fact: Fact;
  readonly importance: Importance;
  readonly at: MatchTime;
  readonly leg: number;
  readonly label: string;
  /** Whether it tells the match, or what the feed says of itself. */
  readonly source: 'match' | 'feed';
  readonly late: boolean;
  /** Whether the feed time is told with it. */
  readonly received: boolean;
  readonly disputed: boolean;
}

/** What an entry gives to tell: mostly nothing or one line, and one more for everything that waited for it. */
export const linesFor = (recorded: Recorded, state: CommentaryState): readonly Line[] => {
  const { entry, effect, moves } = recorded;
  if (effect === 'duplicate') return [];
  if (moves.length === 0) return effect === 'applied' ? [] : unappliedLines(recorded);
  const subject = subjectOf(entry);
  const own =
    entry.kind !== 'event' || isTakenBack(subject, state)
      ? correctionLines(recorded, state)
      : eventLines(subject, recorded, state);
  if (moves.length === 1) return own;
  // What was told before it fell is only marked as true again.
  const waited = moves.filter(
    ({ id, was, now }) =>
      id !== subject && was === undefined && now !== undefined && state.linesOf.get(id) === undefined,
  );
  return [...own, ...waited.flatMap(({ id }) => eventLines(id, recorded, state))].slice(0, LINES_MAX);
};

/** A line as its language gets it. */
export const tellingOf = (line: Line, state: CommentaryState, { before, after }: Recorded): Telling => {
  const { fact, at, source, late, disputed } = line;
  const current = source === 'match' && !late;
  const { addedTime } = after.clock;
  const played =
    current && isPastAddedTime(at, addedTime) && state.addedTimeTold !== halfOf(at) ? addedTime : undefined;
  const numbers = current && !TELLS_NUMBERS.has(fact.type) ? bothNumbers({ whole: { before, after } }) : undefined;
  return {
    fact,
    ...(late ? { late: line.leg === after.leg ? {} : { leg: line.leg } } : {}),
    ...(disputed ? { disputed: true } : {}),
    ...(numbers === undefined ? {} : { numbers }),
    ...(played === undefined ? {} : { addedTimePlayed: played }),
  };
};

/** Each line of an entry has its place between that entry's and the next one's. */
const LINES_MAX = 9;

const eventLines = (id: EntryId, recorded: Recorded, state: CommentaryState): readonly Line[] => {
  const move = recorded.moves.find((its) => its.id === id);
  const claim = move?.now;
  if (move === undefined || claim === undefined) return [];
  const { event, reported } = claim;
  const late = isLate(event.at, recorded.before);
  const known = event.type === 'note' && state.notes.get(event.text) !== undefined;
  const fact = UNTOLD.has(event.type) || known ? undefined : factOf(sceneOf(move, event, late, recorded, state));
  if (fact === undefined) return recorded.late ? [] : silentLines(id, event, recorded, state);
  return [
    {
      ...lineAt(event.at, id, fact),
      importance: importanceOf(event, fact),
      late,
      received: recorded.late && recorded.entry.kind === 'event',
      disputed: reported?.fact === 'disputed',
    },
  ];
};

const sceneOf = (
  move: RecordedMove,
  event: MatchEvent,
  late: boolean,
  { before, after }: Recorded,
  { lastChange }: CommentaryState,
): Scene => {
  const reported = move.now?.reported;
  const sources = reported?.fact === 'reported' || reported?.fact === 'disputed' ? reported.by : undefined;
  return {
    id: move.id,
    event,
    before: move.before,
    after: move.after,
    whole: event.at.leg === after.leg ? { before, after } : move,
    current: after,
    late,
    ...(sources === undefined ? {} : { sources: [sources].flat() }),
    ...(lastChange === undefined ? {} : { lastChange }),
  };
};

const silentLines = (
  id: EntryId,
  event: MatchEvent,
  { after }: Recorded,
  { last }: CommentaryState,
): readonly Line[] => {
  const fact = silenceFact(event, after, last);
  return fact === undefined ? [] : [lineAt(event.at, id, fact)];
};

const correctionLines = (recorded: Recorded, state: CommentaryState): readonly Line[] => {
  const { entry, moves, subject } = recorded;
  const id = subjectOf(entry);
  const now = moves.find((move) => move.id === id)?.now?.event;
  const was = subject?.event ?? now;
  const known = state.linesOf.get(id) !== undefined;
  const confirmed = was?.type === 'goal' && was.tentative === true && now?.type === 'goal' && now.tentative !== true;
  if (now !== undefined && (!known || confirmed)) {
    return eventLines(id, recorded, state).map((line) => ({
      ...line,
      received: true,
      fact: confirmed && line.fact.type === 'goal' ? { ...line.fact, confirmed: true as const } : line.fact,
    }));
  }
  const fact = known ? correctionFact(recorded) : undefined;
  if (fact === undefined) return [];
  const events = [was, now].filter((event) => event !== undefined);
  return [{ ...lineOfFeed(recorded, fact), importance: importanceOfCorrection(fact, events) }];
};

const unappliedLines = (recorded: Recorded): readonly Line[] => {
  const { entry, effect, subject } = recorded;
  const event = entry.kind === 'retraction' ? subject?.event : entry.event;
  const fact = event === undefined || UNTOLD.has(event.type) ? undefined : unappliedFact(recorded);
  if (fact === undefined) return [];
  const line = lineOfFeed(recorded, fact);
  // The id is another report's, which stands.
  return [{ ...line, importance: 'detail', id: effect === 'conflict' ? `e${entry.seq}` : line.id }];
};

const lineAt = (at: MatchTime, id: EntryId, fact: Fact): Line => ({
  id,
  fact,
  importance: 'normal',
  at,
  leg: at.leg,
  label: labelOf(at),
  source: 'match',
  late: false,
  received: false,
  disputed: false,
});

/** Told when it is received, so the label is where the watch stands. */
const lineOfFeed = ({ entry, before, after }: Recorded, fact: Fact): Line => {
  const { leg, clock } = after;
  // What is taken back may have been the newest thing on the watch, and the watch hasn't gone back for those who looked.
  const same = before.leg === leg && before.clock.period === clock.period;
  const watch = same && before.clock.watch.elapsed > clock.watch.elapsed ? before.clock.watch : clock.watch;
  const at = { leg, ...(isHalf(clock.period) ? watch : { period: clock.period, elapsed: 0 }) };
  return { ...lineAt(at, nameOf(entry), fact), source: 'feed', received: true };
};

const isTakenBack = (id: EntryId, { lines, linesOf }: CommentaryState): boolean =>
  linesOf.get(id)?.some((key) => lines.get(key)?.retractedBy !== undefined) === true;

/** Play goes on in touches, throw-ins and figures; nobody is told of each. */
const UNTOLD: ReadonlySet<EventType> = new Set<EventType>([
  'touch',
  'throw-in',
  'statistics',
  'possession',
  'shoot-out-score',
]);

const TELLS_NUMBERS: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'line-ups',
  'caution',
  'second-yellow',
  'red',
  'card-transferred',
  'card-cancelled',
  'substitution',
  'temporarily-off',
  'back-on',
  'left',
  'arrived',
  'var-decision',
]);
