import { mkdir, writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { starter, TITLE_LENGTH_MAX } from '../../scenario/starter.ts';
import { WrongUse } from '../complaint.ts';
import { catalogue } from '../matches/catalogue.ts';
import { printText } from '../output.ts';

/** Writes `scenarios/<title>.yaml` in the working folder, and says how to go on. Never writes over a file. */
export const writeStarter = async (title: string): Promise<void> => {
  const started = starter(title);
  if (started === undefined) {
    throw new WrongUse(
      `"${title}" is no title to name a file by; one has a letter or digit, and at most ${TITLE_LENGTH_MAX} characters`,
    );
  }
  const { name, text } = started;
  // Two files of one name couldn't be told apart by it.
  const same = (await catalogue()).find((each) => each.shelf === 'working-folder' && each.name === name);
  if (same !== undefined) throw new WrongUse(`${same.path} is there already; choose another title`);
  const path = `scenarios/${name}.yaml`;
  await mkdir('scenarios', { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
  const shown = relative('', path).split(sep).join('/');
  await printText([shown, '', `  touchline test ${shown}`, `  touchline play ${name}`]);
};
