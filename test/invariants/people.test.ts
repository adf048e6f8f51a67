import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import type { ClubCode, PersonId } from '../../src/match/fixture.ts';
import { peopleIn } from '../../src/match/judgement/named.ts';
import { yellowsOf } from '../../src/match/laws/cards.ts';
import { isOnPitch } from '../../src/match/laws/numbers.ts';
import { isPlay } from '../../src/match/laws/restarts.ts';
import { evolve, initialState, type MatchState } from '../../src/match/state.ts';
import { comparePeriod, isHalf } from '../../src/match/time.ts';
import { history } from '../../src/playback/views.ts';
import { cardSequences } from './support/cards.ts';
import { anyFeed, retraction } from './support/feeds.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, endOf, retold, viewsOf } from './support/match.ts';
import type { Match, Step } from './support/matchday.ts';

const CLUBS = ['HOM', 'AWY'] as const;
const moves = [
  'change',
  'change',
  'red',
  'second-yellow',
  'caution',
  'off',
  'back',
  'left',
  'card-undone',
  'goal',
] as const;
const anyChanges = anyMatch({ play: moves });
const cardsAbove = [
  'caution',
  'caution',
  'second-yellow',
  'red',
  'card-undone',
  'card-at-the-line',
  'card-at-the-monitor',
  'change',
] as const;
const anyCards = anyMatch({ play: cardsAbove });

const isFirstLeg = (state: MatchState): boolean => state.leg === 1;

const takesNoPart = ({ steps }: Match): void => {
  for (const { event, before } of steps) {
    if (!isPlay(event) || event.type === 'kick-off') continue;
    const acting = peopleIn(event).filter((id) => !('against' in event && event.against === id));
    for (const id of acting) {
      const absent =
        before.cards[id]?.sentOff !== undefined || !['on', 'temporarily-off'].includes(before.people[id]?.status ?? '');
      expect([event.type, id, absent]).toEqual([event.type, id, false]);
    }
  }
};

