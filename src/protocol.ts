/**
 * `touchline/protocol`: the zod schemas of all that goes over the wire and of what it carries, and the types inferred
 * from them. Beside them are the names of the views and the codes with which a connection ends.
 */
export * from './journal/entry.ts';
export {
  FORMAT,
  type Recording,
  type RecordingHeader,
  recordingHeader,
  VERSION,
} from './journal/recording.ts';
export { type EventType, type MatchEvent, matchEvent, matchTime } from './match/event.ts';
export { type Fixture, fixture } from './match/fixture.ts';
export type { Cause, Head } from './playback/frame.ts';
export * from './projections/views.ts';
export * from './wire/message.ts';
export { apply, diff, type Json } from './wire/patch.ts';
