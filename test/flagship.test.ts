import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTime, type TimeRef } from '../src/match/time.ts';
import { history } from '../src/playback/views.ts';
import type { Views } from '../src/projections/views.ts';
import { load } from '../src/scenario/load.ts';

const recording = (() => {
  const file = join(import.meta.dirname, '..', 'scenarios', 'atalanta-dortmund.yaml');
  const loaded = load(readFileSync(file, 'utf8'), file, (path) => readFileSync(path, 'utf8'));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return loaded.scenario.recording;
})();
const match = history(recording);

const seen = (question: { at?: string; asOf?: string }): Views => {
  const answer = match.answer({
    ...(question.at === undefined ? {} : { at: parseTime(question.at) as TimeRef }),
    ...(question.asOf === undefined ? {} : { asOf: parseTime(question.asOf) as TimeRef }),
  });
  if (!answer.ok) throw new Error(answer.message);
  return answer.views;
};

describe('Atalanta–Dortmund, as known at the whistle', () => {
  const views = seen({ asOf: 'full-time' });

  test('4–1 on the night, 2–0 at half-time, 4–3 on aggregate, Atalanta through in normal time', () => {
    expect(views.scoreboard).toMatchObject({
      home: { club: 'ATA', score: 4 },
      away: { club: 'BVB', score: 1 },
      halfTime: { home: 2, away: 0 },
    });
    expect(views.aggregate).toMatchObject({
      score: { ATA: 4, BVB: 3 },
      level: false,
      advancing: 'ATA',
      by: 'normal-time',
    });
    expect(views.result).toEqual({ status: 'provisional', winner: 'ATA', by: 'normal-time' });
  });

  test("the last goal is in 90+8', and the whistle goes before a restart", () => {
    expect(views.timeline.g5).toMatchObject({
      label: "90+8'",
      person: 'samardzic',
      score: { home: 4, away: 1 },
      key: true,
    });
    expect(views.clock).toEqual({
      leg: 2,
      period: 'FT',
      elapsed: 3_190_000,
      label: "90+9'",
      running: false,
      addedTime: 3,
    });
  });

  test('eleven against ten, though three Dortmund men have been sent off', () => {
    expect([views.lineups.ATA?.count, views.lineups.BVB?.count]).toEqual([11, 10]);
    expect(views.cards.people.bensebaini).toEqual({
      club: 'BVB',
      name: 'Ramy Bensebaini',
      role: 'player',
      yellows: ["13'", "90+7'"],
      sentOff: { by: 'second-yellow', label: "90+7'" },
    });
    expect(views.cards.people.schlotterbeck).toMatchObject({
      role: 'substitute',
      yellows: [],
      sentOff: { by: 'straight-red', label: "90+7'" },
    });
    expect(views.cards.people['bvb-staff']).toMatchObject({
      club: 'BVB',
      role: 'staff',
      sentOff: { by: 'straight-red' },
    });
    expect(views.cards.totals).toEqual({ ATA: { yellow: 1 }, BVB: { yellow: 3, secondYellow: 1, red: 2 } });
  });

  test('a corner became a penalty at the monitor, and is no corner', () => {
    expect(views.var).toMatchObject({
      status: 'idle',
      reviews: {
        r1: {
          category: 'penalty',
          kind: 'on-field',
          outcome: 'overturned',
          from: 'corner',
          to: 'penalty',
          decision: 'd1',
          replacedBy: 'd2',
          openedAt: "90+5'",
          closedAt: "90+7'",
        },
      },
    });
    expect(views.timeline.d1).toMatchObject({ kind: 'corner', supersededBy: 'd2' });
    expect(seen({ at: '2H 93:55', asOf: '2H 93:55' }).stats.ATA?.counted.corners).toBe(3);
    expect(views.stats.ATA?.counted.corners).toBe(2);
  });

  test('substitutions, windows and reported figures are as the sources have them', () => {
    expect(views.lineups.ATA?.substitutions).toEqual({ used: 4, left: 1, windowsLeft: 0 });
    expect(views.lineups.BVB?.substitutions).toEqual({ used: 4, left: 1, windowsLeft: 1 });
    expect(views.stats.ATA?.reported).toMatchObject({ shots: 15, shotsOnTarget: 9, xg: 2.61 });
  });
});

test('as known today the third red card is Scalvini’s, and nobody’s number on the pitch has changed', () => {
  const views = seen({});
  expect(views.cards.people.scalvini).toMatchObject({
    club: 'ATA',
    role: 'substituted',
    sentOff: { by: 'straight-red' },
  });
  expect(views.cards.people).not.toHaveProperty('bvb-staff');
  expect([views.lineups.ATA?.count, views.lineups.BVB?.count]).toEqual([11, 10]);
  expect(views.timeline.red3).toMatchObject({ corrected: { was: { person: 'bvb-staff', club: 'BVB' } } });
  expect(views.clock).toMatchObject({ period: 'FT', label: "90+9'" });
});

test("at 57' Atalanta lead 3–0, and 3–2 on aggregate", () => {
  const views = seen({ at: "57'" });
  expect(views.scoreboard).toMatchObject({ home: { score: 3 }, away: { score: 0 } });
  expect(views.aggregate).toMatchObject({ score: { ATA: 3, BVB: 2 }, leader: 'ATA', level: false });
});

test('before the deciding kick the tie is level, and as it stands extra time follows', () => {
  expect(seen({ asOf: "90'" }).aggregate).toEqual(
    expect.objectContaining({ score: { ATA: 3, BVB: 3 }, level: true, needs: 'extra-time' }),
  );
});

test('each entry says where it comes from, or that it is ours', () => {
  const silent = recording.entries.filter(
    ({ reported }) =>
      reported === undefined ||
      (reported.by === undefined && reported.fact !== 'reconstructed' && reported.note === undefined),
  );
  expect(silent.map(({ seq }) => seq)).toEqual([]);
});
