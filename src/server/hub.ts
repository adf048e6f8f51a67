import type { SchedulerLike } from 'rxjs';
import type { Refusal } from '../playback/replay.ts';
import { type CloseName, PROTOCOL } from '../wire/message.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { broadcast, type Socket } from './broadcast.ts';
import { type Caller, Connection, type House, type Line } from './connection.ts';
import type { Name } from './journal-channel.ts';
import { type Log, SILENT } from './log.ts';
import { OnAir, type Showing, type Studio } from './on-air.ts';
import { FAILED, noJournal, Programme } from './programme.ts';
import { Pulse } from './pulse.ts';
import { type Effect, type Follow, hear, type Session } from './session.ts';
import { STEADY } from './steady.ts';
import { Tally } from './tally.ts';

export interface HubOptions extends Partial<Bounds> {
  /** Ticks a second, at most. */
  readonly rate?: number;
  readonly scheduler?: SchedulerLike;
  /** A match begins to play when so many follow it; until then it stands as its showing does. */
  readonly waitFor?: number;
  readonly log?: Log;
  /** Makes the ids of showings of one's own, and the keys to them; random unless told otherwise. */
  readonly newSecret?: () => string;
}

/**
 * Shows matches to any number of connections: one message a tick for each set of views that somebody follows.
 * It lives until `close`; its timers and subscriptions end there.
 */
export class Hub {
  readonly tally = new Tally();
  readonly programme: Programme;
  readonly connections: Set<Connection> = new Set();
  readonly #pulse: Pulse<Connection>;
  readonly #house: House;
  readonly #waitFor: number;
  /** Matches that haven't begun to play, for want of followers. */
  readonly #waiting: Set<OnAir>;

