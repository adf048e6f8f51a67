import type { Command } from 'commander';
import { duration, oneOf, speed } from './options.ts';

const FORMATS = ['auto', 'tui', 'text', 'json'] as const;

export interface PlayOptions {
  readonly speed: number | 'max';
  /** Milliseconds. */
  readonly maxGap?: number;
  readonly from?: string;
  readonly until?: string;
  readonly format: (typeof FORMATS)[number];
  /** A port, or `true` for the usual one. */
  readonly serve?: string | true;
  readonly color: boolean;
}

/** `touchline play`: a showing in the terminal, and on the air too where that is asked for. */
export const play = (program: Command): Command =>
  program
    .command('play')
    .summary('replay a match in the terminal')
    .description(
      'Replays a match in the terminal, at any speed: full screen where it can be drawn (? shows the keys, space pauses, ' +
        'q quits), line by line elsewhere. Several matches run at one clock: one is open on the screen, m opens the next.',
    )
    .argument('[match...]', 'a name, a path or - (the flagship where none is given); several run at one clock')
    .option('--speed <n>', 'how many times as fast as it was, or max for all at once', speed, 60)
    .option(
      '--max-gap <duration>',
      'how long an interval lasts at most: 20s, 1m, 500ms, 0, none (default: 20s)',
      duration('max-gap'),
    )
    .option('--from <time>', `where to begin, just after what is labelled so: L1, kick-off, 57', "2H 97:53" …`)
    .option('--until <time>', 'where to end')
    .option('--format <format>', FORMATS.join(', '), oneOf('format', FORMATS), 'auto')
    .option('--serve [port]', 'put the same showing on the air over WebSocket (port 8484 where none is given)')
    .addHelpText('after', EXAMPLES)
    .action(async ([word, ...more]: readonly string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<PlayOptions>();
      if (word === undefined || more.length === 0) {
        const { show } = await import('./play/showing.ts');
        return show(word, options);
      }
      const { showDay } = await import('./play/day.ts');
      await showDay([word, ...more], options);
    });

const EXAMPLES = `
Examples:
  $ touchline play                                       a second leg, from 0–2 down
  $ touchline play atalanta-dortmund --from "90'"        its last ten minutes
  $ touchline play atalanta-dortmund --speed max --format json | jq -c '.entry // empty'
  $ touchline play 2018-06-15/*.jsonl                    a matchday, by the hours of the kick-offs
  $ some-feed | touchline play -                         JSON Lines, told as they come
  $ touchline play atalanta-dortmund --serve             here, and in every app that connects`;
