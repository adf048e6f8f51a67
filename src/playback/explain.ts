import type { Entry } from '../journal/entry.ts';
import { History } from '../journal/history.ts';
import type { Recording } from '../journal/recording.ts';
import type { ViewName, Views } from '../projections/views.ts';
import { type Passed, type Replay, stepsOf } from './chain.ts';
import { isConcerned } from './concern.ts';
import type { Change, Explained, Why } from './explanation.ts';
import { isOfRecord, oneView, oneViewLogged } from './one-view.ts';
import { changesBetween, partOf } from './part.ts';
import { upTo } from './up-to.ts';
import type { MatchHistory } from './views.ts';

/**
 * Why a part of a view is what it is at a moment. The journal is replayed entry by entry, as far as it's about the match
 * up to then, and whatever changes the part on the way is a step; so are the entries that led to one of those, and those
 * that concern the part and changed nothing. Of a view of one leg, the steps are those of the leg that it shows.
 */
export const explain = (recording: Recording, { view, path = [], at, asOf }: Why): Explained => {
  const whole = History.of<Views>(recording, oneView(view));
  const answered = whole.answer({ ...(at === undefined ? {} : { at }), ...(asOf === undefined ? {} : { asOf }) });
  if (!answered.ok) return answered;
  const { cursor, views } = answered;
  const known = recording.entries.slice(0, cursor);
  const meant = at === undefined ? known : upTo(known, at, whole);
  // A record is written once, as the entries came: what lies beyond the moment is left out of it only afterwards.
  const replay = isOfRecord(view)
    ? within(meant, views[view] ?? {}, path, replayed(recording, known, view, path))
    : replayed(recording, meant, view, path);
  const value = partOf(views[view], path);
  return {
    ok: true,
    explanation: {
      view,
      path,
      ...(value === undefined ? {} : { value }),
      cursor,
      steps: stepsOf(replay, { view, path }),
    },
  };
};

const replayed = (
  { header }: Recording,
  entries: readonly Entry[],
  view: ViewName,
  path: readonly string[],
): Replay => {
  const grown = new History<Views>(header, oneViewLogged(view));
  const shown = (history: MatchHistory): unknown => partOf(history.viewsAt(history.length)[view], path);
  let passed: Passed[] = [];
  let value = shown(grown);
  for (const [index, entry] of entries.entries()) {
    // Where some were left out, the others close up: a journal has no gaps.
    const recorded = grown.append({ ...entry, seq: index + 1 });
    if (recorded.after.leg > recorded.before.leg && !OF_ALL_LEGS.has(view)) {
      passed = [];
      value = shown(History.of<Views>(begun(header, recorded.after.leg), oneViewLogged(view)));
    }
    const now = shown(grown);
    const changes = changesBetween(value, now).filter((change) => isTelling(change, view, path));
    passed.push({ entry, recorded, changes, isConcerned: isConcerned(view, path, recorded) });
    value = now;
  }
  return { passed, history: grown };
};

/** Of what was done to a record, what is about the entries meant, and about items that are shown. */
const within = (
  meant: readonly Entry[],
  shown: object,
  asked: readonly string[],
  { passed, history }: Replay,
): Replay => {
  const seqs = new Set(meant.map(({ seq }) => seq));
  const isShown = ({ path }: Change): boolean => Object.hasOwn(shown, [...asked, ...path][0] ?? '');
  return {
    passed: passed.flatMap((each) =>
      seqs.has(each.entry.seq) ? [{ ...each, changes: each.changes.filter(isShown) }] : [],
    ),
    history,
  };
};

const OF_ALL_LEGS: ReadonlySet<ViewName> = new Set<ViewName>(['aggregate', 'timeline', 'commentary']);

/** A match whose leg has just begun. */
const begun = (header: Recording['header'], leg: number): Recording => {
  const event = { type: 'note' as const, text: 'the leg begins', at: { leg, period: 'pre' as const, elapsed: 0 } };
  return { header, entries: [{ kind: 'event', seq: 1, offset: 0, id: 'begun', event }] };
};

/** The watch moves with every entry, restarts come and go, and sums repeat their parts: they count only for who asks for them. */
const isTelling = ({ path: [first = ''] }: Change, view: ViewName, asked: readonly string[]): boolean =>
  asked.length > 0 || !(REPEATED[view] ?? []).includes(first);

const REPEATED: Readonly<Partial<Record<ViewName, readonly string[]>>> = {
  clock: ['elapsed', 'label', 'restart'],
  aggregate: ['legs'],
  cards: ['totals'],
};
