import { randomBytes } from 'node:crypto';
import type { Refusal } from '../playback/replay.ts';
import { CLOSES, type Welcome, type Wish } from '../wire/message.ts';
import { unknown } from './complaint.ts';
import type { Connection } from './connection.ts';
import type { Name } from './journal-channel.ts';
import { OnAir, type Showing, type Studio } from './on-air.ts';
import { Playbacks, type PlaybacksOptions } from './playbacks.ts';
import { noSuchPlayback } from './session.ts';

export interface ProgrammeOptions extends PlaybacksOptions {
  /** Makes the ids of showings of one's own, and the keys to them. */
  readonly newSecret?: () => string;
}

/** What is on: the matches that everybody may watch, and the showings of one's own. */
export class Programme {
  readonly #studio: Studio;
  readonly #matches: ReadonlyMap<string, OnAir>;
  readonly #playbacks: Playbacks;
  readonly #newSecret: () => string;
  #isStopped = false;

  constructor(showings: readonly Showing[], studio: Studio, options: ProgrammeOptions) {
    this.#studio = studio;
    this.#playbacks = new Playbacks(options);
    this.#newSecret = options.newSecret ?? randomSecret;
    this.#matches = new Map(showings.map((showing) => [showing.id, new OnAir(showing, studio)]));
  }

  /** Those for everybody. */
  get matches(): readonly OnAir[] {
    return [...this.#matches.values()];
  }

  /** Those of somebody's own. */
  get playbacks(): readonly OnAir[] {
    return this.#playbacks.all;
  }

  get announced(): Welcome['matches'] {
    return this.matches.map(({ showing: { id, epoch, title } }) => ({ id, epoch, title }));
  }

  /** Every match has something to show, or never will. */
  get isReady(): boolean {
    return this.matches.every((onAir) => onAir.hasFailed || onAir.views.present([]) !== undefined);
  }

  /** A showing, whatever has become of it. */
  named({ match, playback }: Name): OnAir | undefined {
    const onAir = playback === undefined ? this.#matches.get(match) : this.#playbacks.find(playback);
    return onAir?.showing.id === match ? onAir : undefined;
  }

  /** A showing that can be followed, or why there is none. */
  find(name: Name): OnAir | Refusal {
    const { match, playback } = name;
    // A showing that was opened now would keep the process up after its server.
    if (this.#isStopped) return STOPPING;
    if (!this.#matches.has(match)) {
      return { code: 'unknown-match', message: unknown('match', match, [...this.#matches.keys()], 'served here') };
    }
    const onAir = this.named(name);
    if (onAir === undefined) return { code: 'unknown-playback', message: noSuchPlayback(match, playback) };
    return onAir.hasFailed ? FAILED : onAir;
  }

  /** Opens a showing of one's own. Nobody follows it yet, so it waits only for a while. */
  open(match: string, wish: Wish, owner?: Connection): { readonly onAir: OnAir; readonly key: string } | Refusal {
    const shared = this.find({ match });
    if (!(shared instanceof OnAir)) return shared;
    const none: Refusal = { code: 'no-playbacks', message: `showings of one's own aren't given of "${match}"` };
    if (!this.#playbacks.areGiven) return none;
    const message = this.#playbacks.refusal(owner);
    if (message !== undefined) return { code: 'too-many-playbacks', message };
    const showing = shared.showing.open?.(wish) ?? none;
    if ('code' in showing) return showing;
    const [id, key] = [`p${this.#newSecret()}`, this.#newSecret()];
    const onAir = new OnAir(showing, this.#studio, id);
    if (onAir.hasFailed) return FAILED;
    this.#playbacks.add(id, onAir, key, owner);
    return { onAir, key };
  }

  /** Whether it is this connection's own showing. */
  isOwn({ playback }: Name, connection: Connection): boolean {
    return playback !== undefined && this.#playbacks.ownerOf(playback) === connection;
  }

  /** What lets somebody without a connection control a showing that he asked for. */
  keyTo({ playback }: Name): string | undefined {
    return playback === undefined ? undefined : this.#playbacks.keyTo(playback);
  }

  joined(onAir: OnAir, connection: Connection): void {
    this.#playbacks.joined(onAir, connection);
  }

  left(onAir: OnAir): void {
    this.#playbacks.left(onAir);
  }

  /** A connection has gone, having followed these. */
  gone(connection: Connection, followed: Iterable<OnAir>): void {
    this.#playbacks.disown(connection);
    for (const onAir of followed) this.#playbacks.left(onAir);
  }

  remove(onAir: OnAir): void {
    this.#playbacks.remove(onAir);
  }

  stop(): void {
    this.#isStopped = true;
    for (const onAir of this.#matches.values()) onAir.stop();
    for (const onAir of this.#playbacks.all) this.#playbacks.remove(onAir);
  }
}

export const FAILED: Refusal = {
  code: 'showing-failed',
  message: 'this showing has failed, which is a mistake of ours; the other matches go on',
};

const STOPPING: Refusal = { code: 'stopping', message: CLOSES.stopping.reason };

export const noJournal = ({ match }: Name): Refusal => ({
  code: 'no-journal',
  message: `"${match}" is shown without its journal: follow its views, as they stand`,
});

/** 96 bits, which nobody guesses, of letters, digits, - and _. */
const randomSecret = (): string => randomBytes(12).toString('base64url');
