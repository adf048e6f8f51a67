import * as z from 'zod';

const text = z.string().min(1).max(400);

/** A key that views are keyed by: it must not look like a number, or clients would reorder it. */
export const identifier = z
  .string()
  .max(80)
  .regex(/^[\p{L}_][\p{L}\p{N}_.:-]*$/u, 'an id begins with a letter and holds letters, digits and . : _ -')
  // Views are objects keyed by id: `constructor` would be there before anybody put it.
  .refine(
    (id) => !(id in Object.prototype),
    'this word is taken: each JavaScript object has it already; use another id',
  );

/** A club's short code, as on a scoreboard: `ATA`. */
export const clubCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,4}$/, 'a club code is two to five capital letters or digits, like ATA');

export const person = z.strictObject({
  /** Full name, told at the first mention. */
  name: text,
  /** What the person is called after that; the last word of `name` where absent. */
  known: text.exactOptional(),
  role: z.enum(['footballer', 'staff']).exactOptional(),
  shirt: z.int().min(0).max(999).exactOptional(),
  /** `GK`, `DF`, `WB`, `MF`, `AM`, `FW` …; for staff `head-coach`, `coach` … */
  position: text.exactOptional(),
  /** Where a fact about the person comes from, when it isn't plain. */
  note: text.exactOptional(),
  /** The id that the feed's provider has for the person. */
  ref: text.exactOptional(),
});

export const club = z.strictObject({
  name: text,
  /** The name used in commentary: `Dortmund` for Borussia Dortmund. */
  short: text.exactOptional(),
  colours: z.strictObject({ main: text, text: text.exactOptional() }).exactOptional(),
  /** The id that the feed's provider has for the club. */
  ref: text.exactOptional(),
  people: z.record(identifier, person),
});

export const teamSheet = z.strictObject({
  starting: z.array(identifier).max(11),
  bench: z.array(identifier).max(30).exactOptional(),
  formation: z
    .string()
    .regex(/^\d(-\d){1,5}$/, 'a formation reads like 3-4-2-1')
    .exactOptional(),
  goalkeeper: identifier.exactOptional(),
  captain: identifier.exactOptional(),
  /** False where the source's list of substitutes is known to be incomplete. */
  complete: z.boolean().exactOptional(),
});

export const officials = z.strictObject({
  referee: text.exactOptional(),
  assistants: z.array(text).exactOptional(),
  fourth: text.exactOptional(),
  var: text.exactOptional(),
  avar: text.exactOptional(),
});

export const leg = z.strictObject({
  home: clubCode,
  away: clubCode,
  /** ISO 8601 with an offset. */
  kickOff: z.iso.datetime({ offset: true, local: true }).exactOptional(),
  venue: text.exactOptional(),
  neutral: z.boolean().exactOptional(),
  officials: officials.exactOptional(),
  attendance: z.int().min(0).exactOptional(),
  /** Team sheets known from the start; a `line-ups` event replaces them. */
  teams: z.record(clubCode, teamSheet).exactOptional(),
});

export const regulationsChoice = z.union([text, z.looseObject({ base: text.exactOptional() })]);

export const fixture = z.strictObject({
  title: text.exactOptional(),
  competition: text.exactOptional(),
  round: text.exactOptional(),
  season: text.exactOptional(),
  /** What the winner meets next, as a line for people. */
  next: text.exactOptional(),
  /** The name of a set of regulations, or one to start from and the fields that differ. */
  regulations: regulationsChoice.exactOptional(),
  clubs: z.record(clubCode, club),
  legs: z.array(leg).min(1).max(2),
});

export type PersonId = string;
export type ClubCode = string;
export type Side = 'home' | 'away';
export type Person = z.infer<typeof person>;
export type Club = z.infer<typeof club>;
export type TeamSheet = z.infer<typeof teamSheet>;
export type Officials = z.infer<typeof officials>;
export type Leg = z.infer<typeof leg>;
export type RegulationsChoice = z.infer<typeof regulationsChoice>;

/** Who plays whom, when, under which competition's regulations; both legs, squads, staff and officials. */
export type Fixture = z.infer<typeof fixture>;
