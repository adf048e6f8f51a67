import type { SchedulerLike, Subscription } from 'rxjs';
import type { Bounds } from './bounds.ts';
import type { Connection } from './connection.ts';
import type { Log } from './log.ts';
import type { OnAir } from './on-air.ts';

export interface PlaybacksOptions {
  readonly bounds: Bounds;
  readonly scheduler: SchedulerLike;
  readonly log: Log;
}

/**
 * Showings of one's own. Each has an id that others may join by, and somebody who may control it; it ends when nobody
 * has followed it for a while.
 */
export class Playbacks {
  readonly #bounds: Bounds;
  readonly #scheduler: SchedulerLike;
  readonly #log: Log;
  readonly #byId = new Map<string, Playback>();

  constructor({ bounds, scheduler, log }: PlaybacksOptions) {
    this.#bounds = bounds;
    this.#scheduler = scheduler;
    this.#log = log;
  }

  get all(): readonly OnAir[] {
    return [...this.#byId.values()].map(({ onAir }) => onAir);
  }

  find(id: string): OnAir | undefined {
    return this.#byId.get(id)?.onAir;
  }

  ownerOf(id: string): Connection | undefined {
    return this.#byId.get(id)?.owner;
  }

  keyTo(id: string): string | undefined {
    return this.#byId.get(id)?.key;
  }

  get areGiven(): boolean {
    return this.#bounds.playbacksMax > 0 && this.#bounds.playbacksPerClientMax > 0;
  }

  /** Why somebody can't have one more, in a sentence. */
  refusal(owner: Connection | undefined): string | undefined {
    const { playbacksMax, playbacksPerClientMax } = this.#bounds;
    if (this.#byId.size >= playbacksMax) {
      return `${this.#byId.size} showings of somebody's own are on, which is all that this server gives; try again later`;
    }
    const own = owner?.owns.length ?? 0;
    return own < playbacksPerClientMax ? undefined : `you have ${own} showings of your own; leave one of them first`;
  }

  add(id: string, onAir: OnAir, key: string, owner: Connection | undefined): void {
    this.#byId.set(id, { onAir, key, owner, end: undefined });
    this.#log.info(onAir.name, 'playback opened');
    if (owner !== undefined) owner.owns = [...owner.owns, onAir];
    this.left(onAir);
  }

  /** Somebody has come to it. Whoever comes back to an empty one has it, since a connection may have broken. */
  joined(onAir: OnAir, connection: Connection): void {
    const playback = this.#of(onAir);
    if (playback === undefined) return;
    playback.end?.unsubscribe();
    playback.end = undefined;
    if (playback.owner !== undefined || onAir.followers.length > 1) return;
    playback.owner = connection;
    connection.owns = [...connection.owns, onAir];
  }

  /** Somebody may have left it; the last one leaves it to end, after a while. */
  left(onAir: OnAir): void {
    const playback = this.#of(onAir);
    if (playback === undefined || onAir.followers.length > 0) return;
    playback.end?.unsubscribe();
    playback.end = this.#scheduler.schedule(() => this.remove(onAir), this.#bounds.playbackGraceMs);
  }

  /** A connection has gone, and with it whoever had asked. */
  disown(connection: Connection): void {
    for (const onAir of connection.owns) {
      const playback = this.#of(onAir);
      if (playback !== undefined) playback.owner = undefined;
    }
    connection.owns = [];
  }

  remove(onAir: OnAir): void {
    const playback = this.#of(onAir);
    if (playback === undefined) return;
    this.#byId.delete(onAir.playback ?? '');
    playback.end?.unsubscribe();
    const { owner } = playback;
    if (owner !== undefined) owner.owns = owner.owns.filter((own) => own !== onAir);
    onAir.stop();
    this.#log.info(onAir.name, 'playback ended');
  }

  #of({ playback }: OnAir): Playback | undefined {
    return playback === undefined ? undefined : this.#byId.get(playback);
  }
}

interface Playback {
  readonly onAir: OnAir;
  /** Lets those control it who asked over HTTP, and have no connection. */
  readonly key: string;
  /** Who may control it, operators apart. */
  owner: Connection | undefined;
  /** When nobody follows it. */
  end: Subscription | undefined;
}
