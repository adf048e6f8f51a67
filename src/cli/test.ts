import type { Command } from 'commander';
import { each, oneOf } from './options.ts';

const REPORTERS = ['pretty', 'json', 'junit', 'tap'] as const;

export interface TestOptions {
  readonly filter?: readonly string[];
  readonly reporter: (typeof REPORTERS)[number];
  readonly watch?: true;
  readonly bail?: true;
  readonly coverage?: true;
  readonly color: boolean;
}

/** `touchline test`: whether scenarios hold. */
export const test = (program: Command): Command =>
  program
    .command('test')
    .summary('run scenarios')
    .description(
      'Plays scenarios and says which of them hold. Exits 0 where all do, 1 where one fails or its file is malformed.',
    )
    .argument(
      '[paths...]',
      "files, folders, patterns or names (./scenarios, else Touchline's own, where none is given)",
    )
    .option(
      '--filter <what>',
      'only those with these words in title or name, or with tag:NAME; again to narrow it',
      each,
    )
    .option('--reporter <name>', REPORTERS.join(', '), oneOf('reporter', REPORTERS), 'pretty')
    .option('--watch', 'stay, and run again what changes')
    .option('--bail', 'end at the first that fails')
    .option('--coverage', 'tell which events, phases, reviews, corrections and codes were exercised')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], _options: object, command: Command) => {
      const { tryScenarios } = await import('./test/trial.ts');
      await tryScenarios(paths, command.optsWithGlobals<TestOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline test                                  every scenario in ./scenarios
  $ touchline test scenarios/var --watch            those of a folder, again at each change
  $ touchline test --filter tag:var --filter late   tagged var, with "late" in the title or name
  $ touchline test --reporter junit > touchline.xml`;