  constructor(showings: readonly Showing[], options: HubOptions = {}) {
    const { rate = 30, scheduler = STEADY, waitFor = 0, log = SILENT, newSecret } = options;
    const bounds = boundsOf(options);
    this.#house = {
      ...{ scheduler, bounds, tally: this.tally, log },
      hear: (connection, text) => this.#hear(connection, text),
      gone: (connection) => this.#forget(connection),
    };
    this.#pulse = new Pulse(bounds.heartbeatMs, scheduler, (connection) => connection.beat());
    const studio: Studio = {
      scheduler,
      intervalMs: 1000 / rate,
      send: (message, to) => {
        const told = broadcast(message, to, bounds.backlogBytesMax, (connection) => connection.fallBehind());
        this.tally.sent(told, message.payload.byteLength);
      },
      fail: (onAir, problem) => this.#fail(onAir, problem),
    };
    this.programme = new Programme(showings, studio, { bounds, scheduler, log, ...(newSecret && { newSecret }) });
    this.#waitFor = waitFor;
    this.#waiting = new Set(waitFor > 0 ? this.programme.matches : []);
  }

  get isFull(): boolean {
    return this.connections.size >= this.#house.bounds.clientsMax;
  }

  /** Welcomes a connection. */
  connect(socket: Socket, caller: Caller): Line {
    const connection = this.#admit(socket, caller);
    connection.awaitJoin();
    connection.tell({ type: 'welcome', protocol: PROTOCOL, role: caller.role, matches: this.programme.announced });
    return connection;
  }

  /** Takes a connection that only listens, to one showing. */
  listen(socket: Socket, caller: Caller, onAir: OnAir, follow: Follow): Line {
    const connection = this.#admit(socket, caller);
    this.#follow(connection, onAir, follow);
    return connection;
  }

  /** Says good-bye to everybody and stops the showings. */
  close(why: CloseName): void {
    this.programme.stop();
    for (const connection of [...this.connections]) connection.dismiss(why);
  }

  #admit(socket: Socket, caller: Caller): Connection {
    const connection = new Connection(socket, caller, this.#house);
    this.connections.add(connection);
    this.#pulse.add(connection);
    return connection;
  }

  #hear(connection: Connection, text: string): void {
    const effect = this.#understand(connection, text);
    if (effect === undefined) return;
    this.#carryOut(connection, effect);
    if (connection.follows.length > 0 || connection.isGone) return;
    // A remote control joins nothing, and may stay as long as it is used.
    if (effect.kind !== 'refuse') connection.awaitJoin();
  }

  #understand(connection: Connection, text: string): Effect | undefined {
    try {
      return hear(this.#sessionOf(connection), text);
    } catch (problem) {
      // Whatever a client says mustn't cost the others anything.
      this.#house.log.error({ err: problem }, 'a message that broke its reader');
      connection.dismiss('fault');
      return undefined;
    }
  }

  #sessionOf(connection: Connection): Session {
    return {
      matches: this.programme.announced.map(({ id }) => id),
      isOn: (name) => this.programme.named(name) !== undefined,
      follows: (name) => {
        const onAir = this.programme.named(name);
        return onAir !== undefined && connection.follows.includes(onAir);
      },
      mayControl: (name) => connection.caller.role === 'operator' || this.programme.isOwn(name, connection),
    };
  }

  #carryOut(connection: Connection, effect: Effect): void {
    switch (effect.kind) {
      case 'join':
        this.#refuseWhere(this.#join(connection, effect.name, effect.follow), connection, effect.name, 'join');
        break;
      case 'open':
        this.#refuseWhere(this.#open(connection, effect), connection, { match: effect.match }, 'join');
        break;
      case 'leave': {
        const onAir = this.programme.named(effect.name);
        onAir?.leave(connection);
        if (onAir !== undefined) this.programme.left(onAir);
        break;
      }
      case 'control': {
        const onAir = this.programme.find(effect.name);
        const refusal = onAir instanceof OnAir ? onAir.control(effect.control) : onAir;
        this.#refuseWhere(refusal, connection, effect.name, 'control');
        break;
      }
      case 'refuse':
        this.tally.refused(effect.refused.code);
        connection.tell(effect.refused);
        break;
    }
  }

  #open(connection: Connection, { match, wish, follow }: Effect & { readonly kind: 'open' }): Refusal | undefined {
    const opened = this.programme.open(match, wish, connection);
    return 'code' in opened ? opened : this.#join(connection, opened.onAir.name, follow);
  }

  #join(connection: Connection, name: Name, follow: Follow): Refusal | undefined {
    const onAir = this.programme.find(name);
    if (!(onAir instanceof OnAir)) return onAir;
    if (follow.channel === 'journal' && onAir.journal === undefined) return noJournal(name);
    this.#follow(connection, onAir, follow);
    return undefined;
  }

  #follow(connection: Connection, onAir: OnAir, follow: Follow): void {
    connection.joined();
    onAir.join(connection, follow);
    this.programme.joined(onAir, connection);
    if (!this.#waiting.has(onAir) || onAir.followers.length < this.#waitFor) return;
    this.#waiting.delete(onAir);
    onAir.control({ type: 'play' });
  }

  #refuseWhere(refusal: Refusal | undefined, connection: Connection, name: Name, of?: string): void {
    if (refusal === undefined) return;
    const { code, message } = refusal;
    this.tally.refused(code);
    connection.tell({ type: 'refused', ...name, code, message, ...(of !== undefined && { of }) });
  }

  #forget(connection: Connection): void {
    this.connections.delete(connection);
    this.#pulse.delete(connection);
    const followed = connection.follows;
    for (const onAir of followed) onAir.leave(connection);
    this.programme.gone(connection, followed);
  }

  #fail(onAir: OnAir, problem: unknown): void {
    this.#house.log.error({ ...onAir.name, err: problem }, 'showing failed');
    for (const connection of onAir.followers) {
      onAir.leave(connection);
      this.#refuseWhere(FAILED, connection, onAir.name);
      // Whoever follows another match as well goes on with that one.
      if (connection.follows.length === 0) connection.dismiss('showingFailed');
    }
    if (onAir.playback !== undefined) this.programme.remove(onAir);
  }
}
