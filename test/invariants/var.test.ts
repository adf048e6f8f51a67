import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { referencesOf } from '../../src/journal/references.ts';
import { decide } from '../../src/match/decide.ts';
import type { EventType, MatchEvent } from '../../src/match/event.ts';
import { hasRestartedSince } from '../../src/match/judgement/restarted.ts';
import { isAboutCards } from '../../src/match/laws/checks.ts';
import { isFact } from '../../src/match/laws/voided.ts';
import type { MatchTime } from '../../src/match/time.ts';
import { history } from '../../src/playback/views.ts';
import { amendment, anyFeed } from './support/feeds.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, matchOf, retold, viewsOf, withoutReviews } from './support/match.ts';
import { type Match, recordingOf } from './support/matchday.ts';
import { fixtureOf, UEFA } from './support/plan.ts';

const looks = [
  'goal',
  'goal',
  'penalty',
  'penalty-at-the-monitor',
  'goal-at-the-monitor',
  'card-at-the-monitor',
  'card-undone',
  'corner',
  'change',
] as const;
const anyLooks = anyMatch({ play: looks });
/** Under which play goes on without it, too. */
const anyWithGaps = anyMatch({ play: [...looks, 'no-video'] });

describe('a review', () => {
  const oneAtATime = ({ recording }: { recording: Recording }): void => {
    const folded = history(recording);
    for (let cursor = 0; cursor <= folded.length; cursor += 1) {
      const { all, open } = folded.stateAt(cursor).reviews;
      expect(open.filter((id) => all[id]?.kind !== 'check').length).toBeLessThanOrEqual(1);
    }
    const { reviews } = folded.stateAt(folded.length);
    expect(reviews.open).toEqual([]);
    for (const { outcome, closedAt } of Object.values(reviews.all))
      expect([outcome, closedAt]).not.toContain(undefined);
  };
  invariant('I61: one decision is reviewed at a time, and each review is closed by the end', anyWithGaps, oneAtATime);

  invariant(
    'I61: in a feed, a second one at the same time is flagged',
    anyFeed({ play: looks, slips: ['dropped', 'late', 'wrong-minute'] }),
    ({ recording }) => {
      const folded = history(recording);
      const { timeline } = folded.viewsAt(folded.length);
      for (let cursor = 1; cursor <= folded.length; cursor += 1) {
        const { all, open } = folded.stateAt(cursor).reviews;
        const underReview = open.filter((id) => all[id]?.kind !== 'check');
        if (underReview.length < 2 || cursor < folded.length) continue;
        const flagged = Object.values(timeline).some(({ irregular }) => irregular?.code === 'another-review-open');
        expect(flagged).toBe(true);
      }
    },
  );

  invariant(
    'I62: each looks at one decision that was there before; a changed one doesn’t stand, one that is upheld does',
    anyLooks,
    ({ steps, state }) => {
      for (const { event, before, after } of steps) {
        if (event.type === 'var-check' && event.of !== undefined) expect(before.decisions.get(event.of)).toBeDefined();
        if (event.type !== 'var-decision') continue;
        const review = after.reviews.all[event.of];
        const { of } = review ?? {};
        if (review === undefined || of === undefined) continue;
        const decision = before.decisions.get(of);
        if (decision === undefined) continue;
        const changed = event.outcome === 'overturned' || event.outcome === 'amended';
        if (changed && !isFact(decision.type)) expect([of, after.superseded[of] !== undefined]).toEqual([of, true]);
        if (!changed)
          expect([after.superseded, after.cards, after.tally]).toEqual([before.superseded, before.cards, before.tally]);
      }
      for (const { outcome, replacedBy } of Object.values(state.reviews.all)) {
        if (outcome === 'upheld' || outcome === 'confirmed') expect(replacedBy).toBeUndefined();
      }
    },
  );

  const leavesNoTrace = ({ recording }: { recording: Recording }): void => {
    const upheld = new Set(
      Object.values(viewsAtEnd(recording)).flatMap(({ id, outcome }) =>
        outcome === 'upheld' || outcome === 'confirmed' ? [id] : [],
      ),
    );
    const without = recording.entries.filter((entry) => {
      if (entry.kind !== 'event') return true;
      const { event, id } = entry;
      const about =
        event.type === 'var-check' ? id : event.type === 'var-review' || event.type === 'var-decision' ? event.of : '';
      return !upheld.has(about);
    });
    expect(seenOf(retold(recording, without))).toEqual(seenOf(recording));
  };
  invariant(
    'I63: what was looked at and upheld is as if nobody had looked',
    anyMatch({ play: looks, settings: [UEFA, { legs: 1, regulations: 'domestic-league' }] }),
    leavesNoTrace,
  );

  const anyOverturned = fc.tuple(anyMatch({ play: looks, settings: [UEFA] }), fc.nat(20)).map(([match, which]) => {
    const named = new Set(
      match.steps.flatMap(({ event }) => ('review' in event && event.review !== undefined ? [event.review] : [])),
    );
    const all = match.steps.filter(({ event, after }) => {
      if (event.type !== 'var-decision' || event.outcome !== 'overturned' || named.has(event.of)) return false;
      const review = after.reviews.all[event.of];
      return review?.category === 'goal' && (review.voided?.length ?? 0) === 0;
    });
    return { ...match, decision: all[which % Math.max(1, all.length)] };
  });
  invariant(
    'I67: a decision that the feed took for overturned, and then for upheld, was never reviewed',
    anyOverturned,
    ({ recording, decision }) => {
      if (decision?.event.type !== 'var-decision') return;
      const { of } = decision.event;
      const put = amendment({ id: decision.id, offset: 0 }, { ...decision.event, outcome: 'upheld' });
      const right = retold(recording, [...recording.entries, put]);
      const never = recording.entries.filter(
        (entry) =>
          entry.kind === 'event' &&
          entry.id !== of &&
          !(/^var-(review|decision)$/.test(entry.event.type) && referencesOf(entry.event).includes(of)),
      );
      expect(seenOf(right)).toEqual(seenOf(retold(recording, never)));
    },
  );
});

