import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import type { Recording } from '../../src/journal/recording.ts';
import { referencesOf } from '../../src/journal/references.ts';
import type { EventOf, MatchEvent } from '../../src/match/event.ts';
import { isHalf } from '../../src/match/time.ts';
import { history } from '../../src/playback/views.ts';
import { anyFeed, anyMishaps, type Feed, feedOf, ordered, SLIPS } from './support/feeds.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, endOf, matchOf, retold, viewsOf } from './support/match.ts';
import { playOut } from './support/matchday.ts';
import { anyPlan, UEFA } from './support/plan.ts';

type EventEntry = Extract<Entry, { kind: 'event' }>;
const goals = ['goal', 'goal', 'penalty', 'corner', 'caution'] as const;

/** With the order of things told, what comes late finds its place: clean, and as it came in after all that went wrong. */
const anyDelivery = fc
  .tuple(anyPlan({ most: 8 }), anyMishaps(['twice', 'late', 'shuffled', 'all-again', 'late', 'shuffled'], 10))
  .map(([plan, mishaps]) => {
    const match = playOut(plan);
    const clean = ordered(match.recording);
    return { clean, recording: feedOf({ ...match, recording: clean }, mishaps).recording };
  });

const endsAsClean = ({ clean, recording }: { clean: Recording; recording: Recording }): void => {
  expect(matchOf(recording)).toEqual(matchOf(clean));
};

const anyOutage = fc
  .tuple(anyMatch({ play: goals, settings: [UEFA] }), fc.nat(100), fc.nat(30), fc.nat(5))
  .map(([match, from, length, told]) => {
    const entries = match.recording.entries.filter(
      (entry) => entry.kind === 'event' && entry.event.type !== 'snapshot',
    ) as EventEntry[];
    const start = from % entries.length;
    const missing = entries
      .slice(start, start + length)
      .filter(({ event }) => event.type === 'goal' && !isPenalty(event) && !isNamed(entries, event));
    const kept = entries.filter((entry) => !missing.includes(entry));
    const last = entries[Math.min(entries.length - 1, start + length)] as EventEntry;
    const at = { ...last.event.at, elapsed: last.event.at.elapsed + 1 };
    const state = match.steps.find(({ id }) => id === last.id)?.after ?? match.state;
    const score = { home: state.tally.home, away: state.tally.away };
    const snapshot: EventEntry = {
      kind: 'event',
      seq: 0,
      offset: last.offset,
      id: 'snapshot',
      event: { type: 'snapshot', at, score },
    };
    const place = kept.findLastIndex(({ seq }) => seq <= last.seq) + 1;
    // Then some of the goals are made up for, at the time at which the source has them and with the score that each made.
    const late = missing.slice(0, told).map((entry, index): EventEntry => {
      const event = withScore(entry.event, match.steps.find(({ id }) => id === entry.id)?.after.tally);
      return { ...entry, event: index % 2 === 0 ? event : { ...event, at } };
    });
    const upTo = retold(match.recording, [...kept.slice(0, place), snapshot]);
    return {
      score,
      upTo,
      recording: retold(match.recording, [...kept.slice(0, place), snapshot, ...late]),
      whole: isHalf(at.period),
    };
  });

const anyTentative = fc
  .tuple(anyMatch({ play: goals, settings: [UEFA] }), fc.array(fc.nat(200), { maxLength: 5 }))
  .map(([match, places]) => {
    let entries: readonly Entry[] = match.recording.entries;
    for (const [index, number] of places.entries()) {
      const { after } = match.steps[number % match.steps.length] ?? { after: match.state };
      if (!isHalf(after.clock.base)) continue;
      const at = { leg: after.leg, period: after.clock.base, elapsed: after.clock.watch.elapsed };
      const event = { type: 'goal', by: 'home-9', tentative: true, at } as const;
      entries = [...entries, { kind: 'event', seq: 0, offset: 0, id: `maybe${index}`, event }];
    }
    return { clean: match.recording, recording: retold(match.recording, entries) };
  });

