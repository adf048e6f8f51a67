import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, diff, type Json } from '../../src/wire/patch.ts';

describe('the examples of RFC 7396, appendix A', () => {
  test.each<[target: string, patch: string, result: string]>([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"a":"b"}', '["c"]', '["c"]'],
    ['{"a":"foo"}', 'null', 'null'],
    ['{"a":"foo"}', '"bar"', '"bar"'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ])('%s patched with %s is %s', (target, patch, result) => {
    expect(JSON.stringify(apply(JSON.parse(target), JSON.parse(patch)))).toBe(result);
  });
});

describe('a patch', () => {
  test('says only what changed: a goal, a card taken back, a shoot-out that has begun', () => {
    const before = {
      scoreboard: { home: { club: 'ATA', score: 3 }, away: { club: 'BVB', score: 1 } },
      cards: { people: { bensebaini: { yellows: ["13'"] }, schlotterbeck: { yellows: ["40'"] } } },
    };
    const after = {
      scoreboard: { ...before.scoreboard, home: { club: 'ATA', score: 4 } },
      cards: { people: { bensebaini: { yellows: ["13'", "90+7'"] } } },
      shootout: { first: 'ATA', kicks: {} },
    };
    expect(diff(before, after)).toEqual({
      scoreboard: { home: { score: 4 } },
      cards: { people: { bensebaini: { yellows: ["13'", "90+7'"] }, schlotterbeck: null } },
      shootout: { first: 'ATA', kicks: {} },
    });
  });

  test('is undefined where nothing changed, even when everything was built anew', () => {
    const views = () => ({ clock: { label: "57'", running: true }, yellows: ["13'", { of: ['c1'] }] });
    expect(diff(views(), views())).toBeUndefined();
  });

  test('never looks into a branch that kept its reference', () => {
    const untouched = Object.defineProperty({}, 'timeline', {
      enumerable: true,
      get: () => {
        throw new Error('looked into');
      },
    });
    expect(diff({ untouched, score: 0 }, { untouched, score: 1 })).toEqual({ score: 1 });
  });

  test('empties an object that was a list, which is no change of nothing', () => {
    expect(diff({ off: ['xhaka'] }, { off: {} })).toEqual({ off: {} });
    expect(diff({}, { off: {} })).toEqual({ off: {} });
  });

  test('counts a member that is undefined as absent', () => {
    expect(diff({ addedTime: undefined }, {})).toBeUndefined();
    expect(diff({ addedTime: 3 }, { addedTime: undefined })).toEqual({ addedTime: null });
  });
});

describe('applying', () => {
  test('leaves what the patch leaves alone as it was, same reference', () => {
    const before = { clock: { label: "57'" }, cards: { totals: { ATA: { yellow: 1 } } } };
    const after = apply(before, { clock: { label: "58'" } });
    expect(after.cards).toBe(before.cards);
    expect(before.clock.label).toBe("57'");
  });

  test('gives back the target itself where the patch changes nothing', () => {
    const target = { clock: { label: "57'", running: true } };
    expect(apply(target, {})).toBe(target);
    expect(apply(target, { clock: { label: "57'" }, shootout: null })).toBe(target);
  });

  test.each(['__proto__', 'constructor', 'toString'])('treats the key %s as data', (key) => {
    const before = JSON.parse('{"people":{}}');
    const after = JSON.parse(`{"people":{"${key}":{"shirt":7}}}`);
    const there = apply(before, diff(before, after) as Json);
    expect(JSON.stringify(there)).toBe(JSON.stringify(after));
    expect(Object.getPrototypeOf(there.people)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).shirt).toBeUndefined();
    expect(JSON.stringify(apply(there, diff(there, before) as Json))).toBe('{"people":{}}');
  });
});

describe('for any two documents whose objects hold no null', () => {
  // Few keys, so that two documents share many of them; some that tempt a prototype.
  const key = fc.constantFrom('a', 'b', 'c', 'd1', '__proto__', 'constructor', 'toString');
  const { value, object } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('goal', 'corner', 0, 1, -1.5, true, false, ''),
      fc.array(fc.oneof(tie('value'), fc.constant(null)), { maxLength: 3 }),
      tie('object'),
    ),
    object: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  }));
  const anything = fc.oneof(object, value) as fc.Arbitrary<Json>;

  test('the first with the difference applied is the second', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const frozen = JSON.stringify(a);
        const patch = diff(a, b);
        expect(patch === undefined ? a : apply<unknown>(a, patch)).toEqual(b);
        expect(JSON.stringify(a)).toBe(frozen);
      }),
      { numRuns: 1000 },
    );
  });

  test('the difference survives the wire', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const patch = diff(a, b);
        if (patch !== undefined) expect(apply<unknown>(a, JSON.parse(JSON.stringify(patch)))).toEqual(b);
      }),
    );
  });

  test('there is a difference exactly where they differ', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(diff(a, structuredClone(a))).toBeUndefined();
        expect(diff(a, b) === undefined).toBe(sorted(a) === sorted(b));
      }),
    );
  });
});

const sorted = (value: Json): string =>
  JSON.stringify(value, (_, item) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
