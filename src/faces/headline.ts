import { formatScore, shortNameOf } from '../english/words.ts';
import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import type { Score } from '../match/laws/tie.ts';
import { compareTime } from '../match/time.ts';
import type { KickView, TimelineItem, Views } from '../projections/views.ts';
import { nameOrSomebody } from './names.ts';
import { stands } from './tone.ts';
import { words } from './words.ts';

/** What stands at the top of a match: who, how many, and what it means for the tie. */
export interface Headline {
  readonly home: HeadlineSide;
  readonly away: HeadlineSide;
  /** `UEFA Champions League 2025/26 · Knockout phase play-off · second leg`; empty where the fixture says nothing. */
  readonly occasion: string;
  readonly venue?: string;
  readonly halfTime?: Score;
  readonly extraTime?: Score;
  /** Absent outside a tie of two legs. */
  readonly tie?: HeadlineTie;
  readonly shootout?: HeadlineShootout;
  /** `Atalanta go through`, `A draw`: once it's settled, or as it stands; absent before there is anything to say. */
  readonly verdict?: string;
  /** The verdict is no longer `as it stands`. */
  readonly settled: boolean;
}

export interface HeadlineSide {
  readonly club: ClubCode;
  readonly name: string;
  readonly short: string;
  /** As the fixture has them: any CSS colour, mostly `#1e71b8`. */
  readonly colours?: { readonly main: string; readonly text?: string };
  readonly score: number;
  /** Absent before the line-ups are known. */
  readonly onPitch?: number;
  /** Sent off: footballers, substitutes and staff. */
  readonly dismissed: number;
  readonly yellow: number;
  readonly scorers: readonly Scorer[];
}

export interface Scorer {
  readonly id: string;
  readonly name: string;
  readonly person?: PersonId;
  readonly label: string;
  readonly own: boolean;
  readonly penalty: boolean;
}

export interface HeadlineTie {
  /** From the home side of the leg being played. */
  readonly score: Score;
  readonly level: boolean;
  readonly leader?: ClubCode;
  /** `2–0 on aggregate` is words; this is the first leg once the second is on: `First leg: Dortmund 2–0 Atalanta`. */
  readonly firstLeg?: string;
  readonly text: string;
}

export interface HeadlineShootout {
  readonly score: Score;
  readonly text: string;
  readonly home: readonly HeadlineKick[];
  readonly away: readonly HeadlineKick[];
  readonly winner?: ClubCode;
}

export interface HeadlineKick {
  readonly number: number;
  readonly name: string;
  readonly scored: boolean;
  readonly outcome: KickView['outcome'];
}

type Seen = Pick<
  Views,
  'clock' | 'scoreboard' | 'aggregate' | 'cards' | 'lineups' | 'shootout' | 'timeline' | 'result'
>;

export const headlineOf = (views: Seen, fixture: Fixture): Headline => {
  const { clock, scoreboard } = views;
  const verdict = verdictOf(views, fixture);
  const tie = tieOf(views, fixture);
  const shootout = shootoutOf(views, fixture);
  const venue = fixture.legs[clock.leg - 1]?.venue;
  return {
    home: sideOf('home', views, fixture),
    away: sideOf('away', views, fixture),
    occasion: occasionOf(fixture, clock.leg),
    ...(venue === undefined ? {} : { venue }),
    ...(scoreboard.halfTime === undefined ? {} : { halfTime: scoreboard.halfTime }),
    ...(scoreboard.extraTime === undefined ? {} : { extraTime: scoreboard.extraTime }),
    ...(tie === undefined ? {} : { tie }),
    ...(shootout === undefined ? {} : { shootout }),
    ...(verdict === undefined ? {} : { verdict }),
    settled: views.aggregate === undefined ? views.result.status !== 'none' : views.aggregate.advancing !== undefined,
  };
};

const sideOf = (side: 'home' | 'away', views: Seen, fixture: Fixture): HeadlineSide => {
  const { club, name, score } = views.scoreboard[side];
  const { main, text } = fixture.clubs[club]?.colours ?? {};
  const { yellow = 0, secondYellow = 0, red = 0 } = views.cards.totals[club] ?? {};
  const team = views.lineups[club];
  return {
    club,
    name,
    short: shortNameOf(fixture, club),
    ...(main === undefined ? {} : { colours: { main, ...(text === undefined ? {} : { text }) } }),
    score,
    ...(team === undefined || Object.keys(team.onPitch).length === 0 ? {} : { onPitch: team.count }),
    dismissed: secondYellow + red,
    yellow,
    scorers: scorersOf(club, views, fixture),
  };
};

