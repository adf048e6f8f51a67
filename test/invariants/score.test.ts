import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { referencesOf } from '../../src/journal/references.ts';
import { breachesOf } from '../../src/match/decide.ts';
import { isOnPitch } from '../../src/match/laws/numbers.ts';
import { evolve, initialState } from '../../src/match/state.ts';
import { compareTime, isHalf } from '../../src/match/time.ts';
import { history } from '../../src/playback/views.ts';
import type { TimelineItem, Views } from '../../src/projections/views.ts';
import { amendment, anyFeed, anyMishaps, byAnother, type Feed, feedOf, flipped, moved } from './support/feeds.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, endOf, retold, viewsOf } from './support/match.ts';
import { type Match, playOut } from './support/matchday.ts';
import { anyPlan, STRAIGHT_TO_KICKS } from './support/plan.ts';

const SIDES = ['home', 'away'] as const;
const manyGoals = [
  'goal',
  'goal',
  'penalty',
  'goal-at-the-monitor',
  'penalty-at-the-monitor',
  'red',
  'change',
] as const;

/** Without what sources say of the score, so that goals alone make it. */
const byGoalsAlone = (recording: Recording): Recording =>
  retold(
    recording,
    recording.entries.filter((entry) => entry.kind === 'retraction' || entry.event.type !== 'snapshot'),
  );

const anyTold = anyFeed({ play: manyGoals }).map((feed) => ({ ...feed, recording: byGoalsAlone(feed.recording) }));

/** The goals of the leg that count, as the timeline has them, in match order. */
const standing = ({ timeline, clock }: Views): (TimelineItem & { id: string })[] =>
  Object.entries(timeline)
    .map(([id, item]) => ({ ...item, id }))
    .filter((item) => item.kind === 'goal' && item.at.leg === clock.leg && counts(item))
    .sort((a, b) => compareTime(a.at, b.at) || a.order - b.order);

const counts = ({ supersededBy, retractedBy, status }: TimelineItem): boolean =>
  supersededBy === undefined && retractedBy === undefined && status === undefined;

const clubOn = ({ scoreboard }: Views, side: (typeof SIDES)[number]): string => scoreboard[side].club;

