import type { EntryId } from '../../journal/entry.ts';
import type { Irregularity, Lawfulness } from '../../journal/lawfulness.ts';
import { citation } from '../../match/decide.ts';
import type { Fixture } from '../../match/fixture.ts';
import { regulationsOf } from '../../match/regulations/regulations.ts';
import { labelOf } from '../../match/time.ts';
import type { Announcements } from '../../scenario/announced.ts';
import type { Place } from '../../scenario/place.ts';

/** Whether a match is lawful, and what there is to say of that. */
export interface Verdict {
  /** There is no breach but those that the scenario announces. */
  readonly lawful: boolean;
  /** By whose rules it was judged: `UEFA Champions League 2025/26`, `2025/26`. */
  readonly regulations: string;
  readonly laws: string;
  /** In match order. */
  readonly breaches: readonly BreachFound[];
  /** What looks odd, and is lawful. */
  readonly remarks: readonly Finding[];
  /** What was irregular until its entry was taken back; it's none at the end. */
  readonly takenBack: readonly BreachFound[];
  /** How many entries were judged; absent where it's all of them. */
  readonly judgedUpTo?: number;
}

/** Something about an entry: which one, when in the match, and what the Law has to do with it. */
export interface Finding {
  readonly entry: number;
  readonly id: EntryId;
  readonly leg: number;
  readonly label: string;
  readonly type: string;
  readonly law: string;
  /** `Law 10.3`, `VAR protocol 4`, `the regulations`, `the record`. */
  readonly citation: string;
  /** A sentence without a full stop. */
  readonly message: string;
}

export interface BreachFound extends Finding {
  readonly code: string;
  readonly announced: boolean;
  /** The line of the scenario that announces it, else the entry's own. */
  readonly place?: Place;
  /** The entry that made it one, where that was another's doing. */
  readonly since?: number;
}

/** What a scenario knows of its entries beyond what a recording does. */
export interface Written {
  readonly announcements: Announcements;
  /** By seq − 1. */
  readonly lines: readonly Place[];
}

/** Without `written` nothing is announced: a recording has no way to. */
export const verdictOn = (
  fixture: Fixture,
  { irregular, remarks, takenBack }: Lawfulness,
  { written, judgedUpTo }: { readonly written?: Written; readonly judgedUpTo?: number } = {},
): Verdict => {
  const { name, laws } = regulationsOf(fixture.regulations);
  const breaches = irregular.flatMap((each) => found(each, written)).filter((each) => !isDoubt(each));
  return {
    lawful: breaches.every(({ announced }) => announced),
    regulations: name,
    laws,
    breaches,
    remarks: remarks.map(({ claim, remark: { law, message } }) => ({ ...about(claim), ...cited(law), message })),
    takenBack: takenBack.flatMap((each) => found(each, written)).filter((each) => !isDoubt(each)),
    ...(judgedUpTo === undefined ? {} : { judgedUpTo }),
  };
};

/** Whoever is in no squad is told of as a warning: squads are often known in part. */
const isDoubt = ({ code, announced }: BreachFound): boolean => code === 'unknown-person' && !announced;

const found = ({ claim, breaches }: Irregularity, written: Written | undefined): BreachFound[] =>
  breaches.map(({ code, law, message }) => {
    const announced = written?.announcements.placeOf(claim.id, code);
    const place = announced ?? written?.lines[claim.seq - 1];
    const since = written?.announcements.since(claim.id, code);
    return {
      ...about(claim),
      code,
      ...cited(law),
      message,
      announced: announced !== undefined,
      ...(place === undefined ? {} : { place }),
      ...(since === undefined ? {} : { since }),
    };
  });

const about = ({ id, seq, event: { at, type } }: Irregularity['claim']) => ({
  entry: seq,
  id,
  leg: at.leg,
  label: labelOf(at),
  type,
});

const cited = (law: string) => ({ law, citation: citation(law) });
