import canonicalize from 'canonicalize';
import { type Recording, readRecording, writeRecording } from '../journal/recording.ts';
import { compareTime, type MatchTime } from '../match/time.ts';
import { history, type MatchHistory } from '../playback/views.ts';
import type { Views } from '../projections/views.ts';
import { apply, diff, type Json } from '../wire/patch.ts';
import { isSame, sameByStep } from './same.ts';

/** A law of the house that a recording breaks; that is a bug of Touchline's, never of the one who wrote it. */
export interface BrokenLaw {
  readonly message: string;
  /** Entries shown where it was found out. */
  readonly cursor: number;
}

/**
 * What holds of every recording, whatever it tells.
 *
 * - Folded entry by entry, or sought by a path of long jumps: the same views at a cursor.
 * - What is believed, folded afresh in match order: the views of the match that the entries led to, in whatever order
 *   they came.
 * - A snapshot with the patches of each step, or of each jump, applied is the views.
 * - Written and read back, it is the same recording.
 *
 * Views are equal as canonical JSON. Each cursor of a recording is looked at while it's folded. Seeks, which cost as
 * much as the match is long, go to all cursors of a recording of up to `SEEKS_MAX` entries, else to as many that are
 * spread over it; fresh folds to the last entries that came late, and to the end.
 */
export const brokenLaws = (recording: Recording, folded: MatchHistory): BrokenLaw[] =>
  [...stepsAndSeeks(recording, folded), ...freshFolds(folded), ...serialisation(recording)].slice(0, LAWS_TOLD_MAX);

const SEEKS_MAX = 100;
const FRESH_FOLDS_MAX = 12;
const LAWS_TOLD_MAX = 4;

function* stepsAndSeeks(recording: Recording, folded: MatchHistory): Generator<BrokenLaw> {
  const cursors = spread(recording.entries.length, SEEKS_MAX);
  const straight = new Map<number, Views>();
  const grown = history({ ...recording, entries: [] });
  const mirror = mirrorOf(grown.viewsAt(0));
  for (let cursor = 0; cursor <= recording.entries.length; cursor += 1) {
    const entry = recording.entries[cursor - 1];
    if (entry !== undefined) grown.append(entry);
    const views = grown.viewsAt(cursor);
    if (!mirror.follows(views))
      return yield { cursor, message: `a snapshot and patches up to entry ${cursor} give other views` };
    if (cursors.has(cursor)) straight.set(cursor, views);
  }
  if (canonical(mirror.views()) !== canonical(grown.viewsAt(grown.length)))
    return yield { cursor: grown.length, message: 'a snapshot and patches give other views at the end' };

  const showing = mirrorOf(folded.viewsAt(0));
  for (const cursor of jumps([...cursors])) {
    const views = folded.viewsAt(cursor);
    // In full, each time: a seek that altered what an earlier one had shown is found out here.
    if (!isSame(views, straight.get(cursor)))
      return yield { cursor, message: `a seek to entry ${cursor} gives other views than folding up to it` };
    if (!showing.follows(views))
      return yield { cursor, message: `the patch of a jump to entry ${cursor} gives other views than are there` };
  }
}

/** Who holds a snapshot, and is sent a patch whenever the views change. */
const mirrorOf = (snapshot: Views) => {
  const same = sameByStep();
  const received = wire();
  let sent = snapshot;
  let held = received(snapshot);
  return {
    views: () => held,
    /** Sends what leads to these views, and says whether they are what is then held. */
    follows: (views: Views): boolean => {
      const patch = diff(sent, views);
      if (patch !== undefined) held = apply(held, received(patch));
      sent = views;
      return same(held, views);
    },
  };
};

function* freshFolds(folded: MatchHistory): Generator<BrokenLaw> {
  for (const cursor of [...lateCursors(folded), folded.length]) {
    const { timeline: _timeline, commentary: _commentary, ...reached } = folded.viewsAt(cursor);
    const answer = folded.answer({
      at: { kind: 'clock', leg: LEGS_MAX, period: 'FT', from: 0, to: LAST },
      asOf: cursor,
    });
    if (!answer.ok) return yield { cursor, message: answer.message };
    const { timeline: _items, commentary: _lines, ...fresh } = answer.views;
    if (!isSame(reached, fresh))
      return yield { cursor, message: `what is believed after entry ${cursor}, folded afresh, gives other views` };
  }
}

const LEGS_MAX = 9;
const LAST = Number.MAX_SAFE_INTEGER;

/** After the last entries that corrected something or told of something earlier than the one before. */
const lateCursors = ({ entries }: MatchHistory): number[] => {
  const late: number[] = [];
  let newest: MatchTime | undefined;
  for (const entry of entries) {
    if (entry.kind !== 'event' || (newest !== undefined && compareTime(entry.event.at, newest) < 0))
      late.push(entry.seq);
    else newest = entry.event.at;
  }
  return late.slice(1 - FRESH_FOLDS_MAX);
};

function* serialisation(recording: Recording): Generator<BrokenLaw> {
  const read = readRecording(writeRecording(recording));
  const cursor = recording.entries.length;
  if (!read.ok) yield { cursor, message: `written and read back, it is refused: ${read.problems[0]?.message}` };
  else if (!isSame(read.recording, recording))
    yield { cursor, message: 'written and read back, it is another recording' };
}

/** Up to `most` of the cursors 0 … last, both ends among them. */
const spread = (last: number, most: number): ReadonlySet<number> => {
  const steps = Math.min(last, most);
  return new Set(Array.from({ length: steps + 1 }, (_, step) => (steps === 0 ? 0 : Math.round((step * last) / steps))));
};

/** Ends first, then inwards: each seek is as far as can be from the one before. */
const jumps = (cursors: readonly number[]): number[] =>
  cursors.map((_, step) => cursors.at(step % 2 === 0 ? step / 2 : -(step + 1) / 2) as number);

/**
 * What arrives of what is sent: a copy by way of JSON. What is sent again, being the same object, arrives as the copy
 * that was made of it first, so that long patches of what was there before cost little; nobody may have altered it since.
 */
const wire = () => {
  const copies = new WeakMap<object, unknown>();
  const copyOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const copy = isPlain(value) ? membersOf(value, copyOf) : JSON.parse(JSON.stringify(value));
    copies.set(value, copy);
    return copy;
  };
  return <T extends Views | Json>(value: T): T => copyOf(value) as T;
};

/** Of a plain object JSON keeps the members that have a value; whatever else there may be is left to JSON itself. */
const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype && !('toJSON' in value) && !Object.hasOwn(value, '__proto__');

const membersOf = (value: object, copyOf: (value: unknown) => unknown): object => {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (typeof member === 'string' || typeof member === 'boolean') copy[key] = member;
    else if (typeof member === 'number') copy[key] = Number.isFinite(member) ? member : null;
    else if (typeof member === 'object') copy[key] = copyOf(member);
  }
  return copy;
};

const canonical = (value: unknown): string | undefined => canonicalize(value);
