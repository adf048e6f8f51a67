import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { History } from '../../src/journal/history.ts';
import { Journal } from '../../src/journal/journal.ts';
import type { Projections } from '../../src/journal/projections.ts';
import { type Recording, readRecording, writeRecording } from '../../src/journal/recording.ts';
import { referencesOf } from '../../src/journal/references.ts';
import { isSame } from '../../src/journal/same.ts';
import { breachesOf } from '../../src/match/decide.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import { history, PROJECTIONS } from '../../src/playback/views.ts';
import type { Views } from '../../src/projections/views.ts';
import { brokenLaws } from '../../src/scenario/house-laws.ts';
import { amendment, anyFeed, byAnother, type Feed, moved, ordered, retraction } from './support/feeds.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, endOf, matchOf, matchViews, retold, viewsOf } from './support/match.ts';
import type { Match } from './support/matchday.ts';
import { AWAY_GOALS, SETTINGS } from './support/plan.ts';

type EventEntry = Extract<Entry, { kind: 'event' }>;
const eventsIn = ({ entries }: Recording): EventEntry[] =>
  entries.filter((entry): entry is EventEntry => entry.kind === 'event');

/** A lawful match, and a place in it. */
const anyPlace = fc.tuple(anyMatch(), fc.nat(500)).map(([match, number]) => ({
  ...match,
  place: number % match.recording.entries.length,
  number,
}));

describe('one fold', () => {
  invariant(
    'I02: told twice, a match is the same to the letter, whatever the hour and the dice',
    anyFeed(),
    ({ recording }) => {
      const once = canonicalize(viewsOf(recording));
      const hour = vi.spyOn(Date, 'now').mockImplementation(refuse);
      const dice = vi.spyOn(Math, 'random').mockImplementation(refuse);
      try {
        expect(canonicalize(viewsOf(JSON.parse(JSON.stringify(recording))))).toBe(once);
      } finally {
        hour.mockRestore();
        dice.mockRestore();
      }
    },
  );

  invariant(
    'I10: a snapshot and what came after it is the whole, wherever it was cut',
    anyFeed({ most: 5 }),
    ({ recording }) => expect(brokenLaws(recording, history(recording))).toEqual([]),
    { runs: 20 },
  );

  invariant(
    'I11: the journal keeps each entry as it came, and nothing that is asked in vain changes the match',
    anyFeed(),
    ({ match, recording }) => {
      const entries = recording.entries.map(frozen);
      const grown = history({ ...recording, entries: [] });
      for (const entry of entries) grown.append(entry);
      expect(grown.entries).toEqual(entries);
      expect(grown.length).toBe(entries.length);
      for (const { before, after } of match.refused) expect(after).toBe(before);
    },
  );

  invariant(
    'I13: leave out a view, and the others are what they were',
    anyFeed(),
    ({ recording }) => {
      const all = viewsOf(recording) as unknown as Record<string, unknown>;
      for (const name of Object.keys(all)) {
        const folded = History.of<Views>(recording, without(PROJECTIONS, name));
        const { [name]: _left, ...others } = all;
        expect(folded.viewsAt(folded.length)).toEqual(others);
      }
    },
    { runs: 12 },
  );

  invariant('I14: what was accepted of a match by the Laws is no breach when it is read back', anyMatch(), (match) => {
    const folded = history(match.recording);
    expect(folded.believedAt(folded.length)).toHaveLength(match.steps.length);
    for (const { before, event } of match.steps)
      expect([event.type, breachesOf(before, event)]).toEqual([event.type, []]);
    const flagged = Object.values(endOf(folded).timeline).filter(({ irregular }) => irregular !== undefined);
    expect(flagged).toEqual([]);
  });

  invariant('I15: written and read back, a journal folds to the same views', anyFeed(), ({ recording }) => {
    const read = readRecording(writeRecording(recording));
    if (!read.ok) return expect(read.problems).toEqual([]);
    expect(viewsOf(read.recording)).toEqual(viewsOf(recording));
  });

  // Where away goals count, what a goal is worth hangs on whose ground it is.
  const played = anyMatch({ settings: SETTINGS.filter(({ regulations }) => regulations !== AWAY_GOALS) });
  const mirrorsItself = ({ recording }: Match): void => {
    const turned = JSON.parse(inTheMirror(JSON.stringify(recording))) as Recording;
    const { commentary: _told, ...seen } = viewsOf(turned);
    const { commentary: _untold, ...straight } = viewsOf(recording);
    expect(seen).toEqual(JSON.parse(inTheMirror(JSON.stringify(straight))));
  };
  invariant(
    'I16: with the two sides changed over, all that can be seen has changed sides, and nothing else',
    played,
    mirrorsItself,
  );

  invariant('I17: under other names it is the same match', anyFeed(), ({ recording }) => {
    const { commentary: _told, ...seen } = viewsOf(JSON.parse(renamed(JSON.stringify(recording))));
    const { commentary: _untold, ...straight } = viewsOf(recording);
    expect(seen).toEqual(JSON.parse(renamed(JSON.stringify(straight))));
  });
});

