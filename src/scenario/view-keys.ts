import type { Views } from '../projections/views.ts';

/** Which keys a part of the views may have: of an object its own, of one that is keyed by ids those of each item. */
export type Keys = { readonly keys: Readonly<Record<string, Keys>> } | { readonly each: Keys } | true;

/** The keys of a type, each of them, so that the compiler points here when a view gains one. */
type KeysOf<Part> = Part extends readonly unknown[] | string | number | boolean
  ? true
  : string extends keyof Part
    ? { readonly each: KeysOf<Part[keyof Part]> }
    : { readonly keys: { readonly [Key in keyof Part]-?: KeysOf<NonNullable<Part[Key]>> } };

const time = { keys: { leg: true, period: true, elapsed: true, order: true } } as const;
const score = { keys: { home: true, away: true } } as const;
const side = { keys: { club: true, name: true, score: true } } as const;
const numbers = { each: true } as const;
const people = {
  each: {
    keys: {
      name: true,
      shirt: true,
      position: true,
      on: true,
      offAt: true,
      offFor: true,
      replacedBy: true,
      replaced: true,
      order: true,
    },
  },
} as const;

/** The keys of the views; a slip in an expectation would else go unseen where it expects nothing. */
export const VIEW_KEYS: KeysOf<Views> = {
  keys: {
    clock: {
      keys: {
        leg: true,
        period: true,
        elapsed: true,
        label: true,
        running: true,
        addedTime: true,
        status: true,
        restart: { keys: { kind: true, club: true } },
      },
    },
    scoreboard: {
      keys: { home: side, away: side, halfTime: score, normalTime: score, extraTime: score, shootout: score },
    },
    aggregate: {
      keys: {
        score: numbers,
        legs: { each: { keys: { home: true, away: true, score: numbers, played: numbers } } },
        level: true,
        leader: true,
        advancing: true,
        by: true,
        needs: true,
        asItStands: { keys: { advancing: true, by: true, needs: true } },
      },
    },
    cards: {
      keys: {
        people: {
          each: {
            keys: {
              club: true,
              name: true,
              role: true,
              yellows: true,
              shootoutYellows: true,
              sentOff: { keys: { by: true, label: true, rescinded: true } },
            },
          },
        },
        totals: { each: { keys: { yellow: true, secondYellow: true, red: true } } },
      },
    },
    var: {
      keys: {
        status: true,
        reviews: {
          each: {
            keys: {
              order: true,
              category: true,
              kind: true,
              outcome: true,
              for: true,
              from: true,
              to: true,
              decision: true,
              replacedBy: true,
              openedAt: true,
              closedAt: true,
            },
          },
        },
      },
    },
    lineups: {
      each: {
        keys: {
          count: true,
          formation: true,
          captain: true,
          goalkeeper: true,
          substitutions: { keys: { used: true, left: true, windowsLeft: true } },
          onPitch: people,
          bench: people,
          off: people,
          staff: people,
        },
      },
    },
    shootout: {
      keys: {
        first: true,
        score: numbers,
        kicks: { each: { keys: { order: true, club: true, by: true, number: true, outcome: true, superseded: true } } },
        winner: true,
      },
    },
    stats: { each: { keys: { counted: numbers, reported: numbers } } },
    timeline: {
      each: {
        keys: {
          order: true,
          at: time,
          label: true,
          kind: true,
          club: true,
          person: true,
          other: true,
          score,
          key: true,
          own: true,
          outcome: true,
          reason: true,
          text: true,
          minutes: true,
          of: true,
          supersededBy: true,
          retractedBy: true,
          corrected: {
            keys: { by: true, was: { keys: { label: true, kind: true, club: true, person: true } } },
          },
          status: true,
          received: true,
          irregular: { keys: { code: true, law: true } },
        },
      },
    },
    commentary: {
      each: {
        keys: {
          order: true,
          leg: true,
          entry: true,
          label: true,
          text: true,
          importance: true,
          supersededBy: true,
          retractedBy: true,
          correctedBy: true,
          received: true,
        },
      },
    },
    result: { keys: { status: true, winner: true, level: true, by: true, score } },
  },
};
