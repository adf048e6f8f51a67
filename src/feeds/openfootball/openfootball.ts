import type { FeedFile, FeedProblem, Imported, Importer } from '../importer.ts';
import { sectionsOf } from './document.ts';
import { matchOf } from './match.ts';

/**
 * Football.TXT, as openfootball writes it: whole tournaments and single matches, with line-ups, goals, cards, changes
 * and kicks from the mark. Minutes are whole, and kept as the file has them.
 */
export const openfootball: Importer = {
  provider: 'openfootball',
  recognises: ({ text }) => {
    const head = text.slice(0, HEAD_LENGTH);
    return !/^\s*[[{<]/.test(head) && (/^=+ \S/m.test(head) || /^\s+\S.* v .*\S/m.test(head));
  },
  read: function* (files: readonly FeedFile[]): Generator<Imported | FeedProblem> {
    for (const file of files) {
      let found = 0;
      for (const section of sectionsOf(file)) {
        found += 1;
        yield matchOf(section);
      }
      if (found === 0)
        yield {
          file: file.name,
          message: 'there is no match in this file; a line of one reads like "Brazil v Croatia  3-1"',
        };
    }
  },
};

const HEAD_LENGTH = 20_000;