describe('the score', () => {
  const isTheStandingGoals = ({ recording }: { recording: Recording }): void => {
    const folded = history(recording);
    for (let cursor = 0; cursor <= folded.length; cursor += 1) {
      const views = folded.viewsAt(cursor);
      for (const side of SIDES) {
        const goals = standing(views).filter(({ club }) => club === clubOn(views, side));
        expect([cursor, side, views.scoreboard[side].score]).toEqual([cursor, side, goals.length]);
      }
    }
  };
  invariant(
    'I18: the score is the goals that stand, an own goal for the opponents, and never less than none',
    anyTold,
    isTheStandingGoals,
    { runs: 20 },
  );

  invariant(
    'I19: kicks from the penalty mark change neither score nor scorers',
    anyMatch({ settings: [STRAIGHT_TO_KICKS, { legs: 2 }, { legs: 1 }], most: 4 }),
    ({ recording }) => {
      const kickless = viewsOf(retold(recording, withoutKicks(recording)));
      const views = viewsOf(recording);
      expect([views.scoreboard.home, views.scoreboard.away]).toEqual([
        kickless.scoreboard.home,
        kickless.scoreboard.away,
      ]);
      expect(views.aggregate?.score).toEqual(kickless.aggregate?.score);
      expect(scorers(views)).toEqual(scorers(kickless));
    },
  );

  invariant(
    'I20: what each scored, what opponents put into their own net and what nobody is named for add up',
    anyFeed({ play: manyGoals }),
    ({ recording }) => {
      const folded = history(recording);
      const { tally, sides, roster } = folded.stateAt(folded.length);
      const goals = standing(endOf(folded));
      for (const side of SIDES) {
        const theirs = goals.filter(({ club }) => club === sides[side]);
        const of = (person: string | undefined) => (person === undefined ? undefined : roster.get(person)?.club);
        const own = theirs.filter((goal) => goal.own === true).length;
        const scored = theirs.filter((goal) => goal.own !== true && of(goal.person) === sides[side]).length;
        const unnamed = theirs.length - own - scored;
        expect(scored + own + unnamed + tally.unattributed[side]).toBe(tally[side]);
        // Nobody scores for the others by accident of the books.
        expect(
          theirs.every((goal) => goal.own === true || goal.person === undefined || of(goal.person) === goal.club),
        ).toBe(true);
      }
    },
  );

  const anyGoal = fc
    .tuple(anyMatch({ play: manyGoals }), fc.nat(100), fc.nat(60))
    .map(([match, which, how]) => ({ ...match, which, how }));
  invariant(
    'I21: another scorer, another minute or another assist leaves the score; another side moves one goal',
    anyGoal,
    ({ recording, which, how }) => {
      const told = byGoalsAlone(recording);
      const before = viewsOf(told);
      const goals = standing(before).filter(({ id }) => !isNamed(told, id));
      const goal = goals[which % Math.max(1, goals.length)];
      const entry = told.entries.find((one) => one.kind === 'event' && one.id === goal?.id);
      if (goal === undefined || entry?.kind !== 'event' || entry.event.type !== 'goal') return;
      const { assist: _assist, ...alone } = entry.event;
      for (const event of [byAnother(entry.event, how), moved(entry.event, how), alone]) {
        const after = viewsOf(retold(told, [...told.entries, amendment(entry, event)]));
        expect([after.scoreboard.home, after.scoreboard.away]).toEqual([
          before.scoreboard.home,
          before.scoreboard.away,
        ]);
      }
      const turned = viewsOf(retold(told, [...told.entries, amendment(entry, flipped(entry.event))]));
      for (const side of SIDES) {
        const gain = goal.club === clubOn(before, side) ? -1 : 1;
        expect(turned.scoreboard[side].score).toBe(before.scoreboard[side].score + gain);
      }
    },
  );

  invariant(
    'I22: the parts of the match add up to it',
    anyTold,
    ({ recording }) => {
      const folded = history(recording);
      for (let cursor = 0; cursor <= folded.length; cursor += 1) {
        const views = folded.viewsAt(cursor);
        const { halfTime, normalTime, extraTime } = views.scoreboard;
        for (const side of SIDES) {
          const { score } = views.scoreboard[side];
          const inPeriods = (periods: readonly string[]) =>
            standing(views).filter(({ club, at }) => club === clubOn(views, side) && periods.includes(at.period))
              .length;
          if (halfTime !== undefined) expect(halfTime[side]).toBe(inPeriods(['pre', '1H', 'HT']));
          if (normalTime !== undefined) expect(normalTime[side] + (extraTime?.[side] ?? 0)).toBe(score);
          if (extraTime !== undefined) expect(extraTime[side]).toBe(inPeriods(['ET1', 'ETHT', 'ET2', 'EET']));
        }
      }
    },
    { runs: 20 },
  );

  invariant('I23: beside the n-th goal stands the score of the first n', anyTold, ({ recording }) => {
    const views = viewsOf(recording);
    const running = { home: 0, away: 0 };
    for (const goal of standing(views)) {
      running[goal.club === clubOn(views, 'home') ? 'home' : 'away'] += 1;
      expect([goal.id, goal.score]).toEqual([goal.id, running]);
    }
  });

  invariant('I24: a goal that doesn’t count is shown all the same, with the reason', anyTold, ({ recording }) => {
    const folded = history(recording);
    const views = endOf(folded);
    for (const entry of recording.entries) {
      if (entry.kind !== 'event' || entry.event.type !== 'goal') continue;
      const item = views.timeline[entry.id];
      expect(item).toBeDefined();
      if (item === undefined || counts(item)) continue;
      const causes = [item.supersededBy, item.retractedBy].filter((cause) => cause !== undefined);
      for (const cause of causes)
        expect(recording.entries.some((one) => one.kind !== 'event' || one.id === cause)).toBe(true);
      expect(causes.length > 0 || item.status !== undefined).toBe(true);
      expect(standing(views).map(({ id }) => id)).not.toContain(entry.id);
    }
  });
});

