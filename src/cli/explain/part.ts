import { History } from '../../journal/history.ts';
import type { Recording } from '../../journal/recording.ts';
import type { Fixture } from '../../match/fixture.ts';
import { isOfRecord, oneView } from '../../playback/one-view.ts';
import { partOf } from '../../playback/part.ts';
import type { MatchHistory } from '../../playback/views.ts';
import type { ViewName, Views } from '../../projections/views.ts';
import { type Keys, VIEW_KEYS } from '../../scenario/view-keys.ts';
import { WrongUse } from '../complaint.ts';

/**
 * Sees to it that a view can have such a part: its keys are those of the view, and its ids have stood there at some
 * moment or are somebody's of the fixture. Throws `WrongUse` with the nearest name where it can't.
 */
export const partNamed = (match: Recording, view: ViewName, path: readonly string[]): void => {
  let keys: Keys = VIEW_KEYS.keys[view];
  const seen = path.length === 0 ? undefined : History.of<Views>(match, oneView(view));
  for (const [depth, step] of path.entries()) {
    const above = [view, ...path.slice(0, depth)].join('.');
    // Of a list, one by its number.
    if (keys === true && /^\d+$/.test(step)) continue;
    if (keys === true) throw new WrongUse(`${above} has no parts; ask for ${above} itself`);
    if ('each' in keys) {
      const known = seen === undefined ? [] : idsAt(seen, view, path.slice(0, depth));
      if (!known.includes(step) && !isInFixture(match.header.fixture, step)) {
        const names = [...new Set([...known, ...peopleAndClubs(match.header.fixture)])];
        throw new WrongUse(`${above} never holds "${step}"`, {
          word: step,
          names,
          ...(known.length === 0 ? { otherwise: 'it stays empty in this match' } : {}),
        });
      }
      keys = keys.each;
    } else {
      const inner: Keys | undefined = Object.hasOwn(keys.keys, step) ? keys.keys[step] : undefined;
      if (inner === undefined)
        throw new WrongUse(`${above} has no "${step}"`, { word: step, names: Object.keys(keys.keys) });
      keys = inner;
    }
  }
};

/** Every id that has stood there; of a record the end knows them all. */
const idsAt = (history: MatchHistory, view: ViewName, path: readonly string[]): readonly string[] => {
  const ids = new Set<string>();
  let last: unknown;
  for (let cursor = isOfRecord(view) ? history.length : 0; cursor <= history.length; cursor += 1) {
    const part = partOf(history.viewsAt(cursor)[view], path);
    if (part === last || typeof part !== 'object' || part === null) continue;
    for (const id of Object.keys(part)) ids.add(id);
    last = part;
  }
  return [...ids];
};

const isInFixture = (fixture: Fixture, id: string): boolean => peopleAndClubs(fixture).includes(id);

const peopleAndClubs = ({ clubs }: Fixture): string[] =>
  Object.entries(clubs).flatMap(([code, { people }]) => [code, ...Object.keys(people)]);
