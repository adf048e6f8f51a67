import type { CLOSES, ClientMessage, HttpError, PROTOCOL as Protocol, ServerMessage } from '../wire/message.ts';
import { type Backoff, waitMs } from './backoff.ts';
import { messageIn } from './message-in.ts';
import type { Millis, Time } from './time.ts';

/**
 * How a client stands with its server.
 * - `connecting`: at the door; it's open once the server has said `welcome`.
 * - `quiet`: nothing was heard for longer than it should be, so the server has been asked for a sign of life.
 * - `reconnecting`: the connection is gone (`code` and `reason` say why), and tried again in `inMs`.
 * - `refused`: turned away at the door (`status` is HTTP's 401 or 403), and not tried again.
 * - `closed`: by either side, and not tried again.
 */
export type ConnectionState =
  | { readonly state: 'connecting' }
  | { readonly state: 'open' }
  | { readonly state: 'quiet' }
  | { readonly state: 'reconnecting'; readonly inMs: Millis; readonly code: number; readonly reason: string }
  | { readonly state: 'refused'; readonly status: number; readonly reason: string }
  | { readonly state: 'closed'; readonly code: number; readonly reason: string };

/** What a client needs of a WebSocket: a browser's, Node's and that of `ws` will do. */
export interface Socket {
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

export type SocketClass = new (url: string, protocols: string[]) => Socket;

export interface Setting {
  readonly url: string;
  readonly token: string | undefined;
  readonly webSocket: SocketClass;
  readonly backoff: Backoff;
  /** How long nothing may be heard before a sign of life is asked for. */
  readonly quietMs: Millis;
  /** How long that may take, and the door. */
  readonly answerMs: Millis;
  readonly random: () => number;
  readonly time: Time;
  readonly fetch: typeof fetch;
}

export interface Ears {
  /** The first message of a connection is its `welcome`: whatever is wanted has to be asked for again. */
  readonly heard: (message: ServerMessage) => void;
  /** Whether anything is followed, so that there is something to come back for. */
  readonly wants: () => boolean;
  /** Asks for a sign of life; false where there is nothing to ask for. */
  readonly asks: () => boolean;
  readonly changed: (state: ConnectionState) => void;
}

/** A connection that comes back: it's tried again, ever more slowly, until there is a reason not to. */
export class Connection {
  readonly #setting: Setting;
  readonly #ears: Ears;
  #state: ConnectionState = { state: 'connecting' };
  #socket: Socket | undefined;
  /** Of attempts in a row that led to nothing lasting. */
  #attempt = 0;
  #bye: Why | undefined;
  #openedAt: Millis | undefined;
  #heardAt: Millis;
  /** Each state waits for one thing at most. */
  #callOff = (): void => undefined;

