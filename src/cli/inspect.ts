import type { Command } from 'commander';
import { VIEW_NAMES, type ViewName } from '../projections/views.ts';
import { oneOf } from './options.ts';

const FORMATS = ['text', 'json'] as const;

export interface InspectOptions {
  readonly at?: string;
  readonly asOf?: string;
  readonly view?: ViewName;
  /** The moment to compare with, as for `asOf`. */
  readonly diff?: string;
  readonly diffAt?: string;
  readonly claims?: true;
  readonly format: (typeof FORMATS)[number];
  readonly color: boolean;
}

/** `touchline inspect`: what stood at a moment, as known at that one or at another. */
export const inspect = (program: Command): Command =>
  program
    .command('inspect')
    .summary('show what stood at a moment')
    .description('Shows a match at a moment: score, clock, tie, cards, reviews, line-ups, statistics, timeline.')
    .argument('<match>', 'a name, a path or -')
    .option('--at <time>', 'the match up to then: 57\', 90+5, "2H 97:53", half-time …')
    .option('--as-of <time>', 'what was known then; a bare number is the seq of an entry, end all there is')
    .option('--diff <time>', 'tell in which way what was known then differs from what was known at --as-of')
    .option('--diff-at <time>', 'with --diff: the match up to then, where it is another moment than --at')
    .option('--claims', 'the table of what accounts say of the match, beside what its log says')
    .option('--view <name>', `one view: ${VIEW_NAMES.join(', ')}`, oneOf('view', VIEW_NAMES))
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (word: string, _options: object, command: Command) => {
      const { answer } = await import('./inspect/answer.ts');
      await answer(word, command.optsWithGlobals<InspectOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline inspect atalanta-dortmund                              how it ended
  $ touchline inspect atalanta-dortmund --as-of "90+6'" --view var   while the referee is at the monitor
  $ touchline inspect atalanta-dortmund --at "90+7'" --as-of 120     that minute, as 120 entries told it
  $ touchline inspect atalanta-dortmund --as-of full-time --diff end    what was learnt after the whistle
  $ touchline inspect atalanta-dortmund --at "90+5'" --diff end         the same minute, then and now
  $ touchline inspect atalanta-dortmund --claims                        where the accounts part
  $ touchline inspect atalanta-dortmund --format json | jq .views.aggregate`;
