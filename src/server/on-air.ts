import type { Observable, SchedulerLike, Subscription } from 'rxjs';
import type { Question } from '../journal/answer.ts';
import type { Entry } from '../journal/entry.ts';
import type { RecordingHeader } from '../journal/recording.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Millis, TimeRef } from '../match/time.ts';
import type { Frame, Head, Shown } from '../playback/frame.ts';
import type { Refusal } from '../playback/replay.ts';
import type { Control, Wish } from '../wire/message.ts';
import type { Encoded } from './broadcast.ts';
import type { Connection } from './connection.ts';
import { hasEnded } from './header-for.ts';
import { JournalChannel, type Name } from './journal-channel.ts';
import { merge } from './merge.ts';
import type { Follow } from './session.ts';
import { ViewsChannel } from './views-channel.ts';

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

/** One showing on the air: takes the frames as they come, and moves its two channels along once a tick. */
export class OnAir {
  readonly showing: Showing;
  /** The id of somebody's own showing. */
  readonly playback: string | undefined;
  /** What its messages carry to be told from others. */
  readonly name: Name;
  readonly views: ViewsChannel;
  readonly journal: JournalChannel | undefined;
  readonly #studio: Studio;
  readonly #frames: Subscription;
  /** What has been shown since the last tick, and in which run through the journal. */
  #next: (Shown & { readonly epoch: string }) | undefined;
  #tick: Subscription | undefined;
  #tickedAt = Number.NEGATIVE_INFINITY;
  /** Of what has been told. */
  #epoch: string | undefined;
  #hasFailed = false;

  constructor(showing: Showing, studio: Studio, playback?: string) {
    this.showing = showing;
    this.playback = playback;
    this.name = { match: showing.id, ...(playback !== undefined && { playback }) };
    this.#studio = studio;
    const { fixture, record } = showing;
    this.views = new ViewsChannel(this.name, fixture, studio.send, () => showing.now());
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

  /** The run through the journal that has been told of; the showing may have begun another since the last tick. */
  get epoch(): string {
    return this.#epoch ?? this.showing.epoch;
  }

  get followers(): readonly Connection[] {
    return [...new Set([...this.views.viewers, ...(this.journal?.readers ?? [])])];
  }

  /** Gives a connection what it wants to follow. A showing without a journal has none to give. */
  join(connection: Connection, follow: Follow): void {
    // Joined rather than spread, which would leave room for sixteen more.
    if (!connection.follows.includes(this)) connection.follows = connection.follows.concat(this);
    this.#guard(() => {
      if (follow.channel === 'views') this.views.join(connection, follow.views);
      else this.journal?.join(connection, follow.since);
    });
  }

  leave(connection: Connection): void {
    this.views.leave(connection);
    this.journal?.leave(connection);
    connection.follows = connection.follows.filter((onAir) => onAir !== this);
  }

  /** For a connection that was behind: the snapshot of the moment, and the entries that it missed. */
  catchUp(connection: Connection): void {
    this.#guard(() => {
      this.views.catchUp(connection);
      this.journal?.catchUp(connection);
    });
  }

  /** How much a connection has been told. */
  revisionFor(connection: Connection): number {
    return this.views.revisionFor(connection) ?? this.journal?.seqFor(connection) ?? 0;
  }

  control(control: Control): Refusal | undefined {
    return this.#guard(() => this.showing.control(control));
  }

  stop(): void {
    this.#frames.unsubscribe();
    this.#tick?.unsubscribe();
  }

  #take(shown: Shown): void {
    const { epoch } = this.showing;
    this.#next = { ...(this.#next === undefined ? shown : merge(this.#next, shown)), epoch };
    const { scheduler, intervalMs } = this.#studio;
    const wait = Math.max(0, this.#tickedAt + intervalMs - scheduler.now());
    this.#tick ??= scheduler.schedule(() => this.#guard(() => this.#onTick()), wait);
  }

  #onTick(): void {
    const next = this.#next;
    this.#tick = undefined;
    this.#next = undefined;
    this.#tickedAt = this.#studio.scheduler.now();
    if (next === undefined) return;
    const { epoch, frame } = next;
    this.#epoch = epoch;
    this.views.move(next);
    this.journal?.move({ epoch, cursor: frame.head.cursor, hasEnded: hasEnded(frame.head) });
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
