import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { parseTime } from '../../src/match/time.ts';
import type { Views } from '../../src/projections/views.ts';
import { amend, entriesOf, event, feedTimeOf, folded, historyOf, type Line, retract } from './feed.ts';

const MINUTE = 60_000;
const KICK_OFF = event('kick-off', '1H 00:00', { club: 'HOM' }, { id: 'ko' });
const GOAL = event('goal', '1H 30:00', { by: 'home-9' }, { id: 'g1' });
const time = (text: string) => parseTime(text) ?? fail(text);

describe('the match as known', () => {
  test('a goal that arrives late counts for the half in which it fell', () => {
    const late = event('goal', '1H 44:00', { by: 'away-9' }, { id: 'g2', offset: feedTimeOf('2H 50:00') });
    const views = folded(
      KICK_OFF,
      GOAL,
      event('half-time', '1H 46:00', {}, { id: 'ht' }),
      event('kick-off', '2H 45:00', {}, { id: 'ko2' }),
      late,
    );
    expect(views.scoreboard.halfTime).toEqual({ home: 1, away: 1 });
    expect(views.timeline.g2).toMatchObject({ label: "45'", score: { home: 1, away: 1 } });
    expect(views.timeline.g2?.received).toBe('2026-02-25T19:53:00+01:00');
  });

  test('running scores of later goals follow when an earlier goal is taken back', () => {
    const second = event('goal', '1H 40:00', { by: 'home-10' }, { id: 'g2' });
    const views = folded(KICK_OFF, GOAL, second, retract('g1', 41 * MINUTE));
    expect(views.scoreboard.home.score).toBe(1);
    expect(views.timeline.g2?.score).toEqual({ home: 1, away: 0 });
    expect(views.timeline.g1).toMatchObject({ retractedBy: 'e4' });
    expect(views.timeline.e4).toMatchObject({ kind: 'retraction', of: 'g1', key: true });
  });

  test('what was told before a moment, and taken back, stays in what is told up to that moment', () => {
    const goals = [
      KICK_OFF,
      GOAL,
      event('corner', '1H 40:00', { club: 'HOM' }, { id: 'c1' }),
      retract('c1', 41 * MINUTE),
    ];
    const history = historyOf(entriesOf([...goals, retract('g1', 42 * MINUTE)]));
    const answer = history.answer({ at: { kind: 'clock', period: '1H', from: 44 * MINUTE, to: 45 * MINUTE } });
    expect(Object.keys(answer.ok ? answer.views.timeline : {})).toEqual(expect.arrayContaining(['g1', 'c1']));
  });

  test('a goal credited to the wrong side changes sides in one step', () => {
    const entries = entriesOf([KICK_OFF, GOAL, amend('g1', 'goal', '1H 30:00', { by: 'away-9' }, 33 * MINUTE)]);
    const history = historyOf(entries);
    const scores = [2, 3]
      .map((cursor) => history.viewsAt(cursor).scoreboard)
      .map(({ home, away }) => `${home.score}-${away.score}`);
    expect(scores).toEqual(['1-0', '0-1']);
    expect(history.viewsAt(3).timeline.g1?.corrected).toEqual({
      by: 'e3',
      was: { label: "31'", kind: 'goal', club: 'HOM', person: 'home-9' },
    });
  });

  test('a goal moved across half-time changes the half-time score, not the score', () => {
    const views = folded(
      KICK_OFF,
      event('goal', '1H 45:20', { by: 'home-9' }, { id: 'g1' }),
      event('half-time', '1H 46:00', {}, { id: 'ht' }),
      event('kick-off', '2H 45:00', {}, { id: 'ko2' }),
      amend('g1', 'goal', '2H 45:20', { by: 'home-9' }, feedTimeOf('2H 46:00')),
    );
    expect(views.scoreboard).toMatchObject({ home: { score: 1 }, halfTime: { home: 0, away: 0 } });
    expect(views.timeline.g1?.label).toBe("46'");
  });

  test('a half is opened by what happens in it, though its kick-off comes later', () => {
    const early = event('goal', '1H 03:00', { by: 'home-9' }, { id: 'g1', offset: 3 * MINUTE });
    const late = event('kick-off', '1H 00:00', { club: 'AWY' }, { id: 'ko', offset: 4 * MINUTE });
    expect(folded(early).clock).toMatchObject({ period: '1H', running: true });
    expect(folded(early, late)).toMatchObject({ clock: { period: '1H' }, scoreboard: { home: { score: 1 } } });
  });
});

