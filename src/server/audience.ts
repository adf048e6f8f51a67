import type { Frame, Head } from '../playback/frame.ts';
import type { ViewName } from '../projections/views.ts';
import type { Update } from '../wire/message.ts';
import { diff, type Json } from '../wire/patch.ts';
import type { Connection } from './connection.ts';

/** Everybody who asked for the same set of views of one showing. */
export interface Audience {
  readonly views: readonly ViewName[];
  readonly connections: Set<Connection>;
  /** Names one content of this set, and never goes back. */
  revision: number;
  /** The set's views as JSON, kept while they last: many may join between two updates. */
  json: string | undefined;
}

/** What changed from one frame to the next, for any set of views. */
export const changesBetween = (before: Frame, after: Frame): ((views: readonly ViewName[]) => Update['patch']) => {
  const changes = new Map<ViewName, Json | undefined>();
  // Sets overlap, so each view is compared once, and only when somebody's set holds it.
  const changeOf = (name: ViewName): Json | undefined => {
    if (!changes.has(name)) changes.set(name, diff({ [name]: before.views[name] }, { [name]: after.views[name] }));
    return changes.get(name);
  };
  return (views) => Object.assign({}, ...views.map(changeOf));
};

/** Time runs on by itself at the other end, so it alone is no news, unless a seek has moved it. */
export const isSameButForTime = (a: Head, b: Head): boolean => diff(timeless(a), timeless(b)) === undefined;

const timeless = ({ position, at, watch, ...rest }: Head): Omit<Head, 'position' | 'at' | 'watch'> => rest;

export const jsonOf = (audience: Audience, { views }: Frame): string => {
  audience.json ??= JSON.stringify(selected(audience.views, views));
  return audience.json;
};

export const selected = (names: readonly ViewName[], views: Frame['views']): Partial<Frame['views']> =>
  Object.fromEntries(names.filter((name) => views[name] !== undefined).map((name) => [name, views[name]]));
