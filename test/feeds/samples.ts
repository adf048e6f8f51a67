import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FeedFile } from '../../src/feeds/importer.ts';

/** A file of test/data/feeds or test/feeds, unpacked where it's packed. */
export const sample = (path: string): FeedFile => {
  const bytes = readFileSync(path.endsWith('.gz') ? join(DATA, path) : join(import.meta.dirname, path));
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return { name: basename(path, '.gz'), text };
};

const DATA = join(import.meta.dirname, '..', 'data', 'feeds');

/** The six World Cups. */
export const WORLD_CUPS = [1986, 1998, 2002, 2006, 2014, 2018] as const;
export const worldCup = (year: (typeof WORLD_CUPS)[number]): FeedFile => sample(`openfootball/${year}_full.txt.gz`);

/** France v Croatia and Croatia v Denmark, 2018: the rows and the match file. */
export const wyscoutMatch = (name: 'fra-cro-2018-final' | 'cro-den-2018-r16'): readonly [FeedFile, FeedFile] => [
  sample(`wyscout/${name}-events.json.gz`),
  sample(`wyscout/${name}-match.json.gz`),
];

/** The same with few of its touches, and nothing told twice: small enough to be damaged thousands of times. */
export const wyscoutExcerpt = (name: Parameters<typeof wyscoutMatch>[0]): readonly [FeedFile, FeedFile] => {
  const [events, match] = wyscoutMatch(name);
  const read = JSON.parse(events.text) as {
    events: { eventId: number; tags: { id: number }[]; matchPeriod: string }[];
  };
  const kept = read.events.filter(
    ({ eventId, tags, matchPeriod }, index) =>
      index % 100 === 0 || matchPeriod === 'P' || eventId === 2 || tags.some(({ id }) => KEY_TAGS.has(id)),
  );
  const record = Object.entries(JSON.parse(match.text) as object).filter(([key]) => !/^team[12]\./.test(key));
  return [
    { name: events.name, text: JSON.stringify({ ...read, events: kept }) },
    { name: match.name, text: JSON.stringify(Object.fromEntries(record)) },
  ];
};

const KEY_TAGS: ReadonlySet<number> = new Set([101, 102, 301, 1701, 1702, 1703]);

/** One match of a Football.TXT file, by its line, below the file's title. */
export const excerpt = ({ name, text: packed }: FeedFile, line: string): FeedFile => {
  const text = packed.replaceAll('\r', '');
  const [title = ''] = text.split('\n');
  const at = text.indexOf(line);
  if (at === -1) throw new Error(`${name} has no line "${line}"`);
  const start = text.lastIndexOf('\n', text.lastIndexOf('\n', at) - 1) + 1;
  const rest = text.slice(at).search(/\n\n(?:\n|▪)/);
  const end = rest === -1 ? -1 : at + rest;
  return { name, text: `${title}\n\n${text.slice(start, end === -1 ? undefined : end)}\n` };
};

/** Ashford Harriers v Westbrook Athletic, an invented match, as a provider would have told it. */
export const ashfordWestbrook = (provider: keyof typeof ASHFORD): FeedFile[] =>
  ASHFORD[provider].map((name) => sample(`${provider}/${name}`));

const ASHFORD = {
  statsbomb: ['events.json', 'lineups.json', 'matches.json'],
  opta: ['f24.xml', 'f7.xml'],
  statsperform: ['ma1.json', 'ma3.json'],
  sportradar: ['timeline.json', 'lineups.json'],
} as const;
