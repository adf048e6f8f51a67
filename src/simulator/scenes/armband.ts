import type { ClubCode } from '../../match/fixture.ts';
import { isOnPitch } from '../../match/laws/numbers.ts';
import type { Stage } from '../stage.ts';

/** Law 3.10: one of those who play captains a side. Where the captain has gone, it's the next man on the team sheet. */
export const passArmband = (stage: Stage, club: ClubCode): void => {
  const { people, teams } = stage.state;
  const captain = teams[club]?.captain;
  if (captain === undefined || people[captain]?.status === 'temporarily-off' || isOnPitch(stage.state, captain)) return;
  const place = (id: string) => people[id]?.place ?? Number.POSITIVE_INFINITY;
  const [heir = stage.keeper(club)] = stage.outfield(club).sort((a, b) => place(a) - place(b));
  if (heir !== undefined) stage.ask({ type: 'captain', person: heir, club });
};