describe('who is on the pitch', () => {
  const areThoseWhoCameAndWent = (match: Match): void => {
    const sheets = match.fixture.legs[0]?.teams ?? {};
    for (const club of CLUBS) {
      const there = new Set<PersonId>(sheets[club]?.starting);
      for (const { event, after } of match.steps.filter((step) => isFirstLeg(step.after))) {
        if (event.type === 'substitution') {
          if (event.off !== undefined) there.delete(event.off);
          if (event.on?.startsWith(club === 'HOM' ? 'home' : 'away')) there.add(event.on);
        }
        if (event.type === 'left' || event.type === 'temporarily-off') there.delete(event.person);
        if (event.type === 'back-on' && event.person.startsWith(club === 'HOM' ? 'home' : 'away'))
          there.add(event.person);
        // Whoever is sent off from the bench or after he was replaced isn't there to be taken away.
        const gone = [...there].filter((id) => after.cards[id]?.sentOff?.capacity === 'player');
        expect([event.type, after.teams[club]?.count]).toEqual([event.type, there.size - gone.length]);
      }
    }
  };
  invariant(
    'I45: on the pitch are those who started, and came, without those who went, were replaced or sent off',
    anyChanges,
    areThoseWhoCameAndWent,
  );

  invariant(
    'I46: play goes on with seven to eleven on each side',
    anyMatch({ play: [...moves, 'red', 'left', 'left'] }),
    ({ steps }) => {
      for (const { event, before } of steps) {
        if (!isPlay(event) || event.type === 'kick') continue;
        for (const club of [before.sides.home, before.sides.away]) {
          expect(before.teams[club]?.count).toBeGreaterThanOrEqual(before.rules.minPlayers);
          expect(before.teams[club]?.count).toBeLessThanOrEqual(11);
        }
      }
    },
  );

  invariant(
    'I47: one goalkeeper on each side while play goes on, and no captain but somebody on the pitch',
    anyChanges,
    ({ steps, recording }) => {
      for (const { event, before } of steps) {
        if (!isPlay(event) || event.type === 'kick') continue;
        for (const club of [before.sides.home, before.sides.away]) {
          const keeper = before.teams[club]?.goalkeeper ?? '';
          expect([keeper, isOnPitch(before, keeper)]).toEqual([keeper, true]);
        }
      }
      const folded = history(recording);
      for (let cursor = 0; cursor <= folded.length; cursor += 7) {
        for (const team of Object.values(folded.viewsAt(cursor).lineups)) {
          const away = team.captain === undefined ? undefined : team.off[team.captain];
          if (team.captain !== undefined && away?.offFor !== 'temporarily')
            expect(Object.keys(team.onPitch)).toContain(team.captain);
        }
      }
    },
    { runs: 20 },
  );

  invariant(
    'I48: nobody is in two places, and nobody of the team sheet is lost',
    anyFeed({ play: moves }),
    ({ recording }) => {
      const folded = history(recording);
      for (let cursor = 0; cursor <= folded.length; cursor += 5) {
        const { lineups, clock } = folded.viewsAt(cursor);
        const everywhere = Object.values(lineups).flatMap(({ onPitch, bench, off, staff }) =>
          [onPitch, bench, off, staff].flatMap((place) => Object.keys(place)),
        );
        expect(new Set(everywhere).size).toBe(everywhere.length);
        const sheets = recording.header.fixture.legs[clock.leg - 1]?.teams ?? {};
        for (const { starting, bench = [] } of Object.values(sheets))
          expect(everywhere).toEqual(expect.arrayContaining([...starting, ...bench]));
      }
    },
    { runs: 20 },
  );

  invariant(
    'I59: the minutes of all are the minutes that there were eleven, or ten, or nine',
    anyMatch({ play: ['change', 'red', 'second-yellow', 'left', 'goal', 'caution'], settings: [{ legs: 1 }] }),
    ({ steps, state }) => {
      // Somebody who was treated and came back has no record of it, and an interval or a reopened half no watch.
      if (steps.some(({ event }) => event.type === 'temporarily-off' || event.type === 'period-reopened')) return;
      const ends = new Map<string, number>();
      for (const { event } of steps)
        if (isHalf(event.at.period))
          ends.set(event.at.period, Math.max(ends.get(event.at.period) ?? 0, event.at.elapsed));
      const since = (at: MatchEvent['at']): number =>
        [...ends].reduce((sum, [period, end]) => sum + Math.min(end, Math.max(0, playedOf(period, at, end))), 0);
      const whole = [...ends.values()].reduce((sum, end) => sum + end, 0);
      for (const club of CLUBS) {
        let area = 0;
        let [count, then] = [11, 0];
        for (const { event, after } of steps) {
          const now = since(event.at);
          area += count * (now - then);
          [count, then] = [after.teams[club]?.count ?? 0, now];
        }
        area += count * (whole - then);
        const minutes = Object.entries(state.people).reduce((sum, [id, person]) => {
          const came =
            person.on !== undefined
              ? since(person.on.at)
              : state.fixture.legs[0]?.teams?.[club]?.starting.includes(id)
                ? 0
                : whole;
          const sentOff = state.cards[id]?.sentOff;
          const went =
            sentOff?.capacity === 'player'
              ? since(sentOff.at)
              : person.off !== undefined
                ? since(person.off.at)
                : whole;
          return person.club === club && person.status !== 'staff' ? sum + Math.max(0, went - came) : sum;
        }, 0);
        expect([club, minutes]).toEqual([club, area]);
      }
    },
  );
});

