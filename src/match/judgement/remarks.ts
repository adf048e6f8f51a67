import type { EventOf, MatchEvent } from '../event.ts';
import { yellowsOf } from '../laws/cards.ts';
import { reviewNamed } from '../laws/checks.ts';
import { isFact } from '../laws/voided.ts';
import type { MatchState } from '../state.ts';
import { HALVES, isHalf, MINUTE } from '../time.ts';
import { personOf } from '../who.ts';
import { nameOfClub, nameOfPerson, wordOf } from './names.ts';

/** Something that looks odd and is lawful. */
export interface Remark {
  /** As in the table of codes. */
  readonly law: string;
  readonly message: string;
}

/** What somebody who sees an event might take for a breach, and isn't; `state` is the match just before it. */
export const remarksOn = (state: MatchState, event: MatchEvent): readonly Remark[] => {
  switch (event.type) {
    case 'half-time':
    case 'full-time':
    case 'period-end':
      return [...remarkOnAddedTime(state, event), ...remarkOnRestart(state, event)];
    case 'caution':
    case 'second-yellow':
    case 'red':
      return [...remarkOnCapacity(state, event), ...remarkOnSecond(state, event)];
    case 'penalty-awarded':
    case 'goal':
      return remarkOnReview(state, event);
    default:
      return [];
  }
};

const remarkOnAddedTime = ({ clock }: MatchState, { at }: MatchEvent): Remark[] => {
  if (!isHalf(at.period) || clock.addedTime === undefined) return [];
  const { from, to } = HALVES[at.period];
  const added = Math.floor(at.elapsed / MINUTE) - (to - from);
  return added > clock.addedTime
    ? [
        {
          law: '7.3',
          message: `${clock.addedTime} min were announced and ${added} have been added: what is announced is the least`,
        },
      ]
    : [];
};

/** Right after a goal: earlier on, the log just doesn't tell of the kick-off. */
const remarkOnRestart = (state: MatchState, { at }: MatchEvent): Remark[] => {
  const { restart } = state.clock;
  const goal = state.goals.findLast(({ id }) => state.superseded[id] === undefined);
  const late = goal?.at.leg === at.leg && goal.at.period === at.period && at.elapsed - goal.at.elapsed <= MINUTE;
  if (restart?.kind !== 'kick-off' || !late) return [];
  const whose = restart.club === undefined ? '' : ` for ${nameOfClub(state, restart.club)}`;
  return [{ law: '7', message: `the kick-off${whose} isn't taken any more: a period waits for a penalty alone` }];
};

type Card = EventOf<'caution' | 'second-yellow' | 'red'>;

const remarkOnCapacity = (state: MatchState, event: Card): Remark[] => {
  const person = personOf(event);
  const status = person === undefined ? undefined : state.people[person]?.status;
  const what = status === undefined ? undefined : CAPACITIES[status];
  return what === undefined
    ? []
    : [{ law: '12.3', message: `${nameOfPerson(state, person)} is ${what}, and may be shown a card all the same` }];
};

const CAPACITIES: Readonly<Partial<Record<MatchState['people'][string]['status'], string>>> = {
  bench: 'on the bench',
  off: 'off the pitch for good',
  staff: 'one of the staff',
};

/** The review is of something else; the card goes with what it shows. */
const remarkOnSecond = (state: MatchState, { type, person, review }: Card): Remark[] => {
  const held = state.cards[person ?? ''];
  const cautioned = held !== undefined && yellowsOf(held, 'match').length > 0;
  return review !== undefined && type !== 'red' && cautioned && !state.rules.var.categories.includes('second-yellow')
    ? [{ law: 'VAR protocol 2', message: "a second caution can't be reviewed, and may yet follow from a review" }]
    : [];
};

const remarkOnReview = (state: MatchState, { type, review }: EventOf<'penalty-awarded' | 'goal'>): Remark[] => {
  const of = review === undefined ? undefined : reviewNamed(state.reviews, review)?.of;
  const first = of === undefined ? undefined : state.decisions.get(of);
  if (first === undefined || first.type === type || isFact(first.type)) return [];
  return [
    {
      law: 'VAR protocol 1',
      message: `the ${wordOf(type)} takes the place of the ${wordOf(first.type)}: play hadn't restarted`,
    },
  ];
};
