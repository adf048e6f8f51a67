import type { Fixture } from '../match/fixture.ts';
import type { Head } from '../playback/frame.ts';
import type { Views } from '../projections/views.ts';
import type { Snapshot, Update } from './message.ts';
import { apply } from './patch.ts';

/**
 * The client's half: one match as one connection has been told it.
 * - `waiting`: for the first snapshot; updates before it mean nothing.
 * - `following`: in step with the server.
 * - `lost`: an update is missing, so what is held is out of date. Join again; the snapshot mends it.
 */
export type Mirror =
  | { readonly state: 'waiting' }
  | ({ readonly state: 'following' } & Reflection)
  | ({ readonly state: 'lost' } & Reflection);

export interface Reflection {
  /** Of the last message that fitted. */
  readonly revision: number;
  readonly head: Head;
  readonly fixture: Fixture;
  /** The views that were asked for, those apart that are absent. */
  readonly views: Partial<Views>;
}

export const WAITING: Mirror = { state: 'waiting' };

/**
 * The mirror after a message about its match. A snapshot always fits; an update only when its revision is the next one.
 * Views that an update leaves alone keep their reference.
 */
export const reflect = (mirror: Mirror, message: Snapshot | Update): Mirror => {
  const { revision, head } = message;
  if (message.type === 'snapshot') {
    return { state: 'following', revision, head, fixture: message.fixture, views: message.views };
  }
  if (mirror.state !== 'following') return mirror;
  if (revision !== mirror.revision + 1) return { ...mirror, state: 'lost' };
  return { ...mirror, revision, head, views: apply(mirror.views, message.patch) };
};
