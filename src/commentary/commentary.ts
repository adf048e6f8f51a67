import { nameOf, subjectOf } from '../journal/naming.ts';
import type { Projection, Recorded } from '../journal/projection.ts';
import { ChangeLog } from '../match/ledger.ts';
import type { CommentaryItem, CommentaryView } from '../projections/views.ts';
import { english } from './en.ts';
import type { Language } from './language.ts';
import { type Line, linesFor, tellingOf } from './lines.ts';
import { withCorrections, withSuperseded } from './marks.ts';
import { type CommentaryState, halfOf } from './state.ts';
import { castOf, NOTHING_TOLD, write } from './telling.ts';

/**
 * The match in sentences, entry by entry, in the order received. A line once written is never rewritten: a correction
 * is a line of its own, and leaves marks on the lines that it corrects.
 */
export const commentaryIn = (language: Language): Projection<CommentaryState, Recorded, CommentaryView> => ({
  init: (fixture) => ({
    cast: castOf(fixture),
    lines: ChangeLog.empty<CommentaryItem>(),
    linesOf: ChangeLog.empty<readonly string[]>(),
    notes: ChangeLog.empty<true>(),
    told: NOTHING_TOLD,
  }),
  evolve: (state, recorded) => {
    const written = linesFor(recorded, state).reduce(
      (next, line, place) => withLine(next, line, place, recorded, language),
      withCorrections(state, recorded),
    );
    return withSuperseded(written, recorded);
  },
  view: ({ lines }) => lines.object,
});

/** In English. */
export const commentary = commentaryIn(english);

/** `place` is 0 for the entry's first line. */
const withLine = (
  state: CommentaryState,
  line: Line,
  place: number,
  recorded: Recorded,
  language: Language,
): CommentaryState => {
  const { entry, after } = recorded;
  const told = state.told.leg === after.leg ? state.told : { ...NOTHING_TOLD, leg: after.leg };
  const telling = tellingOf(line, state, recorded);
  const seed = place === 0 ? nameOf(entry) : `${nameOf(entry)} ${line.id}`;
  const written = write(language, state.cast, told, seed, (voice) => language.tell(telling, voice));
  if (written === undefined) return state;
  const key = `c${entry.seq}${place === 0 ? '' : String.fromCharCode(97 + place)}`;
  const item: CommentaryItem = {
    order: entry.seq + place / 10,
    leg: line.leg,
    entry: line.id,
    label: line.label,
    text: written.text,
    importance: line.importance,
    ...(line.received ? { received: recorded.received } : {}),
  };
  return {
    ...withTold(state, line, telling.addedTimePlayed !== undefined),
    lines: state.lines.set(key, item),
    linesOf: withKey(state.linesOf, aboutOf(line, recorded), key),
    told: written.told,
  };
};

const withTold = (
  state: CommentaryState,
  { fact, at, source, late }: Line,
  addedTimeTold: boolean,
): CommentaryState => ({
  ...state,
  notes: fact.type === 'note' ? state.notes.set(fact.event.text, true) : state.notes,
  ...(source === 'match' && !late ? { last: at } : {}),
  ...(fact.type === 'substitution' ? { lastChange: { club: fact.club, at } } : {}),
  ...(addedTimeTold ? { addedTimeTold: halfOf(at) } : {}),
});

/** The event that a line tells of; a correction's is what it corrects. */
const aboutOf = ({ fact, id, source }: Line, { entry }: Recorded): string | undefined => {
  if (fact.type === 'silence' || fact.type === 'unapplied') return undefined;
  return source === 'feed' ? subjectOf(entry) : id;
};

const withKey = (
  linesOf: CommentaryState['linesOf'],
  id: string | undefined,
  key: string,
): CommentaryState['linesOf'] => (id === undefined ? linesOf : linesOf.set(id, [...(linesOf.get(id) ?? []), key]));
