import { stringify } from 'yaml';

/** A scenario to start from. */
export interface Starter {
  /** The file's name without folder and ending. */
  readonly name: string;
  readonly text: string;
}

export const TITLE_LENGTH_MAX = 400;

/** A commented scenario of that title, which passes; `undefined` where no file can be named after the title. */
export const starter = (title: string): Starter | undefined => {
  const line = title.replace(/\s+/g, ' ').trim();
  const name = slugOf(line);
  return name === '' || line.length > TITLE_LENGTH_MAX ? undefined : { name, text: textOf(line) };
};

const NAME_LENGTH_MAX = 60;

/** `A winner in the 8th added minute` → `a-winner-in-the-8th-added-minute`; Latin accents fall. */
const slugOf = (title: string): string =>
  cutAtWord(
    title
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .replace(/['’]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  );

/** A word that is longer than the whole name is cut all the same. */
const cutAtWord = (slug: string): string => {
  if (slug.length <= NAME_LENGTH_MAX) return slug;
  const end = slug.lastIndexOf('-', NAME_LENGTH_MAX);
  return slug.slice(0, end === -1 ? NAME_LENGTH_MAX : end);
};

const textOf = (title: string): string => `${stringify({ title }, { lineWidth: 0 }).trimEnd()}
why: What it proves, in a sentence; shown where it fails.
# law: [Law 11, VAR protocol]                    # where the rule stands
tags: [draft]                                    # touchline test --filter tag:draft
# regulations: uefa-champions-league-2025-26     # or { base: …, awayGoals: true } to change single fields
# fixture: { legs: 2 }                           # or clubs, squads, dates; a path shares one with other files

# Unless told otherwise there are two clubs, home and away, each with 1–11 on the pitch (1 in goal) and 12–23 on the
# bench. \`at\` is the running clock: "1H 12:30", "2H 97:53", 57'. The key of a line is what happened.
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 23:10", goal: { by: away 9, assist: away 10 }, id: g1 }

  # What must hold at this point: as much of the views as matters, null for what mustn't be there.
  - expect:
      scoreboard: { home: { score: 0 }, away: { score: 1 } }
      timeline: { g1: { label: "24'", person: away-9 } }

  # Lines name one another by id. A review takes the goal back; it stays in the journal, and counts no more.
  - { at: "1H 23:40", var-check: { of: g1, category: goal, for: offside }, id: r1 }
  - expect: { scoreboard: { away: { score: 1 } }, var: { status: checking } }
  - { at: "1H 25:05", var-decision: { of: r1, outcome: overturned, reason: offside } }
  - expect: { scoreboard: { away: { score: 0 } }, var: { status: idle } }

  # A feed may be wrong, and put it right later: here forty seconds after the card was shown.
  - { at: "1H 31:00", caution: { person: home 4, reason: foul }, id: c1 }
  - { amend: { of: c1, caution: { person: home 5, reason: foul } }, received: +40s }
  - expect: { cards: { people: { home-4: null, home-5: { yellows: ["32'"] } } } }

  - { at: "1H 46:00", half-time: true }
  - expect: { clock: { period: HT }, scoreboard: { halfTime: { home: 0, away: 0 } } }

# What accounts say of the match, and whether the log bears them out.
claims:
  - { by: late desk, says: { scoreboard: { away: { score: 1 } } }, at: half-time, verdict: contradicted }
`;