describe('a moment has two coordinates', () => {
  // 1–0 at 30:00, 1–1 at 35:00; at 40:00 the feed names another scorer; after the interval a caution of 20:00 arrives.
  const entries = entriesOf([
    KICK_OFF,
    GOAL,
    event('goal', '1H 35:00', { by: 'away-9' }, { id: 'g2' }),
    amend('g1', 'goal', '1H 30:00', { by: 'home-10' }, 40 * MINUTE),
    event('half-time', '1H 46:00', {}, { id: 'ht' }),
    event('kick-off', '2H 45:00', {}, { id: 'ko2' }),
    event('caution', '1H 20:00', { person: 'home-4' }, { id: 'c1', offset: feedTimeOf('2H 50:00') }),
    event('full-time', '2H 93:00', {}, { id: 'ft' }),
  ]);
  const history = historyOf(entries);
  const views = (question: { at?: string; asOf?: string | number }): Views => {
    const answer = history.answer({
      ...(question.at === undefined ? {} : { at: time(question.at) }),
      ...(question.asOf === undefined
        ? {}
        : { asOf: typeof question.asOf === 'number' ? question.asOf : time(question.asOf) }),
    });
    return answer.ok ? answer.views : fail(answer.message);
  };

  test('as of a minute: what had been received when that minute was over', () => {
    expect(views({ asOf: "31'" }).timeline.g1?.person).toBe('home-9');
    expect(views({ asOf: "31'" }).scoreboard).toMatchObject({ home: { score: 1 }, away: { score: 0 } });
    expect(views({ asOf: "30'" }).scoreboard.home.score).toBe(0);
  });

  test('up to a time: the match in match order, as known at the end', () => {
    expect(views({ at: "31'" }).timeline.g1?.person).toBe('home-10');
    expect(views({ at: "31'" }).cards.people['home-4']?.yellows).toEqual(["21'"]);
    expect(views({ at: "31'" }).timeline.g2).toBeUndefined();
    expect(views({ at: "30'" }).scoreboard.home.score).toBe(0);
  });

  test('both: the match at one time as known at another', () => {
    expect(views({ at: "36'", asOf: "36'" }).timeline.g1?.person).toBe('home-9');
    expect(views({ at: "36'", asOf: "45'" }).timeline.g1?.person).toBe('home-10');
    expect(views({ at: 'half-time', asOf: 'half-time' }).cards.people).toEqual({});
    expect(views({ at: 'half-time', asOf: 'full-time' }).cards.people).toHaveProperty('home-4');
  });

  test('a name means just after its whistle', () => {
    expect(views({ asOf: 'half-time' }).clock).toMatchObject({ period: 'HT', label: "45+2'" });
    expect(views({ asOf: 'full-time' }).clock).toMatchObject({ period: 'ENT', label: "90+4'", running: false });
    expect(views({ asOf: 'kick-off' }).clock).toMatchObject({ period: '1H', running: true });
  });

  test('a bare number counts entries', () => {
    expect(views({ asOf: 2 }).timeline).toHaveProperty('g1');
    expect(views({ asOf: 1 }).timeline).not.toHaveProperty('g1');
    expect(history.answer({ asOf: 9 })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/there is no entry 9/),
    });
  });

  test('a whistle that never came is told in a sentence', () => {
    const unfinished = historyOf(entries.slice(0, 4));
    expect(unfinished.answer({ asOf: time('full-time') })).toMatchObject({
      ok: false,
      message: 'there is no full-time of leg 1 in this recording',
    });
  });
});

