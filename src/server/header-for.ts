import type { RecordingHeader } from '../journal/recording.ts';
import type { Head } from '../playback/frame.ts';
import type { Role } from '../wire/message.ts';

/**
 * The header as somebody may read it. Its title and its `why` tell how the match ends, so a viewer is given them once
 * the showing has ended; an operator, who makes recordings of it, always.
 */
export const headerFor = (role: Role, header: RecordingHeader, hasEnded: boolean): RecordingHeader => {
  if (hasEnded || role === 'operator') return header;
  const { title, why, ...rest } = header;
  return rest;
};

/** Everything has been shown, and no more is awaited: a feed plays on at its last entry, a recording stops there. */
export const hasEnded = ({ cursor, entries, playing }: Pick<Head, 'cursor' | 'entries' | 'playing'>): boolean =>
  cursor === entries && !playing;
