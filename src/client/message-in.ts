import type { ServerMessage } from '../wire/message.ts';

/** What a server has said; `undefined` where it's no message, or one that lacks what whoever hears it will look into. */
export const messageIn = (data: unknown): ServerMessage | undefined => {
  try {
    const message = JSON.parse(data as string);
    return typeof message?.type === 'string' && isWhole(message) ? message : undefined;
  } catch {
    return undefined;
  }
};

// The schemas would bring their validator into the page. Throws where `entries` is no list.
const isWhole = (message: { readonly type: string; readonly [name: string]: unknown }): boolean =>
  (NEEDED.get(message.type) ?? []).every((name) => isObject(message[name])) &&
  ((message.entries ?? []) as readonly unknown[]).every(isObject);

const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['welcome', ['matches']],
  ['snapshot', ['head', 'fixture', 'views']],
  ['update', ['head', 'patch']],
  ['opened', ['header']],
  ['entries', ['entries']],
]);

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
