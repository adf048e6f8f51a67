import type { Command } from 'commander';

export interface RecordOptions {
  readonly match?: string;
  readonly token?: string;
  readonly output?: string;
  readonly force?: true;
}

/** `touchline record`: what a server sends, kept as it comes. */
export const record = (program: Command): Command =>
  program
    .command('record')
    .summary('keep what a server sends')
    .usage('<url> -o <file> [options]')
    .description(
      'Writes down the journal of a match that a server has on the air, entry by entry, so that it plays back as it ' +
        'came. It survives breaks, goes on with a file where it was left, and ends with the showing; Ctrl-C ends it ' +
        'before that, and keeps what there is.',
    )
    .argument('<url>', 'of the server: ws://127.0.0.1:8484, its http:// address, or host:port')
    .option('-o, --output <file>', 'where to')
    .option('--match <id>', 'which match, where the server has several on')
    .option('--token <token>', 'what the server wants to be told')
    .option('--force', 'begin anew, writing over a file that is there already')
    .addHelpText('after', EXAMPLES)
    .action(async (word: string, _options: object, command: Command) => {
      const { tape } = await import('./record/taping.ts');
      await tape(word, command.optsWithGlobals<RecordOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline record 127.0.0.1:8484 -o match.jsonl
  $ touchline record wss://scores.example --match final --token T0KEN -o final.jsonl
  $ touchline record 127.0.0.1:8484 -o match.jsonl       once more: goes on where it was left
  $ touchline play match.jsonl`;
