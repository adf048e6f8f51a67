import { type Breach, breachesOf } from '../match/decide.ts';
import type { Fixture } from '../match/fixture.ts';
import { breach } from '../match/judgement/breach.ts';
import { type Remark, remarksOn } from '../match/judgement/remarks.ts';
import { evolve, initialState } from '../match/state.ts';
import type { EntryId } from './entry.ts';
import type { Claim, Journal } from './journal.ts';
import { subjectOf } from './naming.ts';
import { comparePlaces } from './place.ts';
import { referencesOf } from './references.ts';

/** What the Laws have against one event of a journal. */
export interface Irregularity {
  readonly claim: Claim;
  /** At least one. */
  readonly breaches: readonly Breach[];
}

export interface Remarked {
  readonly claim: Claim;
  readonly remark: Remark;
}

export interface Lawfulness {
  /** In match order. */
  readonly irregular: readonly Irregularity[];
  /** What looks odd among the events that are lawful, in match order. */
  readonly remarks: readonly Remarked[];
  /** Breaches that were taken back with their events, and so are none. */
  readonly takenBack: readonly Irregularity[];
}

/**
 * Judges what a journal makes one believe at its end, each event at its place in the match: a breach that was taken
 * back is none, and one that a correction brings about is one. It folds the match once; beside the journal itself it
 * holds a list of its events.
 */
export const judgeJournal = (fixture: Fixture, journal: Journal): Lawfulness => {
  const irregular: Irregularity[] = [];
  const takenBack: Irregularity[] = [];
  const remarks: Remarked[] = [];
  let match = initialState(fixture);
  for (const claim of claimsOf(journal)) {
    const breaches = breachesOf(match, claim.event);
    if (journal.believed(claim.id) !== undefined) {
      if (breaches.length > 0) irregular.push({ claim, breaches });
      else for (const remark of remarksOn(match, claim.event)) remarks.push({ claim, remark });
      match = evolve(match, claim);
    } else if (journal.isRetracted(claim.id)) {
      if (breaches.length > 0) takenBack.push({ claim, breaches });
    } else {
      const strange = nobodys(claim, journal);
      if (strange.length > 0) irregular.push({ claim, breaches: strange });
    }
  }
  return { irregular, remarks, takenBack };
};

/** Every event as last told, in match order. */
const claimsOf = (journal: Journal): readonly Claim[] => {
  const claims = new Map<EntryId, Claim>();
  for (const entry of journal.entries) {
    const id = subjectOf(entry);
    const claim = claims.has(id) ? undefined : journal.claimed(id);
    if (claim !== undefined) claims.set(id, claim);
  }
  return [...claims.values()].sort(comparePlaces);
};

/** Parked for naming what nobody ever sent; what names an entry that was taken back went with it. */
const nobodys = ({ event }: Claim, journal: Journal): readonly Breach[] =>
  referencesOf(event)
    .filter((id) => journal.claimed(id) === undefined)
    .map((id) => breach('unknown-entry', `it names "${id}", which nobody has sent`));
