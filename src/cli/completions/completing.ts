import { readdirSync } from 'node:fs';
import tab, { type Command as Known } from '@bomb.sh/tab';
import type { Command, Option } from 'commander';
import { VIEW_NAMES } from '../../projections/views.ts';
import { catalogue } from '../matches/catalogue.ts';
import { BASH_FALLBACK } from './bash-fallback.ts';

/** Prints the script that asks `touchline complete` at each press of the key. */
export const printScript = (shell: string): void => {
  if (shell === 'bash') process.stdout.write(`${BASH_FALLBACK}\n`);
  tab.setup('touchline', 'touchline', shell);
};

/** Prints what may stand where the last of the words is being written, one to a line, with what it means. */
export const complete = async (program: Command, words: readonly string[]): Promise<void> => {
  const files = filesAt(words.at(-1) ?? '');
  // A path will do for a match too; as long as none is begun, names say more.
  const matches = [...(await catalogue()).map(({ name }) => name), ...(words.at(-1)?.includes('/') ? files : [])];
  const commands = program.commands.filter((command) => command.name() !== 'complete');
  for (const command of commands) {
    const known = tab.command(command.name(), command.summary() || command.description());
    for (const option of [...command.options, ...program.options]) describe(known, option, matches);
    for (const argument of command.registeredArguments) {
      const name = argument.name();
      const names =
        namesOf(argument.parseArg) ?? { match: matches, files, paths: files, command: commands.map(nameOf) }[name];
      known.argument(name, names && offering(names), argument.variadic);
    }
  }
  tab.parse([...words]);
};

const describe = (
  known: Known,
  { long, short, description, required, optional, parseArg }: Option,
  matches: readonly string[],
): void => {
  const name = long?.replace(/^--/, '');
  if (name === undefined) return;
  const names = namesOf(parseArg) ?? USUAL[name] ?? (name === 'serve' ? matches : []);
  const alias = short?.replace(/^-/, '');
  if (required || optional) known.option(name, description, offering(names), alias);
  else known.option(name, description, alias);
};

const nameOf = (command: Command): string => command.name();

/** What lies where a path has been begun; a folder ends in a slash. The shell leaves it to us. */
const filesAt = (begun: string): readonly string[] => {
  const folder = begun.slice(0, begun.lastIndexOf('/') + 1);
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  } catch {
    return [];
  }
};

/** An option that takes one of a few words knows them. */
const namesOf = (parse: unknown): readonly string[] | undefined =>
  typeof parse === 'function' && 'names' in parse ? (parse.names as readonly string[]) : undefined;

const offering = (names: readonly string[]) => (offer: (name: string, meaning: string) => void) => {
  for (const name of names) offer(name, '');
};

const TIMES = ['L1', 'L2', 'kick-off', 'half-time', 'full-time'];

/** What people give most, where anything may be given. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  view: VIEW_NAMES,
  speed: ['1', '10', '60', '600', 'max'],
  'max-gap': ['0', '20s', '1m', 'none'],
  ...{ from: TIMES, until: TIMES, at: TIMES, 'as-of': TIMES },
};
