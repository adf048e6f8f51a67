import { describe, expect, test } from 'vitest';
import { goals, header, match, notes, START, stage } from './stage.ts';

const opened = { type: 'opened', match, epoch: 'a1', header, seq: 0 };
const passed = (from: number, to: number, epoch = 'a1') => ({
  type: 'entries',
  match,
  epoch,
  seq: to,
  entries: notes(from, to),
});
const messages = ({ heard }: { heard: readonly { message: object }[] }) => heard.slice(1).map(({ message }) => message);

/** A hub whose showing stands at entry 3. */
const atThree = () => {
  const staged = stage();
  staged.show({ cursor: 3 }, {}, 'play', notes(1, 3));
  staged.wait(100);
  return staged;
};

describe('joining the journal', () => {
  test('opens it with the header, and gives all entries up to the cursor, and none of the future', () => {
    const reader = atThree().connect();
    reader.read();
    expect(messages(reader)).toEqual([opened, passed(1, 3)]);
  });

  test('gives only what comes after what one has, where the epoch is the same', () => {
    const reader = atThree().connect();
    reader.read({ epoch: 'a1', seq: 2 });
    expect(messages(reader)).toEqual([{ ...opened, seq: 2 }, passed(3, 3)]);
  });

  test('gives nothing but the header to whoever has it all', () => {
    const reader = atThree().connect();
    reader.read({ epoch: 'a1', seq: 3 });
    expect(messages(reader)).toEqual([{ ...opened, seq: 3 }]);
  });

  test('gives everything anew where the epoch is another', () => {
    const reader = atThree().connect();
    reader.read({ epoch: 'a0', seq: 2 });
    expect(messages(reader)).toEqual([opened, passed(1, 3)]);
  });

  test.each([5, 99_999])('tells who has %i entries that the showing has gone back since', (seq) => {
    const reader = atThree().connect();
    reader.read({ epoch: 'a1', seq });
    expect(messages(reader)).toEqual([
      { ...opened, seq },
      { type: 'rewound', match, epoch: 'a1', seq: 3 },
    ]);
  });

  test('before the first frame waits for it', () => {
    const { connect, show, wait } = stage({}, false);
    const reader = connect();
    reader.read();
    expect(messages(reader)).toEqual([]);
    show({ cursor: 2 });
    wait(40);
    expect(messages(reader)).toEqual([opened, passed(1, 2)]);
  });

  test('before the first entry gives the header alone', () => {
    const reader = stage().connect();
    reader.read();
    expect(messages(reader)).toEqual([opened]);
  });

  test('gives a long journal in pieces', () => {
    const { connect, show, wait, state } = stage();
    state.entries.push(...notes(122, 600));
    show({ cursor: 600 });
    wait(40);
    const [one, two] = [connect(), connect()];
    one.read();
    two.read({ epoch: 'a1', seq: 300 });
    expect(messages(one)).toEqual([opened, passed(1, 256), passed(257, 512), passed(513, 600)]);
    expect(messages(two)).toEqual([{ ...opened, seq: 300 }, passed(301, 512), passed(513, 600)]);
  });
});

