import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentary } from '../../src/commentary/commentary.ts';
import type { Entry } from '../../src/journal/entry.ts';
import { History } from '../../src/journal/history.ts';
import { EVENTS } from '../../src/match/event.ts';
import type { CommentaryView } from '../../src/projections/views.ts';
import {
  amend,
  cupTie,
  fixture,
  type Happens,
  journal,
  kickOff,
  linesOf,
  on,
  retract,
  type Step,
  secondHalf,
  secondLeg,
} from './helpers.ts';

describe('silence', () => {
  test('is broken by an entry that tells nothing itself, once eight minutes have passed', () => {
    const lines = linesOf(
      journal(
        kickOff,
        on('1H 07:59', { type: 'touch' }),
        on('1H 08:00', { type: 'throw-in' }),
        on('1H 15:59', { type: 'touch' }),
      ),
      cupTie,
    );
    expect(lines.map(({ key, label }) => [key, label])).toEqual([
      ['c1', "1'"],
      ['c3', "9'"],
    ]);
    expect(lines[1]?.text).toMatch(
      /Still no goal after eight minutes\.|37 minutes of the first half left: Atalanta 0–0 Dortmund\./,
    );
  });

  test('tells the tie, as it stands', () => {
    const lines = linesOf(
      journal(...secondLeg, on('L2 2H 45:00', { type: 'kick-off' }), on('L2 2H 60:00', { type: 'touch' })),
      fixture,
    );
    expect(lines.at(-1)?.text).toMatch(/0–2 on aggregate|Atalanta trail 0–2 on aggregate/);
  });

  test('of an interval says nothing', () => {
    expect(linesOf(journal(...secondHalf, on('2H 45:10', { type: 'touch' })), cupTie)).toHaveLength(3);
  });
});

describe('notes', () => {
  const note = (text: string) => on('1H 05:00', { type: 'note', text }, { reported: { by: 'SID', fact: 'reported' } });

  test('are told in their own words, with their source, and once', () => {
    const lines = linesOf(journal(kickOff, note('Both benches are up!'), note('Both benches are up!')), cupTie);
    expect(lines.map(({ text }) => text).slice(1)).toEqual(['Both benches are up (SID).']);
  });

  test('a source without a name of its own is not named', () => {
    const lines = linesOf(
      journal(
        kickOff,
        on('1H 05:00', { type: 'note', text: 'It rains.' }, { reported: { by: 'feed 2', fact: 'reported' } }),
      ),
      cupTie,
    );
    expect(lines.at(-1)?.text).toBe('It rains.');
  });
});

describe('phrasing', () => {
  test('does not come back before the others have been used', () => {
    const corners = Array.from({ length: 6 }, (_, index) => on(`1H ${10 + index}:00`, { type: 'corner', club: 'ATA' }));
    const texts = linesOf(journal(kickOff, ...corners), cupTie)
      .slice(1)
      .map(({ text }) => text);
    expect(new Set(texts.slice(0, 3)).size).toBe(3);
    expect(new Set(texts.slice(3)).size).toBe(3);
    expect(texts[3]).not.toBe(texts[2]);
  });

  test('of an entry depends on its id', () => {
    const texts = Array.from({ length: 12 }, (_, index) =>
      linesOf(journal(kickOff, on('1H 10:00', { type: 'corner', club: 'ATA' }, { id: `corner${index}` })), cupTie).at(
        -1,
      ),
    ).map((line) => line?.text);
    expect(new Set(texts).size).toBeGreaterThan(1);
  });
});

test('an entry that tells nothing leaves everything as it was, so that a long journal costs no more than its lines', () => {
  const entries = journal(
    kickOff,
    on('1H 01:00', { type: 'touch' }),
    on('1H 02:00', { type: 'statistics', clubs: {} }),
  );
  const history = historyOf([]);
  const states = [commentary.init(fixture)];
  for (const entry of entries)
    states.push(commentary.evolve(states.at(-1) ?? commentary.init(fixture), history.append(entry)));
  expect(states[1]).not.toBe(states[0]);
  expect(states[2]).toBe(states[1]);
  expect(states[3]).toBe(states[1]);
});

