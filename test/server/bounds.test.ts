import { describe, expect, test } from 'vitest';
import { BOUNDS, boundsOf, wrongBound } from '../../src/server/bounds.ts';
import { Bucket } from '../../src/server/bucket.ts';
import { Turnstile } from '../../src/server/turnstile.ts';

describe('the bounds', () => {
  test('are those that were given, and for the rest those that hold unless told otherwise', () => {
    expect(boundsOf({ clientsMax: 7, ...({ port: 1 } as object) })).toEqual({ ...BOUNDS, clientsMax: 7 });
    expect(wrongBound(BOUNDS)).toBeUndefined();
    expect(wrongBound({ playbacksMax: 0, closeTimeoutMs: 0 })).toBeUndefined();
  });
});

describe('a bucket of three a second', () => {
  test('gives six at once, and then three a second', () => {
    const bucket = new Bucket(3, 0);
    const taken = (now: number) => Array.from({ length: 10 }, () => bucket.take(now)).filter(Boolean).length;
    expect([taken(0), taken(0), taken(1000), taken(1333), taken(1334), taken(100_000)]).toEqual([6, 0, 3, 0, 1, 6]);
  });

  test('is not refilled by a clock that goes back', () => {
    const bucket = new Bucket(1, 1000);
    expect([bucket.take(1000), bucket.take(1000), bucket.take(0), bucket.take(500)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a turnstile', () => {
  const turnstile = () => {
    let now = 0;
    const made = new Turnstile({ connectionsMax: 2, requestsPerSecondMax: 1, now: () => now });
    return { made, at: (ms: number) => (now = ms) };
  };

  test('lets so many in from one address, and as many from the next', () => {
    const { made } = turnstile();
    expect(['a', 'a', 'a', 'b'].map((address) => made.enter(address))).toEqual([true, true, false, true]);
    made.leave('a');
    expect([made.enter('a'), made.enter('a')]).toEqual([true, false]);
  });

  test('takes all addresses of one IPv6 network for one, since one machine has them all', () => {
    const { made } = turnstile();
    const crowd = ['2001:db8:0:7::1', '2001:DB8::7:a:b:c:d', '2001:db8:0:7:ffff::', '2001:db8:0:8::1', '::1', '::2'];
    expect(crowd.map((address) => made.enter(address))).toEqual([true, true, false, true, true, true]);
    expect(crowd.slice(0, 3).map((address) => made.ask(address))).toEqual([true, true, false]);
    made.leave('2001:db8:0:7::9');
    expect(made.enter('2001:db8:0:7::3')).toBe(true);
  });

  test('counts requests by address', () => {
    const { made, at } = turnstile();
    expect(['a', 'a', 'a', 'b'].map((address) => made.ask(address))).toEqual([true, true, false, true]);
    at(1000);
    expect([made.ask('a'), made.ask('a')]).toEqual([true, false]);
  });

  test('forgets those who have been quiet, and stays small whatever comes', () => {
    const { made, at } = turnstile();
    for (let index = 0; index < 10_000; index += 1) made.ask(`10.0.${index >> 8}.${index & 255}`);
    at(5000);
    made.ask('late');
    made.ask('late');
    expect(made.ask('late')).toBe(false);
    for (let index = 0; index < 9_999; index += 1) made.ask(`10.1.${index >> 8}.${index & 255}`);
    // Nobody is quiet now: rather than grow it forgets all.
    expect(made.ask('late')).toBe(true);
  });
});
