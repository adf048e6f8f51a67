import type { Command } from 'commander';
import { each, speed, wholeNumber } from './options.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly speed: number | 'max';
  readonly loop?: true;
  readonly paused?: true;
  readonly rate: number;
  readonly allowOrigin?: readonly string[];
}

/** Where it listens unless told otherwise. */
export const PORT = 8484;

/** `touchline serve`: matches over WebSocket, for apps and dashboards. */
export const serve = (program: Command): Command =>
  program
    .command('serve')
    .summary('put matches on the air over WebSocket')
    .description('Serves matches over WebSocket, and stays up after the last whistle until it is stopped.')
    .argument('[match...]', 'names, paths or - (the flagship where none is given)')
    .option('--port <n>', 'where to listen; 0 takes any that is free', wholeNumber('port', 0, 65_535), PORT)
    .option('--host <address>', "on which of this machine's loopback addresses", '127.0.0.1')
    .option('--speed <n>', 'how many times as fast as it was, or max', speed, 1)
    .option('--loop', 'begin again after the end')
    .option('--paused', 'wait for somebody to press play')
    .option('--rate <n>', 'how many updates a second at most', wholeNumber('rate', 1, 1000), 30)
    .option('--allow-origin <origin>', 'a web origin whose pages may connect too; may be given several times', each)
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], options: ServeOptions) => {
      const { goOnAir } = await import('./air.ts');
      await goOnAir(words, options);
    });

const EXAMPLES = `
Examples:
  $ touchline serve atalanta-dortmund                    at the pace of the night itself
  $ touchline serve atalanta-dortmund --speed 60 --loop  a match that never ends, for working on an app
  $ touchline serve --port 9000 --allow-origin http://localhost:5173`;
