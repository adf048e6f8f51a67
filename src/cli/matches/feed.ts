import { concat, defer, type Observable, of, Subject } from 'rxjs';
import { type Entry, entry as entrySchema } from '../../journal/entry.ts';
import {
  LINE_LENGTH_MAX,
  type RecordingHeader,
  type RecordingProblem,
  RecordingReader,
} from '../../journal/recording.ts';
import { parseTime } from '../../match/time.ts';
import type { Feed } from '../../playback/replay.ts';
import { history as historyOf, type MatchHistory } from '../../playback/views.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { DoesNotHold } from '../complaint.ts';
import { type Match, matchOf } from './match.ts';

/** A match that is still being told: its entries come as somebody prints them. */
export interface LiveMatch extends Feed {
  readonly name: string;
  readonly title: string;
  /** The moment at which its showing starts; by the time it's subscribed to, that has come. */
  readonly from?: string;
}

export interface FeedSetting {
  /** What complaints call it. */
  readonly file: string;
  /** Where the showing starts, unless the header says it: what comes before is waited for. */
  readonly from?: string;
  /** Hears of each line that is wrong, and whether it was kept. */
  readonly complain: (line: string) => void;
}

/**
 * Reads JSON Lines as they come: the header and as many entries as the showing needs to start with. What ended meanwhile
 * is a match like any other. Rejects with `DoesNotHold` where the header isn't the first thing that comes.
 */
export const openFeed = async (pieces: AsyncIterable<string>, setting: FeedSetting): Promise<Match | LiveMatch> => {
  const batches = batchesIn(pieces, setting);
  const { value: opening } = await batches.next();
  if (opening === undefined || !('header' in opening)) throw noHeaderIn(setting.file);
  const { header } = opening;
  const from = setting.from ?? header.from;
  const known = historyOf({ header, entries: [] });
  const batch: Entry[] = [];
  while (!hasStarted(known, from)) {
    const next = await batches.next();
    if (next.done === true) return matchOf({ header, entries: batch }, setting.file, []);
    if (!('entries' in next.value)) continue;
    batch.push(...next.value.entries);
    for (const entry of next.value.entries) known.append(entry);
  }
  const { name, title } = matchOf({ header, entries: [] }, setting.file, []);
  return { header, name, title, entries$: entriesOf(batch, batches), ...(from === undefined ? {} : { from }) };
};

/** Whether a showing can start there. */
const hasStarted = (known: MatchHistory, from: string | undefined): boolean => {
  if (known.length === 0) return false;
  const time = from === undefined ? undefined : parseTime(from);
  // What is no time will be complained about by whoever is asked for it.
  if (time === undefined) return true;
  const cursor = known.cursorAsOf(time);
  return typeof cursor === 'number' && (time.kind !== 'clock' || cursor < known.length);
};

/** Whoever subscribes hears it from its start; reading goes on with the first of them. */
const entriesOf = (first: readonly Entry[], batches: AsyncIterable<Batch>): Observable<readonly Entry[]> => {
  const known = [...first];
  const more$ = new Subject<readonly Entry[]>();
  let isReading = false;
  const read = async (): Promise<void> => {
    for await (const batch of batches) {
      if (!('entries' in batch)) continue;
      known.push(...batch.entries);
      more$.next(batch.entries);
    }
  };
  return defer(() => {
    if (!isReading) {
      isReading = true;
      read().then(
        () => more$.complete(),
        (problem) => more$.error(problem),
      );
    }
    return concat(of([...known]), more$);
  });
};

type Batch = { readonly header: RecordingHeader } | { readonly entries: readonly Entry[] };