describe('the watch that people see', () => {
  const seconds = (value: number) => value * 1000;

  test('runs on between entries, and never slows for a late one', () => {
    const history = historyOf(
      entriesOf([
        { ...KICK_OFF, offset: 0 },
        event('corner', '1H 10:00', { club: 'HOM' }, { id: 'c1', offset: 10 * MINUTE }),
        event('foul', '1H 09:00', { by: 'home-4' }, { id: 'f1', offset: 12 * MINUTE }),
      ]),
    );
    expect(history.watchAt(2, 11 * MINUTE)).toBe(11 * MINUTE);
    expect(history.watchAt(3, 13 * MINUTE)).toBe(13 * MINUTE);
  });

  test('jumps ahead with an entry that is ahead of it, and turns back when that one is retracted', () => {
    const entries = entriesOf([
      { ...KICK_OFF, offset: 0 },
      event('corner', '1H 11:00', { club: 'HOM' }, { id: 'c1', offset: 10 * MINUTE }),
      retract('c1', 11 * MINUTE),
    ]);
    const history = historyOf(entries);
    expect(history.watchAt(2, 10 * MINUTE + seconds(30))).toBe(11 * MINUTE + seconds(30));
    expect(history.watchAt(3, 12 * MINUTE)).toBe(12 * MINUTE);
  });

  test('takes nothing from an entry that is sent again', () => {
    const corner = event('corner', '1H 10:00', { club: 'HOM' }, { id: 'c1', offset: 10 * MINUTE });
    const history = historyOf(
      entriesOf([{ ...KICK_OFF, offset: 0 }, corner, { ...corner, offset: 8 * MINUTE + 10 * MINUTE }]),
    );
    expect(history.watchAt(3, 19 * MINUTE)).toBe(19 * MINUTE);
  });

  test('is the first moment where there is no such cursor', () => {
    const history = historyOf(entriesOf([{ ...KICK_OFF, offset: 0 }]));
    for (const cursor of [-1, 0.5, 7]) expect(history.momentAt(cursor)).toMatchObject({ period: 'pre', elapsed: 0 });
  });

  test('is set by a clock correction', () => {
    const history = historyOf(
      entriesOf([
        { ...KICK_OFF, offset: 0 },
        event('clock-correction', '1H 09:20', {}, { id: 'cc', offset: 10 * MINUTE }),
      ]),
    );
    expect(history.watchAt(2, 11 * MINUTE)).toBe(10 * MINUTE + seconds(20));
  });

  test('stands still while play is suspended, and goes on from there', () => {
    const history = historyOf(
      entriesOf([
        { ...KICK_OFF, offset: 0 },
        event('suspended', '1H 42:10', {}, { id: 's', offset: 42 * MINUTE + seconds(10) }),
        event('resumed', '1H 42:10', {}, { id: 'r', offset: 147 * MINUTE }),
      ]),
    );
    expect(history.watchAt(2, 100 * MINUTE)).toBe(42 * MINUTE + seconds(10));
    expect(history.momentAt(2)).toMatchObject({ running: false, live: false });
    expect(history.watchAt(3, 148 * MINUTE)).toBe(43 * MINUTE + seconds(10));
  });
});