  constructor(setting: Setting, ears: Ears) {
    this.#setting = setting;
    this.#ears = ears;
    this.#heardAt = setting.time.now();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Time since anything was heard. */
  get silenceMs(): Millis {
    return this.#setting.time.now() - this.#heardAt;
  }

  open(): void {
    const { url, token, webSocket, answerMs } = this.#setting;
    const protocols = token === undefined ? [PROTOCOL] : [PROTOCOL, `touchline.token.${token}`];
    const socket = new webSocket(url, protocols);
    this.#socket = socket;
    this.#openedAt = undefined;
    this.#bye = undefined;
    // What an old socket still says is about a connection that was given up.
    const ifCurrent =
      <Event>(act: (event: Event) => void) =>
      (event: Event): void => {
        if (this.#socket === socket) act(event);
      };
    socket.onmessage = ifCurrent(({ data }: { readonly data: unknown }) => this.#hear(data));
    socket.onclose = ifCurrent((why: Why) => this.#gone(why));
    // A close always follows, and tells more; unheard, an error would end a Node process with `ws`.
    socket.onerror = () => undefined;
    this.#enter({ state: 'connecting' }, answerMs, () => this.#giveUp(`nobody answered within ${answerMs} ms`));
  }

  /** Whether it could be sent. */
  say(message: ClientMessage): boolean {
    if (this.#openedAt === undefined) return false;
    this.#socket?.send(JSON.stringify(message));
    return this.#socket !== undefined;
  }

  close(): void {
    this.#hangUp();
    this.#enter({ state: 'closed', code: 1000, reason: 'closed by this client' });
  }

  #hear(data: unknown): void {
    this.#heardAt = this.#setting.time.now();
    const message = messageIn(data);
    if (message === undefined) {
      this.#giveUp('the server said something that is no message');
      return;
    }
    if (message.type === 'bye') this.#bye = message;
    if (this.#state.state === 'quiet') this.#listen();
    if (message.type === 'welcome') this.#openedAt ??= this.#heardAt;
    this.#ears.heard(message);
    if (this.#state.state === 'connecting' && this.#openedAt !== undefined) this.#listen();
  }

  #listen(): void {
    this.#enter({ state: 'open' }, this.#setting.quietMs, () => this.#onQuiet());
  }

  /** Looking at the time once in a while costs less than a timer for each message. */
  #onQuiet(): void {
    const { quietMs, answerMs, time } = this.#setting;
    const restMs = quietMs - this.silenceMs;
    if (restMs > 0 || !this.#ears.asks()) {
      this.#callOff = time.after(restMs > 0 ? restMs : quietMs, () => this.#onQuiet());
      return;
    }
    this.#enter({ state: 'quiet' }, answerMs, () => this.#giveUp(`nothing was heard for ${quietMs + answerMs} ms`));
  }

  /** A half-open connection may take minutes to say that it's gone. */
  #giveUp(reason: string): void {
    this.#hangUp();
    this.#gone({ code: 1006, reason });
  }

  #gone({ code, reason }: Why): void {
    const { backoff, time, random } = this.#setting;
    this.#socket = undefined;
    // Where the connection broke before the close frame came, `bye` has said the same.
    const why = code < 1005 || code > 1006 ? { code, reason } : { code, reason, ...this.#bye };
    if (FINAL.has(why.code) || (why.code === JOIN_TIMEOUT && !this.#ears.wants())) {
      this.#enter({ state: 'closed', code: why.code, reason: why.reason });
      return;
    }
    if (this.#openedAt !== undefined && time.now() - this.#openedAt >= backoff.stableMs) this.#attempt = 0;
    const inMs = waitMs(this.#attempt, backoff, random);
    this.#attempt += 1;
    const shut: ConnectionState = { state: 'reconnecting', inMs, code: why.code, reason: why.reason };
    this.#enter(shut, inMs, () => this.open());
    if (this.#openedAt === undefined) void this.#askWhy(shut);
  }

  /** A WebSocket doesn't tell why a door stayed shut. The same door tells over HTTP, where a page may ask. */
  async #askWhy(shut: ConnectionState): Promise<void> {
    const { url, token, fetch } = this.#setting;
    try {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const answer = await fetch(new URL('matches', url.replace(/^ws/, 'http')), { headers });
      if (answer.status !== 401 && answer.status !== 403) return;
      const { error } = (await answer.json()) as HttpError;
      if (this.#state === shut) this.#enter({ state: 'refused', status: answer.status, reason: error });
    } catch {
      // No answer is no reason to stop trying.
    }
  }

  #hangUp(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #enter(state: ConnectionState, withinMs?: Millis, otherwise: () => void = () => undefined): void {
    const before = this.#state;
    this.#callOff();
    this.#callOff = withinMs === undefined ? () => undefined : this.#setting.time.after(withinMs, otherwise);
    this.#state = state;
    // `connecting` from the start is no change, and comes before anybody has a client to ask.
    if (state.state !== before.state) this.#ears.changed(state);
  }
}

interface Why {
  readonly code: number;
  readonly reason: string;
}

// The schemas that hold these would bring their validator into the page; the compiler keeps the copies right.
const PROTOCOL: typeof Protocol = 'touchline.v1.json';
const ENDED: (typeof CLOSES)['ended']['code'] = 1000;
const JOIN_TIMEOUT: (typeof CLOSES)['joinTimeout']['code'] = 4001;

/**
 * Close codes after which the same would happen again: the showing is over, or the two don't understand one another
 * (RFC 6455 §7.4: 1002, 1003, 1007 to 1010).
 */
const FINAL: ReadonlySet<number> = new Set([ENDED, 1002, 1003, 1007, 1008, 1009, 1010]);
