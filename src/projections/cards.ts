import { partsOfMatch } from '../journal/projection.ts';
import type { ClubCode } from '../match/fixture.ts';
import { type CardsOfPerson, unidentified, yellowsOf } from '../match/laws/cards.ts';
import { initialState, type MatchState } from '../match/state.ts';
import { labelOf } from '../match/time.ts';
import type { CardsView, CardTotals, PersonCards } from './views.ts';

/** Who was shown what, bench and staff included. */
export const cards = partsOfMatch<CardsView>(
  initialState,
  (before, after) => before.cards !== after.cards || before.leg !== after.leg,
  (match) => {
    const people: Record<string, PersonCards> = {};
    const totals: Record<ClubCode, Count> = {};
    for (const [id, held] of Object.entries(match.cards)) {
      people[id] = personCards(match, id, held);
      totals[held.club] = plus(totals[held.club] ?? NONE, held, id === unidentified(held.club));
    }
    const counted = Object.entries(totals).map(([club, total]) => [club, nonZero(total)]);
    return { people, totals: Object.fromEntries(counted) };
  },
);

const personCards = (match: MatchState, id: string, held: CardsOfPerson): PersonCards => {
  const kicks = yellowsOf(held, 'shoot-out').map(({ at }) => labelOf(at));
  return {
    club: held.club,
    name: match.roster.get(id)?.person.name ?? (id === unidentified(held.club) ? 'Not identified' : id),
    role: held.role,
    yellows: yellowsOf(held, 'match').map(({ at }) => labelOf(at)),
    ...(kicks.length === 0 ? {} : { shootoutYellows: kicks }),
    ...(held.sentOff === undefined
      ? {}
      : {
          sentOff: {
            by: held.sentOff.by,
            label: labelOf(held.sentOff.at),
            ...(held.sentOff.rescinded ? { rescinded: true } : {}),
          },
        }),
  };
};

interface Count {
  readonly yellow: number;
  readonly secondYellow: number;
  readonly red: number;
}

const NONE: Count = { yellow: 0, secondYellow: 0, red: 0 };

/** A second yellow counts as such, not as a yellow. Whoever can't be named may be several, each with a red of his own. */
const plus = (total: Count, held: CardsOfPerson, unnamed: boolean): Count => {
  const yellows = yellowsOf(held, 'match').length + yellowsOf(held, 'shoot-out').length;
  const reds = held.cards.filter(({ type }) => type === 'red').length;
  const second = held.sentOff?.by === 'second-yellow' ? 1 : 0;
  const straight = held.sentOff?.by === 'straight-red' ? 1 : 0;
  return {
    yellow: total.yellow + Math.max(0, yellows - second),
    secondYellow: total.secondYellow + second,
    red: total.red + (unnamed ? reds : straight),
  };
};

const nonZero = ({ yellow, secondYellow, red }: Count): CardTotals => ({
  ...(yellow === 0 ? {} : { yellow }),
  ...(secondYellow === 0 ? {} : { secondYellow }),
  ...(red === 0 ? {} : { red }),
});