describe('a minute means its end', () => {
  const history = historyOf(
    entriesOf([
      { ...KICK_OFF, offset: 0 },
      event('corner', '1H 10:00', { club: 'HOM' }, { id: 'c1' }),
      event('half-time', '1H 46:10', {}, { id: 'ht' }),
      event('note', 'HT 05:00', { text: 'rain' }, { id: 'n1', offset: 52 * MINUTE }),
      event('corner', '1H 12:00', { club: 'HOM' }, { id: 'c2', offset: 53 * MINUTE }),
    ]),
  );

  test('the whistle at 45+2 is within it, and beyond the whistle there is nothing more of that half', () => {
    for (const minute of ["45+2'", "45+9'"]) expect(history.cursorAsOf(time(minute))).toBe(3);
    expect(history.cursorAsOf(time("45+1'"))).toBe(2);
    expect(history.momentAsOf(time("45+2'"))).toEqual({ cursor: 3, offset: 46 * MINUTE + 10_000 });
  });

  test('what has never been reached ends with what has', () => {
    const over = historyOf(
      entriesOf([
        { ...KICK_OFF, offset: 0 },
        event('half-time', '1H 46:10', {}, { id: 'ht' }),
        event('kick-off', '2H 45:00', { club: 'AWY' }, { id: 'k2' }),
        event('full-time', '2H 93:00', {}, { id: 'ft' }),
      ]),
    );
    for (const minute of ["90+4'", "90+12'", "120'", 'PEN 3']) expect(over.cursorAsOf(time(minute))).toBe(4);
  });

  test('the watch of a moment before the minute was reached stands where it was known', () => {
    expect(history.answer({ at: time("30'"), asOf: 2 })).toMatchObject({ watch: 10 * MINUTE });
    expect(history.answer({ at: time("57'"), asOf: 2 })).toMatchObject({ watch: 10 * MINUTE });
    expect(history.answer({ at: time("30'") })).toMatchObject({ watch: 30 * MINUTE - 1 });
  });
});

/** A feed that says things late, twice, otherwise, and takes them back. */
const anyFeed: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      what: fc.constantFrom(
        'goal',
        'goal',
        'caution',
        'red',
        'corner',
        'shot',
        'check',
        'decision',
        'half-time',
        'kick-off-2',
        'substitution',
      ),
      id: fc.integer({ min: 0, max: 12 }),
      side: fc.constantFrom('home', 'away'),
      shirt: fc.integer({ min: 1, max: 14 }),
      half: fc.constantFrom('1H', '2H'),
      minute: fc.integer({ min: 0, max: 47 }),
      delay: fc.constantFrom(0, 0, 0, 1, 5, 40),
      how: fc.constantFrom('event', 'event', 'event', 'event', 'amend', 'retract', 'again'),
    }),
    { maxLength: 90 },
  )
  .map((lines) =>
    entriesOf(
      lines.map(({ what, id, side, shirt, half, minute, delay, how }, index): Line => {
        const running = (half === '1H' ? 0 : 45) + minute;
        const at = `${half} ${String(running).padStart(2, '0')}:00`;
        const offset = feedTimeOf(at) + delay * MINUTE;
        if (how === 'retract') return retract(`x${id}`, offset);
        const options = { id: how === 'again' ? `x${id}` : `x${index}`, offset };
        const line = lineOf(what, at, `${side}-${shirt}`, `x${id}`, options);
        return how === 'amend' && line.kind === 'event'
          ? { kind: 'amendment', of: `x${id}`, offset, event: line.event }
          : line;
      }),
    ),
  );

const lineOf = (what: string, at: string, who: string, of: string, options: { id: string; offset: number }): Line => {
  switch (what) {
    case 'goal':
      return event('goal', at, { by: who }, options);
    case 'caution':
      return event('caution', at, { person: who }, options);
    case 'red':
      return event('red', at, { person: who }, options);
    case 'corner':
      return event('corner', at, { club: who.startsWith('home') ? 'HOM' : 'AWY' }, options);
    case 'check':
      return event('var-check', at, { of, category: 'goal' }, options);
    case 'decision':
      return event('var-decision', at, { of, outcome: 'overturned' }, options);
    case 'half-time':
      return event('half-time', '1H 47:00', {}, options);
    case 'kick-off-2':
      return event('kick-off', '2H 45:00', {}, options);
    case 'substitution':
      return event('substitution', at, { on: `${who.split('-')[0]}-15`, off: who }, options);
    default:
      return event('shot', at, { by: who, outcome: 'saved' }, options);
  }
};

const matchOf = (views: Views): Omit<Views, 'timeline' | 'commentary'> => {
  const { timeline: _timeline, commentary: _commentary, ...match } = views;
  return match;
};

