import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, type Told } from '../../src/client/connect.ts';
import { journalChannel } from '../../src/client/journal-channel.ts';
import type { ServerMessage } from '../../src/wire/message.ts';
import { entries, FakeSocket, fakeTimers, match, notes, opened, URL_OF_SERVER } from './stage.ts';

const rewound = (seq: number, epoch = 'a1'): ServerMessage => ({ type: 'rewound', match, epoch, seq });
const join = { type: 'join', match, channel: 'journal' };

/** What was told, short: an epoch that begins, the numbers of entries, where it was rewound to. */
const short = (told: readonly Told[]): (string | number)[] => told.flatMap(shortly);

const shortly = (told: Told): (string | number)[] => {
  switch (told.type) {
    case 'opened':
      return [told.epoch];
    case 'entries':
      return told.entries.map(({ seq }) => seq);
    case 'rewound':
      return [`<${told.seq}`];
  }
};

describe('the journal of a match', () => {
  beforeEach(fakeTimers);
  afterEach(() => {
    vi.useRealTimers();
  });

  const come = (since?: { epoch: string; seq: number }) => {
    const client = connect(URL_OF_SERVER, {
      webSocket: FakeSocket,
      random: () => 0,
      fetch: () => Promise.reject(new TypeError('no HTTP here')),
    });
    const told: Told[] = [];
    client.journal(match, since === undefined ? {} : { since }, (each) => told.push(each));
    FakeSocket.latest.welcomes();
    return { client, told };
  };
  const cutAndCome = (): void => {
    FakeSocket.latest.ends();
    vi.advanceTimersByTime(0);
    FakeSocket.latest.welcomes();
  };

  test('is opened with its header, then told entry by entry', () => {
    const { told } = come();
    expect(FakeSocket.latest.said).toEqual([join]);
    FakeSocket.latest.says(opened(), entries(1, 3), entries(4, 4));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4]);
    expect(told[0]).toMatchObject({ header: { startedAt: '2026-02-25T18:00:00+01:00' } });
    expect(told[1]).toMatchObject({ seq: 3, entries: notes(1, 3) });
  });

  test('goes on after a break where it was', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 3));
    cutAndCome();
    expect(FakeSocket.latest.said).toEqual([{ ...join, since: { epoch: 'a1', seq: 3 } }]);
    FakeSocket.latest.says(opened(), entries(4, 6));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4, 5, 6]);
  });

  test('that another server begins anew is opened anew', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 3));
    cutAndCome();
    FakeSocket.latest.says(opened('b2'), entries(1, 2, 'b2'));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 'b2', 1, 2]);
  });

  test('that loops is opened anew on the same connection', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 3), opened('a2'), entries(1, 1, 'a2'));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 'a2', 1]);
  });

  test('that goes back is rewound, and comes again', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 5), rewound(2), entries(3, 4));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4, 5, '<2', 3, 4]);
  });

  test('that went back during a break is rewound when it goes on', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 5));
    cutAndCome();
    FakeSocket.latest.says(opened(), rewound(2), entries(3, 3));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4, 5, '<2', 3]);
  });

  test('that is opened again from further back is rewound to there', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 5));
    cutAndCome();
    FakeSocket.latest.says(opened('a1', { seq: 2 }), entries(3, 4));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4, 5, '<2', 3, 4]);
  });

  test('that is rewound to where it has not been tells nothing of it', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 2), rewound(5), entries(3, 4));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4]);
  });

  test('that was held before the page was loaded goes on from there', () => {
    const { told } = come({ epoch: 'a1', seq: 40 });
    expect(FakeSocket.latest.said).toEqual([{ ...join, since: { epoch: 'a1', seq: 40 } }]);
    FakeSocket.latest.says(opened(), entries(41, 42));
    expect(short(told)).toEqual([41, 42]);
  });

  test('whose entries come twice tells them once', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 3), entries(2, 4), entries(4, 4));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4]);
  });

  test('that has a gap is asked for again from before it', () => {
    const { told } = come();
    FakeSocket.latest.says(opened(), entries(1, 3), entries(5, 6), entries(7, 7));
    expect(FakeSocket.latest.said).toEqual([join, { ...join, since: { epoch: 'a1', seq: 3 } }]);
    FakeSocket.latest.says(opened(), entries(4, 7));
    expect(short(told)).toEqual(['a1', 1, 2, 3, 4, 5, 6, 7]);
  });

  test('of an epoch that is over tells nothing more', () => {
    const { told } = come();
    FakeSocket.latest.says(opened('a2'), entries(1, 2, 'a1'), rewound(0, 'a1'), entries(1, 1, 'a2'));
    expect(short(told)).toEqual(['a2', 1]);
  });
});

describe('whatever befalls the connection', () => {
  /** What a server's channel does: the cursor moves, a new pass begins, messages are lost, come twice, or the line is cut. */
  const mishap = fc.oneof(
    { weight: 5, arbitrary: fc.record({ does: fc.constant('play' as const), by: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('seek' as const), to: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('cut' as const) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('loop' as const) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('lose' as const) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('repeat' as const) }) },
  );

  test('each entry that was shown is told once and in order, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(mishap, { maxLength: 60 }), (mishaps) => {
        const held: number[] = [];
        let epochHeld = '';
        const channel = journalChannel(match, undefined, (told) => {
          if (told.type === 'opened') {
            epochHeld = told.epoch;
            held.length = 0;
          } else if (told.type === 'rewound') held.length = told.seq;
          else held.push(...told.entries.map(({ seq }) => seq));
          expect(told.epoch).toBe(epochHeld);
          // One at a time: neither missed nor twice.
          expect(held).toEqual(held.map((_, index) => index + 1));
        });
        let [pass, cursor, has, lost] = [1, 0, 0, false];
        let last: ServerMessage[] = [];
        const say = (...messages: ServerMessage[]): void => {
          last = messages;
          if (lost) {
            lost = false;
            return;
          }
          for (const message of messages) if (channel.hear(message as never) === 'lost') joinAgain();
        };
        const joinAgain = (): void => {
          const { since } = channel.join();
          has = since?.epoch === `a${pass}` ? since.seq : 0;
          say(opened(`a${pass}`));
          bring();
        };
        const bring = (): void => {
          const from = has;
          has = cursor;
          if (cursor < from) say(rewound(cursor, `a${pass}`));
          else if (cursor > from) say(entries(from + 1, cursor, `a${pass}`));
        };
        joinAgain();
        for (const each of mishaps) {
          switch (each.does) {
            case 'play':
              cursor += each.by;
              bring();
              break;
            case 'seek':
              cursor = each.to;
              bring();
              break;
            case 'loop':
              pass += 1;
              [cursor, has] = [0, 0];
              say(opened(`a${pass}`));
              break;
            case 'cut':
              channel.reset();
              joinAgain();
              break;
            case 'lose':
              lost = true;
              break;
            case 'repeat':
              say(...last);
          }
        }
        channel.reset();
        lost = false;
        joinAgain();
        expect([epochHeld, held.length]).toEqual([`a${pass}`, cursor]);
      }),
      { numRuns: 300 },
    );
  });
});
