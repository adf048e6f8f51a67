import { spelled } from '../../english/words.ts';
import { personName } from '../../faces/names.ts';
import type { Fixture } from '../../match/fixture.ts';

/** A value in a few words. */
export const brief = (value: unknown, fixture: Fixture): string => {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') return inWords(personName(fixture, value));
  if (typeof value !== 'object') return value === true ? 'yes' : value === false ? 'no' : String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => brief(each, fixture)).join(', ');
  const { home, away } = value as { readonly home?: unknown; readonly away?: unknown };
  if (typeof home === 'number' && typeof away === 'number') return `${home}–${away}`;
  if (isPerson(value)) return value.name;
  const parts = Object.entries(value).filter(([key]) => !UNSAID.has(key));
  if (parts.length === 0) return 'nothing';
  const shown = parts
    .slice(0, PARTS_SHOWN)
    .map(([key, part]) => (isPerson(part) ? part.name : `${keyIn(key, fixture)} ${inside(part, fixture)}`));
  return `${shown.join(', ')}${parts.length > PARTS_SHOWN ? ` and ${parts.length - PARTS_SHOWN} more` : ''}`;
};

/** Somebody on a list, of whom the name is all that matters. */
export const isPerson = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  !('yellows' in value) &&
  !('score' in value);

const inside = (value: unknown, fixture: Fixture): string => {
  const said = brief(value, fixture);
  return typeof value === 'object' && said.includes(' ') && !Array.isArray(value) ? `(${said})` : said;
};

const PARTS_SHOWN = 6;

/** Who it's about, and where it stands in a list, is said beside it. */
const UNSAID: ReadonlySet<string> = new Set(['name', 'club', 'role', 'order']);

/** A key of a view in words; of what is keyed by ids, whose it is. */
export const keyIn = (key: string, fixture: Fixture): string => {
  if (key === 'label') return 'at';
  const name = personName(fixture, key);
  return name === key && /^[a-z]/.test(key) ? spelled(key) : name;
};

/** Kebab-case words of ours as people write them; a time or a name stays as it is. */
export const inWords = (word: string): string => (/^[a-z]+(-[a-z]+)+$/.test(word) ? word.replaceAll('-', ' ') : word);
