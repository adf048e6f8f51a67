import { type Audit, auditOf } from './audit.ts';
import { type FeedFile, type FeedProblem, type Imported, type Importer, isImported } from './importer.ts';
import { openfootball } from './openfootball/openfootball.ts';
import { opta } from './opta/opta.ts';
import { sportradar } from './sportradar/sportradar.ts';
import { statsbomb } from './statsbomb/statsbomb.ts';
import { statsperform } from './statsperform/statsperform.ts';
import { wyscout } from './wyscout/wyscout.ts';

/** Every provider whose files can be read, in the order in which they are asked whether a file is theirs. */
export const IMPORTERS: readonly Importer[] = [wyscout, statsbomb, opta, statsperform, sportradar, openfootball];

/** A match that was imported, with the audit of it. */
export interface AuditedMatch extends Imported {
  readonly provider: string;
  readonly audit: Audit;
}

export interface ImportOptions {
  /** One of `IMPORTERS`' names; guessed from the files when absent. */
  readonly provider?: string;
}

/**
 * Reads the matches that files hold, one after the other, each audited against the provider's own record. It never
 * throws for what the files hold: where no match can be made, it says why and where. Throws a `RangeError` for a
 * provider that nobody knows.
 */
export function* importMatches(
  files: readonly FeedFile[],
  options: ImportOptions = {},
): Generator<AuditedMatch | FeedProblem> {
  for (const { provider, read } of importedWith(files, options))
    yield isImported(read) ? { ...read, provider, audit: auditOf(read.recording, read.record) } : read;
}

/**
 * The match that files hold: the first, where they hold several. Throws an error whose message says in a line for each
 * place why there is none.
 */
export const importMatch = (files: readonly FeedFile[], options: ImportOptions = {}): AuditedMatch => {
  const problems: FeedProblem[] = [];
  for (const read of importMatches(files, options)) {
    if ('audit' in read) return read;
    problems.push(read);
  }
  throw new Error(problems.length === 0 ? 'there is no file to import' : problems.map(formatFeedProblem).join('\n'));
};

/** `events.json:12:7 this is no JSON, or was cut off` */
export const formatFeedProblem = ({ file, at, message }: FeedProblem): string => `${file}:${at ?? ''} ${message}`;

export const providerNames = (): string[] => IMPORTERS.map(({ provider }) => provider);

/** What each file's own provider reads, before anybody looks it over. */
export function* importedWith(
  files: readonly FeedFile[],
  { provider }: ImportOptions,
): Generator<{ readonly provider: string; readonly read: Imported | FeedProblem }> {
  const named = IMPORTERS.find((importer) => importer.provider === provider);
  if (provider !== undefined && named === undefined)
    throw new RangeError(`there is no provider "${provider}"; there are ${providerNames().join(', ')}`);
  const groups = named === undefined ? byProvider(files) : new Map([[named, files]]);
  for (const [importer, itsFiles] of groups) {
    if (importer === undefined)
      for (const { name } of itsFiles) yield { provider: '', read: said({ file: name, message: nobodys() }, itsFiles) };
    else
      for (const read of importer.read(itsFiles))
        yield { provider: importer.provider, read: isImported(read) ? read : said(read, itsFiles) };
  }
}

/** Files of several providers at once are each read by their own. */
const byProvider = (files: readonly FeedFile[]): Map<Importer | undefined, FeedFile[]> => {
  const groups = new Map<Importer | undefined, FeedFile[]>();
  for (const file of files) {
    const importer = IMPORTERS.find((each) => each.recognises(file));
    const group = groups.get(importer);
    if (group === undefined) groups.set(importer, [file]);
    else group.push(file);
  }
  return groups;
};

/** Of an empty file each format would say something else. */
const said = (problem: FeedProblem, files: readonly FeedFile[]): FeedProblem => {
  const file = files.find(({ name }) => name === problem.file);
  return file === undefined || /\S/.test(file.text) ? problem : { file: file.name, message: 'this file is empty' };
};

const nobodys = (): string =>
  `no provider is known to write files like this one; name it if it is one of ${providerNames().join(', ')}`;
