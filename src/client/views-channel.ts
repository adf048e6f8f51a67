import type { Entry } from '../journal/entry.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Cause, Head } from '../playback/frame.ts';
import type { Views } from '../projections/views.ts';
import { type Mirror, reflect, WAITING } from '../wire/mirror.ts';
import type { Channel } from './channel.ts';
import type { Millis } from './time.ts';

/** A match as it stands after a change. */
export interface Seen<Name extends keyof Views = keyof Views> {
  readonly match: string;
  /** The id of one's own showing, for others to join. */
  readonly playback?: string;
  readonly revision: number;
  readonly head: Head;
  readonly fixture: Fixture;
  /** Those that were asked for; what a change left alone is the same object as before. */
  readonly views: Pick<Views, Name>;
  /** `snapshot`: the whole of it, at first and after a reconnection. */
  readonly cause: Cause | 'snapshot';
  /** Those that led here, when the cause is play or correction; what a reconnection missed, only the journal brings. */
  readonly entries: readonly Entry[];
  /** When it came, for `watchAt`. */
  readonly heardAt: Millis;
}

/** Keeps the views of one showing in step, and asks for a snapshot where it has lost step. */
export const viewsChannel = <Name extends keyof Views>(
  match: string,
  views: readonly Name[] | undefined,
  now: () => Millis,
  listener: (seen: Seen<Name>) => void,
): Channel => {
  let mirror: Mirror = WAITING;
  return {
    match,
    name: 'views',
    join: () => ({ type: 'join', match, channel: 'views', ...(views === undefined ? {} : { views: [...views] }) }),
    reset: () => {
      mirror = WAITING;
    },
    hear: (message) => {
      if (message.type !== 'snapshot' && message.type !== 'update') return 'in-step';
      // A snapshot that was asked for as a sign of life tells nothing new.
      if (message.type === 'snapshot' && mirror.state === 'following' && message.revision === mirror.revision) {
        return 'in-step';
      }
      const before = mirror;
      mirror = reflect(before, message);
      if (mirror.state === 'lost') return before.state === 'lost' ? 'in-step' : 'lost';
      if (mirror.state === 'waiting') return 'in-step';
      const { revision, head, fixture } = mirror;
      listener({
        match,
        ...(message.playback === undefined ? {} : { playback: message.playback }),
        revision,
        head,
        fixture,
        views: mirror.views as Pick<Views, Name>,
        cause: message.type === 'update' ? message.cause : 'snapshot',
        entries: (message.type === 'update' && message.entries) || [],
        heardAt: now(),
      });
      return 'in-step';
    },
  };
};
