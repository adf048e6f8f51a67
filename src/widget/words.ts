import type { VarCategory } from '../match/event.ts';
import type { ReviewView } from '../projections/views.ts';

/** Everything that the widget says and `faces/words.ts` doesn't, in one place for other languages. */
export const WORDS = {
  category: {
    goal: 'goal',
    penalty: 'penalty',
    'direct-red': 'red card',
    'mistaken-identity': 'mistaken identity',
    'second-yellow': 'second yellow',
    'wrong-team': 'card for the wrong team',
    corner: 'corner',
  } satisfies Record<VarCategory, string>,
  checking: (what: string): string => `VAR is checking: ${what}`,
  reviewing: (what: string, onField: boolean): string =>
    onField ? `VAR: the referee is at the monitor (${what})` : `VAR review: ${what}`,
  unavailable: 'VAR is not available',
  became: (from: string, to: string): string => `VAR: ${from} becomes ${to}`,
  verdict: {
    confirmed: (what) => `VAR: ${what} checked, nothing changes`,
    upheld: (what) => `VAR: the decision stands (${what})`,
    overturned: (what) => `VAR: decision overturned (${what})`,
    amended: (what) => `VAR: decision changed (${what})`,
    unknown: (what) => `VAR: review over (${what})`,
  } satisfies Record<NonNullable<ReviewView['outcome']>, (what: string) => string>,
  aggregate: (home: number, away: number): string => `Aggregate ${home}–${away}`,
  through: (club: string): string => `${club} go through`,
  throughAsItStands: (club: string) => `${club} go through as it stands`,
  ahead: (club: string): string => `${club} ahead`,
  level: 'level',
  shootout: (home: number, away: number): string => `Penalties ${home}–${away}`,
  score: (home: string, homeScore: number, away: string, awayScore: number): string =>
    `${home} ${homeScore}, ${away} ${awayScore}`,
  against: (home: string, away: string): string => `${home} against ${away}`,
  connecting: 'Connecting …',
  reconnecting: 'Connection lost. Trying again …',
  quiet: 'Nothing heard for a while; asking the server',
  lost: (seconds: number): string => `Connection lost. Trying again in ${seconds} s`,
  notReached: (seconds: number): string =>
    `The server can’t be reached, or doesn’t let this page in. Trying again in ${seconds} s`,
  refused: (reason: string): string => `Not let in: ${reason}`,
  closed: (reason: string): string => `The connection was closed: ${reason}`,
  ended: 'The showing has ended',
  noMatch: 'Say which match: match="…"',
  noSource: 'Say where it is shown: src="ws://…"',
  wrongSource: (src: string): string => `"${src}" is no address of a WebSocket; one reads like ws://127.0.0.1:8484/`,
} as const;
