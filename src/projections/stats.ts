import { type Believed, lookedAt, type Projection } from '../journal/projection.ts';
import type { EventOf, EventType, MatchEvent } from '../match/event.ts';
import type { ClubCode } from '../match/fixture.ts';
import { scoringClub } from '../match/laws/goals.ts';
import { Register } from '../match/ledger.ts';
import { clubOf, type MatchState, opponentsOf } from '../match/state.ts';
import type { StatsSide, StatsView } from './views.ts';

/** What the journal's events count, and what sources report, side by side and never mixed. Of the leg being played. */
export const stats: Projection<Counting, Believed, StatsView> = {
  init: (fixture) => fresh(fixture.legs[0]?.home ?? 'HOM', fixture.legs[0]?.away ?? 'AWY'),
  evolve: (state, { id, event, before, after }) => {
    const start = before.leg === after.leg ? state : fresh(after.sides.home, after.sides.away);
    return reported(withdrawn(counted(start, id, event, before, after), before, after), event);
  },
  view: (state) => viewOf(state),
};

interface Counting {
  readonly home: Sums;
  readonly away: Sums;
  /** What each decision added, so that it can be taken away when a review supersedes it. */
  readonly added: Register<Added>;
}

/** Every touch of a match comes by here, so a side's counts are a list that is quick to copy. */
interface Sums {
  readonly club: ClubCode;
  /** In the order of COUNTED. */
  readonly counts: readonly number[];
  readonly reported: StatsSide['reported'];
}

interface Added {
  readonly id: string;
  readonly club: ClubCode;
  readonly counts: Counts;
}

const COUNTED = [
  'shots',
  'shotsOnTarget',
  'shotsOffTarget',
  'shotsBlocked',
  'woodwork',
  'penalties',
  'ownGoals',
  'chances',
  'xg',
  'corners',
  'offsides',
  'fouls',
  'handballs',
  'freeKicks',
  'throwIns',
  'goalKicks',
  'touches',
  'passes',
  'passesCompleted',
] as const;
type Counted = (typeof COUNTED)[number];

const PLACE = Object.fromEntries(COUNTED.map((name, place) => [name, place])) as Readonly<Record<Counted, number>>;

type Counts = Readonly<Partial<Record<Counted, number>>>;

/** What one event adds to a side's counts. A penalty and the goal that names it are one shot. */
const countsOf = (event: MatchEvent, match: MatchState): readonly [ClubCode | undefined, Counts] => {
  const club = clubOf(match, event);
  switch (event.type) {
    case 'goal':
      // Law 10.3: kicks from the penalty mark are no shots of the match.
      if (event.tentative === true || event.at.period === 'PEN') return NOTHING;
      if (event.own === true) return [offenders(match, event), { ownGoals: 1 }];
      if (event.penalty !== undefined) return NOTHING;
      return [club, { shots: 1, shotsOnTarget: 1, ...xgOf(event) }];
    case 'shot':
      if (event.penalty !== undefined) return NOTHING;
      return [club, { shots: 1, ...SHOT_COUNTS[event.outcome ?? ''], ...xgOf(event) }];
    case 'penalty':
      if (event.outcome === 'not-taken') return NOTHING;
      return [club, { shots: 1, penalties: 1, ...SHOT_COUNTS[event.outcome ?? ''], ...xgOf(event) }];
    case 'offside':
    case 'corner':
    case 'foul':
    case 'handball':
    case 'chance':
    case 'throw-in':
    case 'goal-kick':
    case 'free-kick':
      return [club, ONE_OF_THEM[event.type]];
    case 'touch':
      return [club, touchCounts(event.kind, event.outcome)];
    default:
      return NOTHING;
  }
};

const NOTHING: readonly [undefined, Counts] = [undefined, {}];

const ONE_OF_THEM = {
  offside: { offsides: 1 },
  corner: { corners: 1 },
  foul: { fouls: 1 },
  handball: { handballs: 1 },
  chance: { chances: 1 },
  'throw-in': { throwIns: 1 },
  'goal-kick': { goalKicks: 1 },
  'free-kick': { freeKicks: 1 },
} as const satisfies Partial<Record<EventType, Counts>>;

