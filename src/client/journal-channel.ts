import type { EntriesMessage, Opened, Rewound } from '../wire/message.ts';
import type { Channel } from './channel.ts';

/**
 * What the journal's channel tells, each entry of an epoch once and in order.
 * - `opened`: a journal that begins. Whatever was held of another epoch is void.
 * - `entries`: those that follow what was told before.
 * - `rewound`: forget what is after `seq`; it will come again.
 */
export type Told =
  | Pick<Opened, 'type' | 'match' | 'playback' | 'epoch' | 'header'>
  | Pick<EntriesMessage, 'type' | 'match' | 'playback' | 'epoch' | 'seq' | 'entries'>
  | Pick<Rewound, 'type' | 'match' | 'playback' | 'epoch' | 'seq'>;

/** How far somebody has come in a journal. */
export interface Since {
  readonly epoch: string;
  readonly seq: number;
}

/**
 * Follows the journal of one showing from where it was left, over any number of connections. What comes twice is passed
 * over; where something is missing it's asked for again.
 */
export const journalChannel = (match: string, from: Since | undefined, listener: (told: Told) => void): Channel => {
  let since = from;
  // Until the journal is opened on this connection, entries may be of a join before.
  let open = false;
  const tell = (told: Told, seq: number): void => {
    since = { epoch: told.epoch, seq };
    listener(told);
  };
  return {
    match,
    name: 'journal',
    join: () => ({ type: 'join', match, channel: 'journal', ...(since === undefined ? {} : { since }) }),
    reset: () => {
      open = false;
    },
    hear: (message) => {
      if (message.type === 'opened') {
        open = true;
        const { match, playback, epoch, seq = since?.seq ?? 0 } = message;
        if (since?.epoch !== epoch) tell(message, 0);
        else if (seq < since.seq) tell({ type: 'rewound', match, ...(playback && { playback }), epoch, seq }, seq);
        return 'in-step';
      }
      if (!open || since === undefined || !('epoch' in message) || message.epoch !== since.epoch) return 'in-step';
      const { seq } = since;
      if (message.type === 'rewound') {
        if (message.seq < seq) tell(message, message.seq);
        return 'in-step';
      }
      const entries = message.entries.filter((entry) => entry.seq > seq);
      if (entries.some((entry, index) => entry.seq !== seq + index + 1)) {
        open = false;
        return 'lost';
      }
      if (entries.length > 0) tell({ ...message, entries }, seq + entries.length);
      return 'in-step';
    },
  };
};