const scorersOf = (club: ClubCode, { timeline, clock }: Seen, fixture: Fixture): Scorer[] => {
  const goals: (readonly [string, TimelineItem])[] = [];
  const penalties: TimelineItem[] = [];
  for (const [id, item] of Object.entries(timeline)) {
    if (item.at.leg !== clock.leg || item.club !== club || !stands(item)) continue;
    // A tentative goal has no score.
    if (item.kind === 'goal' && item.score !== undefined) goals.push([id, item]);
    if (item.kind === 'penalty' && item.outcome === 'scored') penalties.push(item);
  }
  return goals
    .sort(([, a], [, b]) => compareTime(a.at, b.at) || a.order - b.order)
    .map(([id, goal]) => ({
      id,
      name: nameOrSomebody(fixture, goal.person),
      ...(goal.person === undefined ? {} : { person: goal.person }),
      label: goal.label,
      own: goal.own === true,
      penalty: penalties.some(({ at, person }) => compareTime(at, goal.at) === 0 && person === goal.person),
    }));
};

const tieOf = ({ aggregate, scoreboard, clock }: Seen, fixture: Fixture): HeadlineTie | undefined => {
  if (aggregate === undefined) return undefined;
  const score = {
    home: aggregate.score[scoreboard.home.club] ?? 0,
    away: aggregate.score[scoreboard.away.club] ?? 0,
  };
  const first = aggregate.legs.leg1;
  return {
    score,
    level: aggregate.level,
    ...(aggregate.leader === undefined ? {} : { leader: aggregate.leader }),
    ...(first === undefined || clock.leg === 1
      ? {}
      : {
          firstLeg: words.firstLeg(
            shortNameOf(fixture, first.home),
            formatScore({ home: first.score[first.home] ?? 0, away: first.score[first.away] ?? 0 }),
            shortNameOf(fixture, first.away),
          ),
        }),
    text: words.onAggregate(formatScore(score)),
  };
};

const verdictOf = ({ aggregate, result, clock }: Seen, fixture: Fixture): string | undefined => {
  const { standing } = words;
  if (aggregate === undefined) {
    if (result.winner !== undefined) return standing.won(shortNameOf(fixture, result.winner), result.by);
    return result.level === true ? standing.drawn : undefined;
  }
  if (aggregate.advancing !== undefined)
    return standing.through(shortNameOf(fixture, aggregate.advancing), aggregate.by);
  const { advancing, by, needs } = aggregate.asItStands ?? aggregate;
  if (advancing !== undefined) return standing.leadThrough(shortNameOf(fixture, advancing), by);
  if (needs !== undefined) return standing.needs(needs);
  if (aggregate.leader !== undefined) return standing.leadFirst(shortNameOf(fixture, aggregate.leader));
  return clock.leg === 1 && clock.period === 'pre' ? undefined : standing.level;
};

const shootoutOf = ({ shootout, scoreboard }: Seen, fixture: Fixture): HeadlineShootout | undefined => {
  if (shootout === undefined) return undefined;
  const kicksOf = (club: ClubCode): HeadlineKick[] =>
    Object.values(shootout.kicks)
      .filter((kick) => kick.club === club && kick.superseded !== true)
      .sort((a, b) => a.order - b.order)
      .map(({ number, by, outcome }) => ({
        number,
        name: nameOrSomebody(fixture, by),
        scored: outcome === 'scored',
        outcome,
      }));
  const score = {
    home: shootout.score[scoreboard.home.club] ?? 0,
    away: shootout.score[scoreboard.away.club] ?? 0,
  };
  return {
    score,
    text: words.standing.shootout(formatScore(score)),
    home: kicksOf(scoreboard.home.club),
    away: kicksOf(scoreboard.away.club),
    ...(shootout.winner === undefined ? {} : { winner: shootout.winner }),
  };
};

const occasionOf = ({ competition, season, round, legs }: Fixture, leg: number): string =>
  [
    [competition, season].filter((word) => word !== undefined).join(' '),
    round ?? '',
    legs.length > 1 ? words.leg(leg) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