describe('as the showing goes on', () => {
  test('entries come when the cursor passes them, those of a tick together', () => {
    const { connect, show, wait } = atThree();
    const reader = connect();
    reader.read();
    show({ cursor: 4 }, {}, 'play', notes(4, 4));
    show({ cursor: 6 }, {}, 'play', notes(5, 6));
    wait(100);
    expect(messages(reader).slice(2)).toEqual([passed(4, 6)]);
  });

  test('a seek back says what to forget, and it comes again', () => {
    const { connect, show, wait } = atThree();
    const reader = connect();
    reader.read();
    show({ cursor: 1 }, {}, 'seek');
    wait(40);
    show({ cursor: 2 }, {}, 'play', notes(2, 2));
    wait(40);
    expect(messages(reader).slice(2)).toEqual([{ type: 'rewound', match, epoch: 'a1', seq: 1 }, passed(2, 2)]);
  });

  test('a seek forwards gives the entries in between', () => {
    const { connect, show, wait } = atThree();
    const reader = connect();
    reader.read();
    show({ cursor: 9 }, {}, 'seek');
    wait(40);
    expect(messages(reader).slice(2)).toEqual([passed(4, 9)]);
  });

  test('what went back and forth within a tick is told as where it came to', () => {
    const { connect, show, wait } = atThree();
    const reader = connect();
    reader.read();
    show({ cursor: 1 }, {}, 'seek');
    show({ cursor: 5 }, {}, 'seek');
    wait(40);
    expect(messages(reader).slice(2)).toEqual([passed(4, 5)]);
  });

  test('nothing is said where the cursor stays', () => {
    const { connect, show, wait } = atThree();
    const reader = connect();
    reader.read();
    show({ playing: false }, goals(1), 'control');
    wait(40);
    expect(messages(reader)).toHaveLength(2);
  });

  test('a loop is a new epoch, which begins with the header', () => {
    const { connect, show, wait, state } = atThree();
    const reader = connect();
    reader.read();
    state.epoch = 'a2';
    show({ cursor: 1 }, {}, 'seek');
    wait(40);
    expect(messages(reader).slice(2)).toEqual([{ ...opened, epoch: 'a2' }, passed(1, 1, 'a2')]);
  });

  test('a loop that comes to the same place within a tick is a new epoch all the same', () => {
    const { connect, show, wait, state } = atThree();
    const reader = connect();
    reader.read();
    state.epoch = 'a2';
    show({ cursor: 0 }, {}, 'seek');
    show({ cursor: 3 }, {}, 'play', notes(1, 3));
    wait(40);
    expect(messages(reader).slice(2)).toEqual([{ ...opened, epoch: 'a2' }, passed(1, 3, 'a2')]);
  });

  test('whoever follows the views as well is told of both, and leaving ends both', () => {
    const { connect, show, wait } = atThree();
    const viewer = connect();
    viewer.read();
    viewer.join(['scoreboard']);
    show({ cursor: 4 }, {}, 'play', notes(4, 4));
    wait(40);
    expect(viewer.types()).toEqual(['welcome', 'opened', 'entries', 'snapshot', 'update', 'entries']);
    viewer.say({ type: 'leave', match });
    show({ cursor: 5 }, {}, 'play', notes(5, 5));
    wait(40);
    expect(viewer.types()).toHaveLength(6);
  });

  test('all who are in step share one encoding', () => {
    const { connect, show, wait } = atThree();
    const [one, two] = [connect(), connect()];
    for (const reader of [one, two]) reader.read();
    show({ cursor: 4 }, {}, 'play', notes(4, 4));
    wait(40);
    expect(one.heard.at(-1)?.message).toEqual(passed(4, 4));
    expect(two.heard.at(-1)?.encoded).toBe(one.heard.at(-1)?.encoded);
  });
});

test('each message names the place to resume from, for event streams', () => {
  const { connect, show, wait } = atThree();
  const [fresh, back, viewer] = [connect(), connect(), connect()];
  fresh.read();
  back.read({ epoch: 'a1', seq: 2 });
  viewer.join(['result']);
  show({ cursor: 1 }, {}, 'seek');
  wait(40);
  const ids = ({ heard }: typeof fresh) => heard.slice(1).map(({ encoded }) => encoded.id);
  expect(ids(fresh)).toEqual(['a1:0', 'a1:3', 'a1:1']);
  // Whoever breaks off after the header has still what he came with.
  expect(ids(back)).toEqual(['a1:2', 'a1:3', 'a1:1']);
  expect(ids(viewer)).toEqual(['1', '2']);
});

test('a showing without a journal says so', () => {
  const { record, ...bare } = stage().showing;
  const reader = stage({}, true, { ...bare, id: 'bare' }).connect();
  reader.read(undefined, { match: 'bare' });
  expect(reader.of('refused')).toMatchObject([{ match: 'bare', code: 'no-journal', of: 'join' }]);
});

test('the journal stands where the views stand, at each moment', () => {
  const { connect, show, wait } = stage();
  const [viewer, reader] = [connect(), connect()];
  viewer.join([]);
  reader.read();
  let seq = 0;
  for (const cursor of [2, 7, 3, 3, 12, 0, 1]) {
    show({ cursor }, {}, 'seek');
    wait(40);
    for (const { message } of reader.heard.splice(0)) {
      if (message.type === 'entries') expect(message.entries[0]?.seq).toBe(seq + 1);
      if (message.type === 'entries' || message.type === 'rewound') seq = message.seq;
    }
    expect(viewer.of('update').at(-1)?.head.cursor).toBe(seq);
  }
  expect(START.entries).toBeGreaterThan(12);
});