describe('a decision that is changed', () => {
  const voidsWhatCameBetween = ({ recording, without }: Segment): void => {
    expect(withoutWindows(seenOf(recording))).toEqual(withoutWindows(seenOf(without)));
  };
  invariant(
    'I64: what lay between the offence and the whistle is void, but for cards and changes that stand on their own',
    anySegment(),
    voidsWhatCameBetween,
    { runs: 60 },
  );

  test('a review that lets the goals stand would be found out', () => {
    const upheld = anySegment('upheld');
    expect(refuted(upheld, voidsWhatCameBetween)).toBe(true);
  });

  invariant(
    'I65: VAR looks at what the regulations let it; after a restart at nothing but cards, which change nothing else',
    anyMatch({ play: [...looks, 'shot', 'foul', 'touch'] }),
    ({ steps }) => {
      for (const { event, before, after } of steps) {
        if (event.type === 'var-check') expect(before.rules.var.categories).toContain(event.category);
        if (event.type === 'var-check' && event.of !== undefined && hasRestartedSince(before, event.of))
          expect(['direct-red', 'mistaken-identity', 'wrong-team']).toContain(event.category);
        if (event.type !== 'var-decision') continue;
        const review = after.reviews.all[event.of];
        if (review === undefined || !isAboutCards(review.category)) continue;
        expect([after.tally, after.shootout, after.standing, after.clock.restart]).toEqual([
          before.tally,
          before.shootout,
          before.standing,
          before.clock.restart,
        ]);
      }
    },
  );

  invariant('I66: once play has restarted, a goal that counted goes on counting', anyLooks, ({ steps }) => {
    let kickedOff: readonly string[] = [];
    for (const { event, before, after } of steps) {
      if (event.type === 'kick-off') kickedOff = [...before.goals].map(({ id }) => id);
      for (const id of kickedOff) {
        expect([event.type, id, after.superseded[id] !== undefined]).toEqual([
          event.type,
          id,
          before.superseded[id] !== undefined,
        ]);
      }
    }
  });

  const anyWithout = anyMatch({
    play: ['goal', 'penalty', 'caution', 'card-at-the-monitor'],
    settings: [{ legs: 1, regulations: { var: { enabled: false } } }],
  });
  const nobodyLooks = ({ steps }: Match): void => {
    for (const { event, before, after } of steps) {
      const idle = !before.rules.var.enabled || before.reviews.unavailable;
      if (idle) expect(event.type).not.toBe('var-check');
      const last = [...after.decisions].at(-1);
      if (last === undefined || (after.rules.var.enabled && !after.reviews.unavailable)) continue;
      const at = { leg: after.leg, period: after.clock.base, elapsed: after.clock.watch.elapsed };
      const verdict = decide(after, { type: 'var-check', of: last.id, category: 'goal', at }, 'simulate');
      expect(verdict.kind === 'refused' && verdict.refusal.code).toBe('var-unavailable');
    }
  };
  invariant('I68: without VAR nobody looks at anything', fc.oneof(anyWithout, anyWithGaps), nobodyLooks);
});