describe('cards', () => {
  test('I49: two cautions are a dismissal, in whichever capacity and order they are shown, or a flag where he plays on', () => {
    for (const { recording, cards, person, ledgers } of cardSequences()) {
      const { cards: shown, timeline } = viewsOf(recording);
      // Cautioned a third time, he was seen to have stayed: that is flagged, and the second one sent nobody off.
      const overlooked = Object.values(timeline).some(({ irregular }) => irregular?.code === 'dismissal-not-applied');
      const gone = shown.people[person]?.sentOff !== undefined;
      const due = cards.some((card) => card === 'R') || ledgers.some((cautions) => cautions >= 2);
      expect([cards.join(''), ledgers, gone || overlooked]).toEqual([cards.join(''), ledgers, due]);
    }
    const playedOn = cardSequences().find(
      ({ cards, ledgers, capacity }) => cards.join('') === 'YY' && ledgers[0] === 2 && capacity === 'player',
    );
    if (playedOn === undefined) throw new Error('there is no such sequence');
    const at = { leg: 1, period: '2H', elapsed: 2_400_000 } as const;
    const more = retold(playedOn.recording, [
      ...playedOn.recording.entries,
      { kind: 'event', seq: 0, offset: 0, id: 'on', event: { type: 'shot', by: playedOn.person, at } },
    ]);
    const folded = history(more);
    expect(endOf(folded).timeline.on?.irregular?.code).toBe('dismissal-not-applied');
  });

  invariant(
    'I49: nobody with two standing cautions of the match stays unless somebody overlooked it',
    anyFeed({ play: cardsAbove }),
    ({ recording }) => {
      const folded = history(recording);
      const { cards } = folded.stateAt(folded.length);
      for (const [id, held] of Object.entries(cards)) {
        if (held.sentOff === undefined && yellowsOf(held, 'match').length >= 2 && !id.endsWith('unidentified'))
          expect([id, held.forgotten?.length ?? 0]).not.toEqual([id, 0]);
      }
    },
  );

  invariant(
    'I50: whoever was sent off, replaced or never came on does nothing more in the match',
    anyMatch({ play: [...moves, 'shot', 'foul', 'penalty'] }),
    takesNoPart,
  );

  invariant(
    'I51: a dismissal lasts, unless a review or the referee takes it back; one lifted later changes nothing on the pitch',
    anyCards,
    (match) => {
      for (const { event, before, after } of match.steps) {
        if (before.leg !== after.leg) continue;
        for (const [id, held] of Object.entries(before.cards)) {
          if (held.sentOff === undefined || after.cards[id]?.sentOff !== undefined) continue;
          expect(['var-decision', 'card-cancelled', 'card-transferred', 'red', 'penalty-awarded']).toContain(
            event.type,
          );
        }
      }
      const last = Object.entries(match.state.cards).find(([, held]) => held.sentOff !== undefined);
      if (last === undefined) return;
      const at = { leg: match.state.leg, period: 'FT', elapsed: 9_000_000 } as const;
      const ruling = { type: 'ruling', kind: 'card-rescinded', person: last[0], at } as const;
      const before = viewsOf(match.recording);
      const after = viewsOf(
        retold(match.recording, [
          ...match.recording.entries,
          { kind: 'event', seq: 0, offset: 0, id: 'lifted', event: ruling },
        ]),
      );
      expect(after.lineups).toEqual(before.lineups);
      expect(after.cards.people[last[0]]?.sentOff?.rescinded).toBe(true);
    },
  );

  invariant('I52: nobody is cautioned more than twice or sent off more than once', anyCards, ({ steps }) => {
    for (const { after } of steps) {
      for (const held of Object.values(after.cards)) {
        const carried = after.rules.shootOut.carryCautions ? 0 : 2;
        expect(yellowsOf(held, 'match').length).toBeLessThanOrEqual(2);
        expect(yellowsOf(held, 'shoot-out').length).toBeLessThanOrEqual(2);
        expect(yellowsOf(held, 'match').length + yellowsOf(held, 'shoot-out').length).toBeLessThanOrEqual(
          2 + carried / 2,
        );
        expect(held.cards.filter(({ type }) => type !== 'caution').length).toBeLessThanOrEqual(1);
      }
    }
  });

  test('I53: a caution of the match and one of the kicks are two ledgers, unless the regulations carry them on', () => {
    for (const carryCautions of [false, true]) {
      const both = cardSequences({ carryCautions }).filter(
        ({ cards, ledgers: [match, kicks] }) => cards.join('') === 'YY' && match + kicks === 2,
      );
      for (const { recording, person, ledgers, capacity } of both) {
        const oneEach = ledgers[0] === 1 && ledgers[1] === 1;
        const { sentOff } = viewsOf(recording).cards.people[person] ?? {};
        expect([capacity, ledgers, sentOff !== undefined]).toEqual([capacity, ledgers, !oneEach || carryCautions]);
      }
    }
  });

  const addUp = ({ recording }: { recording: Recording }): void => {
    const { cards } = viewsOf(recording);
    for (const club of CLUBS) {
      const theirs = Object.entries(cards.people).filter(
        ([id, held]) => held.club === club && !id.endsWith('unidentified'),
      );
      const { yellow = 0, secondYellow = 0, red = 0 } = cards.totals[club] ?? {};
      const shown = theirs.reduce(
        (sum, [, held]) => sum + held.yellows.length + (held.shootoutYellows?.length ?? 0),
        0,
      );
      expect(yellow + secondYellow).toBe(shown);
      expect(secondYellow).toBe(theirs.filter(([, { sentOff }]) => sentOff?.by === 'second-yellow').length);
      expect(red).toBe(theirs.filter(([, { sentOff }]) => sentOff?.by === 'straight-red').length);
    }
  };
  invariant('I54: a club’s cards are those of its people, staff included', anyFeed({ play: cardsAbove }), addUp);
});

