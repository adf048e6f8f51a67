import type { EventOf } from '../../match/event.ts';
import type { ClubCode } from '../../match/fixture.ts';
import { changesLeft } from '../../match/laws/substitutions.ts';
import type { MatchState } from '../../match/state.ts';
import { compareTime } from '../../match/time.ts';
import { clubOf } from '../../match/who.ts';
import type { SubstitutionFact } from '../fact.ts';
import { given, numbersOf, type Scene } from './scene.ts';

export const substitutionFact = (scene: Scene, event: EventOf<'substitution'>): SubstitutionFact | undefined => {
  const { after, before, lastChange } = scene;
  const club = clubOf(after, event) ?? after.roster.get(event.off ?? '')?.club;
  if (club === undefined) return undefined;
  const also = lastChange?.club === club && compareTime(lastChange.at, event.at) === 0;
  return {
    type: event.type,
    event,
    club,
    ...(also ? { also: true as const } : {}),
    ...given({ last: scene.late ? undefined : lastOf(before, after, club), numbers: numbersOf(scene, club) }),
  };
};

/** Told once, when a side has made its last substitution or opened its last window. */
const lastOf = (before: MatchState, after: MatchState, club: ClubCode): SubstitutionFact['last'] => {
  const [had, has] = [changesLeft(before, club), changesLeft(after, club)];
  if (had.left > 0 && has.left === 0) return { of: 'substitutions', number: after.teams[club]?.used ?? 0, left: 0 };
  if (has.left === 0 || (had.windowsLeft ?? 0) === 0 || has.windowsLeft !== 0) return undefined;
  return { of: 'windows', number: after.teams[club]?.windows ?? 0, left: has.left };
};
