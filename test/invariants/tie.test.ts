import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import type { Recording } from '../../src/journal/recording.ts';
import { decide } from '../../src/match/decide.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import { resolveTie, type Score } from '../../src/match/laws/tie.ts';
import type { MatchState } from '../../src/match/state.ts';
import { history } from '../../src/playback/views.ts';
import type { Views } from '../../src/projections/views.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, retold, viewsOf } from './support/match.ts';
import type { Match } from './support/matchday.ts';
import { SETTINGS, STRAIGHT_TO_KICKS, UEFA } from './support/plan.ts';
import { anyTie, legGoals, questionOf, RULES, recordingOfTie, type Tie, whoGoesThrough } from './support/ties.ts';

const BOTH_LEGS = SETTINGS.filter(({ legs }) => legs === 2);
const KNOCK_OUT = SETTINGS.filter(({ regulations }) => regulations !== 'domestic-league');
const [NO_AWAY_GOALS] = RULES;

/** A tie with its journal: what it is of, and what a failure is kept as. */
const anyToldTie = (rules: readonly Tie['rules'][] = RULES) =>
  anyTie(rules).map((tie) => ({ tie, recording: recordingOfTie(tie) }));

/** As it was played: what bodies ruled afterwards is left out. */
const asPlayed = ({ recording }: { recording: Recording }): Recording =>
  retold(
    recording,
    recording.entries.filter((entry) => entry.kind !== 'event' || entry.event.type !== 'ruling'),
  );

/** Nobody had to give up, and no body has ruled on the first leg, which decides what the second needs. */
const isPlayedOut = ({ steps, fixture }: Match): boolean =>
  steps.every(
    ({ event }) => event.type !== 'abandoned' && (event.type !== 'ruling' || event.at.leg === fixture.legs.length),
  );

describe('the aggregate', () => {
  invariant(
    'I28: a club’s aggregate is its goals of both legs, at home and away, extra time with them and kicks without',
    anyToldTie(),
    ({ tie, recording }) => {
      const { aggregate } = viewsOf(recording);
      const inExtraTime = questionOf(tie).legs[1]?.extraTime ?? { home: 0, away: 0 };
      expect(aggregate?.score).toEqual({
        HOM: tie.first.away + tie.second.home + inExtraTime.home,
        AWY: tie.first.home + tie.second.away + inExtraTime.away,
      });
      // A body puts another result in the place of the one that was played.
      const ruled = viewsOf(withRuling(recording, { kind: 'awarded', club: 'AWY', score: { home: 0, away: 3 } }));
      expect(ruled.aggregate?.score).toEqual({ HOM: tie.first.away, AWY: tie.first.home + 3 });
    },
  );

  const anyMore = fc
    .tuple(anyTie([NO_AWAY_GOALS]), fc.record({ home: fc.nat(4), away: fc.nat(4) }))
    .map(([tie, more]) => {
      const recording = inNormalTime(tie);
      const first = { home: tie.first.home + more.home, away: tie.first.away + more.away };
      return { more, recording, changed: inNormalTime({ ...tie, first }) };
    });
  invariant(
    'I29: so many goals more in the first leg are so many more in the aggregate, and none in the second leg',
    anyMore,
    ({ more, recording, changed }) => {
      const [before, after] = [viewsOf(recording), viewsOf(changed)];
      expect(after.aggregate?.score).toEqual({
        HOM: (before.aggregate?.score.HOM ?? 0) + more.away,
        AWY: (before.aggregate?.score.AWY ?? 0) + more.home,
      });
      // That it went to extra time is the tie's affair, not the score's.
      const score = ({ home, away, halfTime }: Views['scoreboard']) => ({ home, away, halfTime });
      expect(score(after.scoreboard)).toEqual(score(before.scoreboard));
      expect(after.aggregate?.legs.leg2).toEqual(before.aggregate?.legs.leg2);
    },
  );

  const goalsMoved = (rules: Tie['rules']) =>
    fc.tuple(anyTie([rules]), fc.boolean(), fc.nat(3)).map(([tie, home, most]) => {
      // As many as that side scored in the first leg, and no extra time in either telling.
      const [there, here] = home ? (['away', 'home'] as const) : (['home', 'away'] as const);
      const goals = Math.min(most, tie.first[there]);
      const moved = {
        ...tie,
        first: { ...tie.first, [there]: tie.first[there] - goals },
        second: { ...tie.second, [here]: tie.second[here] + goals },
      };
      return { tie, moved, recording: inNormalTime(tie), other: inNormalTime(moved) };
    });
  const staysTheSame = ({
    tie,
    moved,
    recording,
    other,
  }: {
    tie: Tie;
    moved: Tie;
    recording: Recording;
    other: Recording;
  }) => {
    const normalTime = ({ regulations, legs: [first, last] }: ReturnType<typeof questionOf>) => ({
      ...(regulations === undefined ? {} : { regulations }),
      legs: [first, { home: 'HOM', away: 'AWY', score: (last as typeof first).score }] as [typeof first, typeof first],
    });
    expect(resolveTie(normalTime(questionOf(moved)))).toEqual(resolveTie(normalTime(questionOf(tie))));
    const { legs: _legs, ...before } = viewsOf(recording).aggregate ?? { legs: {} };
    const { legs: _others, ...after } = viewsOf(other).aggregate ?? { legs: {} };
    expect(after).toEqual(before);
  };
  invariant(
    'I34: without away goals it makes no difference in which leg a goal was scored',
    goalsMoved(NO_AWAY_GOALS),
    staysTheSame,
  );

  test('where away goals count, it does', () => {
    expect(refuted(goalsMoved(RULES[1]), staysTheSame)).toBe(true);
  });
});