describe('whatever a feed sends', () => {
  test('no line is ever rewritten: only marks are set', () => {
    fc.assert(
      fc.property(journals, (entries) => {
        const history = historyOf(entries);
        for (let cursor = 1; cursor <= entries.length; cursor += 1) {
          const now = history.viewsAt(cursor).commentary;
          for (const [key, item] of Object.entries(history.viewsAt(cursor - 1).commentary)) {
            const { supersededBy: _s, retractedBy: _r, correctedBy: _c, ...told } = item;
            expect(now[key]).toMatchObject(told);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a beginning of the journal gives a beginning of the lines, the same each time', () => {
    fc.assert(
      fc.property(journals, fc.nat(), (entries, cut) => {
        const length = cut % (entries.length + 1);
        const part = historyOf(entries.slice(0, length));
        expect(part.viewsAt(length).commentary).toEqual(historyOf(entries).viewsAt(length).commentary);
      }),
      { numRuns: 60 },
    );
  });

  test('each line is a short paragraph in a level voice', () => {
    fc.assert(
      fc.property(journals, (entries) => {
        const history = historyOf(entries);
        for (const [key, { text, entry }] of Object.entries(history.viewsAt(history.length).commentary)) {
          expect(text, key).not.toMatch(/undefined|NaN|\[object|!| {2}|[\u{E000}-\u{F8FF}]|^\s|\s$| [.,]|\.\./u);
          expect(text, key).toMatch(/^[\p{Lu}\d].*[.…]$/u);
          expect(text.length, `${key} ${entry}: ${text}`).toBeLessThan(WHISTLES.test(text) ? 480 : 240);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every line has its place between its entry and the next one', () => {
    fc.assert(
      fc.property(journals, (entries) => {
        for (const { key, order } of linesOf(entries)) {
          const seq = Number(/^c(\d+)/.exec(key)?.[1]);
          expect(order).toBeGreaterThanOrEqual(seq);
          expect(order).toBeLessThan(seq + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const WHISTLES =
  /^(Half-time|Full time|Normal time|Extra time|The match ends|The whistle|The line-ups|The (first|second) leg kicks off)/;

const historyOf = (entries: readonly Entry[]): History<{ commentary: CommentaryView }> => {
  const history = new History<{ commentary: CommentaryView }>(
    { fixture, startedAt: '2026-02-17T20:00:00+01:00' },
    { match: {}, record: { commentary } },
  );
  for (const entry of entries) history.append(entry);
  return history;
};

// ————— Random journals: anything the vocabulary allows, in any order, corrected at random —————

const PEOPLE = ['pasalic', 'scamacca', 'de-roon', 'beier', 'bensebaini', 'kobel', 'bvb-staff', 'nobody-known'];
const IDS = Array.from({ length: 14 }, (_, index) => `x${index}`);
const WORDS = ['offside', 'high boot', 'a cut', 'It is raining! Hard.', 'clears straight  to Pašalić', 'w'.repeat(300)];

const time = fc
  .tuple(
    fc.constantFrom('L1', 'L2'),
    fc.constantFrom('pre 05:00', 'HT 05:00', 'PEN 2', 'PEN 3', 'FT 10:00', '1H', '2H', 'ET1', 'ET2'),
    fc.nat({ max: 50 }),
    fc.constantFrom('00', '17', '53'),
  )
  .map(([leg, period, minute, second]) => {
    const starts: Readonly<Record<string, number>> = { '1H': 0, '2H': 45, ET1: 90, ET2: 105 };
    const start = starts[period];
    return start === undefined
      ? `${leg} ${period}`
      : `${leg} ${period} ${String(start + minute).padStart(2, '0')}:${second}`;
  });

/** Some fields of a type filled in, by what the vocabulary says they are. */
const fields = (shape: Readonly<Record<string, { readonly safeParse: (value: unknown) => { success: boolean } }>>) => {
  const candidates: readonly unknown[] = [
    ...PEOPLE,
    ...IDS,
    ...WORDS,
    'ATA',
    'BVB',
    'goal',
    'penalty',
    'overturned',
    'upheld',
    'saved',
    'scored',
    'head',
    'left-foot',
    'foul',
    'dissent',
    'injury',
    'awarded',
    'suspension',
    'on-field',
    'corner',
    'off-target',
    'woodwork',
    3,
    0.4,
    true,
    { home: 2, away: 1 },
    { ATA: 3, BVB: 1 },
    { ATA: { shots: 3 } },
    { ATA: { starting: ['scamacca', 'pasalic'], bench: ['de-roon'], formation: '3-4-3' } },
    { referee: 'José María Sánchez Martínez' },
    [{ by: 'bensebaini', kind: 'deflection' }],
  ];
  const arbitraries = Object.entries(shape)
    .filter(([name]) => name !== 'type' && name !== 'at' && name !== 'incidentAt')
    .flatMap(([name, schema]) => {
      const fitting = candidates.filter((value) => schema.safeParse(value).success);
      if (fitting.length === 0) return [];
      const some = fc.constantFrom(...fitting);
      return [[name, schema.safeParse(undefined).success ? fc.option(some, { nil: undefined }) : some] as const];
    });
  return fc
    .record(Object.fromEntries(arbitraries))
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
};

const happens: fc.Arbitrary<Happens> = fc.oneof(
  ...EVENTS.map((schema) =>
    fields(schema.shape).map((rest) => ({ type: schema.shape.type.value, ...rest }) as Happens),
  ),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(time, happens, fc.constantFrom(...IDS))
      .map(([at, event, id]) => on(at, event, { id, offset: 0 })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...IDS), time, happens).map(([of, at, event]) => amend(of, at, event)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...IDS).map((of) => retract(of)) },
);

const first = fc
  .array(fc.tuple(time, happens), { maxLength: 14 })
  .map((happenings) => happenings.map(([at, event], index) => on(at, event, { id: `x${index}` })));

const journals: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(fc.boolean(), first, fc.array(step, { maxLength: 24 }))
  .map(([played, steps, then]) => journal(...(played ? secondLeg : [kickOff]), ...steps, ...then));
