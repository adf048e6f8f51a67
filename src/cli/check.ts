import type { Command } from 'commander';
import { oneOf } from './options.ts';

const FORMATS = ['text', 'json'] as const;

export interface CheckOptions {
  readonly format: (typeof FORMATS)[number];
  readonly color: boolean;
}

/** `touchline check`: is this file well formed, and what is in it? */
export const check = (program: Command): Command =>
  program
    .command('check')
    .summary('say whether files are well formed')
    .description(
      'Says of scenarios and recordings whether they are well formed, with the place of whatever is not, and what ' +
        'they hold. Exits 1 where a file is malformed.',
    )
    .argument('<files...>', 'paths, names or - (a recording on standard input)')
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], _options: object, command: Command) => {
      const { checkAll } = await import('./checking.ts');
      await checkAll(words, command.optsWithGlobals<CheckOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline check scenarios/*.yaml
  $ touchline check season.jsonl                         of any size: it's read line by line
  $ curl -s http://feed.example/match.jsonl | touchline check -
  $ touchline check match.jsonl --format json | jq '.[].problems'`;
