import type { Command } from 'commander';
import { duration, oneOf } from './options.ts';

const FORMATS = ['text', 'json'] as const;

export interface ImportOptions {
  /** A file for one match, or a folder (there already, or with a / at its end) for any number. */
  readonly output?: string;
  readonly strict?: true;
  /** Writes over recordings that are there already. */
  readonly force?: true;
  readonly snapshots?: true;
  /** Milliseconds between versions that tell of nothing newer. */
  readonly every?: number;
  readonly format: (typeof FORMATS)[number];
  readonly color: boolean;
}

/** `touchline import`: other people's matches as recordings. */
export const importCommand = (program: Command): Command =>
  program
    .command('import')
    .summary("turn providers' files into recordings")
    .usage('[provider] <files...> -o <file|folder/> [options]')
    .description(
      "Reads matches in a provider's format and writes a recording of each. What the views then show is compared with " +
        "the provider's own match record, and the entries with the Laws; differences are printed with both sides. The " +
        'provider is guessed where it is not named. Exits 1 where a file holds no match.',
    )
    .argument('<files...>', 'the provider, then its files, or folders of them; .gz files are unpacked')
    .option('-o, --output <path>', 'where to: a file for one match, a folder for several (date-home-away.jsonl)')
    .option('--strict', "exit 1 where the views and the provider's record differ")
    .option('--force', 'write over recordings that are there already')
    .option('--snapshots', 'the files are successive versions of one; a version of several files is a folder')
    .option(
      '--every <duration>',
      'with --snapshots: how long after the last a version came that tells nothing newer',
      duration('every'),
    )
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], _options: object, command: Command) => {
      const { importFiles } = await import('./import/importing.ts');
      await importFiles(words, command.optsWithGlobals<ImportOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline import openfootball 2018_full.txt -o world-cup/         64 matches, a recording each
  $ touchline play world-cup/2018-07-15-fra-cro.jsonl
  $ touchline import wyscout events.json match.json -o final.jsonl
  $ touchline import wyscout season/*.json -o season/ --strict        fail where a record says otherwise
  $ touchline import --snapshots poll-*.json -o match.jsonl           polls of a feed, one after the other
  $ touchline import 2018_full.txt -o world-cup/ --format json | jq '.[].differences'`;
