import type { VarCategory } from '../match/event.ts';
import type { ClubCode, PersonId } from '../match/fixture.ts';
import type { Means, Need, Score } from '../match/laws/tie.ts';
import type { MatchTime, Millis, Period } from '../match/time.ts';

/**
 * What can be seen. Plain JSON without `null`: absent means none. Whatever grows or changes one by one is an object
 * keyed by id, so that a JSON Merge Patch stays small; items that have an order carry `order`.
 */
export interface Views {
  readonly clock: ClockView;
  readonly scoreboard: ScoreboardView;
  /** Absent outside a tie of two legs. */
  readonly aggregate?: AggregateView;
  readonly cards: CardsView;
  readonly var: VarView;
  readonly lineups: LineupsView;
  /** Absent until there is one. */
  readonly shootout?: ShootoutView;
  readonly stats: StatsView;
  readonly timeline: TimelineView;
  readonly commentary: CommentaryView;
  readonly result: ResultView;
}

export const VIEW_NAMES = [
  'clock',
  'scoreboard',
  'aggregate',
  'cards',
  'var',
  'lineups',
  'shootout',
  'stats',
  'timeline',
  'commentary',
  'result',
] as const satisfies readonly (keyof Views)[];
export type ViewName = (typeof VIEW_NAMES)[number];

/** The views that fold the believed match; `timeline` and `commentary` fold the record, entry by entry. */
export type MatchViews = Omit<Views, 'timeline' | 'commentary'>;
export type RecordViews = Pick<Views, 'timeline' | 'commentary'>;

export interface ClockView {
  readonly leg: number;
  readonly period: Period;
  /** Of the watch, in its period; in an interval those of the whistle. */
  readonly elapsed: Millis;
  readonly label: string;
  readonly running: boolean;
  /** Announced, in minutes. */
  readonly addedTime?: number;
  readonly status?: 'delayed' | 'suspended' | 'abandoned' | 'postponed' | 'cancelled';
  /** The restart that is owed. */
  readonly restart?: { readonly kind: RestartKind; readonly club?: ClubCode };
}

export type RestartKind = 'kick-off' | 'corner' | 'free-kick' | 'penalty' | 'throw-in' | 'goal-kick' | 'dropped-ball';

export interface ScoreboardView {
  readonly home: ScoreboardSide;
  readonly away: ScoreboardSide;
  readonly halfTime?: Score;
  readonly normalTime?: Score;
  /** Goals of extra time alone. */
  readonly extraTime?: Score;
  readonly shootout?: Score;
}

export interface ScoreboardSide {
  readonly club: ClubCode;
  readonly name: string;
  readonly score: number;
}

export interface AggregateView {
  readonly score: Readonly<Record<ClubCode, number>>;
  /** Keyed `leg1`, `leg2`. */
  readonly legs: Readonly<Record<string, AggregateLeg>>;
  readonly level: boolean;
  readonly leader?: ClubCode;
  readonly advancing?: ClubCode;
  readonly by?: Means;
  readonly needs?: Need;
  /** In the last leg while nothing is decided: what would be if it ended now. */
  readonly asItStands?: { readonly advancing?: ClubCode; readonly by?: Means; readonly needs?: Need };
}

export interface AggregateLeg {
  readonly home: ClubCode;
  readonly away: ClubCode;
  readonly score: Readonly<Record<ClubCode, number>>;
  /** What was played, where a ruling awarded another result. */
  readonly played?: Readonly<Record<ClubCode, number>>;
}

export type Capacity = 'player' | 'substitute' | 'substituted' | 'staff';

export interface CardsView {
  readonly people: Readonly<Record<PersonId, PersonCards>>;
  readonly totals: Readonly<Record<ClubCode, CardTotals>>;
}

export interface PersonCards {
  readonly club: ClubCode;
  readonly name: string;
  /** The capacity in which the last card was shown. */
  readonly role: Capacity;
  readonly yellows: readonly string[];
  /** Shown during kicks from the penalty mark: a ledger of their own (Law 10.3). */
  readonly shootoutYellows?: readonly string[];
  readonly sentOff?: {
    readonly by: 'second-yellow' | 'straight-red';
    readonly label: string;
    readonly rescinded?: true;
  };
}

export interface CardTotals {
  readonly yellow?: number;
  readonly secondYellow?: number;
  readonly red?: number;
}

export interface VarView {
  readonly status: 'idle' | 'checking' | 'reviewing' | 'unavailable';
  readonly reviews: Readonly<Record<string, ReviewView>>;
}

