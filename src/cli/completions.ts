import type { Command } from 'commander';
import { WrongUse } from './complaint.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `touchline completions`: what a shell needs to complete commands, options and the names of matches. */
export const completions = (program: Command): Command => {
  // Asked by the script at each press of the key; nobody types it.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      const { complete } = await import('./completions/completing.ts');
      await complete(program, words);
    });
  return program
    .command('completions')
    .summary('print a script that completes commands in a shell')
    .description('Prints the script by which a shell completes commands, options and the names of matches.')
    .argument('<shell>', SHELLS.join(', '), shell)
    .addHelpText('after', EXAMPLES)
    .action(async (shell: string) => {
      const { printScript } = await import('./completions/completing.ts');
      printScript(shell);
    });
};

const shell = Object.assign(
  (text: string): string => {
    if ((SHELLS as readonly string[]).includes(text)) return text;
    throw new WrongUse(`completions knows no shell "${text}"`, { word: text, names: SHELLS });
  },
  { names: SHELLS },
);

const EXAMPLES = `
Examples:
  $ source <(touchline completions bash)                 for this session; in ~/.bashrc for good
  $ source <(touchline completions zsh)
  $ touchline completions fish > ~/.config/fish/completions/touchline.fish`;
