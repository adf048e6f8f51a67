import { inWords } from '../english/words.ts';
import type { Fixture, PersonId } from '../match/fixture.ts';
import { compareTime } from '../match/time.ts';
import type { TimelineItem, Views } from '../projections/views.ts';
import { nameOrSomebody } from './names.ts';
import { type Shape, shapeOf, type Tone, toneOf } from './tone.ts';
import { kindInWords, words } from './words.ts';

/** Something that somebody did, or that was done to him. */
export interface Deed {
  /** The timeline's key. */
  readonly id: string;
  readonly label: string;
  /** `Goal, pen.`, `Assist for Pašalić`, `On for Scamacca` */
  readonly text: string;
  readonly shape: Shape;
  readonly tone: Tone;
  /** Superseded or taken back. */
  readonly isVoid: boolean;
  /** Entries that had been shown once it was told: a cursor to seek to. */
  readonly cursor: number;
}

/** What each person did in the leg being played, in match order: goals, assists, cards, changes, kicks. */
export const deedsOf = (
  { timeline, clock }: Pick<Views, 'timeline' | 'clock'>,
  fixture: Fixture,
): Readonly<Record<PersonId, readonly Deed[]>> => {
  const deeds: Record<PersonId, Deed[]> = {};
  const items = Object.entries(timeline)
    .filter(([, item]) => item.at.leg === clock.leg && item.status === undefined)
    .sort(([, a], [, b]) => compareTime(a.at, b.at) || a.order - b.order);
  for (const [id, item] of items) {
    for (const [person, text] of partsIn(item, items, fixture)) {
      const known = deeds[person] ?? [];
      deeds[person] = known;
      known.push({
        ...{ id: `${id} ${person}`, label: item.label, text, shape: shapeOf(item), tone: toneOf(item) },
        isVoid: item.supersededBy !== undefined || item.retractedBy !== undefined,
        cursor: item.order,
      });
    }
  }
  return deeds;
};

const partsIn = (
  item: TimelineItem,
  items: readonly (readonly [string, TimelineItem])[],
  fixture: Fixture,
): (readonly [PersonId, string])[] => {
  const { kind, person, other, own, outcome, at } = item;
  if (person === undefined) return [];
  switch (kind) {
    case 'goal': {
      const isPenalty = items.some(
        ([, each]) => each.kind === 'penalty' && each.person === person && compareTime(each.at, at) === 0,
      );
      const note = own === true ? `, ${words.ownGoal}` : isPenalty ? `, ${words.penalty}` : '';
      const assist = other === undefined ? [] : [[other, words.deeds.assist(nameOrSomebody(fixture, person))] as const];
      return [[person, `${kindInWords(kind)}${note}`], ...assist];
    }
    case 'penalty':
      return outcome === 'scored' ? [] : [[person, missed(kind, outcome)]];
    case 'kick':
      return [[person, missed(kind, outcome)]];
    case 'substitution':
      return [
        [person, other === undefined ? words.deeds.on : words.deeds.onFor(nameOrSomebody(fixture, other))],
        ...(other === undefined ? [] : [[other, words.deeds.offFor(nameOrSomebody(fixture, person))] as const]),
      ];
    case 'caution':
    case 'second-yellow':
    case 'red':
    case 'goal-disallowed':
    case 'injury':
    case 'ruling':
      return [[person, kindInWords(kind)]];
    default:
      return [];
  }
};

const missed = (kind: string, outcome: string | undefined): string =>
  outcome === undefined ? kindInWords(kind) : `${kindInWords(kind)}: ${inWords(outcome)}`;
