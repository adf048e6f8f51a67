import type { EventOf } from '../match/event.ts';
import type { ClubCode } from '../match/fixture.ts';
import { type MatchTime, MINUTE } from '../match/time.ts';
import { entryId, type Told } from './telling.ts';

/** A penalty kick as a feed's row tells of it; `outcome` says whether a goal came of it. */
export type KickTold = Omit<EventOf<'penalty'>, 'type' | 'award'> & {
  readonly club: ClubCode;
  /** The provider's id of the row. */
  readonly ref: string;
  readonly running?: EventOf<'goal'>['running'];
};

/**
 * Awards and kicks of one match, as they come in match order: each kick names the award that it carries out, and a
 * second kick for one award is that penalty taken again (Law 14). Kicks of a shoot-out are numbered.
 */
export class Kicks {
  readonly #awards = new Map<ClubCode, Award>();
  #shootout = 0;

  /** A penalty was given to a club, told under that id. */
  award(club: ClubCode, id: string, at: MatchTime): void {
    this.#awards.set(club, { id, at });
  }

  /** The kick, the goal that it scores, and the retake before it where it is one. */
  penalty({ ref, running, ...kick }: KickTold, source: Pick<Told, 'heardAt' | 'time' | 'note'> = {}): Told[] {
    const award = this.#awardOf(kick.club, kick.at);
    const id = entryId('k', ref);
    const told = (its: Pick<Told, 'id' | 'event'>): Told => ({ ...its, ref, ...source });
    const penalty = told({
      id,
      event: { type: 'penalty', ...kick, ...(award === undefined ? {} : { award: award.id }) },
    });
    const again = award?.kick;
    if (award !== undefined) award.kick = id;
    const { outcome: _scored, ...attempt } = kick;
    const goal = told({
      id: entryId('g', ref),
      event: { type: 'goal', ...attempt, from: 'penalty', penalty: id, ...(running === undefined ? {} : { running }) },
    });
    return [
      ...(again === undefined
        ? []
        : [told({ id: entryId('again', ref), event: { type: 'retake', at: kick.at, of: again } })]),
      penalty,
      ...(kick.outcome === 'scored' ? [goal] : []),
    ];
  }

  /** Match time of the next kick of the shoot-out. */
  next(): MatchTime {
    this.#shootout += 1;
    return this.during();
  }

  /** Match time of what happens between two kicks of the shoot-out. */
  during(): MatchTime {
    return { leg: 1, period: 'PEN', elapsed: this.#shootout * 1000 };
  }

  #awardOf(club: ClubCode, at: MatchTime): Award | undefined {
    const award = this.#awards.get(club);
    const isHis = award !== undefined && award.at.period === at.period && at.elapsed - award.at.elapsed <= OWED_MAX_MS;
    return isHis ? award : undefined;
  }
}

interface Award {
  readonly id: string;
  readonly at: MatchTime;
  kick?: string;
}

/** However long a review and its protests take, a later kick is for another award. */
const OWED_MAX_MS = 15 * MINUTE;
