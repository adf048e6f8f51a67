import type { Command } from 'commander';
import { oneOf } from './options.ts';

const FORMATS = ['auto', 'tui', 'text', 'json'] as const;

export interface WatchOptions {
  /** The id of a match on that server. */
  readonly match?: string;
  readonly token?: string;
  readonly format: (typeof FORMATS)[number];
  readonly color: boolean;
}

/** `touchline watch`: what a server shows, told as `play` tells it. */
export const watch = (program: Command): Command =>
  program
    .command('watch')
    .summary('follow a match that a server shows')
    .description(
      'Follows a match that a server shows, as play tells it: full screen on a terminal, whose keys steer the showing ' +
        'for whoever the server takes for an operator; line by line elsewhere, until the showing has ended. After a break ' +
        'it comes back by itself and tells what it missed. Exits 1 where there is nobody to follow.',
    )
    .argument('<url>', 'where the server is: ws://127.0.0.1:8484, wss:// or http:// too, or host:port')
    .option('--match <id>', 'which one, where the server shows several')
    .option('--token <token>', 'the one that the server wants, if it wants any')
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'auto')
    .addHelpText('after', EXAMPLES)
    .action(async (word: string, _options: object, command: Command) => {
      const { tuneIn } = await import('./watch/tuning.ts');
      await tuneIn(word, command.optsWithGlobals<WatchOptions>());
    });

const EXAMPLES = `
Examples:
  $ touchline watch 127.0.0.1:8484
  $ touchline watch wss://live.example --match atalanta-dortmund --token "$TOKEN"
  $ touchline watch 127.0.0.1:8484 --format json | jq -c 'select(.entry.event.type == "goal") | .entry'`;
