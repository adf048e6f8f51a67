import * as z from 'zod';
import { matchEvent } from '../match/event.ts';
import { identifier } from '../match/fixture.ts';

export const FACT_SURENESS = ['established', 'reported', 'disputed', 'reconstructed'] as const;
export const TIME_SURENESS = ['exact', 'minute', 'estimated'] as const;

const source = z.string().min(1).max(200);

/** Who reported an entry, and how sure the fact and its time are. */
export const reported = z.strictObject({
  by: z.exactOptional(z.union([source, z.array(source).max(100)])),
  fact: z.exactOptional(z.enum(FACT_SURENESS)),
  time: z.exactOptional(z.enum(TIME_SURENESS)),
  /** The source's own id for it. */
  ref: z.exactOptional(source),
  /** Where sources part. */
  note: z.exactOptional(z.string().max(1000)),
});

const recorded = {
  /** 1, 2, 3 … without a gap. */
  seq: z.int().min(1),
  /** Milliseconds of feed time since the recording's `startedAt`; it never falls. */
  offset: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  reported: z.exactOptional(reported),
};
const why = z.exactOptional(z.string().max(1000));

export const entry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), ...recorded, id: identifier, event: matchEvent }),
  z.strictObject({ kind: z.literal('amendment'), ...recorded, of: identifier, event: matchEvent, why }),
  z.strictObject({ kind: z.literal('retraction'), ...recorded, of: identifier, why }),
]);

export type EntryId = string;
export type Reported = z.infer<typeof reported>;

/** A line of the journal: an event as recorded, an amendment of an earlier entry (in full), or its retraction. */
export type Entry = z.infer<typeof entry>;

export { nameOf, subjectOf } from './naming.ts';