describe('a goal by the Laws', () => {
  const followsAKickOff = ({ steps }: Match): void => {
    let since: 'kicked-off' | string = 'kicked-off';
    for (const { id, event, after } of steps) {
      if (
        event.type === 'kick-off' ||
        event.type === 'half-time' ||
        event.type === 'full-time' ||
        event.type === 'period-end'
      )
        since = 'kicked-off';
      if (event.type !== 'goal') continue;
      if (since !== 'kicked-off') expect([id, after.superseded[since] !== undefined]).toEqual([id, true]);
      since = id;
    }
  };
  invariant(
    'I25: between two goals there is a kick-off, unless the first of them was taken away',
    anyMatch({ play: manyGoals }),
    followsAKickOff,
  );

  invariant(
    'I26: no goal but with the ball in play, or from a penalty, or given at the monitor',
    anyMatch({ play: manyGoals }),
    ({ steps }) => {
      for (const { event, before } of steps) {
        if (event.type !== 'goal' || event.review !== undefined) continue;
        const { clock, standing: result } = before;
        expect(isHalf(event.at.period) && clock.base === event.at.period && clock.status === undefined).toBe(true);
        expect(result.over && result.endsPlay).toBe(false);
        expect(['kick-off', 'penalty']).not.toContain(clock.restart?.kind);
        const scored = event.penalty === undefined ? undefined : before.decisions.get(event.penalty);
        if (event.penalty !== undefined)
          expect([scored?.type, before.superseded[event.penalty]]).toEqual(['penalty', undefined]);
      }
    },
  );

  const anyStranger = fc
    .tuple(anyPlan({ play: manyGoals }), anyMishaps(['wrong-person', 'amended', 'dropped', 'late'], 14))
    .map(([plan, mishaps]) => feedOf(playOut(plan), mishaps));
  const isFlaggedUnlessPlaying = ({ recording }: Feed): void => {
    const folded = history(recording);
    const { timeline } = endOf(folded);
    let state = initialState(recording.header.fixture);
    for (const { id, event } of folded.believedAt(folded.length)) {
      if (event.type === 'goal' && event.by !== undefined && !isOnPitch(state, event.by)) {
        expect([id, timeline[id]?.irregular]).not.toEqual([id, undefined]);
        expect(breachesOf(state, event)).not.toEqual([]);
      }
      state = evolve(state, { id, event });
    }
  };
  invariant('I27: whoever scores was on the pitch, or the goal is flagged', anyStranger, isFlaggedUnlessPlaying);
});

describe('these laws can fail', () => {
  test('a score that counts what was disallowed is found out', () => {
    const greedy = ({ recording }: Feed): void => {
      const views = viewsOf(recording);
      const all = Object.values(views.timeline).filter(({ kind, at }) => kind === 'goal' && at.leg === views.clock.leg);
      expect(views.scoreboard.home.score + views.scoreboard.away.score).toBe(all.length);
    };
    expect(refuted(anyTold, greedy)).toBe(true);
  });

  test('a score that counts kicks is found out', () => {
    const counted = ({ recording }: Match): void => {
      const { scoreboard } = viewsOf(recording);
      expect(scoreboard.shootout?.home ?? 0).toBe(0);
    };
    expect(refuted(anyMatch({ settings: [STRAIGHT_TO_KICKS] }), counted)).toBe(true);
  });

  test('a feed in which goals follow on goals is found out', () => {
    const withoutKickOffs = anyMatch({ play: manyGoals }).map((match) => ({
      ...match,
      steps: match.steps.filter(({ event }) => event.type !== 'kick-off'),
    }));
    const strict = ({ steps }: Pick<Match, 'steps'>): void => {
      const types = steps.map(({ event }) => event.type).filter((type) => type === 'goal' || type === 'kick-off');
      expect(types.join(' ')).not.toContain('goal goal');
    };
    expect(refuted(withoutKickOffs, strict)).toBe(true);
  });
});

const scorers = ({ timeline }: Views) =>
  Object.entries(timeline)
    .filter(([, { kind }]) => kind === 'goal')
    .map(([id, { person, own, score }]) => [id, person, own, score]);

/** Kicks, and what is about them or happened among them. */
const withoutKicks = ({ entries }: Recording) => {
  const gone = new Set<string>();
  return entries.filter((entry) => {
    if (entry.kind !== 'event') return true;
    const leansOn = referencesOf(entry.event).some((id) => gone.has(id));
    if (entry.event.at.period !== 'PEN' && entry.event.type !== 'kick' && !leansOn) return true;
    gone.add(entry.id);
    return false;
  });
};

/** Whether something else hangs on it. */
const isNamed = ({ entries }: Recording, id: string): boolean =>
  entries.some((entry) => entry.kind === 'event' && referencesOf(entry.event).includes(id));
