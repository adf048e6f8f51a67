import type { Join, Leave, Refused } from '../wire/message.ts';
import type { Channel, ChannelMessage } from './channel.ts';

/** What is asked for of a match: its public showing, the id of another, or a new one that is one's own. */
export type Wanted = Join['playback'] | undefined;

/** A channel, and the showing that it's of. A new showing has its id from its first message on. */
export class Seat {
  readonly channel: Channel;
  /** It was joined, and that hasn't been answered yet. */
  isAwaited = false;
  left = false;
  readonly #wanted: Wanted;
  #playback: string | undefined;

  constructor(channel: Channel, wanted: Wanted) {
    this.channel = channel;
    this.#wanted = wanted;
    this.#playback = typeof wanted === 'string' ? wanted : undefined;
  }

  get awaitsId(): boolean {
    return typeof this.#wanted === 'object' && this.#playback === undefined;
  }

  get join(): Join {
    const playback = this.#playback ?? this.#wanted;
    return { ...this.channel.join(), ...(playback !== undefined && { playback }) };
  }

  get leave(): Leave {
    const { match } = this.channel;
    return { type: 'leave', match, ...(this.#playback !== undefined && { playback: this.#playback }) };
  }

  isOf({ match, playback }: Pick<Leave, 'match' | 'playback'>): boolean {
    return this.channel.match === match && this.#playback === playback && !this.awaitsId;
  }

  /** Whether this is the first message of the new showing that was asked for. */
  claims({ match, playback }: ChannelMessage): boolean {
    if (!this.awaitsId || playback === undefined || match !== this.channel.match) return false;
    this.#playback = playback;
    return true;
  }

  isRefused({ match, playback }: Refused): boolean {
    return match !== undefined && this.isOf({ match, ...(playback !== undefined && { playback }) });
  }

  /** A showing that was asked for ends with its server, and then another is as good. False where it was another's. */
  losesShowing(): boolean {
    if (typeof this.#wanted !== 'object') return false;
    this.#playback = undefined;
    this.channel.reset();
    return true;
  }
}
