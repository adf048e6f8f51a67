import { expect, test } from 'vitest';
import { changesBetween } from '../../src/faces/changes.ts';
import { reviewStage } from '../../src/faces/review-stage.ts';
import { FLAGSHIP, knownMatch } from './match.ts';

const { asOf, fixture, history } = knownMatch(FLAGSHIP);
const at = (time: string) => reviewStage(asOf(time), fixture);

test('nothing is on stage before the check', () => {
  expect(at("90+4'")).toMatchObject({ phase: 'idle', steps: [] });
});

test('a check says what is looked at, for whom, and what was given on the field', () => {
  expect(at('2H 94:40')).toMatchObject({
    phase: 'checking',
    what: 'Possible penalty: high boot',
    from: 'corner',
    clubName: 'Atalanta',
    openedAt: "90+5'",
  });
  expect(at('2H 94:40').steps.map(({ state }) => state)).toEqual(['now', 'ahead', 'ahead']);
});

test('at the monitor it is a review', () => {
  expect(at("90+6'")).toMatchObject({ phase: 'reviewing', now: 'Referee at the monitor' });
  expect(at("90+6'").steps.map(({ state, label }) => [state, label])).toEqual([
    ['done', "90+5'"],
    ['now', "90+6'"],
    ['ahead', undefined],
  ]);
});

test('the verdict stays on stage, from what to what, until play goes on', () => {
  expect(at('2H 96:20')).toMatchObject({
    phase: 'decided',
    now: 'Overturned',
    outcome: 'overturned',
    from: 'corner',
    to: 'penalty',
  });
  expect(at("90+8'").phase).toBe('idle');
});

test('its stages are said aloud, and so are a goal, a dismissal and a whistle', () => {
  const said = history.entries.flatMap(({ seq }) =>
    changesBetween(history.viewsAt(seq - 1), history.viewsAt(seq), fixture).map(({ kind, text }) => `${kind}: ${text}`),
  );
  expect(said).toContain('review: VAR review: Referee at the monitor. Possible penalty: high boot.');
  expect(said).toContain('review: VAR decision: Overturned, corner to penalty. Possible penalty: high boot.');
  expect(said).toContain('goal: Goal, Samardžić. Atalanta 4–1 Dortmund.');
  expect(said).toContain('dismissal: Second yellow card: Ramy Bensebaini, Dortmund.');
  expect(said).toContain('period: Full time. Atalanta 4–1 Dortmund.');
});

test('a score that goes back is said to go back', () => {
  const { history, fixture } = knownMatch('feed/goal-retracted');
  const kinds = history.entries.flatMap(({ seq }) =>
    changesBetween(history.viewsAt(seq - 1), history.viewsAt(seq), fixture).map(({ kind }) => kind),
  );
  expect(kinds).toContain('goal');
  expect(kinds).toContain('score-back');
});
