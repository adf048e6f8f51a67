import type { FeedFile, FeedProblem, Imported, Importer } from '../importer.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf } from '../json.ts';
import { importOpta } from '../opta/reading.ts';
import { factsOfMa1 } from './ma1.ts';
import { rowsOfMa3 } from './ma3.ts';
import { tellReviews } from './reviews.ts';

/**
 * Stats Perform's MA3 (every event) with MA1 (people, reviews, and the summary of the match), JSON. MA3 alone makes a
 * match as well, without what only MA1 knows.
 */
export const statsperform: Importer = {
  provider: 'statsperform',
  recognises: ({ text }) => {
    const head = text.slice(0, HEAD_LENGTH);
    return /"matchInfo"\s*:/.test(head) && /"contestant"\s*:|"tournamentCalendar"\s*:/.test(head);
  },
  *read(files) {
    const documents: Document[] = [];
    for (const file of files) {
      const read = documentsIn(file);
      if ('problem' in read) yield read.problem;
      else documents.push(...read.documents);
    }
    const events = documents.filter(({ fields }) => Array.isArray(fieldsOf(fields.liveData).event));
    const summaries = documents.filter((each) => !events.includes(each));
    for (const [id, versions] of Map.groupBy(events, (each) => each.id ?? each.file))
      yield importVersions(
        versions,
        summaries.findLast((each) => each.id === id),
      );
    for (const { file, id } of summaries)
      if (!events.some((each) => each.id === id)) yield { file, message: NO_EVENTS };
  },
};

const HEAD_LENGTH = 20_000;

const NO_EVENTS = 'no MA3 file comes with this MA1 file; a match takes both';

interface Document {
  readonly file: string;
  readonly id: string | undefined;
  readonly fields: Fields;
}

/** A file holds one match, or several under `match`. */
const documentsIn = (file: FeedFile): { readonly documents: Document[] } | { readonly problem: FeedProblem } => {
  const json = parseJson(file);
  if ('problem' in json) return json;
  const root = fieldsOf(json.value);
  const documents = [root, ...listOf(root.match).map(fieldsOf)].filter(
    ({ matchInfo, liveData }) => matchInfo !== undefined || liveData !== undefined,
  );
  if (documents.length === 0)
    return { problem: { file: file.name, message: "this isn't one of Stats Perform's files: MA1 or MA3, in JSON" } };
  return {
    documents: documents.map((fields) => ({ file: file.name, id: textOf(fieldsOf(fields.matchInfo).id), fields })),
  };
};

/** Two versions of a match's file hold versions of the same rows. */
const importVersions = (versions: readonly Document[], summary: Document | undefined): Imported | FeedProblem => {
  const last = versions.at(-1) as Document;
  const facts = factsOfMa1((summary ?? last).fields, (summary ?? last).file);
  if ('message' in facts) return facts;
  const read = versions.map(({ fields, file }) => rowsOfMa3(fields, file));
  const reviews = listOf(fieldsOf(summary?.fields.liveData).VAR);
  return importOpta({
    provider: 'statsperform',
    file: last.file,
    facts,
    rows: read.flatMap(({ rows }) => rows),
    problems: read.flatMap(({ problems }) => problems),
    beside: (told, book) => tellReviews(reviews, told, book),
  });
};
