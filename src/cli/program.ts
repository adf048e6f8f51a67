import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { check } from './check.ts';
import { tell, WrongUse } from './complaint.ts';
import { completions } from './completions.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { inspect } from './inspect.ts';
import { list } from './list.ts';
import { newScenario } from './new.ts';
import { harmless } from './output.ts';
import { inPackage } from './package.ts';
import { play } from './play.ts';
import { record } from './record.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { simulate } from './simulate.ts';
import { test } from './test.ts';
import { watch } from './watch.ts';

/**
 * Runs the command line, and leaves the exit code in `process.exitCode`: 0 for success, 1 where what was asked about
 * doesn't hold, 2 for wrong use. Each command declares itself, and loads what it does only when it's called.
 */
export const run = async (words: readonly string[]): Promise<void> => {
  process.stdout.on('error', endWithOutput);
  // A timer or a socket of ours may stumble when nobody awaits it.
  process.on('uncaughtException', (problem) => complain(problem).finally(() => process.exit()));
  await touchline().parseAsync(words, { from: 'user' }).catch(complain);
};

const complain = async (problem: unknown): Promise<void> => {
  if (problem instanceof CommanderError && problem.exitCode === 0) return;
  const { exitCode, text } = await tell(problem, process.env.TOUCHLINE_DEBUG === '1');
  // A complaint may quote a file.
  process.stderr.write(text.split('\n').map(harmless).join('\n'));
  process.exitCode = exitCode;
};

/** The reader of a pipe has gone (`| head`): nothing is wrong, and nobody is left to be told. */
const endWithOutput = ({ code, message }: NodeJS.ErrnoException): void => {
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`touchline: standard output can't be written: ${message}\n`);
  process.exit(1);
};

const touchline = (): Command => {
  const program = new Command('touchline')
    .description('Replays football matches as live event streams.')
    .usage('<command> [options]')
    .version(versionOf(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .option('--no-color', 'plain text; NO_COLOR=1 in the environment does the same')
    .configureHelp({ showGlobalOptions: true, helpWidth: Math.min(process.stdout.columns ?? 100, 110) })
    // Complaints are told in our own words, once they have been caught.
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', EXAMPLES);
  const commands = [
    play,
    serve,
    watch,
    inspect,
    test,
    newScenario,
    list,
    check,
    explain,
    importCommand,
    exportCommand,
    record,
    simulate,
    schema,
    completions,
  ].map((declare) => declare(program));
  program.action(() => program.outputHelp());
  program
    .command('help')
    .summary('show how a command is used')
    .argument('[command]')
    .action((name: string | undefined) => {
      const asked = name === undefined ? program : commands.find((command) => command.name() === name);
      if (asked === undefined) throw notACommand(name ?? '', program);
      asked.outputHelp();
    });
  for (const command of [program, ...program.commands]) {
    command.showSuggestionAfterError(false).exitOverride((problem) => {
      throw problem.exitCode === 0 ? problem : rephrased(problem, command);
    });
  }
  return program;
};

const EXAMPLES = `
Examples:
  $ touchline play                                      the flagship, a minute a second
  $ touchline serve atalanta-dortmund                   the same for apps and dashboards, over WebSocket
  $ touchline inspect atalanta-dortmund --at "90+5'"    what stood at that moment
  $ touchline list                                      what else there is to play

A <match> is a name from the list, a path to a .yaml or .jsonl file, or - for JSON Lines on standard input.`;

const versionOf = (): string =>
  (JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { version: string }).version;

/** A complaint of the parser's in the house's style. What was wrong stands in its message between quotes. */
const rephrased = ({ code, message }: CommanderError, command: Command): WrongUse => {
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  const name = command.name();
  switch (code) {
    case 'commander.unknownOption':
      return new WrongUse(`${name} has no option ${word}`, {
        word,
        names: longOptionsOf(command),
        otherwise: `${name} --help lists them`,
      });
    case 'commander.unknownCommand':
      return notACommand(word, command);
    case 'commander.missingArgument':
      return new WrongUse(`${name} needs a <${word}>; ${name} --help shows how`);
    case 'commander.optionMissingArgument':
      return new WrongUse(`${word} needs a value; ${name} --help shows which`);
    case 'commander.excessArguments': {
      const [first] = command.registeredArguments;
      const extra = command.args[command.registeredArguments.length] ?? '';
      if (command.parent === null) return notACommand(extra, command);
      return new WrongUse(
        first === undefined
          ? `${name} takes nothing but options, and got "${extra}"`
          : `${name} takes one ${first.name()}, and got "${extra}" too`,
      );
    }
    default:
      return new WrongUse(message.replace(/^error: /, ''));
  }
};

const notACommand = (word: string, program: Command): WrongUse =>
  new WrongUse(`there is no command "${word}"`, {
    word,
    names: program.commands.map((command) => command.name()),
    otherwise: async () => {
      const { isMatch } = await import('./matches/catalogue.ts');
      const hint = (await isMatch(word)) ? `to watch a match say touchline play ${word}; ` : '';
      return `${hint}touchline --help lists the commands`;
    },
  });

const longOptionsOf = (command: Command | null): string[] =>
  command === null
    ? []
    : [...command.options.flatMap(({ long }) => long ?? []), '--help', ...longOptionsOf(command.parent)];
