import type { SchedulerLike, Subscription } from 'rxjs';
import type { Millis } from '../match/time.ts';
import { CLOSES, type CloseName, type Role, type ServerMessage } from '../wire/message.ts';
import type { Bounds } from './bounds.ts';
import { type Encoded, encode, type Listener, type Socket } from './broadcast.ts';
import { Bucket } from './bucket.ts';
import type { Log } from './log.ts';
import type { OnAir } from './on-air.ts';
import type { Tally } from './tally.ts';

/** Who is at the other end. */
export interface Caller {
  readonly role: Role;
  /** As far as it is known; behind a proxy the one that the proxy names. */
  readonly address?: string;
}

/** What a connection needs of the hub. */
export interface House {
  readonly scheduler: SchedulerLike;
  readonly bounds: Bounds;
  readonly tally: Tally;
  readonly log: Log;
  /** The connection has said something. */
  readonly hear: (connection: Connection, text: string) => void;
  /** The connection has gone, or has been closed from here. */
  readonly gone: (connection: Connection) => void;
}

/** The hub's end of one connection, for the door to say what comes from the other. */
export interface Line {
  hear(text: string): void;
  /** Something has come that says nothing but counts as a message: a ping. */
  count(): void;
  /** The payload of a heartbeat has come back. */
  answer(payload: string): void;
  /** The connection has gone. */
  hangUp(): void;
}

/**
 * One connection: what it follows, how far it is behind, and when it has to go. A client is behind while too much waits
 * to be sent to it, or while it owes the answer to a heartbeat; the machine's own buffers hold megabytes before anything
 * waits here, so that the length of the queue alone doesn't tell.
 *
 * There are thousands of them that do nothing, so each is small: no closures, and no sets where one thing will do.
 */
export class Connection implements Listener, Line {
  readonly socket: Socket;
  readonly caller: Caller;
  follows: readonly OnAir[] = NONE;
  /** Showings of its own that it has asked for. */
  owns: readonly OnAir[] = NONE;
  readonly #house: House;
  readonly #messages: Bucket;
  #isBehind = false;
  #isGone = false;
  #pinged: Ping | undefined;
  #joinDeadline: Subscription | undefined;
  #lagDeadline: Subscription | undefined;

  constructor(socket: Socket, caller: Caller, house: House) {
    this.socket = socket;
    this.caller = caller;
    this.#house = house;
    this.#messages = new Bucket(house.bounds.messagesPerSecondMax, house.scheduler.now());
  }

  hear(text: string): void {
    if (this.#maySpeak()) this.#house.hear(this, text);
  }

  count(): void {
    this.#maySpeak();
  }

  answer(payload: string): void {
    if (this.#isGone) return;
    if (this.#pinged?.payload !== payload) {
      // What was never sent acknowledges nothing, and to answer unasked is to say something.
      this.#maySpeak();
      return;
    }
    const { at, revision } = this.#pinged;
    const { scheduler, bounds, tally } = this.#house;
    this.#pinged = undefined;
    tally.onHeard?.(scheduler.now() - at, Math.max(0, this.#revision() - revision));
    if (this.#isBehind && this.socket.backlogBytes <= bounds.backlogBytesMax) this.#catchUp();
  }

  hangUp(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.joined();
    this.#lagDeadline?.unsubscribe();
    this.#house.gone(this);
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** Says something to this one alone. Whoever doesn't read what he is told needn't be told more. */
  tell(message: ServerMessage): void {
    if (this.socket.isOpen && this.socket.backlogBytes <= this.#house.bounds.backlogBytesMax)
      this.#send(encode(message));
  }

  /** From now on something has to be joined in time. */
  awaitJoin(): void {
    this.#joinDeadline?.unsubscribe();
    const { scheduler, bounds } = this.#house;
    this.#joinDeadline = scheduler.schedule(() => this.dismiss('joinTimeout'), bounds.joinTimeoutMs);
  }

  joined(): void {
    this.#joinDeadline?.unsubscribe();
    this.#joinDeadline = undefined;
  }

  fallBehind(): void {
    if (this.#isBehind) return;
    const { scheduler, bounds, tally, log } = this.#house;
    this.#isBehind = true;
    tally.conflations += 1;
    log.debug({ address: this.caller.address, backlogBytes: this.socket.backlogBytes }, 'client behind');
    this.#lagDeadline = scheduler.schedule(() => this.dismiss('tooSlow'), bounds.behindMaxMs);
    if (this.socket.backlogBytes > bounds.backlogBytesMax) this.socket.whenDrained?.(() => this.#drained());
  }

  /** Time for a heartbeat. */
  beat(): void {
    const { scheduler, bounds } = this.#house;
    const now = scheduler.now();
    // A queue shorter than the machine's own drains without a word.
    if (this.#isBehind && this.socket.backlogBytes <= bounds.backlogBytesMax) this.#drained();
    if (this.#pinged === undefined) {
      if (this.#isBehind) return;
      const revision = this.#revision();
      if (this.socket.ping(`${revision}`)) this.#pinged = { payload: `${revision}`, at: now, revision };
    } else if (now - this.#pinged.at >= bounds.unansweredMaxMs) this.dismiss('unanswered');
    else if (this.#isOverdue()) this.fallBehind();
  }

  /** Says good-bye, with the reason, and closes. */
  dismiss(why: CloseName): void {
    if (this.#isGone) return;
    const { code, reason } = CLOSES[why];
    this.tell({ type: 'bye', code, reason });
    this.#house.tally.closed(why);
    this.#house.log.debug({ address: this.caller.address, code, reason }, 'client closed');
    this.hangUp();
    this.socket.close(code, reason);
  }

  /** Whether one more message may be heard; otherwise the connection has been closed. */
  #maySpeak(): boolean {
    if (this.#isGone) return false;
    this.#house.tally.messagesIn += 1;
    if (this.#messages.take(this.#house.scheduler.now())) return true;
    this.dismiss('tooManyMessages');
    return false;
  }

  #drained(): void {
    if (this.#isBehind && !this.#isGone && !this.#isOverdue()) this.#catchUp();
  }

  #catchUp(): void {
    this.#isBehind = false;
    this.#lagDeadline?.unsubscribe();
    for (const onAir of this.follows) onAir.catchUp(this);
  }

  /** The last heartbeat ought to have been answered by now. */
  #isOverdue(): boolean {
    const { scheduler, bounds } = this.#house;
    return this.#pinged !== undefined && scheduler.now() - this.#pinged.at >= bounds.heartbeatMs;
  }

  /** How much this client has been told: the revision, where it follows one match. */
  #revision(): number {
    let revision = 0;
    for (const onAir of this.follows) revision += onAir.revisionFor(this);
    return revision;
  }

  #send(message: Encoded): void {
    this.socket.send(message);
    this.#house.tally.sent(1, message.payload.byteLength);
  }
}

const NONE: readonly OnAir[] = [];

interface Ping {
  readonly payload: string;
  readonly at: Millis;
  readonly revision: number;
}
