import { listOf, shortNameOf } from '../english/words.ts';
import type { EntryId } from '../journal/entry.ts';
import type { Fixture, PersonId, RegulationsChoice } from '../match/fixture.ts';
import { DEFAULT_REGULATIONS } from '../match/regulations/regulations.ts';
import { MINUTE } from '../match/time.ts';
import { footballersOf } from './cast.ts';
import type { Random } from './random.ts';
import { RATES } from './rates.ts';
import { SECOND, type Stage } from './stage.ts';

/**
 * At how many cautions in a competition somebody misses its next match. UEFA's club competitions: the third (2025/26,
 * Article 63). Tournaments of national teams: the second. A league: the fifth, an assumption for all those that we have,
 * since it's so in England, Germany, Italy and Spain.
 */
export const cautionLimit = (regulations: RegulationsChoice | undefined): 2 | 3 | 5 => {
  const name = (typeof regulations === 'string' ? regulations : regulations?.base) ?? DEFAULT_REGULATIONS;
  if (/^(uefa-euro-|uefa-euro$|fifa-)/.test(name)) return 2;
  return name.startsWith('domestic-') ? 5 : 3;
};

const ORDINALS = { 2: 'second', 3: 'third', 5: 'fifth' } as const;

/** Those whom the next caution suspends: nobody knows what a simulated side has played before, so they are drawn. */
export const drawOnTheBrink = (fixture: Fixture, random: Random): ReadonlySet<PersonId> => {
  const clubs = [...new Set(fixture.legs.flatMap(({ home, away }) => [home, away]))];
  return new Set(
    clubs.flatMap((club) => {
      const squad = footballersOf(fixture, club);
      // A squad that is only just enough has to be there in the second leg too.
      return squad.length < SQUAD_LEAST ? [] : squad.flatMap(([id]) => (random.chance(RATES.onTheBrink) ? [id] : []));
    }),
  );
};

const SQUAD_LEAST = 18;

/** Before the first leg: who has to take care, of those on the team sheets. */
export const tellOnTheBrink = (stage: Stage, brink: ReadonlySet<PersonId>): void => {
  const { fixture, people } = stage.state;
  const ordinal = ORDINALS[cautionLimit(fixture.regulations)];
  for (const side of ['home', 'away'] as const) {
    const club = stage.club(side);
    const named = Object.keys(people).filter((id) => brink.has(id) && people[id]?.club === club);
    if (named.length === 0) continue;
    const names = listOf(named.map((id) => nameOf(stage, id)));
    stage.wait(20 * SECOND, 50 * SECOND);
    stage.must({
      type: 'note',
      text: `A ${ordinal} caution in the competition would keep ${names} of ${shortNameOf(fixture, club)} out of the second leg.`,
      about: 'context',
      club,
    });
  }
};

const nameOf = ({ state }: Stage, id: PersonId): string => {
  const person = state.roster.get(id)?.person;
  return person?.known ?? person?.name ?? id;
};

/**
 * After a leg, rules out of the next whoever was sent off, and whoever was cautioned once too often. A dismissal's own
 * caution counts for nothing more, and more than one match is for a body to impose; everybody gets one (Article 63).
 */
export const suspend = (stage: Stage, brink: ReadonlySet<PersonId>): PersonId[] => {
  const { cards, fixture } = stage.state;
  const ordinal = ORDINALS[cautionLimit(fixture.regulations)];
  const suspended = Object.entries(cards).flatMap(([person, { sentOff, cards: shown, role }]): Suspension[] => {
    if (role === 'staff') return [];
    if (sentOff !== undefined) return [{ person, of: sentOff.card, why: `sent off in leg ${stage.leg}` }];
    const [caution] = shown;
    return caution === undefined || !brink.has(person)
      ? []
      : [{ person, of: caution.id, why: `a ${ordinal} caution in the competition` }];
  });
  // The next day, when the reports are in.
  if (suspended.length > 0) stage.until(stage.random.int(12 * 60, 18 * 60) * MINUTE);
  for (const { person, of, why } of suspended) {
    stage.must({ type: 'ruling', kind: 'suspension', person, of, matches: 1, by: 'the disciplinary body', why });
    stage.wait(5 * SECOND);
  }
  return suspended.map(({ person }) => person);
};

interface Suspension {
  readonly person: PersonId;
  /** The card. */
  readonly of: EntryId;
  readonly why: string;
}