const SHOT_COUNTS: Readonly<Record<string, Counts>> = {
  scored: { shotsOnTarget: 1 },
  saved: { shotsOnTarget: 1 },
  'off-target': { shotsOffTarget: 1 },
  blocked: { shotsBlocked: 1 },
  woodwork: { woodwork: 1 },
};

const touchCounts = (kind: string | undefined, outcome: string | undefined): Counts =>
  kind !== 'pass' ? TOUCH : outcome === 'complete' ? COMPLETED_PASS : PASS;

const TOUCH: Counts = { touches: 1 };
const PASS: Counts = { touches: 1, passes: 1 };
const COMPLETED_PASS: Counts = { touches: 1, passes: 1, passesCompleted: 1 };

const xgOf = ({ xg }: { readonly xg?: number }): Counts => (xg === undefined ? {} : { xg });

/** Own goals are counted for those who scored them. */
const offenders = (match: MatchState, event: EventOf<'goal'>): ClubCode | undefined => {
  const club = scoringClub(match, event);
  return club === undefined ? undefined : opponentsOf(match, club);
};

const counted = (state: Counting, id: string, event: MatchEvent, before: MatchState, after: MatchState): Counting => {
  const [club, counts] = countsOf(event, after);
  if (club === undefined) return state;
  // What is no decision can't be superseded, and is never taken away.
  const isDecision = before.decisions !== after.decisions;
  if (isDecision && id in after.superseded) return state;
  const next = withCounts(state, club, counts, 1);
  return isDecision && next !== state ? { ...next, added: state.added.append({ id, club, counts }) } : next;
};

/** A decision that a review superseded is no longer counted: a corner that became a penalty is no corner. */
const withdrawn = (state: Counting, before: MatchState, after: MatchState): Counting => {
  if (before.superseded === after.superseded) return state;
  let next = state;
  for (const id of new Set([...Object.keys(before.superseded), ...Object.keys(after.superseded)])) {
    const [stood, stands] = [!(id in before.superseded), !(id in after.superseded)];
    const added = stood === stands ? undefined : next.added.get(id);
    if (added !== undefined) next = withCounts(next, added.club, added.counts, stands ? 1 : -1);
  }
  return next;
};

const withCounts = (state: Counting, club: ClubCode, counts: Counts, times: 1 | -1): Counting => {
  const { home, away, added } = state;
  if (club === home.club) return { home: plus(home, counts, times), away, added };
  return club === away.club ? { home, away: plus(away, counts, times), added } : state;
};

const plus = ({ club, counts, reported }: Sums, more: Counts, times: 1 | -1): Sums => {
  const sums = counts.slice();
  for (const name in more) {
    const place = PLACE[name as Counted];
    const sum = (sums[place] ?? 0) + times * (more[name as Counted] ?? 0);
    // Sums of decimals (xG) are kept as a person would write them.
    sums[place] = Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6;
  }
  return { club, counts: sums, reported };
};

const reported = (state: Counting, event: MatchEvent): Counting => {
  if (event.type === 'statistics' && (event.scope ?? 'match') === 'match') return withReported(state, event.clubs);
  if (event.type !== 'possession') return state;
  const clubs = Object.entries(event.clubs).map(([club, possession]) => [club, { possession }]);
  return withReported(state, Object.fromEntries(clubs));
};

const withReported = ({ home, away, added }: Counting, clubs: Readonly<Record<ClubCode, Figures>>): Counting => ({
  home: saying(home, clubs[home.club]),
  away: saying(away, clubs[away.club]),
  added,
});

type Figures = Readonly<Record<string, number>>;

const saying = (side: Sums, figures: Figures | undefined): Sums =>
  figures === undefined ? side : { ...side, reported: { ...side.reported, ...figures } };

const fresh = (home: ClubCode, away: ClubCode): Counting => ({
  home: { club: home, counts: COUNTED.map(() => 0), reported: undefined },
  away: { club: away, counts: COUNTED.map(() => 0), reported: undefined },
  added: Register.empty<Added>(),
});

const viewOf = lookedAt(
  ({ home, away }: Counting): StatsView => ({ [home.club]: sideOf(home), [away.club]: sideOf(away) }),
);

const sideOf = lookedAt(
  ({ counts, reported }: Sums): StatsSide => ({
    counted: Object.fromEntries(COUNTED.flatMap((name, place) => (counts[place] ? [[name, counts[place]]] : []))),
    ...(reported === undefined ? {} : { reported }),
  }),
);
