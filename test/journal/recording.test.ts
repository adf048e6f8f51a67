import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  feedTime,
  LINE_LENGTH_MAX,
  RecordingReader,
  readRecording,
  writeRecording,
} from '../../src/journal/recording.ts';
import { entriesOf, event, HEADER, retract } from './feed.ts';

const entries = entriesOf([
  event('kick-off', '1H 00:00', { club: 'HOM' }, { id: 'ko' }),
  event('goal', '1H 30:00', { by: 'home-9' }, { id: 'g1' }),
  retract('g1', 40 * 60_000),
]);
const recording = { header: HEADER, entries };
const text = writeRecording(recording);
const lines = text.trimEnd().split('\n');

const problemsOf = (text: string) => {
  const read = readRecording(text);
  return read.ok ? [] : read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

describe('a recording', () => {
  test('is read back as it was written', () => {
    expect(readRecording(text)).toEqual({ ok: true, recording, warnings: [] });
    expect(lines).toHaveLength(4);
  });

  test('may end without a newline, and have Windows line ends', () => {
    expect(readRecording(text.trimEnd())).toMatchObject({ ok: true, recording });
    expect(readRecording(text.replaceAll('\n', '\r\n'))).toMatchObject({ ok: true, recording });
  });

  test('that is cut off in the middle of a line plays up to there, and says so', () => {
    const cut = readRecording(text.slice(0, text.length - 20));
    expect(cut).toMatchObject({ ok: true, recording: { entries: entries.slice(0, 2) } });
    expect(cut.ok && cut.warnings[0]).toEqual({
      line: 4,
      column: expect.any(Number),
      message: 'the recording is cut off in the middle of line 4; it plays up to entry 2',
    });
  });

  test('is complained about with line and column', () => {
    expect(problemsOf('')).toEqual([expect.stringMatching(/^1:1 a recording begins with its header/)]);
    expect(problemsOf('hello\nthere\n')).toEqual([expect.stringMatching(/^1:1 a recording begins with its header/)]);
    expect(problemsOf('{"head":{},"views":{}}\n{}\n')).toEqual([
      expect.stringMatching(/^1:1 this is what play .* prints/),
    ]);
    expect(problemsOf([lines[0], '{"seq":1,', lines[2]].join('\n'))[0]).toMatch(/^2:\d+ this line is no JSON/);
  });

  test('is told what was expected, and the nearest name that exists, each at its own column', () => {
    /** What stands at the column, and what is said of it. */
    const told = (right: string, wrong: string, line = 2): string[] => {
      const text = lines[line]?.replace(right, wrong) ?? '';
      return problemsOf([...lines.slice(0, line), text].join('\n')).map((problem) => {
        const [, column, message] = /^\d+:(\d+) (.*)$/.exec(problem) ?? [];
        return `${/^(?:"\w*"|\d+|.)/.exec(text.slice(Number(column) - 1))} | ${message}`;
      });
    };
    expect(told('"goal"', '"gaol"')).toEqual(['"gaol" | no such event "gaol"; did you mean "goal"?']);
    expect(told('"by"', '"buy"')).toEqual(['"buy" | a goal has no "buy"; did you mean "by"?']);
    expect(told('"event"', '"evnt"')).toEqual(['"evnt" | no such entry "evnt"; did you mean "event"?']);
    expect(told('"1H"', '"3H"')).toEqual(['"3H" | event.at.period: no such period "3H"; did you mean "1H"?']);
    expect(told('1800000', '"soon"')).toEqual(['"soon" | offset: expected a number, found "soon"']);
    expect(told('"id"', '"x"')).toEqual([
      '{ | an event needs "id": text',
      '"x" | an event has no "x"; there is: reported, id',
    ]);
    expect(told('"version":1', '"version":2', 0)).toEqual([
      "2 | version 2 of the format isn't known; the one version that is known is 1",
    ]);
    expect(told('"fixture"', '"fixtures"', 0)).toEqual([
      '{ | a header needs "fixture": a mapping of keys to values',
      '"fixtures" | a header has no "fixtures"; did you mean "fixture"?',
    ]);
  });

  test('that skips or repeats a number is told once', () => {
    expect(problemsOf([lines[0], lines[2], lines[3]].join('\n'))).toEqual([
      '2:1 seq is 2; entries count 1, 2, 3 … and the next is 1',
    ]);
  });

  test('whose line can’t be read is told once, and the entry after it isn’t blamed', () => {
    expect(problemsOf([lines[0], lines[1], 'gaol', lines[3]].join('\n'))).toEqual([
      '3:5 this line is no JSON; each line of a recording is one JSON object',
    ]);
  });

  test('whose feed time goes back is refused', () => {
    const back = lines[2]?.replace(/"offset":\d+/, '"offset":5') ?? '';
    const ahead = lines[1]?.replace(/"offset":\d+/, '"offset":9000') ?? '';
    expect(problemsOf([lines[0], ahead, back].join('\n'))).toEqual([
      '3:1 offset is 5, before that of the entry above (9000); feed time never goes back',
    ]);
  });

  test('refuses ids that each object has already', () => {
    for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const poisoned = lines[2]?.replace('"g1"', JSON.stringify(id)) ?? '';
      expect(problemsOf([lines[0], lines[1], poisoned].join('\n'))[0]).toMatch(/^3:\d+ id: this word is taken/);
    }
  });
});

describe('a reader', () => {
  const readAll = (pieces: readonly string[]) => {
    const reader = new RecordingReader();
    return [...pieces.flatMap((piece) => [...reader.read(piece)]), ...reader.end()];
  };

  test('reads the same however the text is cut into pieces', () => {
    const whole = readAll([text]);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(readAll(pieces)).toEqual(whole);
      }),
    );
  });

  test('tells a wrong line and goes on after it', () => {
    const reads = readAll([`${lines[0]}\n{"seq":\n${lines[1]}\n`]);
    expect(reads.map(({ kind }) => kind)).toEqual(['header', 'problem', 'entry']);
  });

  test('never holds more than a line, however long it grows', () => {
    const reader = new RecordingReader();
    const seen = [...reader.read(`${lines[0]}\n`)];
    for (let piece = 0; piece < 30; piece += 1) seen.push(...reader.read('x'.repeat(LINE_LENGTH_MAX / 10)));
    seen.push(...reader.read(`\n${lines[1]}\n`));
    expect(seen.map(({ kind }) => kind)).toEqual(['header', 'problem', 'entry']);
  });

  test('refuses any mutation with a sentence and a place, and never throws', () => {
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.nat(2000),
        fc.constantFrom('', '"', '}', '[', 'null', '-1', '1e999', '\u0000', '{"__proto__":{}}'),
        fc.nat(12),
        (which, at, insert, drop) => {
          const line = lines[which] ?? '';
          const place = at % (line.length + 1);
          const mutated = line.slice(0, place) + insert + line.slice(place + drop);
          const read = readRecording([...lines.slice(0, which), mutated, ...lines.slice(which + 1)].join('\n'));
          if (read.ok) return;
          for (const { line: row, column, message } of read.problems) {
            expect(row).toBeGreaterThan(0);
            expect(column).toBeGreaterThan(0);
            expect(message).toMatch(/\w/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('feed time is told in the zone in which the recording was made', () => {
  expect(feedTime('2026-02-25T18:45:00+01:00', 6_970_000)).toBe('2026-02-25T20:41:10+01:00');
  expect(feedTime('2026-02-25T18:45:00Z', 1500)).toBe('2026-02-25T18:45:01.500Z');
  expect(feedTime('2026-02-25T18:45:00-03:30', 0)).toBe('2026-02-25T18:45:00-03:30');
});
