import type { Side } from '../match/fixture.ts';
import type { Half, Millis } from '../match/time.ts';

/** Something that is to happen in a half; how it's told is its scene's matter. */
export type Incident = Planned &
  (
    | { readonly kind: 'goal' | 'own-goal' | 'disallowed' | 'withdrawn-penalty' | 'upheld' }
    /** One that is taken again happens, as far as `at` goes, when the referee says so: the last kick follows. */
    | { readonly kind: 'penalty'; readonly scored: boolean; readonly reviewed: boolean; readonly retaken?: boolean }
    /** The goalkeeper's, or somebody else's. */
    | { readonly kind: 'red'; readonly reviewed: boolean; readonly goalkeeper?: boolean }
    /** Cautions of a pair are one person's. */
    | { readonly kind: 'caution'; readonly pair?: string }
    | { readonly kind: 'second-yellow'; readonly pair: string }
    | { readonly kind: 'substitution'; readonly changes: number }
    /** He has to go off, or (`aside`) is treated beside the pitch; else that is decided when it happens. */
    | { readonly kind: 'injury'; readonly change: boolean; readonly aside?: true }
    | { readonly kind: 'concussion' }
    | { readonly kind: 'shot' | 'corner' | 'foul' | 'offside' | 'throw-in' | 'staff-caution' }
    | { readonly kind: 'added-time'; readonly minutes: number }
  );

interface Planned {
  /** When, on the half's watch, what matters of it is to happen: the goal, the card, the kick, the verdict. */
  readonly at: Millis;
  /** Whose: the side that acts or is carded; for a review the side whose goal or appeal it is. */
  readonly side: Side;
  /** Not left out, however little time there is. */
  readonly kept?: true;
}

export interface InHalf {
  readonly half: Half;
  readonly incident: Incident;
}

export interface HalfPlan {
  readonly half: Half;
  /** In the order in which they are to begin. */
  readonly incidents: readonly Incident[];
  /** When the whistle goes, unless something takes longer. */
  readonly whistle: Millis;
}

/** What comes before the moment that matters, as long as there is time: a foul, an award, a check. */
export const leadOf = (incident: Incident): Millis => {
  switch (incident.kind) {
    case 'penalty':
      return (incident.reviewed ? 240_000 : 100_000) + (incident.retaken === true ? 60_000 : 0);
    case 'injury':
      return incident.aside === true ? 90_000 : 0;
    case 'concussion':
      return 130_000;
    case 'disallowed':
      return 110_000;
    case 'withdrawn-penalty':
    case 'upheld':
      return 170_000;
    case 'red':
      return incident.reviewed ? 170_000 : 25_000;
    case 'caution':
    case 'second-yellow':
      return 20_000;
    default:
      return 0;
  }
};

export const opposite = (side: Side): Side => (side === 'home' ? 'away' : 'home');