describe('what is told again', () => {
  invariant(
    'I03: an entry that comes twice counts once',
    anyFeed({ slips: ['twice', 'all-again'], mishaps: 20 }),
    ({ match, recording }) => {
      expect(matchOf(recording)).toEqual(matchOf(match.recording));
    },
  );

  invariant(
    'I04: the same id with something else in it is a conflict, which everybody can see',
    anyPlace,
    ({ recording, place, number }) => {
      const told = recording.entries[place] as EventEntry;
      const other = elsewise(told.event, number);
      if (isSame(other, told.event)) return;
      const more = retold(recording, [...recording.entries, { ...told, event: other }]);
      const folded = history(more);
      expect(folded.effectAt(folded.length)).toBe('conflict');
      expect(matchViews(endOf(folded))).toEqual(matchOf(recording));
      const shown = endOf(folded).timeline[`e${folded.length}`];
      if (folded.viewsAt(folded.length).timeline[told.id] !== undefined) expect(shown?.status).toBe('conflict');
    },
  );

  const comesBack = ({ recording, place }: Match & { place: number }): void => {
    const told = ordered(recording);
    const entry = unnamedFrom(told, place);
    if (entry === undefined) return;
    const again: EventEntry = { ...entry, id: `${entry.id}-again` };
    const more = retold(told, [...told.entries, retraction(entry), again]);
    const seen = JSON.stringify(matchOf(more)).replaceAll(again.id, entry.id);
    expect(JSON.parse(seen)).toEqual(matchOf(told));
  };
  invariant(
    'I05: an event that is taken back and told anew under another id leaves the match as it was',
    anyPlace,
    comesBack,
  );

  invariant(
    'I06: whoever takes back the newest event sees the match as before it',
    anyPlace,
    ({ recording, place }) => {
      const told = retold(recording, recording.entries.slice(0, place + 1));
      const newest = told.entries.at(-1) as EventEntry;
      const back = retold(recording, [...told.entries, retraction(newest)]);
      expect(matchOf(back)).toEqual(matchOf(retold(recording, told.entries.slice(0, -1))));
    },
  );

  invariant(
    'I07: an amendment is as if the event had been told so from the first',
    anyPlace,
    ({ recording, place, number }) => {
      const told = recording.entries[place] as EventEntry;
      const event = elsewise(told.event, number);
      const amended = retold(recording, [...recording.entries, amendment(told, event)]);
      const atOnce = retold(recording, recording.entries.with(place, { ...told, event }));
      if (!believesAll(atOnce) || !believesAll(amended)) return;
      expect(matchOf(amended)).toEqual(matchOf(atOnce));
      const same = retold(recording, [...recording.entries, amendment(told, told.event)]);
      expect(matchOf(same)).toEqual(matchOf(recording));
    },
  );

  invariant(
    'I08: of several amendments the last one counts, and no other',
    anyPlace,
    ({ recording, place, number }) => {
      const told = recording.entries[place] as EventEntry;
      const versions = [1, 2, 3].map((turn) => elsewise(told.event, number + turn));
      const chain = retold(recording, [...recording.entries, ...versions.map((event) => amendment(told, event))]);
      const last = retold(recording, [...recording.entries, amendment(told, versions[2] as MatchEvent)]);
      expect(matchOf(chain)).toEqual(matchOf(last));
    },
  );

  const anyOrder = fc
    .tuple(anyMatch(), fc.array(fc.nat(10_000), { minLength: 20, maxLength: 20 }))
    .map(([match, keys]) => {
      const recording = ordered(match.recording);
      const sorted = recording.entries.map((entry, index) => ({
        entry,
        key: ((keys[index % 20] ?? 0) * (index + 7)) % 997,
      }));
      return {
        straight: recording,
        recording: retold(
          recording,
          sorted.sort((a, b) => a.key - b.key).map(({ entry }) => entry),
        ),
      };
    });
  invariant(
    'I09: in whatever order a match comes in, it ends as the same match',
    anyOrder,
    ({ straight, recording }) => {
      expect(matchOf(recording)).toEqual(matchOf(straight));
    },
  );
});

