import { existsSync } from 'node:fs';
import { type AuditedMatch, formatFeedProblem, IMPORTERS, importMatches, providerNames } from '../../feeds/import.ts';
import type { FeedProblem } from '../../feeds/importer.ts';
import { importSnapshots, type Version } from '../../feeds/snapshots.ts';
import { WrongUse } from '../complaint.ts';
import type { ImportOptions } from '../import.ts';
import { harmless, mannerOf, print, printText } from '../output.ts';
import { feedFile, versionsOf } from './feed-files.ts';
import { importLines, type Total, totalLine } from './import-lines.ts';
import { progressOver } from './progress.ts';
import { Shelf } from './shelf.ts';

/** A match that was imported, and where it was written to. */
export interface Written {
  readonly path: string;
  readonly match: AuditedMatch;
}

/** Imports files match by match, so that a season needs no more memory than a match. */
export const importFiles = async (words: readonly string[], options: ImportOptions): Promise<void> => {
  const { output, strict, snapshots, every, force, format, color } = options;
  if (output === undefined)
    throw new WrongUse('import needs -o: a file for one match (-o match.jsonl), or a folder for several (-o matches/)');
  if (every !== undefined && snapshots !== true)
    throw new WrongUse('--every needs --snapshots: it is the time between two versions');
  const { provider, paths } = providerIn(words);
  if (paths.length === 0) throw new WrongUse(`import needs files after ${provider}; import --help shows how`);
  const versions = await versionsOf(paths, snapshots === true);
  const progress = await progressOver(versions.flat().length);
  const files = versions.map((version) => version.map((path) => feedFile(path, progress.read)));
  const reads = readsIn(files, snapshots === true, {
    ...(provider === undefined ? {} : { provider }),
    ...(every === undefined ? {} : { every }),
  });
  const shelf = new Shelf(output, force === true);
  const manner = mannerOf(color);
  const all: object[] = [];
  const told: string[] = [];
  const amiss: string[] = [];
  const tally = { matches: 0, differing: 0, breaches: 0, failed: 0 };
  try {
    for (const read of shelf.isFolder ? reads : onlyOne(reads, output)) {
      if (!('audit' in read)) {
        tally.failed += 1;
        amiss.push(formatFeedProblem(read));
        if (format === 'json') all.push(read);
      } else {
        const path = await shelf.put(read);
        count(read, tally);
        if (format === 'json') all.push(asJson({ path, match: read }));
        else told.push(...importLines({ path, match: read }, manner));
      }
      if (!progress.isShown) await say(told, amiss);
    }
  } finally {
    progress.end();
    await say(told, amiss);
  }
  if (tally.matches === 0 && tally.failed === 0) await say([], ['touchline: there is no match in these files']);
  if (format === 'json') await print([JSON.stringify(all, null, 2)]);
  else if (tally.matches > 1) await printText([totalLine(tally, output, manner)]);
  if (tally.failed > 0 || tally.matches === 0 || (strict === true && tally.differing > 0)) process.exitCode = 1;
};

/** Matches on standard output, complaints on standard error; what was said is taken off the lists. */
const say = async (told: string[], amiss: string[]): Promise<void> => {
  for (const line of amiss.splice(0)) process.stderr.write(`${harmless(line)}\n`);
  await printText(told.splice(0));
};

const count = ({ audit }: AuditedMatch, tally: Total): void => {
  tally.matches += 1;
  tally.differing += audit.differences.length > 0 ? 1 : 0;
  tally.breaches += audit.breaches.reduce((sum, { entries }) => sum + entries.length, 0);
};

function* readsIn(
  files: readonly Version[],
  snapshots: boolean,
  options: { readonly provider?: string; readonly every?: number },
): Generator<AuditedMatch | FeedProblem> {
  if (snapshots) yield* importSnapshots(files, options);
  else yield* importMatches(files.flat(), options);
}

/** A file takes one match; where there are more, none is written. */
function* onlyOne(reads: Iterable<AuditedMatch | FeedProblem>, output: string): Generator<AuditedMatch | FeedProblem> {
  let only: AuditedMatch | undefined;
  for (const read of reads) {
    if (!('audit' in read)) yield read;
    else if (only === undefined) only = read;
    else
      throw new WrongUse(
        `these files hold several matches (${only.name}, ${read.name} …), and ${output} takes one; -o ${output.replace(/\.jsonl$/, '')}/ makes a folder of it`,
      );
  }
  if (only !== undefined) yield only;
}

/** The first word names a provider, unless it names a file. */
const providerIn = (words: readonly string[]): { readonly provider?: string; readonly paths: readonly string[] } => {
  const [first = '', ...rest] = words;
  if (IMPORTERS.some(({ provider }) => provider === first)) return { provider: first, paths: rest };
  const isMeantAsProvider = rest.length > 0 && /^[a-z]+$/i.test(first) && !existsSync(first);
  if (!isMeantAsProvider) return { paths: words };
  throw new WrongUse(`there is no provider "${first}"`, { word: first, names: providerNames() });
};

const asJson = ({ path, match }: Written): object => ({
  file: path,
  name: match.name,
  provider: match.provider,
  entries: match.recording.entries.length,
  score: match.audit.score,
  ...(match.audit.shootout === undefined ? {} : { shootout: match.audit.shootout }),
  compared: match.audit.compared,
  differences: match.audit.differences,
  breaches: match.audit.breaches,
  unknown: Object.fromEntries(match.unknown),
  problems: match.problems,
});
