import type { Observable, SchedulerLike, Subscription } from 'rxjs';
import type { Entry } from '../journal/entry.ts';
import type { Question } from '../journal/history.ts';
import type { RecordingHeader } from '../journal/recording.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Millis, TimeRef } from '../match/time.ts';
import type { Frame, Head, Shown } from '../playback/frame.ts';
import type { Refusal } from '../playback/replay.ts';
import type { ViewName } from '../projections/views.ts';
import type { Control, Join, Wish } from '../wire/message.ts';
import { type Audience, changesBetween, isSameButForTime, jsonOf, selected } from './audience.ts';
import { type Encoded, encode, encodeText } from './broadcast.ts';
import type { Connection } from './connection.ts';
import { JournalChannel, type Name } from './journal-channel.ts';
import { merge } from './merge.ts';

/** What the hub needs of a match that is shown. */
export interface Showing {
  readonly id: string;
  /** Names this run through the journal: letters, digits, - and _. A showing that loops gives a new one each time. */
  readonly epoch: string;
  readonly title: string;
  readonly fixture: Fixture;
  /**
   * The present frame first, then one at each change. The hub subscribes once, and keeps the last frame. An error ends
   * this showing and no other.
   */
  readonly frames$: Observable<Shown>;
  /** The head at this moment, its time run on since the last frame, so that a late joiner's clock is right. */
  now(): Head;
  /** Does as it is told, or says why it won't. */
  control(control: Control): Refusal | undefined;
  /** Without it there is no journal channel, and no other time than the present. */
  readonly record?: ShowingRecord;
  /** Opens a showing of one's own of the same match; without it there are none. */
  readonly open?: (wish: Wish) => Showing | Refusal;
}

/** The journal of a showing. `entries` may hold more than has been shown; the hub lets nothing out before its time. */
export interface ShowingRecord {
  readonly header: RecordingHeader;
  readonly entries: readonly Entry[];
  /** The match at a moment. The question has been checked to lie within what may be told. */
  answer(question: Question): Frame | Refusal;
  /** How many entries were known then, and the feed time; a sentence where the recording has no such time. */
  momentAsOf(time: TimeRef): { readonly cursor: number; readonly offset: Millis } | string;
}

export type Send = (message: Encoded, to: Iterable<Connection>) => void;

export interface Studio {
  readonly scheduler: SchedulerLike;
  /** Between two ticks, at least. */
  readonly intervalMs: Millis;
  readonly send: Send;
  /** The showing has broken; it has stopped, and those who follow it are to be told. */
  readonly fail: (onAir: OnAir, problem: unknown) => void;
}

/** One showing on the air: takes the frames as they come, and tells each audience once a tick what changed. */
export class OnAir {
  readonly showing: Showing;
  /** The id of somebody's own showing. */
  readonly playback: string | undefined;
  /** What its messages carry to be told from others. */
  readonly name: Name;
  readonly journal: JournalChannel | undefined;
  readonly #studio: Studio;
  readonly #fixture: string;
  readonly #frames: Subscription;
  readonly #audiences = new Map<string, Audience>();
  readonly #seats = new Map<Connection, Audience>();
  /** What every audience has been told, and in which run through the journal. */
  #told: (Frame & { readonly epoch: string }) | undefined;
  /** What has been shown since, for the next tick. */
  #next: (Shown & { readonly epoch: string }) | undefined;
  #tick: Subscription | undefined;
  #tickedAt = Number.NEGATIVE_INFINITY;
  /** Rises at least as fast as any set's revision, so a set that nobody followed for a while goes on from here. */
  #revision = 0;
  #hasFailed = false;

