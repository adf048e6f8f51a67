import type { VarCategory } from '../event.ts';
import type { RegulationsChoice } from '../fixture.ts';
import { DOMESTIC_CUP, DOMESTIC_CUP_REPLAY, DOMESTIC_LEAGUE } from './domestic.ts';
import {
  EURO,
  EURO_1968,
  EURO_1968_FINAL,
  EURO_1996,
  EURO_2004,
  EURO_GROUP,
  WORLD_CUP,
  WORLD_CUP_1998,
  WORLD_CUP_2018,
  WORLD_CUP_GROUP,
} from './nations.ts';
import {
  UEFA_2015_16,
  UEFA_2018_19,
  UEFA_2019_20,
  UEFA_2020_21,
  UEFA_2021_22,
  UEFA_2024_25,
  UEFA_2025_26,
  UEFA_2026_27,
  UEFA_CONFERENCE_2025_26,
  UEFA_EUROPA_2025_26,
  UEFA_LEAGUE_PHASE,
  UEFA_LEAGUE_PHASE_2026_27,
} from './uefa.ts';

/** A competition's and a season's rules as data. How many legs a tie has, the fixture alone says. */
export interface Regulations {
  readonly name: string;
  /** The edition of the Laws of the Game: `2025/26`. */
  readonly laws: string;
  /** What happens when the tie is level after normal time. */
  readonly extraTime: 'full' | 'golden' | 'silver' | 'none';
  /** What happens when it is level after that. */
  readonly ifLevel: 'shoot-out' | 'draw' | 'replay' | 'lots';
  readonly awayGoals: boolean;
  /** Absent: as `awayGoals`. */
  readonly awayGoalsInET?: boolean;
  readonly substitutions: {
    readonly normal: number;
    /** Stoppages in which a side may change, intervals apart. */
    readonly windows?: number;
    readonly extraTime: number;
    readonly extraTimeWindows: number;
    readonly concussion: number;
  };
  readonly bench: number;
  readonly var: { readonly enabled: boolean; readonly categories: readonly VarCategory[] };
  readonly minPlayers: number;
  readonly shootOut: {
    /** Cautions shown during the kicks join those of the match (to 2019/20). */
    readonly carryCautions: boolean;
    readonly order: 'ABAB' | 'ABBA';
    readonly equateDuring: boolean;
    readonly kicks: number;
  };
  readonly penalties: {
    readonly encroachment: 'impact' | 'any';
    readonly goalkeeperOffLine: '2020' | '2016';
    readonly doubleTouch: 'retake-if-scored' | 'offence';
  };
  readonly staffCards: boolean;
  /** Goals for the innocent side of a match that is awarded. */
  readonly forfeit: number;
}

/** Every set that can be named, in `touchline` and in a scenario. */
export const REGULATIONS: Readonly<Record<string, Regulations>> = {
  'uefa-champions-league-2025-26': UEFA_2025_26,
  'uefa-champions-league-2025-26-league-phase': UEFA_LEAGUE_PHASE,
  'uefa-europa-league-2025-26': UEFA_EUROPA_2025_26,
  'uefa-conference-league-2025-26': UEFA_CONFERENCE_2025_26,
  'uefa-champions-league-2026-27': UEFA_2026_27,
  'uefa-champions-league-2026-27-league-phase': UEFA_LEAGUE_PHASE_2026_27,
  'uefa-champions-league-2024-25': UEFA_2024_25,
  'uefa-champions-league-2021-22': UEFA_2021_22,
  'uefa-champions-league-2020-21': UEFA_2020_21,
  'uefa-champions-league-2019-20': UEFA_2019_20,
  'uefa-champions-league-2018-19': UEFA_2018_19,
  'uefa-champions-league-2015-16': UEFA_2015_16,
  'fifa-world-cup': WORLD_CUP,
  'fifa-world-cup-group': WORLD_CUP_GROUP,
  'fifa-world-cup-2018': WORLD_CUP_2018,
  'fifa-world-cup-1998': WORLD_CUP_1998,
  'uefa-euro': EURO,
  'uefa-euro-group': EURO_GROUP,
  'uefa-euro-2004': EURO_2004,
  'uefa-euro-1996': EURO_1996,
  'uefa-euro-1968': EURO_1968,
  'uefa-euro-1968-final': EURO_1968_FINAL,
  'domestic-league': DOMESTIC_LEAGUE,
  'domestic-cup': DOMESTIC_CUP,
  'domestic-cup-replay': DOMESTIC_CUP_REPLAY,
};
export const DEFAULT_REGULATIONS = 'uefa-champions-league-2025-26';

/**
 * The regulations of that name, or the base with the fields that differ. Names that nobody knows are refused where a
 * file is read; here they fall back to the default, since a fold never throws.
 */
export const regulationsOf = (choice: RegulationsChoice | undefined): Regulations => {
  const fallback = UEFA_2025_26;
  if (choice === undefined) return fallback;
  if (typeof choice === 'string') return REGULATIONS[choice] ?? fallback;
  const { base, ...differing } = choice;
  return merge(REGULATIONS[base ?? DEFAULT_REGULATIONS] ?? fallback, differing);
};

/** Groups (substitutions, var …) are merged field by field, everything else is replaced. */
const merge = <T extends object>(base: T, differing: Readonly<Record<string, unknown>>): T => {
  const merged = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(differing)) {
    const old = merged[key];
    merged[key] = isGroup(old) && isGroup(value) ? merge(old, value) : value;
  }
  return merged as T;
};

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