describe('these laws can fail', () => {
  test('a journal that lets the second telling count is found out', () => {
    const gullible = ({ match, recording }: Feed): void => {
      const events = eventsIn(recording);
      const goals = (told: readonly EventEntry[]) => told.filter(({ event }) => event.type === 'goal').length;
      expect(goals(events)).toBe(goals(eventsIn(match.recording)));
    };
    expect(refuted(anyFeed({ slips: ['twice'] }), gullible)).toBe(true);
  });

  test('a fold that counts what comes late for nothing is found out', () => {
    const hasty = ({ straight, recording }: { straight: Recording; recording: Recording }): void => {
      const kept = recording.entries.filter(
        (entry, index) => index === 0 || entry.offset >= (recording.entries[index - 1]?.offset ?? 0),
      );
      expect(kept.length).toBe(straight.entries.length);
      expect(matchOf(retold(recording, recording.entries.slice(1)))).toEqual(matchOf(straight));
    };
    const late = anyMatch().map(({ recording }) => ({ straight: recording, recording }));
    expect(refuted(late, hasty)).toBe(true);
  });

  test('a mirror that only turns the names is found out', () => {
    const half = ({ recording }: Match): void => {
      const turned = viewsOf(recording).scoreboard;
      expect({ home: turned.home.score, away: turned.away.score }).toEqual({
        home: turned.away.score,
        away: turned.home.score,
      });
    };
    expect(refuted(anyMatch(), half)).toBe(true);
  });
});

const refuse = (): never => {
  throw new Error('a fold looks at no clock and throws no dice');
};

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

const without = ({ match, record }: Projections, name: string): Projections => {
  const left = <T extends object>(all: T): T =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)) as T;
  return { match: left(match), record: left(record) };
};

/** Somebody else did it, or somewhat later: odd seconds, so that it isn't what another event tells. */
const elsewise = (event: MatchEvent, number: number): MatchEvent => {
  const other = number % 2 === 0 ? byAnother(event, 1 + (number % 20)) : event;
  return moved(other, (number % 7) * 1000 + 411);
};

/** An event that no other names, at that place or after it. */
const unnamedFrom = ({ entries }: Recording, place: number): EventEntry | undefined => {
  const named = new Set(entries.flatMap((entry) => (entry.kind === 'event' ? referencesOf(entry.event) : [])));
  return entries.slice(place).find((entry): entry is EventEntry => entry.kind === 'event' && !named.has(entry.id));
};

/** Whether nothing is thought to be told twice. */
const believesAll = (recording: Recording): boolean => {
  const journal = new Journal();
  return recording.entries.every((entry) => journal.append(entry).effect === 'applied');
};

const inTheMirror = (text: string): string =>
  text.replaceAll(/home|away(?!-goals|Goals)|hom|awy|HOM|AWY|Home|Away/g, (word) => MIRROR[word] ?? word);

const MIRROR: Readonly<Record<string, string>> = {
  home: 'away',
  away: 'home',
  hom: 'awy',
  awy: 'hom',
  HOM: 'AWY',
  AWY: 'HOM',
  Home: 'Away',
  Away: 'Home',
};

/** Other ids for everybody, other codes for the clubs and other names for the entries. */
const renamed = (text: string): string =>
  text
    .replaceAll(
      /"(home|away)-(?!goals")(\w+)"/g,
      (_, side: string, rest: string) => `"z${rest}.${side === 'home' ? 'b' : 'a'}"`,
    )
    .replaceAll('"HOM"', '"ZED"')
    .replaceAll('"AWY"', '"ABC"')
    .replaceAll(/"x(\d+)"/g, '"nr-$1-of"');
