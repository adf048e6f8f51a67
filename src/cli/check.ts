import type { Command } from 'commander';
import { oneOf } from './options.ts';

const FORMATS = ['text', 'json'] as const;

export interface CheckOptions {
  readonly format: (typeof FORMATS)[number];
  readonly color: boolean;
}

/** `touchline check`: is this file well formed, and is the match in it lawful? */
export const check = (program: Command): Command =>
  program
    .command('check')
    .summary('say whether files are well formed, and lawful')
    .description(
      'Says of scenarios and recordings whether they are well formed, with the place of whatever is not, what they ' +
        'hold, and whether it is lawful: each breach of the Laws and of the regulations, as known at the end. Exits 1 ' +
        'where a file is malformed, or holds a breach that no line of it announces with irregular: CODE.',
    )
    .argument('<files...>', 'paths, folders, patterns, names or - (a recording on standard input)')
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], _options: object, command: Command) => {
      const { checkAll } = await import('./check/checking.ts');
      await checkAll(words, command.optsWithGlobals<CheckOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline check atalanta-dortmund                    what in it is irregular, and what only looks it
  $ touchline check 'scenarios/**'
  $ touchline check season.jsonl                         of any size: it's read line by line, and judged up to entry 200000
  $ curl -s http://feed.example/match.jsonl | touchline check -
  $ touchline check match.jsonl --format json | jq '.[].verdict.breaches'`;
