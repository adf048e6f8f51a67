import type { PersonId } from '../../../match/fixture.ts';
import type { LineupsView, TeamView } from '../../../projections/views.ts';

/**
 * The line-ups with those on the pitch by the shirts of those who started, whoever has taken their place since. A view's
 * people come in no order, and a merge patch changes the one that they have: nobody should move because somebody else
 * came on.
 */
export const inOrder = (lineups: LineupsView): LineupsView =>
  Object.fromEntries(
    Object.entries(lineups).map(([club, team]) => [
      club,
      {
        ...team,
        onPitch: Object.fromEntries(
          Object.entries(team.onPitch).toSorted(
            ([a], [b]) => shirtOf(starterFor(a, team), team) - shirtOf(starterFor(b, team), team) || (a < b ? -1 : 1),
          ),
        ),
      },
    ]),
  );

/** Who had the place first. */
const starterFor = (id: PersonId, team: TeamView): PersonId => {
  const seen = new Set([id]);
  let starter = id;
  for (;;) {
    const before = (team.onPitch[starter] ?? team.off[starter])?.replaced;
    // A feed may have two replace one another.
    if (before === undefined || seen.has(before)) return starter;
    seen.add(before);
    starter = before;
  }
};

const shirtOf = (id: PersonId, team: TeamView): number =>
  (team.onPitch[id] ?? team.off[id] ?? team.bench[id])?.shirt ?? 1000;
