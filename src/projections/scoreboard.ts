import { partsOfMatch } from '../journal/projection.ts';
import type { ClubCode } from '../match/fixture.ts';
import { extraTimePlayed } from '../match/laws/extra-time.ts';
import type { Score } from '../match/laws/tie.ts';
import { initialState, type MatchState } from '../match/state.ts';
import { comparePeriod } from '../match/time.ts';
import type { ScoreboardSide, ScoreboardView } from './views.ts';

/** The score of the leg being played, by side. */
export const scoreboard = partsOfMatch<ScoreboardView>(
  initialState,
  (before, after) =>
    before.tally !== after.tally ||
    before.shootout !== after.shootout ||
    before.clock.base !== after.clock.base ||
    before.clock.period !== after.clock.period ||
    before.leg !== after.leg,
  (match) => {
    const { clock, tally, sides } = match;
    const extraTime = extraTimePlayed(match);
    const level = clock.period === 'ENT' || clock.period === 'PEN';
    return {
      home: side(match, sides.home, tally.home),
      away: side(match, sides.away, tally.away),
      ...(comparePeriod(clock.base, 'HT') >= 0 ? { halfTime: tally.firstHalf } : {}),
      ...(extraTime || level || match.shootout !== undefined ? { normalTime: tally.normal } : {}),
      ...(extraTime ? { extraTime: tally.extra } : {}),
      ...(match.shootout === undefined ? {} : { shootout: kicks(match) }),
    };
  },
);

const side = ({ fixture }: MatchState, club: ClubCode, score: number): ScoreboardSide => ({
  club,
  name: fixture.clubs[club]?.name ?? club,
  score,
});

const kicks = ({ shootout, sides }: MatchState): Score => ({
  home: shootout?.score[sides.home] ?? 0,
  away: shootout?.score[sides.away] ?? 0,
});
