import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { history, type JournalNews, parseTime, remember } from '../src/history.ts';
import { bundle } from './client/bundle.ts';
import { flagship } from './client/flagship.ts';

describe('a journal that is remembered as it is told', () => {
  const { header, entries } = flagship();
  const straight = history({ header, entries });
  const opened: JournalNews = { type: 'opened', header };
  const told = (from: number, to: number): JournalNews => ({ type: 'entries', entries: entries.slice(from, to) });
  const after = (...news: JournalNews[]) => {
    const memory = remember();
    for (const each of news) memory.hear(each);
    if (memory.history === undefined) throw new Error('a journal was opened');
    return memory.history;
  };

  test('has nothing to show before it was opened', () => {
    expect(remember().history).toBeUndefined();
  });

  test('shows any earlier moment as a straight fold of the recording does', () => {
    const memory = remember();
    memory.hear(opened);
    for (let seq = 0; seq < entries.length; seq += 10) {
      memory.hear(told(seq, seq + 10));
      // Looked at in between, so that what follows is folded on.
      expect(memory.history?.length).toBe(Math.min(seq + 10, entries.length));
    }
    for (let cursor = 0; cursor <= entries.length; cursor += 7) {
      expect(canonicalize(memory.history?.viewsAt(cursor))).toBe(canonicalize(straight.viewsAt(cursor)));
    }
    expect(canonicalize(memory.history?.viewsAt(entries.length))).toBe(canonicalize(straight.viewsAt(entries.length)));
  });

  test('answers for a moment of the match as known at another', () => {
    const at = parseTime("90+5'");
    const asOf = parseTime("90+8'");
    if (at === undefined || asOf === undefined) throw new Error('both are times');
    const answer = after(opened, told(0, entries.length)).answer({ at, asOf });
    expect(answer).toMatchObject({ ok: true });
    expect(canonicalize(answer)).toBe(canonicalize(straight.answer({ at, asOf })));
  });

  test('forgets what is rewound, and takes it when it comes again', () => {
    const back = after(opened, told(0, 80), { type: 'rewound', seq: 30 });
    expect(back.length).toBe(30);
    const again = after(opened, told(0, 80), { type: 'rewound', seq: 30 }, told(30, 60));
    expect(canonicalize(again.viewsAt(60))).toBe(canonicalize(straight.viewsAt(60)));
    expect(again.length).toBe(60);
  });

  test('forgets all where another journal is opened', () => {
    expect(after(opened, told(0, 80), opened, told(0, 3)).length).toBe(3);
  });
});

test('in a browser it loads neither Node nor schemas nor streams', async () => {
  const { files, imports, gzipBytes } = await bundle('src/history.ts');
  expect(imports).toEqual([]);
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
  expect(files.filter((file) => /\/(event|fixture|entry|recording|message)\.ts$/.test(file))).toEqual([]);
  expect(gzipBytes).toBeLessThan(60_000);
});