describe('a source that stumbles', () => {
  invariant(
    'I78: repeated, late, caught up on or sent all over again, a match ends as if it had come in clean',
    anyDelivery,
    endsAsClean,
  );

  test('one that loses an entry is found out', () => {
    const lost = anyFeed({ slips: ['dropped'], mishaps: 4 }).map(({ match, recording }) => ({
      clean: match.recording,
      recording,
    }));
    expect(refuted(lost, endsAsClean)).toBe(true);
  });

  invariant(
    'I79: after a source has told the score that is the score, also when it then tells of the goals',
    anyOutage,
    ({ score, upTo, recording, whole }) => {
      if (!whole) return;
      const seen = (told: Recording) => {
        const { home, away } = viewsOf(told).scoreboard;
        return { home: home.score, away: away.score };
      };
      expect(seen(upTo)).toEqual(score);
      expect(seen(recording)).toEqual(score);
    },
  );

  invariant(
    'I80: where two sources differ, both can be seen',
    anyFeed({ slips: ['other-content'], mishaps: 6 }),
    ({ recording }) => {
      const folded = history(recording);
      const { timeline } = endOf(folded);
      for (const { seq } of recording.entries) {
        if (folded.effectAt(seq) !== 'conflict') continue;
        const told = recording.entries[seq - 1] as EventEntry;
        if (timeline[told.id] === undefined) continue;
        expect(timeline[`e${seq}`]).toMatchObject({ status: 'conflict', of: told.id, kind: told.event.type });
        expect(timeline[told.id]?.status).toBeUndefined();
      }
    },
  );

  invariant(
    'I81: a goal that is only possible changes nothing but the record',
    anyTentative,
    ({ clean, recording }) => {
      expect(matchOf(recording)).toEqual(matchOf(clean));
    },
  );

  const anyScore = fc
    .tuple(anyMatch({ play: goals }), fc.nat(60), fc.record({ home: fc.nat(4), away: fc.nat(4) }))
    .map(([match, which, running]) => {
      const scored = match.steps.filter(({ event }) => event.type === 'goal');
      const goal = scored[which % Math.max(1, scored.length)];
      const entries = match.recording.entries.map((entry) =>
        entry.kind === 'event' && entry.id === goal?.id
          ? { ...entry, event: { ...entry.event, running } as MatchEvent }
          : entry,
      );
      return { goal, running, recording: retold(match.recording, entries) };
    });
  invariant(
    'I82: a source whose score isn’t the one that the goals amount to is flagged, and no other',
    anyScore,
    ({ goal, running, recording }) => {
      if (goal === undefined) return;
      const { tally } = goal.after;
      const same = tally.home === running.home && tally.away === running.away;
      const code = viewsOf(recording).timeline[goal.id]?.irregular?.code;
      expect([goal.id, code]).toEqual([goal.id, same ? undefined : 'running-score-differs']);
    },
  );

  const anyLoss = fc
    .tuple(anyMatch({ play: [...goals, 'goal-at-the-monitor', 'penalty-at-the-monitor', 'card-undone'] }), fc.nat(400))
    .map(([match, number]) => {
      const entries = match.recording.entries as readonly EventEntry[];
      const named = entries.filter(({ id }) => entries.some(({ event }) => referencesOf(event).includes(id)));
      const lost = named[number % Math.max(1, named.length)];
      const kept = entries.filter((entry) => entry !== lost);
      const gone = new Set([lost?.id ?? '']);
      for (const { id, event } of kept) if (referencesOf(event).some((of) => gone.has(of))) gone.add(id);
      return {
        parked: [...gone].slice(1),
        recording: retold(match.recording, kept),
        without: retold(
          match.recording,
          kept.filter(({ id }) => !gone.has(id)),
        ),
      };
    });
  invariant(
    'I83: what names an entry that never came waits, and changes nothing',
    anyLoss,
    ({ parked, recording, without }) => {
      const { timeline } = viewsOf(recording);
      for (const id of parked)
        if (timeline[id] !== undefined) expect([id, timeline[id]?.status]).toEqual([id, 'parked']);
      expect(matchOf(recording)).toEqual(matchOf(without));
    },
  );

  invariant(
    'I83: whatever a source does, each believed event names only what is believed',
    anyFeed({ slips: SLIPS, mishaps: 14 }),
    ({ recording }: Feed) => {
      const folded = history(recording);
      const believed = folded.believedAt(folded.length);
      const ids = new Set(believed.map(({ id }) => id));
      for (const { id, event } of believed)
        expect([id, referencesOf(event).filter((of) => !ids.has(of))]).toEqual([id, []]);
    },
  );
});

describe('these laws can fail', () => {
  test('tentative goals that count are found out', () => {
    const sure = anyTentative.map(({ clean, recording }) => ({
      clean,
      recording: retold(
        recording,
        recording.entries.map((entry) =>
          entry.kind === 'event' ? { ...entry, event: confirmed(entry.event) } : entry,
        ),
      ),
    }));
    expect(refuted(sure, endsAsClean)).toBe(true);
  });

  test('goals that are told after the score and counted once more are found out', () => {
    const twice = anyOutage.map(({ score, recording }) => ({
      score,
      recording: retold(
        recording,
        recording.entries.map((entry) =>
          entry.kind === 'event' ? { ...entry, event: withoutScore(entry.event) } : entry,
        ),
      ),
    }));
    const same = ({ score, recording }: { score: { home: number; away: number }; recording: Recording }): void => {
      const { home, away } = viewsOf(recording).scoreboard;
      expect({ home: home.score, away: away.score }).toEqual(score);
    };
    expect(refuted(twice, same)).toBe(true);
  });
});

const isPenalty = (event: MatchEvent): boolean => event.type === 'goal' && event.penalty !== undefined;

const isNamed = (entries: readonly EventEntry[], event: MatchEvent): boolean => {
  const id = entries.find((entry) => entry.event === event)?.id ?? '';
  return entries.some((entry) => referencesOf(entry.event).includes(id));
};

const withScore = (
  event: MatchEvent,
  tally: { readonly home: number; readonly away: number } | undefined,
): MatchEvent =>
  event.type === 'goal' && tally !== undefined ? { ...event, running: { home: tally.home, away: tally.away } } : event;

const withoutScore = (event: MatchEvent): MatchEvent => {
  if (event.type !== 'goal') return event;
  const { running: _told, ...goal } = event as EventOf<'goal'>;
  return goal;
};

const confirmed = (event: MatchEvent): MatchEvent => {
  if (event.type !== 'goal') return event;
  const { tentative: _possible, ...goal } = event as EventOf<'goal'>;
  return goal;
};
