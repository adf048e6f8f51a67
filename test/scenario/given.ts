import * as z from 'zod';
import type { Entry } from '../../src/journal/entry.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import { scenarioJsonSchema } from '../../src/scenario/format.ts';
import { load, type Read } from '../../src/scenario/load.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** A file that must be right, or the test says what is wrong with it. */
export const scenario = (text: string, read?: Read): Scenario => {
  const loaded = load(text, 'scenarios/test.yaml', read);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.scenario;
};

/** What is wrong with a file, as `line:column message`. */
export const problems = (text: string, read?: Read): string[] => {
  const loaded = load(text, 'scenarios/test.yaml', read);
  return loaded.ok
    ? []
    : loaded.problems.map((problem) => formatProblem(problem).replace(/^scenarios\/test\.yaml:/, ''));
};

/** A file of a log alone, its lines as they'd stand behind the dash, and anything before it. */
export const file = (lines: readonly string[], before = ''): string =>
  `title: A test\n${before === '' ? '' : `${before}\n`}log:${lines.length === 0 ? ' []\n' : `\n${lines.map((line) => `  - ${line}\n`).join('')}`}`;

export const entries = (lines: readonly string[], before = ''): readonly Entry[] =>
  scenario(file(lines, before)).recording.entries;

/** The event of a line that stands alone. */
export const event = (line: string, before = ''): MatchEvent => {
  const [entry] = entries([line], before);
  if (entry?.kind !== 'event') throw new Error('expected an event');
  return entry.event;
};

/** The offsets of a log, as `h:mm:ss`. */
export const offsets = (lines: readonly string[], before = ''): string[] =>
  entries(lines, before).map(({ offset }) => clock(offset));

export const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

export const at = (period: MatchEvent['at']['period'], minutes: number, seconds = 0, leg = 1): MatchEvent['at'] => ({
  leg,
  period,
  elapsed: (minutes * 60 + seconds) * 1000,
});

/** Whether an editor that knows the JSON Schema finds nothing to underline. */
export const pleasesAnEditor = (given: unknown): boolean => EDITOR.safeParse(given).success;

// JSON Schema's patterns are Unicode ones; here they're read without the flag, so letters are spelt out.
const SPELT_OUT = JSON.stringify(scenarioJsonSchema()).replaceAll('\\\\p{L}', 'A-Za-z').replaceAll('\\\\p{N}', '0-9');
const EDITOR = z.fromJSONSchema(JSON.parse(SPELT_OUT));
