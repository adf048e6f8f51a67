import { type Client, type ConnectionState, connect, type Welcome } from '../../client/connect.ts';
import { DoesNotHold } from '../complaint.ts';
import { harmless } from '../output.ts';
import type { Viewer } from './programme-over.ts';
import { type Place, whyShut } from './way.ts';

/** A connection that is kept up, and what is said about it on standard error. */
export class Line {
  readonly client: Client;
  readonly #place: Place;
  readonly #token: string | undefined;
  readonly #welcome = Promise.withResolvers<Welcome>();
  readonly #over = Promise.withResolvers<undefined>();
  #isAway = false;
  #isHungUp = false;
  /** Where a screen is drawn on, all that is to be said is said on it. */
  #viewer: Viewer | undefined;

  constructor(place: Place, token: string | undefined) {
    this.#place = place;
    this.#token = token;
    // Whoever has stopped listening needn't hear that it failed.
    for (const { promise } of [this.#welcome, this.#over] as const) promise.catch(() => undefined);
    this.client = connect(place.url, {
      ...(token === undefined ? {} : { token }),
      onState: (state) => this.#enter(state),
      onRefused: ({ message, of }) => {
        if (this.#viewer !== undefined && of === 'control') this.#viewer.said(message);
        else this.fail(`${place.shown} says: ${message}`);
      },
    });
  }

  /** What is on, once the server has let us in. */
  get welcome(): Promise<Welcome> {
    return this.#welcome.promise;
  }

  /** Resolves when the showing has ended. */
  get over(): Promise<undefined> {
    return this.#over.promise;
  }

  hears(viewer: Viewer): void {
    this.#viewer = viewer;
  }

  hangUp(): void {
    this.#isHungUp = true;
    this.client.close();
  }

  fail(problem: unknown): void {
    const told = typeof problem === 'string' ? new DoesNotHold([harmless(`touchline: ${problem}`)]) : problem;
    this.#viewer?.troubled(typeof problem === 'string' ? harmless(problem) : 'the showing has ended');
    this.#welcome.reject(told);
    this.#over.reject(told);
  }

  #enter(state: ConnectionState): void {
    // That it's closed then doesn't say that the showing has ended.
    if (this.#isHungUp) return;
    switch (state.state) {
      case 'connecting':
      case 'quiet':
        return;
      case 'open':
        if (this.client.welcome !== undefined) this.#welcome.resolve(this.client.welcome);
        if (this.#isAway) this.#tell('Connected again.', undefined);
        this.#isAway = false;
        return;
      case 'reconnecting':
        if (this.client.welcome === undefined) void this.#giveUp(state.reason);
        else if (!this.#isAway) {
          const why = state.reason === '' ? '' : ` (${harmless(state.reason)})`;
          const gone = `The connection to ${this.#place.shown} is gone${why}; trying again`;
          this.#tell(`${gone} until Ctrl-C.`, gone);
        }
        this.#isAway = true;
        return;
      case 'refused':
        // Whoever was never let in is being told why.
        if (this.client.welcome !== undefined) void this.#giveUp(state.reason);
        return;
      case 'closed':
        if (state.code === 1000) {
          this.#viewer?.troubled('the showing has ended');
          this.#over.resolve(undefined);
        } else this.fail(`${this.#place.shown} ended the connection: ${state.reason || `close code ${state.code}`}`);
    }
  }

  /** On standard error; on the screen what is wrong as long as it is. */
  #tell(sentence: string, trouble: string | undefined): void {
    if (this.#viewer === undefined) process.stderr.write(`${sentence}\n`);
    else this.#viewer.troubled(trouble);
  }

  async #giveUp(reason: string): Promise<void> {
    this.fail(await whyShut(this.#place, this.#token, reason));
  }
}
