import type { Command } from 'commander';
import { oneOf } from './options.ts';

const FORMATS = ['text', 'json'] as const;

export interface ListOptions {
  readonly format: (typeof FORMATS)[number];
  readonly color: boolean;
}

/** `touchline list`: what there is to play. */
export const list = (program: Command): Command =>
  program
    .command('list')
    .summary('show what there is to play')
    .description('Lists the matches that can be named: those in ./scenarios, and those that come with Touchline.')
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      const { printList } = await import('./list/listing.ts');
      await printList(command.optsWithGlobals<ListOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline list
  $ touchline list --format json | jq -r '.[].name'`;