describe('substitutions', () => {
  const keepToTheNumbers = ({ steps }: Match): void => {
    for (const club of CLUBS) {
      for (const leg of [1, 2]) {
        const made = steps.filter(
          ({ event, before }) =>
            event.at.leg === leg && event.type === 'substitution' && clubOfChange(before, event) === club,
        );
        const counted = made.filter(
          ({ event, before, after }) => before.clock.base !== 'pre' && !isForConcussion(event, before, after, club),
        );
        // One stoppage, however many come on in it; intervals cost none.
        let [windows, last] = [0, undefined as Step | undefined];
        for (const step of counted) {
          const together =
            last !== undefined &&
            last.event.at.period === step.event.at.period &&
            step.before.clock.plays === last.before.clock.plays &&
            step.event.at.elapsed - last.event.at.elapsed <= 180_000;
          if (isHalf(step.before.clock.base) && step.event.at.elapsed > 0 && !together) windows += 1;
          last = step;
        }
        const end = steps.findLast(({ after }) => after.leg === leg)?.after;
        if (end === undefined) continue;
        const { normal, windows: most = 99, extraTime, extraTimeWindows } = end.rules.substitutions;
        const late = counted.some(({ event }) => comparePeriod(event.at.period, '2H') > 0) ? 1 : 0;
        const theirs = end.teams[club === 'HOM' ? 'AWY' : 'HOM']?.concussion ?? 0;
        expect(counted.length).toBeLessThanOrEqual(normal + late * extraTime + theirs);
        expect(windows).toBeLessThanOrEqual(most + late * extraTimeWindows + theirs);
        expect([end.teams[club]?.used, end.teams[club]?.windows]).toEqual([counted.length, windows]);
      }
    }
  };
  const anyMany = anyMatch({ play: ['change', 'change', 'change', 'goal', 'foul', 'corner', 'red'], most: 16 });
  invariant(
    'I55: no side changes more often than it may, nor in more stoppages; intervals cost none',
    anyMany,
    keepToTheNumbers,
  );

  invariant(
    'I56: a change is one from the bench for one on the pitch, and leaves as many there',
    anyMany,
    ({ steps }) => {
      for (const { event, before, after } of steps) {
        if (event.type !== 'substitution') continue;
        const { on = '', off = '' } = event;
        expect([before.people[on]?.status, after.people[on]?.status, after.people[off]?.status]).toEqual([
          'bench',
          'on',
          'off',
        ]);
        const treated = before.people[off]?.status === 'temporarily-off';
        expect(treated || isOnPitch(before, off) || before.clock.base === 'pre').toBe(true);
        for (const club of CLUBS) {
          const more = treated && clubOfChange(before, event) === club ? 1 : 0;
          expect(after.teams[club]?.count).toBe((before.teams[club]?.count ?? 0) + more);
        }
      }
    },
  );

  invariant('I57: whoever was replaced or sent off never comes back', anyChanges, ({ steps }) => {
    const gone = new Map<PersonId, 'replaced' | 'sent off'>();
    let leg = 1;
    for (const { event, after } of steps) {
      if (after.leg !== leg) gone.clear();
      leg = after.leg;
      for (const [id, why] of gone) {
        if (why === 'sent off' && after.cards[id]?.sentOff === undefined) gone.delete(id);
        else expect([id, event.type, isOnPitch(after, id)]).toEqual([id, event.type, false]);
      }
      for (const [id, { status }] of Object.entries(after.people)) {
        if (after.cards[id]?.sentOff?.capacity === 'player') gone.set(id, 'sent off');
        if (status === 'off') gone.set(id, 'replaced');
      }
    }
  });

  const anyTakenBack = fc
    .tuple(anyMatch({ play: [...moves, 'shot', 'penalty'], settings: [{ legs: 1 }] }), fc.nat(50))
    .map(([match, which]) => {
      const alone = match.steps.filter(
        ({ event }) =>
          event.type === 'substitution' &&
          isOnlyChangeOf(match.steps, event.on) &&
          isOnlyChangeOf(match.steps, event.off),
      );
      const change = alone[which % Math.max(1, alone.length)];
      return { recording: match.recording, change, steps: match.steps };
    });
  invariant(
    'I58: a change that is taken back gives back both and the right to it; what the entrant did stays, and is flagged',
    anyTakenBack,
    ({ recording, change, steps }) => {
      if (change?.event.type !== 'substitution') return;
      const { on = '', off = '' } = change.event;
      const more = retold(recording, [...recording.entries, retraction({ id: change.id, offset: 0 })]);
      const [before, after] = [viewsOf(recording), viewsOf(more)];
      const club: ClubCode = clubOfChange(change.before, change.event);
      const [was, is] = [before.lineups[club], after.lineups[club]];
      const free = change.before.clock.base === 'pre';
      expect(is?.substitutions.used).toBe((was?.substitutions.used ?? 0) - (free ? 0 : 1));
      const dismissed = (id: PersonId) => after.cards.people[id]?.sentOff !== undefined;
      if (!dismissed(off)) expect(Object.keys(is?.onPitch ?? {})).toContain(off);
      if (!dismissed(on)) expect(Object.keys(is?.bench ?? {})).toContain(on);
      expect([after.scoreboard.home, after.scoreboard.away]).toEqual([before.scoreboard.home, before.scoreboard.away]);
      for (const { id, event } of steps) {
        const acts =
          'by' in event && event.by === on && (event.type === 'goal' ? event.own !== true : event.type === 'shot');
        if (acts && after.timeline[id] !== undefined)
          expect([id, after.timeline[id]?.irregular?.code]).toEqual([id, expect.any(String)]);
      }
    },
  );

  invariant(
    'I60: a change for concussion is none of the five, and gives the others one more once it is made',
    anyMatch({
      play: ['change', 'change', 'goal', 'foul'],
      settings: [{ legs: 1, regulations: { substitutions: { concussion: 1 } } }],
    }),
    ({ recording, steps }) => {
      const folded = history(recording);
      for (const [index, { event, before, after }] of steps.entries()) {
        if (event.type !== 'substitution') continue;
        const club = clubOfChange(before, event);
        const others = club === 'HOM' ? 'AWY' : 'HOM';
        const [was, is] = [folded.viewsAt(index).lineups, folded.viewsAt(index + 1).lineups];
        const [mine, yours] = [is[club]?.substitutions, is[others]?.substitutions];
        const concussion = isForConcussion(event, before, after, club);
        if (concussion) expect(mine?.used).toBe(was[club]?.substitutions.used);
        const gained = (yours?.left ?? 0) - (was[others]?.substitutions.left ?? 0);
        if (before.clock.base === after.clock.base)
          expect([event.reason, gained]).toEqual([event.reason, concussion ? 1 : 0]);
      }
    },
  );
});

