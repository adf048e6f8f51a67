import { describe, expect, test } from 'vitest';
import { labelsApart } from '../../../src/dashboard/panels/charts/labels-apart.ts';
import { compare, correctionsIn } from '../../../src/dashboard/panels/known/compare.ts';
import { officialsOf } from '../../../src/dashboard/panels/people/officials.ts';
import { spotsOf } from '../../../src/dashboard/panels/pitch/spots.ts';
import { tieIn } from '../../../src/dashboard/wall/tie-in.ts';
import { teamsOf } from '../../../src/faces/teams.ts';
import { history } from '../../../src/playback/views.ts';
import { flagship } from '../../client/flagship.ts';

const recording = flagship();
const { header, entries } = recording;
const { fixture } = header;
const folded = history(recording);
const journal = { epoch: 'a-1', header, entries, history: folded };

describe('the pitch', () => {
  const [home, away] = teamsOf(folded.viewsAt(folded.length), fixture);

  test('goalkeepers stand on their lines, Atalanta’s at the one end and Dortmund’s at the other', () => {
    const keeperOf = (team: typeof home) => spotsOf(team).find(({ person }) => person.goalkeeper);
    expect(keeperOf(home)).toMatchObject({ person: { id: 'carnesecchi' }, across: 0.5 });
    expect(keeperOf(home)?.along).toBeLessThan(0.1);
    expect(keeperOf(away)?.along).toBeGreaterThan(0.9);
  });

  test('nobody changes places because a client was told of the people in another order', () => {
    const views = folded.viewsAt(folded.length);
    const turned = Object.fromEntries(
      Object.entries(views.lineups).map(([club, team]) => [
        club,
        { ...team, onPitch: Object.fromEntries(Object.entries(team.onPitch).reverse()) },
      ]),
    );
    const placesOf = (lineups: typeof views.lineups) =>
      teamsOf({ ...views, lineups }, fixture).flatMap((team) => spotsOf(team));
    expect(placesOf(turned)).toEqual(placesOf(views.lineups));
  });

  test('each team keeps to its own half, and nobody stands on anybody', () => {
    const spots = [...spotsOf(home), ...spotsOf(away)];
    expect(spotsOf(home).every(({ along }) => along < 0.5)).toBe(true);
    expect(spotsOf(away).every(({ along }) => along > 0.5)).toBe(true);
    expect(new Set(spots.map(({ along, across }) => `${along} ${across}`)).size).toBe(21);
  });
});

describe('what was known when', () => {
  test('the correction of the record is offered, with the entry before it to compare with', () => {
    expect(correctionsIn(journal, fixture)).toEqual([
      { seq: 124, label: "90+7' Correction: Red card, Scalvini, ATA", asked: { at: '', first: '123', second: '124' } },
    ]);
  });

  test("of 90+7' something else was known at 90+7' than is known now", () => {
    const answered = compare(journal, fixture, { at: "90+7'", first: '', second: '' });
    expect(answered).toMatchObject({
      ok: true,
      first: { title: "As known at 90+7'" },
      second: { title: 'As known now' },
    });
    if (!answered.ok) return;
    expect(answered.second.cursor).toBe(124);
    expect(answered.comparison.groups.flatMap(({ rows }) => rows).filter(({ differs }) => differs)).not.toEqual([]);
  });

  test.each([
    [{ at: 'tea time', first: '', second: '' }, 'at', /“tea time” is no time/],
    [{ at: '', first: '500', second: '' }, 'first', /entry 124/],
    [{ at: '', first: '', second: 'later' }, 'second', /“later” is no time/],
  ] as const)('%o is answered with a sentence', (asked, field, message) => {
    const answered = compare(journal, fixture, asked);
    expect(answered).toMatchObject({ ok: false, field });
    expect(answered.ok || answered.message).toMatch(message);
  });
});

test('the officials of the second leg are listed as they are announced', () => {
  const officials = officialsOf(fixture, 2);
  expect(officials[0]).toEqual({ role: 'Referee', name: 'José María Sánchez Martínez' });
  expect(officials.map(({ role }) => role)).toEqual([
    ...['Referee', 'Assistant', 'Assistant', 'Fourth official', 'VAR', 'Assistant VAR'],
  ]);
});

test('a small scoreboard says what the match means for the tie', () => {
  const after = (cursor: number) => tieIn(folded.viewsAt(cursor), fixture);
  expect(after(93)).toBe('3–3 on aggregate');
  expect(after(folded.length)).toBe('4–3 on aggregate, Atalanta go through');
});

test('labels at the ends of two lines keep their distance', () => {
  expect(labelsApart([100, 104])).toEqual([94, 110]);
  expect(labelsApart([100, 160])).toEqual([100, 160]);
});