describe('who goes through', () => {
  const isAsToldInTheBar = ({ tie, recording }: { tie: Tie; recording: Recording }): void => {
    const { club, by } = whoGoesThrough(tie);
    expect(resolveTie(questionOf(tie))).toMatchObject({ advancing: club, by });
    expect(viewsOf(recording).aggregate).toMatchObject({ advancing: club, by });
  };
  invariant(
    'I31: who goes through, and how, follows from scores, regulations and rulings alone',
    anyToldTie(),
    isAsToldInTheBar,
    { runs: 150 },
  );

  invariant(
    'I31: asked anew with what the views show, the answer is what they show',
    anyMatch({ settings: BOTH_LEGS }),
    (match) => {
      const recording = asPlayed(match);
      const folded = history(recording);
      const firstOfSecond = recording.entries.findIndex((entry) => entry.kind === 'event' && entry.event.at.leg === 2);
      const first = folded.viewsAt(firstOfSecond).scoreboard;
      const views = folded.viewsAt(folded.length);
      if (!isPlayedOut(match)) return;
      const { home, away, normalTime = { home: home.score, away: away.score }, extraTime, shootout } = views.scoreboard;
      const answer = resolveTie({
        ...(match.fixture.regulations === undefined ? {} : { regulations: match.fixture.regulations }),
        legs: [
          { home: 'AWY', away: 'HOM', score: { home: first.home.score, away: first.away.score } },
          { home: 'HOM', away: 'AWY', score: normalTime, ...(extraTime === undefined ? {} : { extraTime }) },
        ],
        ...(shootout === undefined ? {} : { shootout }),
      });
      const { aggregate, ...outcome } = answer;
      expect(views.aggregate).toMatchObject({ ...outcome, score: aggregate });
    },
  );

  const endsWithOne = (match: Match): void => {
    if (!isPlayedOut(match)) return;
    const folded = history(asPlayed(match));
    for (let cursor = 0; cursor <= folded.length; cursor += 1) {
      const advancing = through(folded.viewsAt(cursor));
      if (cursor < folded.length && folded.viewsAt(cursor).result.status === 'none') expect(advancing).toBeUndefined();
    }
    expect(['HOM', 'AWY']).toContain(through(folded.viewsAt(folded.length)));
  };
  invariant(
    'I30: nobody is through before the end, and one club at the end of a tie that must be decided',
    anyMatch({ settings: KNOCK_OUT, most: 7 }),
    endsWithOne,
    { runs: 20 },
  );

  test('a draw that stands is found out by it', () => {
    expect(refuted(anyMatch({ settings: [{ legs: 1, regulations: 'domestic-league' }] }), endsWithOne)).toBe(true);
  });
});

