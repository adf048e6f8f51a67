import type { FeedFile, FeedProblem } from '../importer.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf } from '../json.ts';

/** What Sportradar tells of one match: its timeline, and its line-ups where that file is there. */
export interface MatchFiles {
  readonly file: string;
  readonly id: string | undefined;
  /** `sport_event`, `sport_event_status`, `statistics` and `timeline`. */
  readonly document: Fields;
  readonly lineups: Fields;
}

/** Whether a file is one of soccer v4's: a timeline, several of them, or line-ups. */
export const isSportradar = ({ text }: FeedFile): boolean => {
  const head = text.slice(0, 4000);
  return /^\s*\{/.test(head) && /"sport_event(_timelines)?"\s*:/.test(head) && /"sr:/.test(head);
};

/** Of several versions of a match's timeline, the one that was generated last. */
export function* matchFiles(files: readonly FeedFile[]): Generator<MatchFiles | FeedProblem> {
  const documents: Document[] = [];
  for (const file of files) {
    const json = parseJson(file);
    if ('problem' in json) yield json.problem;
    else {
      const its = documentsIn(fieldsOf(json.value), file.name);
      if (its.length === 0) yield { file: file.name, message: NOT_SPORTRADAR };
      documents.push(...its);
    }
  }
  const timelines = documents.filter(({ document }) => Array.isArray(document.timeline));
  for (const [id, versions] of Map.groupBy(timelines, (each) => each.id ?? each.file)) {
    const latest = versions.toSorted((a, b) => a.generated.localeCompare(b.generated)).at(-1) as Document;
    const lineups = documents.findLast((each) => each.id === id && each.document.lineups !== undefined);
    yield { file: latest.file, id: latest.id, document: latest.document, lineups: fieldsOf(lineups?.document.lineups) };
  }
  for (const { file, id, document } of documents)
    if (document.timeline === undefined && !timelines.some((each) => each.id === id))
      yield { file, message: 'no timeline comes with these line-ups; a match takes timeline.json' };
}

interface Document {
  readonly file: string;
  readonly id: string | undefined;
  readonly generated: string;
  readonly document: Fields;
}

const NOT_SPORTRADAR = "this isn't one of Sportradar's files: a soccer v4 timeline or line-ups, in JSON";

const documentsIn = (root: Fields, file: string): Document[] =>
  [root, ...listOf(root.sport_event_timelines).map(fieldsOf)]
    .filter(({ timeline, lineups }) => timeline !== undefined || lineups !== undefined)
    .map((document) => ({
      file,
      id: textOf(fieldsOf(document.sport_event).id),
      generated: textOf(document.generated_at ?? root.generated_at) ?? '',
      document,
    }));
