import type { Command } from 'commander';

/** `touchline new`: a scenario to start from. */
export const newScenario = (program: Command): Command =>
  program
    .command('new')
    .summary('write a scenario to start from')
    .description('Writes a commented scenario to scenarios/<title>.yaml, which passes as it is.')
    .argument('<title...>', 'what happens, in a line')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[]) => {
      const { writeStarter } = await import('./new/starting.ts');
      await writeStarter(words.join(' '));
    });

const EXAMPLES = `
Examples:
  $ touchline new "A winner in the eighth added minute"`;