describe('what is played to decide it', () => {
  const comesWhenItMust = ({ steps }: Match): void => {
    for (const { event, before } of steps) {
      const { period, elapsed } = event.at;
      if (event.type === 'kick-off' && period === 'ET1' && elapsed === 0) expect(isLevel(before, 'normal')).toBe(true);
      if (event.type !== 'kick' || before.shootout !== undefined) continue;
      expect(isLevel(before, before.rules.extraTime === 'none' ? 'normal' : 'all')).toBe(true);
      expect(before.clock.base).toBe(before.rules.extraTime === 'none' ? 'ENT' : 'EET');
    }
  };
  invariant(
    'I32: extra time is for what is level after ninety minutes, and kicks for what is level after all of it',
    anyMatch({ settings: KNOCK_OUT, most: 6 }),
    comesWhenItMust,
  );

  invariant(
    'I33: no extra time and no kicks where a draw stands, nor in a first leg, however one asks',
    anyMatch({ settings: [...BOTH_LEGS, { legs: 1, regulations: 'domestic-league' }], most: 5 }),
    ({ steps, fixture }) => {
      const last = fixture.regulations === 'domestic-league' ? 2 : 1;
      for (const { event, after } of steps) {
        if (event.at.leg > last || after.leg > last || (fixture.legs.length === 2 && event.at.leg === 2)) continue;
        expect(['ET1', 'ETHT', 'ET2', 'EET', 'PEN']).not.toContain(event.at.period);
        const begun = { type: 'kick-off', at: { leg: event.at.leg, period: 'ET1', elapsed: 0 } } as const;
        const kick = {
          type: 'kick',
          by: 'home-9',
          outcome: 'scored',
          at: { leg: event.at.leg, period: 'PEN', elapsed: 1000 },
        } as const;
        expect([decide(after, begun, 'simulate').kind, decide(after, kick, 'simulate').kind]).toEqual([
          'refused',
          'refused',
        ]);
      }
    },
    { runs: 12 },
  );
});

describe('the result', () => {
  invariant(
    'I35: a result is none, then provisional, then what a body makes of it; and no report undoes a ruling',
    anyMatch({ settings: [UEFA, STRAIGHT_TO_KICKS, ...BOTH_LEGS], most: 6 }),
    ({ recording, steps }) => {
      const folded = history(recording);
      let last = { leg: 1, rank: 0 };
      for (let cursor = 0; cursor <= folded.length; cursor += 1) {
        const { clock, result } = folded.viewsAt(cursor);
        const rank = ['none', 'provisional'].indexOf(result.status);
        const now = { leg: clock.leg, rank: rank === -1 ? 2 : rank };
        // A whistle that is taken back takes the result with it.
        const entry = recording.entries[cursor - 1];
        const reopened = entry?.kind === 'event' && entry.event.type === 'period-reopened';
        if (now.leg === last.leg && !reopened && result.status !== 'pending-ruling')
          expect(now.rank).toBeGreaterThanOrEqual(last.rank);
        last = now;
      }
      for (const kind of ['confirmed', 'awarded', 'annulled'] as const) {
        const ruled = withRuling(asPlayed({ recording }), { kind, club: 'AWY' });
        const status = viewsOf(ruled).result;
        const late = lateReports(
          ruled,
          steps.map(({ event }) => event),
        );
        const after = viewsOf(late).result;
        expect(after.status).toBe(status.status);
        if (kind === 'awarded') expect(after).toEqual(status);
      }
    },
    { runs: 20 },
  );

  invariant(
    'I36: whatever is ruled, what was played stays on record',
    anyMatch({ settings: [UEFA, ...BOTH_LEGS], most: 6 }),
    (match) => {
      const played = asPlayed(match);
      const before = viewsOf(played);
      for (const kind of [
        'confirmed',
        'awarded',
        'annulled',
        'void',
        'replay-ordered',
        'advances',
        'disqualified',
      ] as const) {
        const after = viewsOf(
          withRuling(played, { kind, club: 'AWY', ...(kind === 'awarded' ? { score: { home: 0, away: 3 } } : {}) }),
        );
        expect([after.scoreboard.home, after.scoreboard.away]).toEqual([
          before.scoreboard.home,
          before.scoreboard.away,
        ]);
        expect(goals(after)).toEqual(goals(before));
        const leg2 = after.aggregate?.legs.leg2;
        if (kind === 'awarded' && leg2 !== undefined)
          expect(leg2.played).toEqual({ HOM: before.scoreboard.home.score, AWY: before.scoreboard.away.score });
      }
    },
    { runs: 30 },
  );
});

