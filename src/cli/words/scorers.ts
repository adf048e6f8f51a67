import { personName } from '../../faces/names.ts';
import { stands } from '../../faces/tone.ts';
import type { Fixture } from '../../match/fixture.ts';
import { compareTime } from '../../match/time.ts';
import type { TimelineItem, Views } from '../../projections/views.ts';

/** `Scamacca 5', Zappacosta 45' (ATA); Adeyemi 75' (BVB)`: the goals that stand in the leg being played. */
export const goalsOf = (fixture: Fixture, { clock, scoreboard, timeline }: Views): string => {
  const goals = Object.values(timeline)
    .filter((item) => item.kind === 'goal' && item.at.leg === clock.leg && item.score !== undefined && stands(item))
    .sort((a, b) => compareTime(a.at, b.at) || a.order - b.order);
  return [scoreboard.home.club, scoreboard.away.club]
    .map((club) => ({ club, scored: goals.filter((goal) => goal.club === club) }))
    .filter(({ scored }) => scored.length > 0)
    .map(({ club, scored }) => `${scored.map((goal) => scorerOf(goal, fixture)).join(', ')} (${club})`)
    .join('; ');
};

/** `Bensebaini 90+7' (BVB, second yellow)`, with the capacity of those who weren't on the pitch. */
export const sentOffOf = (fixture: Fixture, { cards }: Views): string =>
  Object.entries(cards.people)
    .flatMap(([id, { club, role, sentOff }]) => {
      if (sentOff === undefined || sentOff.rescinded === true) return [];
      const about = [
        club,
        sentOff.by === 'second-yellow' ? 'second yellow' : 'red',
        ...(role === 'player' ? [] : [CAPACITIES[role]]),
      ];
      return [`${personName(fixture, id)} ${sentOff.label} (${about.join(', ')})`];
    })
    .join(', ');

const CAPACITIES = { substitute: 'on the bench', substituted: 'already replaced', staff: 'staff' } as const;

const scorerOf = ({ person, label, own }: TimelineItem, fixture: Fixture): string =>
  `${person === undefined ? 'somebody' : personName(fixture, person)} ${label}${own === true ? ' o.g.' : ''}`;
