import { instead } from '../journal/complaint.ts';
import type { Loaded } from './load.ts';
import { nameOf } from './path.ts';

/** A file that has been read, well or not. */
export interface Candidate {
  readonly file: string;
  readonly loaded: Loaded;
}

/**
 * Those that fit each of the filters: `tag:var` has that tag, any other has these words in its title or name, or is
 * tagged with them; capitals don't count. A file that couldn't be read has a name only.
 */
export const filtered = <C extends Candidate>(candidates: readonly C[], filters: readonly string[]): readonly C[] =>
  candidates.filter((candidate) => filters.every((filter) => fits(candidate, filter)));

/** What to say where nothing is left: the first filter that fits nothing, and the nearest tag that there is. */
export const nothingLeft = (candidates: readonly Candidate[], filters: readonly string[]): string => {
  const filter = filters.find((each) => filtered(candidates, [each]).length === 0);
  if (filter === undefined) return `no scenario fits all of: ${filters.join(', ')}`;
  const tags = [...new Set(candidates.flatMap(({ loaded }) => (loaded.ok ? loaded.scenario.tags : [])))];
  const tag = tagIn(filter);
  if (tag !== undefined) return `no scenario has the tag "${tag}"${instead(tag, tags, 'tags')}`;
  return `no scenario has "${filter}" in its title or name, and none is so tagged`;
};

const fits = ({ file, loaded }: Candidate, filter: string): boolean => {
  const tag = tagIn(filter);
  const tags = loaded.ok ? loaded.scenario.tags.map(folded) : [];
  if (tag !== undefined) return tags.includes(folded(tag));
  const words = [nameOf(file), ...(loaded.ok ? [loaded.scenario.title] : [])].map(folded);
  return tags.includes(folded(filter)) || words.some((text) => text.includes(folded(filter)));
};

const tagIn = (filter: string): string | undefined => /^tag:(.+)$/.exec(filter)?.[1];

const folded = (text: string): string => text.normalize('NFC').toLowerCase();
