import type { Entry } from '../journal/entry.ts';
import type { RecordingHeader } from '../journal/recording.ts';
import type { Join } from '../wire/message.ts';
import { type Encoded, encode } from './broadcast.ts';
import type { Connection } from './connection.ts';
import { headerFor } from './header-for.ts';
import type { Send } from './on-air.ts';

/** How far a journal has been shown: so many entries of one run through it. */
export interface JournalPlace {
  readonly epoch: string;
  readonly cursor: number;
}

/** Where the showing stands, and whether there is no more to come. */
interface Stand extends JournalPlace {
  readonly hasEnded: boolean;
}

/** The match, and the showing if it's one's own, as its messages name them. */
export interface Name {
  readonly match: string;
  readonly playback?: string;
}

/**
 * The journal channel of one showing. What each reader is sent follows from where he stands and where the showing does:
 * entries up to the cursor and none after it. So it makes no difference whether he has just come, comes back, was
 * behind, or saw the showing jump.
 */
export class JournalChannel {
  readonly #name: Name;
  readonly #header: RecordingHeader;
  readonly #entries: readonly Entry[];
  readonly #send: Send;
  readonly #readers = new Map<Connection, Reader>();
  readonly #chunks = new Map<number, Encoded>();
  #at: Stand | undefined;

  constructor(name: Name, header: RecordingHeader, entries: readonly Entry[], send: Send) {
    this.#name = name;
    this.#header = header;
    this.#entries = entries;
    this.#send = send;
  }

  get readers(): Iterable<Connection> {
    return this.#readers.keys();
  }

  /** Opens the journal for a reader, from what he has. Before the first frame he waits. */
  join(connection: Connection, since: Join['since']): void {
    this.#readers.set(connection, { epoch: undefined, seq: 0, since });
    if (this.#at !== undefined) this.#bring(connection, this.#at);
  }

  leave(connection: Connection): void {
    this.#readers.delete(connection);
  }

  seqFor(connection: Connection): number {
    return this.#readers.get(connection)?.seq ?? 0;
  }

  /** The showing has moved: brings everybody along. */
  move(at: Stand): void {
    const before = this.#at;
    this.#at = at;
    if (before?.epoch === at.epoch && before.cursor === at.cursor) return;
    if (before?.epoch !== at.epoch) this.#chunks.clear();
    const inStep: Connection[] = [];
    for (const [connection, { epoch, seq }] of this.#readers) {
      if (epoch === before?.epoch && epoch === at.epoch && seq === before?.cursor) inStep.push(connection);
      else if (!connection.isBehind) this.#bring(connection, at);
    }
    if (before !== undefined && inStep.length > 0) this.#move(inStep, before.cursor, at);
  }

  /** For a reader who was behind. */
  catchUp(connection: Connection): void {
    if (this.#at !== undefined && this.#readers.has(connection)) this.#bring(connection, this.#at);
  }

  #bring(connection: Connection, at: Stand): void {
    const reader = this.#readers.get(connection);
    if (reader === undefined || connection.isBehind) return;
    if (reader.epoch !== at.epoch) {
      const seq = reader.since?.epoch === at.epoch ? reader.since.seq : 0;
      const { epoch } = at;
      const header = headerFor(connection.caller.role, this.#header, at.hasEnded);
      const opened = encode({ type: 'opened', ...this.#name, epoch, header, seq }, `${epoch}:${seq}`);
      this.#send(opened, [connection]);
      if (connection.isBehind) return;
      Object.assign(reader, { epoch, seq, since: undefined });
    }
    this.#move([connection], reader.seq, at);
  }

  /** Moves readers who all stand at `seq` of the present epoch to where the showing stands. */
  #move(connections: readonly Connection[], seq: number, at: JournalPlace): void {
    let [from, left] = [seq, connections];
    while (from !== at.cursor && left.length > 0) {
      const to = from > at.cursor ? at.cursor : Math.min(at.cursor, (Math.floor(from / CHUNK) + 1) * CHUNK);
      this.#send(from > to ? this.#rewound(at.epoch, to) : this.#passed(at.epoch, from, to), left);
      // Whoever fell behind with this message hasn't got it.
      left = left.filter((connection) => !connection.isBehind);
      for (const connection of left) {
        const reader = this.#readers.get(connection);
        if (reader !== undefined) reader.seq = to;
      }
      from = to;
    }
  }

  #rewound(epoch: string, seq: number): Encoded {
    return encode({ type: 'rewound', ...this.#name, epoch, seq }, `${epoch}:${seq}`);
  }

  #passed(epoch: string, from: number, to: number): Encoded {
    const whole = from % CHUNK === 0 && to === from + CHUNK;
    const known = whole ? this.#chunks.get(from) : undefined;
    if (known !== undefined) return known;
    const entries = this.#entries.slice(from, to);
    const made = encode({ type: 'entries', ...this.#name, epoch, seq: to, entries }, `${epoch}:${to}`);
    if (whole) this.#chunks.set(from, made);
    return made;
  }
}

/** So many entries a message, that a long journal can be sent to somebody with little room. */
const CHUNK = 256;

interface Reader {
  /** Of the journal as this one has it; `undefined` before it was opened. */
  epoch: string | undefined;
  seq: number;
  /** What it had when it came. */
  since: Join['since'];
}
