import { open, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'yaml';
import type { ListOptions } from '../list.ts';
import { catalogue, type Listed, type Shelf } from '../matches/catalogue.ts';
import { type Manner, mannerOf, print, printText } from '../output.ts';
import { padEnd, widthOf, wrap } from '../words/lines.ts';

/** Prints what there is to play, with the titles of the files. */
export const printList = async ({ format, color }: ListOptions): Promise<void> => {
  const listed = await catalogue();
  const titled = await Promise.all(listed.map(async (each) => ({ ...each, title: await titleOf(each.path) })));
  if (format === 'json') {
    const matches = titled.map(({ name, title, path, shelf }) => ({ name, title, path, from: shelf }));
    await print([JSON.stringify(matches, null, 2)]);
  } else await printText(asText(titled, mannerOf(color)));
};

interface Titled extends Listed {
  readonly title: string;
}

const asText = (titled: readonly Titled[], manner: Manner): string[] => {
  if (titled.length === 0) return ['There is nothing to play: no ./scenarios here, and none came with Touchline.'];
  const width = Math.max(...titled.map(({ name }) => widthOf(name)));
  return [
    ...SHELVES.flatMap(([shelf, heading]) => {
      const those = titled.filter((each) => each.shelf === shelf);
      if (those.length === 0) return [];
      return [manner.ink.bold(heading), ...those.flatMap((each) => row(each, those, width, manner)), ''];
    }),
    'touchline play <name> plays one here, touchline serve <name> puts it on the air.',
  ];
};

const SHELVES: readonly (readonly [Shelf, string])[] = [
  ['working-folder', 'In ./scenarios'],
  ['package', 'With Touchline'],
];

const row = ({ name, title, path }: Titled, those: readonly Titled[], width: number, { columns }: Manner): string[] => {
  // A name that two files have is no name to play them by.
  const shared = those.filter((each) => each.name === name).length > 1;
  const room = columns === undefined ? undefined : Math.max(20, columns - width - 4);
  const lines = wrap(shared ? `${title} (${path})` : title, room);
  return lines.map((line, index) => `  ${padEnd(index === 0 ? name : '', width)}  ${line}`);
};

/** A file's title without the rest of it; empty where there is none to be found. */
const titleOf = async (path: string): Promise<string> => {
  try {
    return extname(path) === '.jsonl'
      ? headerTitle(await firstLine(path))
      : scenarioTitle(await readFile(path, 'utf8'));
  } catch {
    // A file that can't be read is listed all the same: playing it says what is wrong.
    return '';
  }
};

/** The lines of the `title` key alone, since reading a whole scenario takes a hundred times as long. */
const scenarioTitle = (text: string): string => {
  const [lines] = /^title:.*\n?(?:[ \t]+.*\n?)*/m.exec(text) ?? [''];
  const { title } = (parse(lines) ?? {}) as { readonly title?: unknown };
  return typeof title === 'string' ? title : '';
};

const headerTitle = (line: string): string => {
  const { title, fixture } = JSON.parse(line) as {
    readonly title?: unknown;
    readonly fixture?: { readonly title?: unknown };
  };
  const found = title ?? fixture?.title;
  return typeof found === 'string' ? found : '';
};

const firstLine = async (path: string): Promise<string> => {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) return line;
    return '';
  } finally {
    await file.close();
  }
};
