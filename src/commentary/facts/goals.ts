import type { EventOf } from '../../match/event.ts';
import type { ClubCode } from '../../match/fixture.ts';
import { scoringClub } from '../../match/laws/goals.ts';
import { reviewNamed } from '../../match/laws/reviews.ts';
import { isHalf } from '../../match/time.ts';
import { clubOf } from '../../match/who.ts';
import type { Fact, GoalFact } from '../fact.ts';
import { meaningOf } from '../meaning.ts';
import { type Now, nowOf } from '../now.ts';
import { given, kicksOf, type Scene } from './scene.ts';

export const goalFact = ({ id, event: _, ...scene }: Scene, event: EventOf<'goal'>): GoalFact => {
  const { before, after, whole, late } = scene;
  const club = scoringClub(after, event);
  const fallen = whole.after.superseded[id] !== undefined;
  const counted = club !== undefined && event.tentative !== true && !fallen;
  const cameOn = event.own !== true && event.by !== undefined && after.people[event.by]?.on !== undefined;
  return {
    type: 'goal',
    event,
    ...given({
      club,
      now: counted ? nowAfter(scene, club) : undefined,
      meaning: counted && !late && isHalf(event.at.period) ? meaningOf(id, club, before, after) : undefined,
    }),
    ...(cameOn ? { substitute: true as const } : {}),
    ...(fallen ? { fallen: true as const } : {}),
  };
};

const nowAfter = ({ whole, current }: Pick<Scene, 'whole' | 'current'>, club: ClubCode): Now =>
  current.leg === whole.after.leg ? nowOf(whole.after, club) : { ...nowOf(current, club), only: 'aggregate' };

export const disallowedFact = ({ whole, before }: Scene, event: EventOf<'goal-disallowed'>): Fact | undefined => {
  const of = event.of ?? (event.review === undefined ? undefined : reviewNamed(before.reviews, event.review)?.of);
  const known = of !== undefined && before.superseded[of] !== undefined;
  if (known && event.for === undefined) return undefined;
  const counted = whole.before.tally !== whole.after.tally;
  const goal = of === undefined ? undefined : before.decisions.get(of);
  return {
    type: event.type,
    event,
    ...given({ club: clubOf(before, event) ?? goal?.club, now: counted ? nowOf(whole.after) : undefined }),
    ...(known ? { known: true as const } : {}),
  };
};

export const retakeFact = ({ after, whole }: Scene, event: EventOf<'retake'>): Fact => {
  const taken = after.decisions.get(event.of);
  const counted = whole.before.tally !== whole.after.tally;
  const club = taken?.club;
  const inShootout = taken?.type === 'kick' && club !== undefined;
  return {
    type: event.type,
    event,
    of: taken?.type ?? 'penalty',
    ...given({
      club,
      now: counted ? nowOf(whole.after) : undefined,
      kicks: inShootout ? kicksOf(after, club) : undefined,
    }),
  };
};
