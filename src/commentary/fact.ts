import type { Effect } from '../journal/journal.ts';
import type { EventOf, EventType } from '../match/event.ts';
import type { ClubCode, PersonId } from '../match/fixture.ts';
import type { Capacity } from '../match/laws/cards.ts';
import type { Restart } from '../match/laws/periods.ts';
import type { NextKick } from '../match/laws/shootout.ts';
import type { Means, Need, Score } from '../match/laws/tie.ts';
import type { Half, Millis, Period } from '../match/time.ts';
import type { Meaning } from './meaning.ts';
import type { Now, Stakes } from './now.ts';

/**
 * What a line tells, before any language has words for it: the event as recorded, and beside it what only the match
 * before and after can say.
 */
export type Fact =
  | Bare<PlainType>
  | GoalFact
  | DisallowedFact
  | PenaltyAwardedFact
  | RetakeFact
  | KickFact
  | CardFact
  | CardMovedFact
  | SubstitutionFact
  | NumbersFact
  | CheckFact
  | ReviewFact
  | VerdictFact
  | LineUpsFact
  | KickOffFact
  | WhistleFact
  | AddedTimeFact
  | ScoreFact
  | StoppageFact
  | RulingFact
  | SilenceFact
  | CorrectionFact
  | UnappliedFact;

/** A fact, and what holds for whichever fact is told at that moment. */
export interface Telling {
  readonly fact: Fact;
  /** What it tells of lies a minute or more back; `leg` where it was another one. */
  readonly late?: { readonly leg?: number };
  /** The source calls the fact disputed. */
  readonly disputed?: true;
  /** Of an event that doesn't tell them itself: somebody plays on who had been taken for sent off. */
  readonly numbers?: readonly Numbers[];
  /** The announced minutes, in the first line told after they have been played. */
  readonly addedTimePlayed?: number;
}

/** An event that says everything itself. */
export type PlainType =
  | 'shot'
  | 'chance'
  | 'error'
  | 'penalty'
  | 'corner'
  | 'free-kick'
  | 'goal-kick'
  | 'dropped-ball'
  | 'offside'
  | 'foul'
  | 'handball'
  | 'appeal'
  | 'injury'
  | 'officials'
  | 'conditions'
  | 'delay'
  | 'clock-correction'
  | 'var-unavailable'
  | 'var-available'
  | 'note'
  | 'captain'
  | 'goalkeeper'
  | 'formation'
  | 'excluded';

interface About<T extends EventType> {
  readonly type: T;
  readonly event: EventOf<T>;
  readonly club?: ClubCode;
}
export type Bare<T extends EventType> = T extends EventType
  ? About<T> & { readonly sources?: readonly string[] }
  : never;

export interface GoalFact extends About<'goal'> {
  /** That it counts for; absent where nobody knows. */
  readonly club?: ClubCode;
  readonly substitute?: true;
  readonly now?: Now;
  readonly meaning?: Meaning;
  /** First reported as possible only. */
  readonly confirmed?: true;
  /** A decision that came in before it has taken it away already. */
  readonly fallen?: true;
}

export interface DisallowedFact extends About<'goal-disallowed'> {
  /** The score, where it was told as a goal before. */
  readonly now?: Now;
  /** The review has told it already, without the reason. */
  readonly known?: true;
}

export interface PenaltyAwardedFact extends About<'penalty-awarded'> {
  readonly foul?: { readonly by?: PersonId; readonly against?: PersonId };
  readonly stakes?: Stakes;
}

export interface RetakeFact extends About<'retake'> {
  readonly of: EventType;
  readonly now?: Now;
  readonly kicks?: Kicks;
}

export interface KickFact extends About<'kick'> {
  readonly kicks: Kicks;
  /** The shoot-out is that of a tie. */
  readonly tie?: true;
  /** How many kicks each side has taken, where it's the same number. */
  readonly each?: number;
  /** Whoever kicks next, where that kick may decide it. */
  readonly next?: NextKick;
}

/** Kicks scored, from the side of `club`. */
export interface Kicks {
  readonly club: ClubCode;
  readonly own: number;
  readonly other: number;
  readonly winner?: ClubCode;
}

export interface CardFact extends About<'caution' | 'second-yellow' | 'red'> {
  /** What it comes to: a second caution is a dismissal, whatever it was reported as. */
  readonly shown: 'caution' | 'second-yellow' | 'red';
  readonly capacity: Capacity;
  readonly offence?: 'foul' | 'handball';
  readonly victim?: PersonId;
  readonly numbers?: Numbers;
  /** Came late, and makes a later caution the second: the label of that one. */
  readonly secondAt?: string;
  /** Of the club's side, on the pitch now. */
  readonly onPitch?: number;
  /** How many cards the last ten minutes have seen, where that is many. */
  readonly cardsInTenMinutes?: number;
}

export interface Numbers {
  readonly club: ClubCode;
  readonly count: number;
  readonly before: number;
}

export interface CardMovedFact extends About<'card-transferred' | 'card-cancelled'> {
  readonly card: Subject;
  readonly numbers?: readonly Numbers[];
}

