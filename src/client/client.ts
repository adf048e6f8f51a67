import type { Views } from '../projections/views.ts';
import type { Control, ControlRequest, Refused, ServerMessage, Welcome } from '../wire/message.ts';
import { type Channel, type ChannelMessage, channelOf, isFirst } from './channel.ts';
import { Connection, type ConnectionState, type Setting } from './connection.ts';
import { journalChannel, type Since, type Told } from './journal-channel.ts';
import { Seat, type Wanted } from './seat.ts';
import type { Millis } from './time.ts';
import { type Seen, viewsChannel } from './views-channel.ts';

export interface FollowOptions<Name extends keyof Views = keyof Views> {
  /** All of them unless told otherwise. */
  readonly views?: readonly Name[];
  /** One's own showing: how a new one is to run, or the id of one that there is. */
  readonly playback?: Wanted;
}

export interface JournalOptions {
  readonly playback?: Wanted;
  /** What is held already, such as from before the page was loaded anew. */
  readonly since?: Since;
}

/** Stops following, and tells the server so. */
export type Leave = () => void;

export interface Listeners {
  readonly onState: ((state: ConnectionState) => void) | undefined;
  readonly onRefused: ((refused: Refused) => void) | undefined;
}

/** What one page or program follows of one server, over as many connections as it takes. */
export class Client {
  readonly #connection: Connection;
  readonly #now: () => Millis;
  readonly #onRefused: Listeners['onRefused'];
  readonly #seats = new Set<Seat>();
  /** Asked for while the door was being opened. */
  readonly #controls: ControlRequest[] = [];
  #welcome: Welcome | undefined;
  #isOver = false;

  constructor(setting: Setting, { onState, onRefused }: Listeners) {
    this.#now = setting.time.now;
    this.#onRefused = onRefused;
    this.#connection = new Connection(setting, {
      heard: (message) => this.#hear(message),
      wants: () => this.#seats.size > 0,
      asks: () => this.#askForSign(),
      changed: (state) => {
        if (state.state !== 'connecting') this.#controls.length = 0;
        onState?.(state);
      },
    });
    this.#connection.open();
  }

  get state(): ConnectionState {
    return this.#connection.state;
  }

  /** What the server last said of itself: one's role, and what is on; none before the first `open`. */
  get welcome(): Welcome | undefined {
    return this.#welcome;
  }

  /** Time since anything was heard. In a match that may be minutes; the state is `quiet` when it's too long. */
  get silenceMs(): Millis {
    return this.#connection.silenceMs;
  }

  /**
   * Tells the listener how a match stands, at first and at each change. One connection is told of a showing's views
   * once, so it throws where this client follows them already.
   */
  follow<Name extends keyof Views = keyof Views>(
    match: string,
    { views, playback }: FollowOptions<Name>,
    listener: (seen: Seen<Name>) => void,
  ): Leave {
    return this.#sit(viewsChannel(match, views, this.#now, listener), playback);
  }

  /** Tells the listener each entry once and in order, whatever becomes of the connection. Throws as `follow` does. */
  journal(match: string, { playback, since }: JournalOptions, listener: (told: Told) => void): Leave {
    return this.#sit(journalChannel(match, since, listener), playback);
  }

  /**
   * Steers a showing; what the server says against it comes to `onRefused`. Without a connection nothing is sent and
   * false comes back: a pause that comes a minute late is worse than none.
   */
  control(match: string, control: Control, playback?: string): boolean {
    this.#open();
    const request: ControlRequest = { type: 'control', match, ...(playback !== undefined && { playback }), control };
    if (this.#connection.say(request)) return true;
    if (this.state.state !== 'connecting') return false;
    this.#controls.push(request);
    return true;
  }

  /** For good. */
  close(): void {
    this.#isOver = true;
    this.#seats.clear();
    this.#connection.close();
  }

  #sit(channel: Channel, wanted: Wanted): Leave {
    const { match, name } = channel;
    const seat = new Seat(channel, wanted);
    const isTaken = (other: Seat): boolean => other.channel.name === name && other.isOf(seat.leave) && !other.left;
    if (!seat.awaitsId && [...this.#seats].some(isTaken)) {
      throw new Error(`the ${name} of "${match}" are followed already; leave that first, or share what it tells`);
    }
    this.#open();
    this.#seats.add(seat);
    this.#join(seat);
    return () => this.#leave(seat);
  }

  /** Whoever wants something of a server that has sent him away wants to come back. */
  #open(): void {
    if (this.#isOver) throw new Error('this client was closed; connect again');
    if (this.state.state === 'closed' || this.state.state === 'refused') this.#connection.open();
  }

  #join(seat: Seat): boolean {
    seat.isAwaited = this.#connection.say(seat.join);
    return seat.isAwaited;
  }

  #leave(seat: Seat): void {
    if (seat.left) return;
    seat.left = true;
    // What it was promised still comes, and mustn't be taken for what another asks for next.
    if (!seat.isAwaited) this.#seats.delete(seat);
    if (seat.awaitsId) return;
    this.#connection.say(seat.leave);
    // One leaves a showing as a whole, so what else is followed of it is joined again.
    for (const other of this.#seats) if (other.isOf(seat.leave) && !other.left) this.#join(other);
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'welcome') this.#begin(message);
    else if (message.type === 'refused') this.#takeNo(message);
    else if (message.type !== 'bye') this.#pass(message);
  }

  #begin(welcome: Welcome): void {
    this.#welcome = welcome;
    for (const seat of this.#seats) {
      seat.channel.reset();
      if (seat.left) this.#seats.delete(seat);
      else this.#join(seat);
    }
    for (const request of this.#controls.splice(0)) this.#connection.say(request);
  }

  #takeNo(refused: Refused): void {
    const seat = refused.of === 'join' ? [...this.#seats].find((each) => each.isRefused(refused)) : undefined;
    if (seat?.left) this.#seats.delete(seat);
    else if (seat?.losesShowing() === true) this.#join(seat);
    else this.#onRefused?.(refused);
  }

  #pass(message: ChannelMessage): void {
    const seats = [...this.#seats].filter(({ channel }) => channel.name === channelOf(message));
    const known = seats.find((each) => each.isOf(message));
    const seat = known ?? seats.find((each) => each.claims(message));
    if (seat === undefined) return;
    if (isFirst(message)) seat.isAwaited = false;
    if (!seat.left) {
      if (seat.channel.hear(message) === 'lost') this.#join(seat);
    } else if (isFirst(message)) {
      this.#seats.delete(seat);
      if (known === undefined) this.#connection.say(seat.leave);
    }
  }

  /** Joining again is answered, with a snapshot, with `opened` or with a refusal. */
  #askForSign(): boolean {
    const seat = [...this.#seats].find(({ left, awaitsId }) => !left && !awaitsId);
    return seat !== undefined && this.#join(seat);
  }
}
