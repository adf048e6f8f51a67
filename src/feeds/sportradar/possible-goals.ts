import type { ClubCode } from '../../match/fixture.ts';
import { type MatchTime, MINUTE } from '../../match/time.ts';
import type { Told } from '../telling.ts';

/**
 * `possible_goal`: a goal that may have been scored. Its own row tells it, or a review that took it away before there
 * was one; where neither comes, the row has told nothing.
 */
export class PossibleGoals {
  #open: Told | undefined;
  #cameToNothing = 0;

  get cameToNothing(): number {
    return this.#cameToNothing;
  }

  add(goal: Told): void {
    this.drop();
    this.#open = { ...goal, fact: 'reconstructed', note: 'the goal itself was taken out of the timeline' };
  }

  /** The one that a review of that moment looks at. */
  at(at: MatchTime): Told | undefined {
    const its = this.#open?.event.at;
    return its?.period === at.period && at.elapsed - its.elapsed <= 6 * MINUTE ? this.#open : undefined;
  }

  /** A goal's own row came. */
  scored(at: MatchTime, club: ClubCode | undefined): void {
    const event = this.at(at)?.event;
    if (event !== undefined && 'club' in event && event.club === club) this.#open = undefined;
    this.drop();
  }

  /** A review has told it, if it's among these. */
  told(told: readonly Told[]): void {
    if (told.some((each) => each === this.#open)) this.#open = undefined;
  }

  drop(): void {
    if (this.#open !== undefined) this.#cameToNothing += 1;
    this.#open = undefined;
  }
}
