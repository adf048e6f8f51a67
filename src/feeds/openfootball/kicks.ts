import { atWatch, kickNumber } from '../clock.ts';
import type { Told } from '../telling.ts';
import type { KickMark } from './goal-line.ts';
import type { Team } from './people.ts';

/** Kicks carry the score where they went in, and so say whose they were; of the others the name does. */
export const kicksOf = (home: Team, away: Team, kicks: readonly KickMark[]): Told[] => {
  const scored = { home: 0, away: 0 };
  let last: Team | undefined;
  return kicks.map(({ name, score }, index) => {
    const other = last === home ? away : home;
    const listedIn = [home, away].find(({ listed }) => listed.some((each) => each.listed.name === name));
    const team =
      score === undefined
        ? (listedIn ?? other)
        : score.home > scored.home
          ? home
          : score.away > scored.away
            ? away
            : other;
    if (score !== undefined) Object.assign(scored, score);
    last = team;
    return {
      id: `kick-${index + 1}`,
      event: {
        type: 'kick',
        at: atWatch(kickNumber(index + 1)),
        by: team.personOf(name),
        club: team.club,
        outcome: score === undefined ? 'missed' : 'scored',
      },
    };
  });
};
