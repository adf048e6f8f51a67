import type { Believed, Projection } from '../journal/projection.ts';
import type { EventOf, EventType, MatchEvent } from '../match/event.ts';
import type { ClubCode } from '../match/fixture.ts';
import { scoringClub } from '../match/laws/goals.ts';
import { Register } from '../match/ledger.ts';
import { clubOf, type MatchState, opponentsOf } from '../match/state.ts';
import type { StatsSide, StatsView } from './views.ts';

/** What the journal's events count, and what sources report, side by side and never mixed. Of the leg being played. */
export const stats: Projection<Counting, Believed, StatsView> = {
  init: (fixture) => fresh([fixture.legs[0]?.home ?? 'HOM', fixture.legs[0]?.away ?? 'AWY']),
  evolve: (state, { id, event, before, after }) => {
    const start = before.leg === after.leg ? state : fresh([after.sides.home, after.sides.away]);
    return reported(withdrawn(counted(start, id, event, after), before, after), event);
  },
  view: ({ view }) => view,
};

interface Counting {
  readonly view: StatsView;
  /** What each decision added, so that it can be taken away when a review supersedes it. */
  readonly added: Register<Added>;
}

interface Added {
  readonly id: string;
  readonly club: ClubCode;
  readonly counts: Counts;
}

type Counts = Readonly<Record<string, number>>;

/** What one event adds to a side's counts. A penalty and the goal that names it are one shot. */
const countsOf = (event: MatchEvent, match: MatchState): [ClubCode | undefined, Counts] => {
  const club = clubOf(match, event);
  switch (event.type) {
    case 'goal':
      // Law 10.3: kicks from the penalty mark are no shots of the match.
      if (event.tentative === true || event.at.period === 'PEN') return [club, {}];
      if (event.own === true) return [offenders(match, event), { ownGoals: 1 }];
      return [club, event.penalty === undefined ? { shots: 1, shotsOnTarget: 1, ...xgOf(event) } : {}];
    case 'shot':
      return [
        club,
        event.penalty === undefined ? { shots: 1, ...SHOT_COUNTS[event.outcome ?? ''], ...xgOf(event) } : {},
      ];
    case 'penalty':
      if (event.outcome === 'not-taken') return [club, {}];
      return [club, { shots: 1, penalties: 1, ...SHOT_COUNTS[event.outcome ?? ''], ...xgOf(event) }];
    case 'offside':
    case 'corner':
    case 'foul':
    case 'handball':
    case 'chance':
    case 'throw-in':
    case 'goal-kick':
    case 'free-kick':
      return [club, { [PLURAL[event.type] ?? event.type]: 1 }];
    case 'touch':
      return [club, touchCounts(event.kind, event.outcome)];
    default:
      return [undefined, {}];
  }
};

const PLURAL: Partial<Record<EventType, string>> = {
  offside: 'offsides',
  corner: 'corners',
  foul: 'fouls',
  handball: 'handballs',
  chance: 'chances',
  'throw-in': 'throwIns',
  'goal-kick': 'goalKicks',
  'free-kick': 'freeKicks',
};

const SHOT_COUNTS: Readonly<Record<string, Counts>> = {
  scored: { shotsOnTarget: 1 },
  saved: { shotsOnTarget: 1 },
  'off-target': { shotsOffTarget: 1 },
  blocked: { shotsBlocked: 1 },
  woodwork: { woodwork: 1 },
};

const touchCounts = (kind: string | undefined, outcome: string | undefined): Counts =>
  kind === 'pass'
    ? { touches: 1, passes: 1, ...(outcome === 'complete' ? { passesCompleted: 1 } : {}) }
    : { touches: 1 };

const xgOf = ({ xg }: { readonly xg?: number }): Counts => (xg === undefined ? {} : { xg });

/** Own goals are counted for those who scored them. */
const offenders = (match: MatchState, event: EventOf<'goal'>): ClubCode | undefined => {
  const club = scoringClub(match, event);
  return club === undefined ? undefined : opponentsOf(match, club);
};

const counted = (state: Counting, id: string, event: MatchEvent, match: MatchState): Counting => {
  const [club, counts] = countsOf(event, match);
  if (club === undefined || id in match.superseded) return state;
  const view = withCounts(state.view, club, counts, 1);
  const decided = match.decisions.get(id) !== undefined;
  return { view, added: decided ? state.added.append({ id, club, counts }) : state.added };
};

/** A decision that a review superseded is no longer counted: a corner that became a penalty is no corner. */
const withdrawn = (state: Counting, before: MatchState, after: MatchState): Counting => {
  if (before.superseded === after.superseded) return state;
  let { view } = state;
  for (const id of new Set([...Object.keys(before.superseded), ...Object.keys(after.superseded)])) {
    const [stood, stands] = [!(id in before.superseded), !(id in after.superseded)];
    const added = stood === stands ? undefined : state.added.get(id);
    if (added !== undefined) view = withCounts(view, added.club, added.counts, stands ? 1 : -1);
  }
  return view === state.view ? state : { ...state, view };
};

const withCounts = (view: StatsView, club: ClubCode, counts: Counts, times: 1 | -1): StatsView => {
  const side = view[club];
  const names = Object.keys(counts);
  if (side === undefined || names.length === 0) return view;
  const next: Record<string, number> = { ...side.counted };
  for (const name of names) {
    const sum = (next[name] ?? 0) + times * (counts[name] ?? 0);
    // Sums of decimals (xG) are kept as a person would write them.
    next[name] = Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6;
    if (next[name] === 0) delete next[name];
  }
  return { ...view, [club]: { ...side, counted: next } };
};

const reported = (state: Counting, event: MatchEvent): Counting => {
  if (event.type === 'statistics' && (event.scope ?? 'match') === 'match') return withReported(state, event.clubs);
  if (event.type !== 'possession') return state;
  const clubs = Object.entries(event.clubs).map(([club, possession]) => [club, { possession }]);
  return withReported(state, Object.fromEntries(clubs));
};

const withReported = (state: Counting, clubs: Readonly<Record<ClubCode, Counts>>): Counting => {
  const view: Record<ClubCode, StatsSide> = { ...state.view };
  for (const [club, figures] of Object.entries(clubs)) {
    const side = view[club];
    if (side !== undefined) view[club] = { ...side, reported: { ...side.reported, ...figures } };
  }
  return { ...state, view };
};

const fresh = (clubs: readonly ClubCode[]): Counting => ({
  view: Object.fromEntries(clubs.map((club) => [club, { counted: {} }])),
  added: Register.empty<Added>(),
});