export interface SubstitutionFact extends About<'substitution'> {
  readonly club: ClubCode;
  /** Made in the same stoppage as the one told before it. */
  readonly also?: true;
  readonly last?: { readonly of: 'substitutions' | 'windows'; readonly number: number; readonly left: number };
  readonly numbers?: Numbers;
}

export interface NumbersFact extends About<'temporarily-off' | 'back-on' | 'left' | 'arrived'> {
  readonly numbers?: Numbers;
}

export interface CheckFact extends About<'var-check'> {
  readonly given?: Subject;
}

export interface ReviewFact extends About<'var-review'> {
  readonly category?: EventOf<'var-check'>['category'];
  readonly reason?: string;
  readonly given?: Subject;
}

export interface VerdictFact extends About<'var-decision'> {
  readonly category: EventOf<'var-check'>['category'];
  readonly reason?: string;
  readonly given?: Subject;
  /** What is given instead. */
  readonly to?: string;
  /** How long it was looked at, as the journal has it. */
  readonly took?: Millis;
  /** What falls with the decision. */
  readonly voided: readonly Subject[];
  readonly now?: Now;
  readonly numbers?: readonly Numbers[];
  /** Went to the monitor or was announced as a review; else a silent check. */
  readonly reviewed: boolean;
}

export interface LineUpsFact extends About<'line-ups'> {
  readonly opening?: Opening;
}

/** Where the match begins. */
export interface Opening {
  readonly venue?: string;
  readonly leg?: number;
  /** Of the first leg, by the side of the club that leads or, level, by that at home now. */
  readonly firstLeg?: { readonly club: ClubCode; readonly own: number; readonly other: number };
}

export interface KickOffFact extends About<'kick-off'> {
  readonly half: Half;
  readonly opening?: Opening;
  readonly now: Now;
}

export interface WhistleFact extends About<'half-time' | 'full-time' | 'period-end'> {
  readonly ended: Period;
  readonly now: Now;
  readonly next: Need | 'second-half' | 'second-leg' | 'extra-time-second-half' | 'nothing' | 'undecided';
  readonly leg?: number;
  /** Whoever goes through. */
  readonly through?: {
    readonly club: ClubCode;
    readonly by: Means;
    readonly firstLeg?: { readonly own: number; readonly other: number };
  };
  readonly winner?: ClubCode;
  readonly kicks?: Kicks;
  /** The restart that was never taken. */
  readonly owed?: Restart;
  readonly played?: { readonly announced: number; readonly played: Millis };
  /** What the winner meets, as the fixture has it. */
  readonly meets?: string;
}

export interface AddedTimeFact extends About<'added-time'> {
  /** Announced before. */
  readonly was?: number;
  readonly now: Now;
  /** What follows if nothing changes; in the second half and in extra time's. */
  readonly asItStands?: Need;
}

/** A source's score that tells of goals which nobody has reported. */
export interface ScoreFact extends About<'snapshot'> {
  readonly now: Now;
}

export interface StoppageFact
  extends About<'suspended' | 'resumed' | 'abandoned' | 'postponed' | 'cancelled' | 'period-reopened'> {
  readonly now?: Now;
}

export interface RulingFact extends About<'ruling'> {
  readonly of?: Subject;
  readonly now: Now;
  /** The score that a match was awarded with. */
  readonly awarded?: Score;
  readonly through?: ClubCode;
}

/** Nothing has been told for a while, and this is how it stands. */
export interface SilenceFact {
  readonly type: 'silence';
  readonly half: Period;
  /** Of the running clock, completed. */
  readonly minute: number;
  /** Until the half's regular end. */
  readonly left: number;
  readonly now: Now;
  readonly asItStands?: Need;
  readonly unequal?: { readonly more: Numbers; readonly fewer: Numbers };
}

/** The feed has changed its mind about something. */
export interface CorrectionFact {
  readonly type: 'amended' | 'retracted' | 'reinstated';
  readonly was: Subject;
  readonly is?: Subject;
  readonly changes: readonly Change[];
  readonly later?: { readonly days: number } | { readonly hours: number };
  readonly now?: Now;
  readonly numbers?: readonly Numbers[];
  readonly through?: ClubCode;
}

export type Change = 'type' | 'own' | 'person' | 'club' | 'time' | 'outcome' | 'minutes' | 'assist' | 'details';

/** A report that changes nothing for now. */
export interface UnappliedFact {
  readonly type: 'unapplied';
  readonly of: Subject;
  readonly effect: Effect;
}

/** An event as another line speaks of it. */
export interface Subject {
  readonly type: EventType;
  readonly label: string;
  /** Where it isn't the leg being told. */
  readonly leg?: number;
  readonly club?: ClubCode;
  readonly person?: PersonId;
  readonly assist?: PersonId;
  readonly off?: PersonId;
  readonly own?: true;
  readonly outcome?: string;
  readonly minutes?: number;
  readonly capacity?: Capacity;
}