describe('these laws can fail', () => {
  test('a count that forgets those who were sent off is found out', () => {
    const forgetful = ({ recording }: Match): void => {
      const { lineups } = viewsOf(recording);
      for (const team of Object.values(lineups)) expect(team.count).toBe(11);
    };
    expect(refuted(anyChanges, forgetful)).toBe(true);
  });

  test('totals that leave the bench out are found out', () => {
    const playersOnly = ({ recording }: Match): void => {
      const { people, totals } = viewsOf(recording).cards;
      const shown = Object.values(people)
        .filter(({ role }) => role === 'player')
        .reduce((sum, { yellows }) => sum + yellows.length, 0);
      const all = Object.values(totals).reduce(
        (sum, { yellow = 0, secondYellow = 0 }) => sum + yellow + secondYellow,
        0,
      );
      expect(shown).toBe(all);
    };
    expect(refuted(anyCards, playersOnly)).toBe(true);
  });

  test('a match in which somebody plays on after his red card is found out', () => {
    const reinstated = anyMatch({ play: ['red', 'shot', 'shot', 'foul'] }).map((match) => ({
      ...match,
      steps: afresh(match),
    }));
    expect(refuted(reinstated, takesNoPart)).toBe(true);
  });
});

/** The same events with everybody on the pitch who acts; whoever was sent off does so again. */
const afresh = (match: Match): Step[] => {
  let state = initialState(match.fixture);
  const dismissed: PersonId[] = [];
  return match.steps.map(({ id, event }) => {
    const told = event.type === 'shot' && dismissed[0] !== undefined ? { ...event, by: dismissed[0] } : event;
    if (event.type === 'red' && event.person !== undefined) dismissed.push(event.person);
    const before = state;
    state = evolve(state, { id, event: told });
    return { id, event: told, before, after: state };
  });
};

/** How long a period had been played at a moment: all of it when the moment is later. */
const playedOf = (period: string, at: MatchEvent['at'], end: number): number => {
  const order = comparePeriod(at.period, period as MatchEvent['at']['period']);
  return order > 0 ? end : order < 0 ? 0 : at.elapsed;
};

const clubOfChange = (state: MatchState, event: MatchEvent): ClubCode =>
  (event.type === 'substitution' && event.off !== undefined ? state.roster.get(event.off)?.club : undefined) ?? '';

const isForConcussion = (event: MatchEvent, before: MatchState, after: MatchState, club: ClubCode): boolean =>
  event.type === 'substitution' && (after.teams[club]?.concussion ?? 0) > (before.teams[club]?.concussion ?? 0);

/** Nothing else moves him. */
const isOnlyChangeOf = (steps: readonly Step[], id: PersonId | undefined): boolean =>
  steps.filter(({ event }) => MOVING.has(event.type) && peopleIn(event).includes(id ?? '')).length === 1;

const MOVING: ReadonlySet<string> = new Set(['substitution', 'left', 'temporarily-off', 'back-on']);
