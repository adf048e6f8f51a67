import type { Command } from 'commander';
import type { Bounds } from '../server/bounds.ts';
import { LOG_LEVELS, type LogLevel } from '../server/log.ts';
import { each, oneOf, speed, wholeNumber } from './options.ts';
import { boundsIn, withBounds } from './serve/bounds.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly speed: number | 'max';
  readonly loop?: true;
  readonly paused?: true;
  readonly waitFor?: number;
  readonly clock?: (typeof CLOCKS)[number];
  readonly rate: number;
  /** `true` asks for a new one. */
  readonly token?: string | true;
  readonly viewerToken?: readonly string[];
  readonly allowOrigin?: readonly string[];
  readonly trustProxy?: readonly string[];
  readonly log?: LogLevel;
  readonly bounds: Partial<Bounds>;
}

/** Where it listens unless told otherwise. */
export const PORT = 8484;

/** How several matches run. */
export const CLOCKS = ['one', 'own'] as const;

/** `touchline serve`: matches over WebSocket, for apps and dashboards. */
export const serve = (program: Command): Command => {
  const command = program
    .command('serve')
    .summary('put matches on the air over WebSocket')
    .description('Serves matches over WebSocket and HTTP, and stays up after the last whistle until it is stopped.')
    .argument('[match...]', 'names, paths or - (the flagship where none is given)')
    .option('--port <n>', 'where to listen; 0 takes any that is free', wholeNumber('port', 0, 65_535), PORT)
    .option('--host <address>', 'on which of its addresses; beyond loopback an operator needs a token', '127.0.0.1')
    .option('--speed <n>', 'how many times as fast as it was, or max', speed, 1)
    .option('--loop', 'begin again after the end')
    .option('--paused', 'wait for somebody to press play')
    .option('--wait-for <n>', 'begin when so many follow', wholeNumber('wait-for', 0, 2 ** 31 - 1))
    .option(
      '--clock <clock>',
      'one for all matches, by their kick-offs, or each its own (default: one for matches of one day)',
      oneOf('clock', CLOCKS),
    )
    .option('--rate <n>', 'how many updates a second at most', wholeNumber('rate', 1, 1000), 30)
    .option('--token [token]', "the operators'; without a value one is made, as it is where one is needed")
    .option('--viewer-token <token>', 'lets a viewer in, and then viewers need one; may be given several times', each)
    .option('--allow-origin <origin>', 'a web origin whose pages may connect too; may be given several times', each)
    .option(
      '--trust-proxy <address>',
      'a proxy, or a block of them, whose X-Forwarded-* is believed; may be given several times',
      each,
    )
    .option(
      '--log <level>',
      `JSON lines on standard error: ${LOG_LEVELS.join(', ')} (default: silent on a terminal, else warn)`,
      oneOf('log', LOG_LEVELS),
    );
  return withBounds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], options: Omit<ServeOptions, 'bounds'>) => {
      const { goOnAir } = await import('./serve/air.ts');
      await goOnAir(words, { ...options, bounds: boundsIn(options) });
    });
};

const EXAMPLES = `
Examples:
  $ touchline serve atalanta-dortmund                    at the pace of the night itself
  $ touchline serve atalanta-dortmund --speed 60 --loop  a match that never ends, for working on an app
  $ touchline serve atalanta-dortmund --wait-for 2       begins when two follow
  $ touchline serve atalanta-dortmund --host 0.0.0.0     for other machines, which need the token that it prints
  $ touchline serve day/*.jsonl --speed 60               a matchday: one clock, by the hours of their kick-offs
  $ touchline serve --port 9000 --allow-origin http://localhost:5173`;