  constructor(showing: Showing, studio: Studio, playback?: string) {
    this.showing = showing;
    this.playback = playback;
    this.name = { match: showing.id, ...(playback !== undefined && { playback }) };
    this.#studio = studio;
    this.#fixture = JSON.stringify(showing.fixture);
    const { record } = showing;
    this.journal = record && new JournalChannel(this.name, record.header, record.entries, studio.send);
    this.#frames = showing.frames$.subscribe({
      next: (shown) => this.#guard(() => this.#take(shown)),
      error: (problem) => this.#fail(problem),
    });
    if (this.#hasFailed) this.#frames.unsubscribe();
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Counts what has been told, over all sets of views. */
  get revision(): number {
    return this.#revision;
  }

  get followers(): number {
    return new Set([...this.#seats.keys(), ...(this.journal?.readers ?? [])]).size;
  }

  /** The views as everybody has been told them; `undefined` before the first frame. */
  present(views: readonly ViewName[]): (Frame & { readonly epoch: string; readonly revision: number }) | undefined {
    if (this.#told === undefined) return undefined;
    const { head, epoch } = this.#told;
    const revision = this.#audiences.get(views.join())?.revision ?? this.#revision;
    return { epoch, revision, head: this.#headNow(head), views: selected(views, this.#told.views) as Frame['views'] };
  }

  /** Seats a connection, and gives it the snapshot that its updates will go on from. Before the first frame it waits. */
  join(connection: Connection, views: readonly ViewName[]): void {
    this.#unseat(connection);
    const audience = this.#audienceOf(views);
    audience.connections.add(connection);
    this.#seats.set(connection, audience);
    connection.follows.add(this);
    this.#guard(() => this.#sendSnapshot(audience, [connection]));
  }

  /** Opens the journal for a connection, where there is one. */
  read(connection: Connection, since: Join['since']): void {
    connection.follows.add(this);
    this.#guard(() => this.journal?.join(connection, since));
  }

  leave(connection: Connection): void {
    this.#unseat(connection);
    this.journal?.leave(connection);
    connection.follows.delete(this);
  }

  /** For a connection that was behind: the snapshot of the moment, and the entries that it missed. */
  catchUp(connection: Connection): void {
    const audience = this.#seats.get(connection);
    this.#guard(() => {
      if (audience !== undefined) this.#sendSnapshot(audience, [connection]);
      this.journal?.catchUp(connection);
    });
  }

  /** What a connection has been told so far, if it reads what it is sent. */
  revisionFor(connection: Connection): number {
    return this.#seats.get(connection)?.revision ?? this.journal?.seqFor(connection) ?? 0;
  }

  control(control: Control): Refusal | undefined {
    return this.#guard(() => this.showing.control(control));
  }

  stop(): void {
    this.#frames.unsubscribe();
    this.#tick?.unsubscribe();
  }

  /** Everybody who follows, for the hub to tell that it's over. */
  empty(): Connection[] {
    const followers = [...new Set([...this.#seats.keys(), ...(this.journal?.readers ?? [])])];
    for (const connection of followers) this.leave(connection);
    return followers;
  }

  #audienceOf(views: readonly ViewName[]): Audience {
    const key = views.join();
    const made = { views, connections: new Set<Connection>(), revision: this.#revision, json: undefined };
    const audience = this.#audiences.get(key) ?? made;
    this.#audiences.set(key, audience);
    return audience;
  }

  #unseat(connection: Connection): void {
    const audience = this.#seats.get(connection);
    this.#seats.delete(connection);
    audience?.connections.delete(connection);
    // A set that nobody follows costs nothing; there are more sets than anybody should be able to make us keep.
    if (audience?.connections.size === 0) this.#audiences.delete(audience.views.join());
  }

  #take(shown: Shown): void {
    const { epoch } = this.showing;
    this.#next = { ...(this.#next === undefined ? shown : merge(this.#next, shown)), epoch };
    const { scheduler, intervalMs } = this.#studio;
    const wait = Math.max(0, this.#tickedAt + intervalMs - scheduler.now());
    this.#tick ??= scheduler.schedule(() => this.#guard(() => this.#onTick()), wait);
  }

  #onTick(): void {
    const [before, next] = [this.#told, this.#next];
    this.#tick = undefined;
    this.#tickedAt = this.#studio.scheduler.now();
    this.#next = undefined;
    if (next === undefined) return;
    this.#told = { ...next.frame, epoch: next.epoch };
    if (before !== undefined) this.#tell(before, next);
    // Until the first frame those who joined have been waiting for their snapshot.
    else for (const each of this.#audiences.values()) this.#sendSnapshot(each, each.connections);
    this.journal?.move({ epoch: next.epoch, cursor: next.frame.head.cursor });
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
      const update = encode({ type: 'update', ...this.name, revision, ...shared, patch }, `${revision}`);
      this.#studio.send(update, audience.connections);
    }
  }

  #sendSnapshot(audience: Audience, to: Iterable<Connection>): void {
    if (this.#told === undefined) return;
    const { revision } = audience;
    const start = JSON.stringify({ type: 'snapshot', ...this.name, revision, head: this.#headNow(this.#told.head) });
    const json = `${start.slice(0, -1)},"fixture":${this.#fixture},"views":${jsonOf(audience, this.#told)}}`;
    this.#studio.send(encodeText(json, `${revision}`), to);
  }

  #headNow(told: Head): Head {
    const now = this.showing.now();
    // Where the showing is ahead of what was told, the next tick brings the time along with the rest.
    return isSameButForTime(now, told) ? now : told;
  }

  /** A match that breaks takes no other with it, nor the server. */
  #guard<Result>(work: () => Result): Result | undefined {
    try {
      return work();
    } catch (problem) {
      this.#fail(problem);
      return undefined;
    }
  }

  #fail(problem: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    // During the constructor there is nothing to unsubscribe yet.
    (this.#frames as Subscription | undefined)?.unsubscribe();
    this.#tick?.unsubscribe();
    this.#studio.fail(this, problem);
  }
}
