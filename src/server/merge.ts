import type { Cause, Shown } from '../playback/frame.ts';

/** What was shown between two ticks, as one: the latest frame, and every entry that was passed. */
export const merge = (a: Shown, b: Shown): Shown => ({
  frame: b.frame,
  cause: causeOf(a, b),
  entries: [...a.entries, ...b.entries],
});

/**
 * A seek outweighs all: the entries around it don't lead to the frame. Otherwise entries outweigh a control, so that
 * none is lost when somebody pauses in the tick of a goal; the head tells of the pause.
 */
const causeOf = (a: Shown, b: Shown): Cause => {
  const has = (cause: Cause): boolean => a.cause === cause || b.cause === cause;
  if (has('seek')) return 'seek';
  if (a.entries.length + b.entries.length > 0) return has('correction') ? 'correction' : 'play';
  return has('control') ? 'control' : b.cause;
};
