import type { Command } from 'commander';
import { oneOf } from './options.ts';

const FORMATS = ['text', 'json'] as const;

export interface ExplainOptions {
  readonly view: string;
  readonly at?: string;
  readonly asOf?: string;
  readonly format: (typeof FORMATS)[number];
  readonly color: boolean;
}

/** `touchline explain`: why does it stand like that? */
export const explain = (program: Command): Command =>
  program
    .command('explain')
    .summary('tell why it stands as it does')
    .description(
      'Tells which entries made a view, or a part of it, what it is at a moment: what each did to it and who says so, what ' +
        "led there, what was corrected or superseded, and what didn't count and why.",
    )
    .argument('<match>', 'a name, a path or -')
    .option('--view <name>', 'a view, or a part of it: scoreboard, cards.people.bensebaini, stats.ATA', 'scoreboard')
    .option('--at <time>', 'the match up to then: 57\', 90+5, "2H 97:53", half-time …')
    .option('--as-of <time>', 'what was known then; a bare number is the seq of an entry')
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (word: string, _options: object, command: Command) => {
      const { explainAloud } = await import('./explain/explaining.ts');
      await explainAloud(word, command.optsWithGlobals<ExplainOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline explain atalanta-dortmund                                    why it ended 4–1
  $ touchline explain atalanta-dortmund --view scoreboard.home --at "60'"    why three by the hour
  $ touchline explain atalanta-dortmund --view aggregate
  $ touchline explain atalanta-dortmund --view cards.people.bensebaini
  $ touchline explain atalanta-dortmund --view var.reviews.r1 --format json | jq .steps`;
