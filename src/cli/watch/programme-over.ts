import type { Client, Seen } from '../../client/connect.ts';
import type { Entry } from '../../journal/entry.ts';
import type { Programme, Sight } from '../../terminal/programme.ts';
import { entryNamed } from '../drawing.ts';
import { harmless } from '../output.ts';

/** Somebody at a screen, who is told there what there is to be said of the line. */
export interface Viewer {
  readonly said: (sentence: string) => void;
  /** What is wrong; `undefined` once nothing is. */
  readonly troubled: (trouble: string | undefined) => void;
}

/** A showing of a server's: its views from the one channel, who reported what from the other. */
export const programmeOver = (client: Client, match: string): Programme & Viewer => {
  let seen: Seen | undefined;
  let trouble: string | undefined;
  let entries: Entry[] = [];
  let hear: (text: string) => void = () => undefined;
  let sight: Sight | undefined;
  let jumps = 0;
  client.follow(match, {}, (next) => {
    seen = next;
    // What was missed while the line was down comes with a snapshot.
    if (next.cause === 'seek' || next.cause === 'snapshot') jumps += 1;
    sight = undefined;
  });
  client.journal(match, {}, (told) => {
    if (told.type === 'opened') entries = [];
    else if (told.type === 'entries') entries.push(...told.entries);
    else entries = entries.slice(0, told.seq);
    sight = undefined;
  });
  const isOperator = (): boolean => client.welcome?.role === 'operator';
  return {
    latest: () => {
      if (seen !== undefined && sight === undefined) sight = sightOf(seen, entries, jumps);
      return sight;
    },
    control: (control) =>
      client.control(match, control) ? undefined : 'not connected at the moment, so nothing was asked of the server',
    steering: () => (isOperator() ? { may: true } : { may: false, why: WATCHING }),
    trouble: () => trouble,
    // The server's showing goes on without us.
    rest: () => () => undefined,
    onSaid: (tell) => {
      hear = tell;
    },
    said: (sentence) => hear(harmless(sentence)),
    troubled: (next) => {
      trouble = next;
    },
  };
};

const sightOf = ({ fixture, head, views, heardAt }: Seen, entries: readonly Entry[], jumps: number): Sight => {
  const entry = entries[head.cursor - 1];
  return {
    fixture,
    head,
    views,
    heardAt,
    jumps,
    ...(entry === undefined ? {} : { entry }),
    entryOf: (id) => entryNamed(entries, id, head.cursor),
  };
};

const WATCHING = 'watching only; --token steers';