export interface ReviewView {
  readonly order: number;
  readonly category: VarCategory;
  readonly kind: 'check' | 'var-only' | 'on-field';
  readonly outcome?: 'confirmed' | 'upheld' | 'overturned' | 'amended' | 'unknown';
  readonly for?: string;
  readonly from?: string;
  readonly to?: string;
  readonly decision?: string;
  readonly replacedBy?: string;
  readonly openedAt: string;
  readonly closedAt?: string;
}

export type LineupsView = Readonly<Record<ClubCode, TeamView>>;

export interface TeamView {
  /** On the pitch now. */
  readonly count: number;
  readonly formation?: string;
  readonly captain?: PersonId;
  readonly goalkeeper?: PersonId;
  readonly substitutions: { readonly used: number; readonly left: number; readonly windowsLeft?: number };
  readonly onPitch: Readonly<Record<PersonId, PersonView>>;
  readonly bench: Readonly<Record<PersonId, PersonView>>;
  /** Substituted, sent off or gone. */
  readonly off: Readonly<Record<PersonId, PersonView>>;
  readonly staff: Readonly<Record<PersonId, PersonView>>;
}

export interface PersonView {
  readonly name: string;
  readonly shirt?: number;
  readonly position?: string;
  /** When he came on. */
  readonly on?: string;
  /** When he left, and why. */
  readonly offAt?: string;
  readonly offFor?: 'substitution' | 'red' | 'left' | 'temporarily';
  readonly replacedBy?: PersonId;
  readonly replaced?: PersonId;
  /** His place on the team sheet, from 0: a starter's own, a substitute's that of whoever he replaced. */
  readonly order?: number;
}

export interface ShootoutView {
  readonly first: ClubCode;
  readonly score: Readonly<Record<ClubCode, number>>;
  /** Keyed `k1`, `k2` … in the order taken. */
  readonly kicks: Readonly<Record<string, KickView>>;
  readonly winner?: ClubCode;
}

export interface KickView {
  readonly order: number;
  readonly club: ClubCode;
  readonly by?: PersonId;
  readonly number: number;
  readonly outcome: 'scored' | 'saved' | 'off-target' | 'woodwork' | 'missed' | 'forfeited';
  readonly superseded?: true;
}

/** What the journal's events count, and what a source reports: never mixed. */
export type StatsView = Readonly<Record<ClubCode, StatsSide>>;

export interface StatsSide {
  readonly counted: Readonly<Record<string, number>>;
  readonly reported?: Readonly<Record<string, number>>;
}

export type TimelineView = Readonly<Record<string, TimelineItem>>;

export interface TimelineItem {
  readonly order: number;
  readonly at: MatchTime;
  readonly label: string;
  /** The event's type; `amendment` or `retraction` for an entry that corrects. */
  readonly kind: string;
  readonly club?: ClubCode;
  readonly person?: PersonId;
  /** The other person: who came on, was fouled, made the goal. */
  readonly other?: PersonId;
  /** After a goal, in the leg. */
  readonly score?: Score;
  readonly key?: true;
  readonly own?: true;
  readonly outcome?: string;
  readonly reason?: string;
  readonly text?: string;
  readonly minutes?: number;
  /** The entry that this one is about. */
  readonly of?: string;
  readonly supersededBy?: string;
  readonly retractedBy?: string;
  readonly corrected?: { readonly by: string; readonly was: Correction };
  /** The feed said the same again, something else, or something that hangs in the air. */
  readonly status?: 'duplicate' | 'suspected-duplicate' | 'conflict' | 'parked' | 'unknown-subject';
  /** Feed time (ISO 8601), where it isn't the match's own: of corrections and of entries that came late. */
  readonly received?: string;
  readonly irregular?: { readonly code: string; readonly law?: string };
}

export interface Correction {
  readonly label: string;
  readonly kind: string;
  readonly club?: ClubCode;
  readonly person?: PersonId;
}

export type CommentaryView = Readonly<Record<string, CommentaryItem>>;

export type Importance = 'key' | 'normal' | 'detail';

export interface CommentaryItem {
  readonly order: number;
  readonly leg: number;
  readonly entry: string;
  readonly label: string;
  readonly text: string;
  readonly importance: Importance;
  readonly supersededBy?: string;
  readonly retractedBy?: string;
  readonly correctedBy?: string;
  readonly received?: string;
}

export interface ResultView {
  readonly status:
    | 'none'
    | 'provisional'
    | 'official'
    | 'pending-ruling'
    | 'awarded'
    | 'annulled'
    | 'replay-ordered'
    | 'void';
  readonly winner?: ClubCode;
  readonly level?: true;
  readonly by?: Means;
  /** The official score where a ruling set another than was played. */
  readonly score?: Score;
}
