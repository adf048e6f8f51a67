import type { Command } from 'commander';
import type { Until } from '../simulator/skeleton.ts';
import { WISHED_EVENTS } from '../simulator/wished-events.ts';
import { WrongUse } from './complaint.ts';
import { each, oneOf, wholeNumber } from './options.ts';

const LEGS = ['1', '2'] as const;
const STAGES = ['full-time', 'extra-time', 'shoot-out'] as const satisfies readonly Until[];

/** A shell completes what a wish begins with, as one word. */
const WISH = Object.assign((text: string, before?: readonly string[]) => each(text, before), {
  names: WISHED_EVENTS.map((event) => event.replaceAll(' ', '-')),
});

export interface SimulateFlags {
  readonly seed?: number;
  readonly count?: number;
  readonly output?: string;
  readonly force?: true;
  readonly regulations?: string;
  readonly legs?: (typeof LEGS)[number];
  readonly score?: { readonly home: number; readonly away: number };
  readonly until?: (typeof STAGES)[number];
  readonly with?: readonly string[];
  readonly color: boolean;
}

/** `touchline simulate`: a legal match that nobody played. */
export const simulate = (program: Command): Command =>
  program
    .command('simulate')
    .summary('write a legal match that nobody played')
    .description(
      'Writes a recording of a match between two clubs that do not exist, lawful from the team sheets to the last ' +
        'whistle or kick. The same seed gives the same recording, byte for byte.',
    )
    .option('--seed <number>', 'which match (drawn, and told, where absent)', wholeNumber('seed', 0, 2 ** 32 - 1))
    .option('-o, --output <path>', 'a file, a folder, or - for standard output (the default)')
    .option(
      '--count <number>',
      'so many, of the seeds from --seed on, into the folder of -o',
      wholeNumber('count', 1, 100_000),
    )
    .option('--force', 'write over files that are there')
    .optionsGroup('What it has to be:')
    .option('--regulations <name>', 'by which competition and season (uefa-champions-league-2025-26)')
    .option('--legs <number>', 'one match, or a tie of two', oneOf('legs', LEGS))
    .option('--score <home-away>', 'what the last leg ends with, extra time included, like 2-2', score)
    .option('--until <stage>', `it goes at least so far: ${STAGES.join(', ')}`, oneOf('until', STAGES))
    .option('--with <wish>', 'what has to be in it; again for more', WISH)
    .addHelpText('after', HELP)
    .action(async (_options: object, command: Command) => {
      const { writeSimulated } = await import('./simulate/simulating.ts');
      await writeSimulated(command.optsWithGlobals<SimulateFlags>());
    });

const score = (text: string): { home: number; away: number } => {
  const [, home, away] = /^(\d{1,3})\s*[-–:]\s*(\d{1,3})$/.exec(text) ?? [];
  if (home === undefined || away === undefined)
    throw new WrongUse(`--score ${text} is no score; one reads like 2-2, the home side of the last leg first`);
  return { home: Number(home), away: Number(away) };
};

const HELP = `
A wish is <event> [by home|away] [before|after|in <time>]. Events: goal, own-goal, penalty, penalty scored,
penalty missed, retake (of a penalty), yellow, second-yellow, red, goalkeeper red, var overturned, var upheld,
substitution, concussion substitution (where the competition has them), injury, temporarily off. Times: 30', 45+2', 1H,
ET1, half-time; L1 30' in a first leg. before 30' is up to 29'; after 90' is from 90+1' on, extra time included.
Whoever is sent off in a first leg, or cautioned once too often, is suspended for the second.

Examples:
  $ touchline simulate --seed 7 -o match.jsonl && touchline play match.jsonl
  $ touchline simulate --seed 7 | touchline play - --speed max
  $ touchline simulate --legs 2 --until shoot-out -o tie.jsonl
  $ touchline simulate --score 2-2 --with "red before 30'" --with "var overturned after 80'" -o wild.jsonl
  $ touchline simulate --legs 2 --with retake --with "goalkeeper red in L1" -o nerves.jsonl
  $ touchline simulate --seed 1 --count 100 -o season/           season/simulated-1.jsonl … simulated-100.jsonl`;
