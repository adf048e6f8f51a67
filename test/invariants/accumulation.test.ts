import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { referencesOf } from '../../src/journal/references.ts';
import type { PersonId } from '../../src/match/fixture.ts';
import type { Views } from '../../src/projections/views.ts';
import { amendment, retraction } from './support/feeds.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, retold, viewsOf } from './support/match.ts';

/**
 * Touchline has no register of suspensions over a season: a `ruling` tells of one. What such a register would count is
 * a person's cautions of a match that didn't end in his dismissal.
 */
const counted = ({ cards }: Views): Readonly<Record<PersonId, number>> =>
  Object.fromEntries(
    Object.entries(cards.people).flatMap(([id, { yellows, shootoutYellows = [], sentOff }]) => {
      const spent = sentOff?.by === 'second-yellow' ? 2 : 0;
      const count = Math.max(0, yellows.length + shootoutYellows.length - spent);
      return count === 0 ? [] : [[id, count]];
    }),
  );

const cardsAbove = ['caution', 'caution', 'card-undone', 'card-at-the-line', 'change'] as const;

/** A caution that counts for somebody, and that nothing else names. */
const anyCaution = fc
  .tuple(anyMatch({ play: cardsAbove, settings: [{ legs: 1 }] }), fc.nat(50), fc.nat(20))
  .map(([match, which, who]) => {
    const { recording, state } = match;
    const named = new Set(match.steps.flatMap(({ event }) => referencesOf(event)));
    const single = match.steps.filter(
      ({ id, event }) =>
        event.type === 'caution' &&
        event.person !== undefined &&
        !named.has(id) &&
        state.cards[event.person]?.cards.length === 1,
    );
    const clean = Object.keys(state.people).filter(
      (id) => state.cards[id] === undefined && state.people[id]?.status === 'on',
    );
    return {
      recording,
      caution: single[which % Math.max(1, single.length)],
      other: clean[who % Math.max(1, clean.length)],
    };
  });

describe('what cautions add up to', () => {
  const countsForNobodyElse = ({
    recording,
    caution,
    other,
  }: { recording: Recording } & Pick<
    typeof anyCaution extends fc.Arbitrary<infer T> ? T : never,
    'caution' | 'other'
  >): void => {
    if (caution?.event.type !== 'caution' || caution.event.person === undefined || other === undefined) return;
    const { person } = caution.event;
    const before = counted(viewsOf(recording));
    expect(before[person]).toBe(1);
    const { [person]: _his, ...without } = before;
    const back = retold(recording, [...recording.entries, retraction({ id: caution.id, offset: 0 })]);
    expect(counted(viewsOf(back))).toEqual(without);
    const { club: _club, ...shown } = caution.event;
    const moved = retold(recording, [
      ...recording.entries,
      amendment({ id: caution.id, offset: 0 }, { ...shown, person: other }),
    ]);
    expect(counted(viewsOf(moved))).toEqual({ ...without, [other]: 1 });
  };
  invariant(
    'I76: a caution that is taken back counts for nobody, and one that is moved for the other',
    anyCaution,
    countsForNobodyElse,
  );

  test('a register that goes on counting what was taken back is found out', () => {
    const stubborn = ({ recording, caution }: { recording: Recording; caution: { id: string } | undefined }): void => {
      if (caution === undefined) return;
      const back = retold(recording, [...recording.entries, retraction({ id: caution.id, offset: 0 })]);
      expect(counted(viewsOf(back))).toEqual(counted(viewsOf(recording)));
    };
    expect(refuted(anyCaution, stubborn)).toBe(true);
  });
});