describe('these laws can fail', () => {
  test('a review that is never closed is found out', () => {
    const open = anyLooks.map((match) => ({
      ...match,
      recording: retold(
        match.recording,
        match.recording.entries.filter((entry) => entry.kind !== 'event' || !ENDS.has(entry.event.type)),
      ),
    }));
    expect(
      refuted(open, ({ recording }) =>
        expect(history(recording).stateAt(recording.entries.length).reviews.open).toEqual([]),
      ),
    ).toBe(true);
  });
});

const ENDS: ReadonlySet<EventType> = new Set<EventType>([
  'var-decision',
  'kick-off',
  'half-time',
  'full-time',
  'period-end',
]);

const seenOf = (recording: Recording) => withoutReviews(matchOf(recording));

/** That the ball was in play in between stays so, for the stoppages that changes cost. */
const withoutWindows = ({ lineups, ...seen }: ReturnType<typeof seenOf>) => ({
  ...seen,
  lineups: JSON.parse(JSON.stringify(lineups, (key, value) => (key === 'windowsLeft' ? undefined : value))),
});

const viewsAtEnd = (recording: Recording) =>
  Object.entries(viewsOf(recording).var.reviews).map(([id, { outcome }]) => ({ id, outcome }));

interface Segment {
  readonly recording: Recording;
  /** The same without what the decision voids. */
  readonly without: Recording;
}

/** An offence that nobody saw, what came after it, and the review that finds it. */
function anySegment(outcome: 'overturned' | 'upheld' = 'overturned'): fc.Arbitrary<Segment> {
  const anyThing = fc.record({
    what: fc.constantFrom(
      'goal',
      'kick-off',
      'penalty-awarded',
      'corner',
      'free-kick',
      'caution',
      'tactical',
      'red',
      'substitution',
      'foul',
    ),
    home: fc.boolean(),
    who: fc.integer({ min: 2, max: 11 }),
  });
  return fc.array(anyThing, { maxLength: 10 }).map((things) => {
    const incident: MatchEvent = { type: 'foul', by: 'away-4', against: 'home-9', at: second(600) };
    const between = things.map(({ what, home, who }, index): MatchEvent => {
      const [side, club] = home ? (['home', 'HOM'] as const) : (['away', 'AWY'] as const);
      const at = second(610 + index * 7);
      const person = `${side}-${who}`;
      switch (what) {
        case 'goal':
          return { type: 'goal', by: person, at };
        case 'caution':
          return { type: 'caution', person, reason: 'dissent', at };
        case 'tactical':
          return { type: 'caution', person, reason: 'stopping-a-promising-attack', at };
        case 'red':
          return { type: 'red', person, reason: 'violent-conduct', at };
        case 'substitution':
          return { type: 'substitution', off: person, on: `${side}-${who + 10}`, at };
        case 'foul':
          return { type: 'foul', by: person, at };
        default:
          return { type: what, club, at } as MatchEvent;
      }
    });
    const events = [{ type: 'kick-off', at: second(0) } as const, incident, ...between].map((event, index) => ({
      id: `x${index + 1}`,
      event,
    }));
    const review = [
      { id: 'r1', event: { type: 'var-check', of: 'x2', category: 'penalty', at: second(700) } },
      { id: 'v1', event: { type: 'var-decision', of: 'r1', outcome, at: second(760) } },
      {
        id: 'd1',
        event: {
          type: 'penalty-awarded',
          club: 'HOM',
          ...(outcome === 'overturned' ? { review: 'r1' } : {}),
          at: second(765),
        },
      },
    ] as const;
    const fixture = fixtureOf(UEFA);
    const stand = events.filter(({ event }) => !isVoidable(event));
    return {
      recording: recordingOf(fixture, [...events, ...review]),
      without: recordingOf(fixture, [...stand, ...review]),
    };
  });
}

const VOIDABLE: ReadonlySet<EventType> = new Set<EventType>(['goal', 'penalty-awarded', 'corner', 'free-kick']);

const isVoidable = (event: MatchEvent): boolean =>
  VOIDABLE.has(event.type) || (event.type === 'caution' && event.reason === 'stopping-a-promising-attack');

const second = (elapsed: number): MatchTime => ({ leg: 1, period: '1H', elapsed: elapsed * 1000 });
