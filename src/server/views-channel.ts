import type { Fixture } from '../match/fixture.ts';
import type { Frame, Head, Shown } from '../playback/frame.ts';
import type { ViewName } from '../projections/views.ts';
import type { Update } from '../wire/message.ts';
import { diff, type Json } from '../wire/patch.ts';
import { encode, encodeText } from './broadcast.ts';
import type { Connection } from './connection.ts';
import type { Name } from './journal-channel.ts';
import type { Send } from './on-air.ts';

/**
 * The views channel of one showing. Those who ask for the same set of views are one audience: they are given a snapshot
 * when they come, and after that, once a tick, one patch that was made and encoded for all of them.
 */
export class ViewsChannel {
  readonly #name: Name;
  readonly #fixture: string;
  readonly #send: Send;
  /** The head at this moment. */
  readonly #now: () => Head;
  readonly #audiences = new Map<string, Audience>();
  readonly #seats = new Map<Connection, Audience>();
  /** What every audience has been told. */
  #told: Frame | undefined;
  /** Rises at least as fast as any set's revision, so a set that nobody followed for a while goes on from here. */
  #revision = 0;

  constructor(name: Name, fixture: Fixture, send: Send, now: () => Head) {
    this.#name = name;
    this.#fixture = JSON.stringify(fixture);
    this.#send = send;
    this.#now = now;
  }

  get viewers(): Iterable<Connection> {
    return this.#seats.keys();
  }

  /** Counts what has been told, over all sets of views. */
  get revision(): number {
    return this.#revision;
  }

  /** What everybody has been told of these views; `undefined` before the first frame. */
  present(views: readonly ViewName[]): (Frame & { readonly revision: number }) | undefined {
    if (this.#told === undefined) return undefined;
    const { head, views: all } = this.#told;
    const revision = this.#audiences.get(views.join())?.revision ?? this.#revision;
    return { revision, head: this.#headNow(head), views: selected(views, all) as Frame['views'] };
  }

  /** Seats a connection, and gives it the snapshot that its updates will go on from. Before the first frame it waits. */
  join(connection: Connection, views: readonly ViewName[]): void {
    this.leave(connection);
    const audience = this.#audienceOf(views);
    audience.connections.add(connection);
    this.#seats.set(connection, audience);
    this.#sendSnapshot(audience, [connection]);
  }

  leave(connection: Connection): void {
    const audience = this.#seats.get(connection);
    this.#seats.delete(connection);
    audience?.connections.delete(connection);
    // A set that nobody follows costs nothing; there are more sets than anybody should be able to make us keep.
    if (audience?.connections.size === 0) this.#audiences.delete(audience.views.join());
  }

  /** For a connection that was behind: the snapshot of the moment. */
  catchUp(connection: Connection): void {
    const audience = this.#seats.get(connection);
    if (audience !== undefined) this.#sendSnapshot(audience, [connection]);
  }

  /** The revision that a connection has been told, where it follows any views. */
  revisionFor(connection: Connection): number | undefined {
    return this.#seats.get(connection)?.revision;
  }

  /** The showing has moved: tells each audience what changed for it. */
  move(shown: Shown): void {
    const before = this.#told;
    this.#told = shown.frame;
    if (before !== undefined) this.#tell(before, shown);
    // Until the first frame those who joined have been waiting for their snapshot.
    else for (const audience of this.#audiences.values()) this.#sendSnapshot(audience, audience.connections);
  }

  #tell(before: Frame, { frame, cause, entries }: Shown): void {
    const { head } = frame;
    const headChanged = !isSameButForTime(before.head, head);
    const changesOf = changesBetween(before, frame);
    const shared = { cause, head, ...(cause === 'play' || cause === 'correction' ? { entries } : {}) };
    this.#revision += 1;
    for (const audience of this.#audiences.values()) {
      const patch = changesOf(audience.views);
      if (cause !== 'seek' && !headChanged && Object.keys(patch).length === 0) continue;
      audience.revision += 1;
      audience.json = undefined;
      const { revision } = audience;
      const update = encode({ type: 'update', ...this.#name, revision, ...shared, patch }, `${revision}`);
      this.#send(update, audience.connections);
    }
  }

  #sendSnapshot(audience: Audience, to: Iterable<Connection>): void {
    if (this.#told === undefined) return;
    const { revision, views } = audience;
    const start = JSON.stringify({ type: 'snapshot', ...this.#name, revision, head: this.#headNow(this.#told.head) });
    audience.json ??= JSON.stringify(selected(views, this.#told.views));
    const json = `${start.slice(0, -1)},"fixture":${this.#fixture},"views":${audience.json}}`;
    this.#send(encodeText(json, `${revision}`), to);
  }

  #audienceOf(views: readonly ViewName[]): Audience {
    const key = views.join();
    const made = { views, connections: new Set<Connection>(), revision: this.#revision, json: undefined };
    const audience = this.#audiences.get(key) ?? made;
    this.#audiences.set(key, audience);
    return audience;
  }

  #headNow(told: Head): Head {
    const now = this.#now();
    // Where the showing is ahead of what was told, the next tick brings the time along with the rest.
    return isSameButForTime(now, told) ? now : told;
  }
}

/** Everybody who asked for the same set of views of one showing. */
interface Audience {
  readonly views: readonly ViewName[];
  readonly connections: Set<Connection>;
  /** Names one content of this set, and never goes back. */
  revision: number;
  /** The set's views as JSON, kept while they last: many may join between two updates. */
  json: string | undefined;
}

/** What changed from one frame to the next, for any set of views. */
const changesBetween = (before: Frame, after: Frame): ((views: readonly ViewName[]) => Update['patch']) => {
  const changes = new Map<ViewName, Json | undefined>();
  // Sets overlap, so each view is compared once, and only when somebody's set holds it.
  const changeOf = (name: ViewName): Json | undefined => {
    if (!changes.has(name)) changes.set(name, diff({ [name]: before.views[name] }, { [name]: after.views[name] }));
    return changes.get(name);
  };
  return (views) => Object.assign({}, ...views.map(changeOf));
};

/** Time runs on by itself at the other end, so it alone is no news, unless a seek has moved it. */
const isSameButForTime = (a: Head, b: Head): boolean => diff(timeless(a), timeless(b)) === undefined;

const timeless = ({ position, at, watch, ...rest }: Head): Omit<Head, 'position' | 'at' | 'watch'> => rest;

const selected = (names: readonly ViewName[], views: Frame['views']): Partial<Frame['views']> =>
  Object.fromEntries(names.filter((name) => views[name] !== undefined).map((name) => [name, views[name]]));