const through = ({ aggregate, result }: Views): string | undefined =>
  aggregate === undefined ? (result.status === 'none' ? undefined : result.winner) : aggregate.advancing;

const goals = ({ timeline }: Views) =>
  Object.entries(timeline).flatMap(([id, { kind, score, supersededBy }]) =>
    kind === 'goal' ? [{ id, score, supersededBy }] : [],
  );

/** By the goals of all legs, counted afresh, and by away goals where the regulations have them. */
const isLevel = ({ goals, superseded, sides, rules, fixture }: MatchState, until: 'normal' | 'all'): boolean => {
  const standing = [...goals].filter(
    ({ id, at }) => superseded[id] === undefined && (until === 'all' || !at.period.startsWith('ET')),
  );
  const of = (club: string, where?: 'away') =>
    standing.filter((goal) => goal.club === club && (where === undefined || goal.side === where)).length;
  if (of(sides.home) !== of(sides.away)) return false;
  return fixture.legs.length === 1 || !rules.awayGoals || of(sides.home, 'away') === of(sides.away, 'away');
};

const inNormalTime = (tie: Tie): Recording => {
  const ended = recordingOfTie(
    { ...tie, first: { home: 0, away: 0 }, second: { home: 1, away: 0 } },
    {
      goals: (leg, _score: Score) => legGoals(leg, leg === 1 ? tie.first : tie.second),
    },
  );
  return ended;
};

const withRuling = (
  recording: Recording,
  ruling: Partial<Extract<MatchEvent, { type: 'ruling' }>> & { kind: 'awarded' | string },
): Recording => {
  const leg = recording.header.fixture.legs.length;
  const at = { leg, period: 'FT', elapsed: 7_200_000 } as const;
  const event = { type: 'ruling', at, ...ruling } as MatchEvent;
  return retold(recording, [
    ...recording.entries,
    { kind: 'event', seq: 0, offset: 0, id: 'ruled', event } satisfies Entry,
  ]);
};

/** Goals, cards and whistles that a feed sends after everything. */
const lateReports = (recording: Recording, events: readonly MatchEvent[]): Recording => {
  const late = events.filter(({ type }) => type === 'goal' || type === 'caution' || type === 'full-time').slice(-4);
  const leg = recording.header.fixture.legs.length;
  const entries = late.map((event, index): Entry => {
    const at = { leg, period: '2H', elapsed: 2_400_000 + index * 1000 } as const;
    const told =
      event.type === 'goal'
        ? ({ type: 'goal', club: 'HOM', at } as const)
        : ({ type: 'note', text: 'late', at } as const);
    return { kind: 'event', seq: 0, offset: 0, id: `late${index}`, event: told };
  });
  const back = recording.entries.filter((entry) => entry.kind === 'event' && entry.event.type === 'goal').slice(0, 1);
  const retracted = back.map(
    (entry): Entry => ({ kind: 'retraction', seq: 0, offset: 0, of: entry.kind === 'event' ? entry.id : '' }),
  );
  return retold(recording, [...recording.entries, ...entries, ...retracted]);
};