/** The header, then the entries of each piece. Lines that are wrong are told and left out, and the rest goes on. */
async function* batchesIn(pieces: AsyncIterable<string>, { file, complain }: FeedSetting): AsyncGenerator<Batch> {
  const lines = new FeedLines((problem) => complain(formatProblem({ file, ...problem })));
  let header: RecordingHeader | undefined;
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    const entries = lines.read(piece);
    if (header === undefined && lines.header !== undefined) {
      header = lines.header;
      yield { header };
    }
    if (header === undefined && (lines.problem !== undefined || length > LINE_LENGTH_MAX)) {
      throw lines.problem === undefined
        ? noHeaderIn(file)
        : new DoesNotHold([formatProblem({ file, ...lines.problem })]);
    }
    if (entries.length > 0) yield { entries };
  }
  const entries = lines.end();
  if (header === undefined && lines.header !== undefined) yield { header: lines.header };
  else if (header === undefined) throw noHeaderIn(file, lines.problem);
  if (entries.length > 0) yield { entries };
}

const noHeaderIn = (file: string, problem: RecordingProblem = { line: 1, column: 1, message: NO_HEADER }) =>
  new DoesNotHold([formatProblem({ file, ...problem })]);

const NO_HEADER = `no header came: the first line of a recording is {"format":"touchline","version":1,"startedAt":…,"fixture":…}`;

/** Enough to see what is wrong with a feed; one that is wrong in every line needn't be told in full. */
const COMPLAINTS_MAX = 100;

/**
 * The entries of a feed. Where lines were left out the entries after them are still wanted, so they are numbered anew:
 * a journal counts without a gap.
 */
class FeedLines {
  readonly #reader = new RecordingReader();
  readonly #complain: (problem: RecordingProblem) => void;
  #text = '';
  #complaints = 0;
  #leftOut = 0;
  #seq = 0;
  #offset = 0;
  #kept = 0;
  header: RecordingHeader | undefined;
  /** The first thing that was wrong before there was a header. */
  problem: RecordingProblem | undefined;

  constructor(complain: (problem: RecordingProblem) => void) {
    this.#complain = complain;
  }

  read(piece: string): readonly Entry[] {
    const entries: Entry[] = [];
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      entries.push(...this.#take(piece.slice(start, end + 1)));
      this.#text = '';
      start = end + 1;
    }
    entries.push(...this.#take(piece.slice(start)));
    return entries;
  }

  end(): readonly Entry[] {
    return this.#sort(this.#reader.end());
  }

  #take(part: string): Entry[] {
    // Of a line that is too long the reader has complained; nothing of it is wanted here.
    this.#text = this.#text.length > LINE_LENGTH_MAX ? this.#text : this.#text + part;
    return this.#sort(this.#reader.read(part));
  }

  #sort(reads: ReturnType<RecordingReader['read']>): Entry[] {
    const entries: Entry[] = [];
    let isTold = false;
    for (const read of reads) {
      if (read.kind === 'header') this.header = read.header;
      else if (read.kind === 'entry') entries.push(this.#keep(read.entry));
      else if (this.header === undefined) this.problem ??= read.problem;
      else {
        const stray = entryIn(this.#text);
        const isLater = stray !== undefined && stray.seq > this.#seq && stray.offset >= this.#offset;
        if (isLater && stray.seq - this.#seq - 1 > this.#leftOut)
          this.#tell(read.problem, `kept, as entry ${this.#kept + 1}`);
        if (isLater) entries.push(this.#keep(stray));
        else {
          this.#tell(read.problem, read.kind === 'problem' ? 'left out' : undefined);
          if (!isTold && read.kind === 'problem') this.#leftOut += 1;
          isTold = true;
        }
      }
    }
    return entries;
  }

  #keep(entry: Entry): Entry {
    this.#kept += 1;
    this.#leftOut = 0;
    this.#seq = entry.seq;
    this.#offset = entry.offset;
    return entry.seq === this.#kept ? entry : { ...entry, seq: this.#kept };
  }

  #tell({ message, ...place }: RecordingProblem, outcome: string | undefined): void {
    this.#complaints += 1;
    if (this.#complaints > COMPLAINTS_MAX) return;
    const became = outcome === undefined ? '' : ` (${outcome})`;
    const last = this.#complaints === COMPLAINTS_MAX ? "; further lines that are wrong aren't told" : '';
    this.#complain({ ...place, message: `${message}${became}${last}` });
  }
}

/** A line that is an entry but for its place among the others. */
const entryIn = (line: string): Entry | undefined => {
  try {
    return entrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};