describe('laws of event sourcing', () => {
  const law = (name: string, holds: (entries: Entry[]) => void) =>
    test(name, () => fc.assert(fc.property(anyFeed, holds), { numRuns: 150 }));

  law('folding entry by entry, at once, or by any path of seeks gives the same views', (entries) => {
    const whole = historyOf(entries);
    const grown = historyOf([]);
    const seen = entries.map((entry) => {
      grown.append(entry);
      return grown.viewsAt(grown.length);
    });
    for (const cursor of [
      entries.length,
      0,
      1,
      Math.floor(entries.length / 2),
      entries.length - 1,
      3,
      entries.length,
    ]) {
      if (cursor < 1 || cursor > entries.length) continue;
      expect(whole.viewsAt(cursor)).toEqual(seen[cursor - 1]);
    }
  });

  law('nothing that is known at an entry depends on what comes after it', (entries) => {
    const whole = historyOf(entries);
    const half = Math.floor(entries.length / 2);
    expect(whole.viewsAt(half)).toEqual(historyOf(entries.slice(0, half)).viewsAt(half));
  });

  law('what is believed, folded straight, is the match', (entries) => {
    const history = historyOf(entries);
    const straight = history.believedAt(history.length).map((claim, index) => ({
      kind: 'event' as const,
      seq: index + 1,
      offset: index,
      id: claim.id,
      event: claim.event,
    }));
    const folded = historyOf(straight);
    // Two that are alike are both believed only because somebody has told them apart.
    for (const { id, event, seq } of straight) {
      if (folded.effectAt(seq) !== 'suspected-duplicate') continue;
      folded.append({ kind: 'amendment', seq: folded.length + 1, offset: straight.length, of: id, event });
    }
    expect(matchOf(folded.viewsAt(folded.length))).toEqual(matchOf(history.viewsAt(history.length)));
  });

  law('taking an event back and sending it again changes nothing in the match', (entries) => {
    const history = historyOf(entries);
    const last = entries.findLast((entry) => entry.kind === 'event' && history.effectAt(entry.seq) === 'applied');
    const believed =
      last === undefined
        ? undefined
        : history.believedAt(history.length).find((claim) => last.kind === 'event' && claim.id === last.id);
    if (believed === undefined) return;
    const offset = entries.at(-1)?.offset ?? 0;
    const tail: Entry[] = [
      { kind: 'retraction', seq: entries.length + 1, offset, of: believed.id },
      { kind: 'event', seq: entries.length + 2, offset, id: believed.id, event: believed.event },
    ];
    expect(matchOf(historyOf([...entries, ...tail]).viewsAt(entries.length + 2))).toEqual(
      matchOf(history.viewsAt(entries.length)),
    );
  });

  law('nothing that the timeline has shown vanishes', (entries) => {
    const history = historyOf(entries);
    let shown = new Set<string>();
    for (let cursor = 0; cursor <= entries.length; cursor += 1) {
      const keys = new Set(Object.keys(history.viewsAt(cursor).timeline));
      expect([...shown].filter((key) => !keys.has(key))).toEqual([]);
      shown = keys;
    }
  });

  test('any order of arrival gives the same match', () => {
    const lines = [
      KICK_OFF,
      GOAL,
      event('caution', '1H 33:00', { person: 'away-4' }, { id: 'c1' }),
      event('goal', '1H 38:00', { by: 'away-9' }, { id: 'g2' }),
      event('var-check', '1H 39:00', { of: 'g2', category: 'goal' }, { id: 'r1' }),
      event('var-decision', '1H 40:00', { of: 'r1', outcome: 'overturned' }, { id: 'v1' }),
      event('half-time', '1H 46:00', {}, { id: 'ht' }),
      event('caution', '2H 60:00', { person: 'away-4' }, { id: 'c2' }),
    ];
    const straight = matchOf(folded(...lines));
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const entries = shuffled.map((line, index) => ({ ...line, offset: index, seq: index + 1 }) as Entry);
        expect(matchOf(historyOf(entries).viewsAt(entries.length))).toEqual(straight);
      }),
    );
  });
});

const fail = (why: string): never => {
  throw new Error(why);
};
