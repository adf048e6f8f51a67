import { describe, expect, test } from 'vitest';
import {
  after,
  amend,
  awarded,
  caution,
  change,
  check,
  firstHalf,
  fullTime,
  goal,
  halfTime,
  kickOff,
  type Line,
  legOf,
  line,
  oneLeg,
  penalty,
  periodEnd,
  playing,
  red,
  reopened,
  retract,
  review,
  type Seen,
  secondYellow,
  twoLegs,
  verdict,
} from '../support/story.ts';

const score = ({ scoreboard: { home, away } }: Seen): string => `${home.score}–${away.score}`;

describe('a check', () => {
  const checked = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' }), check('g1', '1H 10:05', { id: 'r1' })];

  test('is under way until it’s complete, and the goal counts all the while', () => {
    const seen = after(...checked);
    expect(score(seen)).toBe('1–0');
    expect(seen.var).toEqual({
      status: 'checking',
      reviews: { r1: { order: 1, category: 'goal', kind: 'check', from: 'goal', decision: 'g1', openedAt: "11'" } },
    });
  });

  test('that confirms the goal leaves everything as if it had not been', () => {
    const seen = after(...checked, verdict('r1', 'confirmed', '1H 10:35'), kickOff('1H 10:50'));
    const { var: _video, timeline: _told, ...others } = seen;
    const {
      var: _none,
      timeline: _untold,
      ...same
    } = after(kickOff(), goal('home-9', '1H 10:00'), kickOff('1H 10:50'));
    expect(others).toEqual(same);
    expect(seen.var).toMatchObject({ status: 'idle', reviews: { r1: { outcome: 'confirmed', closedAt: "11'" } } });
  });

  test('becomes a review when the referee goes to the monitor', () => {
    const seen = after(...checked, review('r1', '1H 11:00'));
    expect(seen.var).toMatchObject({ status: 'reviewing', reviews: { r1: { kind: 'on-field', openedAt: "11'" } } });
  });

  test('of several things stand in the order in which they were opened', () => {
    const seen = after(
      ...checked,
      check('g1', '1H 10:10', { id: 'r2', category: 'direct-red', person: 'home-9' }),
      verdict('r1', 'confirmed', '1H 10:30'),
    );
    expect(seen.var.status).toBe('checking');
    expect(seen.var.reviews).toMatchObject({ r1: { order: 1, outcome: 'confirmed' }, r2: { order: 2 } });
  });
});

describe('an overturned goal', () => {
  const scored = [
    kickOff(),
    goal('away-9', '1H 46:10', { id: 'g1' }),
    check('g1', '1H 46:40', { id: 'r1', for: 'offside' }),
  ];

  test('leaves the score as if it had never stood', () => {
    const seen = after(...scored, verdict('r1', 'overturned', '1H 49:30', { id: 'v1', reason: 'offside' }));
    expect(score(seen)).toBe('0–0');
    expect(seen.var.reviews.r1).toEqual({
      order: 1,
      category: 'goal',
      kind: 'check',
      outcome: 'overturned',
      for: 'offside',
      from: 'goal',
      to: 'no-goal',
      decision: 'g1',
      openedAt: "45+2'",
      closedAt: "45+5'",
    });
    expect(seen.timeline.g1?.supersededBy).toBe('v1');
    expect(seen.stats.AWY?.counted).toEqual({});
  });

  test('leaves the card for celebrating it, as for Milik', () => {
    const seen = after(
      ...firstHalf(),
      caution('home-9', '2H 60:00'),
      goal('home-9', '2H 93:10', { id: 'g1' }),
      caution('home-9', '2H 93:40', { reason: 'celebration' }),
      check('g1', '2H 94:00', { id: 'r1' }),
      verdict('r1', 'overturned', '2H 96:00'),
    );
    expect(score(seen)).toBe('0–0');
    expect(seen.lineups.HOM?.count).toBe(10);
  });

  test('turns a tie back', () => {
    const tie = playing(twoLegs({ regulations: 'uefa-champions-league-2020-21' }));
    const cityTottenham = [
      ...legOf(1, { HOM: 0, AWY: 1 }),
      kickOff('L2 1H 00:00'),
      ...['02:00', '03:00', '20:00'].map((at) => goal('home-9', `1H ${at}`)),
      ...['06:00', '10:00', '72:00'].map((at) => goal('away-9', at === '72:00' ? '2H 72:00' : `1H ${at}`)),
      goal('home-10', '2H 58:00'),
      goal('home-7', '2H 92:30', { id: 'g5' }),
    ];
    expect(tie.after(...cityTottenham).aggregate).toMatchObject({ score: { HOM: 5, AWY: 4 }, leader: 'HOM' });
    const seen = tie.after(
      ...cityTottenham,
      check('g5', '2H 92:50', { id: 'r1' }),
      verdict('r1', 'overturned', '2H 93:30'),
      fullTime('2H 95:00'),
    );
    expect(seen.aggregate).toMatchObject({ score: { HOM: 4, AWY: 4 }, advancing: 'AWY', by: 'away-goals' });
  });

  test('comes back if the feed corrects the outcome to upheld', () => {
    const seen = after(
      ...scored,
      verdict('r1', 'overturned', '1H 49:30', { id: 'v1' }),
      amend('v1', verdict('r1', 'upheld', '1H 49:30')),
    );
    const never = after(kickOff(), goal('away-9', '1H 46:10', { id: 'g1' }));
    expect([seen.scoreboard, seen.stats, seen.lineups]).toEqual([never.scoreboard, never.stats, never.lineups]);
  });

  test('is overturned though its minute is only known roughly', () => {
    const seen = after(
      kickOff(),
      check('g1', '1H 46:00', { id: 'r1' }),
      verdict('r1', 'overturned', '1H 46:00'),
      goal('away-9', '1H 46:10', { id: 'g1' }),
    );
    expect(score(seen)).toBe('0–0');
    expect(seen.stats.AWY?.counted).toEqual({});
  });

  test('takes the goals after the incident with it, at either end', () => {
    const seen = after(
      kickOff(),
      line('handball', '1H 20:00', { by: 'away-4', id: 'h1' }),
      goal('home-9', '1H 20:25', { id: 'g1' }),
      check('h1', '1H 20:40', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'overturned', '1H 22:00', { to: 'penalty' }),
      awarded('HOM', '1H 22:00', { id: 'a1', review: 'r1' }),
    );
    expect(score(seen)).toBe('0–0');
    expect(seen.var.reviews.r1).toMatchObject({ from: 'play-on', to: 'penalty', replacedBy: 'a1' });
  });
});

describe('a goal that was disallowed and is given after all', () => {
  const flagged = [
    kickOff(),
    goal('home-9', '1H 10:00', { id: 'g1' }),
    line('goal-disallowed', '1H 10:05', { of: 'g1', for: 'offside', id: 'd1' }),
    check('d1', '1H 10:20', { id: 'r1' }),
    verdict('r1', 'overturned', '1H 11:00'),
  ];

  test('stands again', () => {
    const seen = after(...flagged);
    expect(score(seen)).toBe('1–0');
    expect(seen.stats.HOM?.counted).toEqual({ shots: 1, shotsOnTarget: 1 });
    expect(seen.timeline.g1).not.toHaveProperty('supersededBy');
    expect(seen.var.reviews.r1).toMatchObject({ from: 'no-goal', to: 'goal' });
  });

  test('counts once, even if it is reported anew', () => {
    const seen = after(...flagged, goal('home-9', '1H 11:00', { id: 'g2', review: 'r1' }));
    expect(score(seen)).toBe('1–0');
    expect(seen.var.reviews.r1?.replacedBy).toBe('g2');
    expect(seen.timeline.g1?.supersededBy).toBe('g2');
  });

  test('counts when nobody had reported it before', () => {
    const seen = after(
      kickOff(),
      line('goal-disallowed', '1H 10:05', { by: 'home-9', for: 'offside', id: 'd1' }),
      check('d1', '1H 10:20', { id: 'r1' }),
      verdict('r1', 'overturned', '1H 11:00'),
      goal('home-9', '1H 11:00', { review: 'r1' }),
    );
    expect(score(seen)).toBe('1–0');
  });
});

describe('a goal at one end and a penalty at the other', () => {
  const superCup = [
    ...firstHalf(),
    goal('home-10', '2H 50:00'),
    kickOff('2H 51:00'),
    line('foul', '2H 54:00', { by: 'home-4', against: 'away-9', id: 'f1' }),
    goal('home-9', '2H 54:25', { id: 'g2' }),
  ];

  test('make it 1–1 instead of 2–0, as in Feyenoord v Vitesse', () => {
    const { seenAt } = playing(oneLeg()).tell(
      ...superCup,
      check('f1', '2H 54:40', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'overturned', '2H 56:00', { to: 'penalty', id: 'v1' }),
      awarded('AWY', '2H 56:00', { id: 'a1', review: 'r1', offence: 'f1' }),
      penalty('away-9', 'scored', '2H 57:20', { id: 'p1', award: 'a1' }),
      goal('away-9', '2H 57:20', { penalty: 'p1' }),
    );
    expect([7, 9, 12].map((cursor) => score(seenAt(cursor)))).toEqual(['2–0', '1–0', '1–1']);
    expect(seenAt(12).timeline.g2?.supersededBy).toBe('v1');
    expect(seenAt(12).stats.HOM?.counted).toEqual({ shots: 1, shotsOnTarget: 1, fouls: 1 });
  });

  test('leave the goal if the referee keeps to his decision', () => {
    const seen = after(
      ...superCup,
      check('f1', '2H 54:40', { id: 'r1', category: 'penalty' }),
      review('r1', '2H 55:00'),
      verdict('r1', 'upheld', '2H 56:00'),
    );
    expect(score(seen)).toBe('2–0');
    expect(seen.var.reviews.r1).not.toHaveProperty('to');
  });
});

describe('cards between the incident and the review', () => {
  const missedPenalty = (...cards: Line[]): Seen =>
    after(
      kickOff(),
      line('foul', '1H 30:00', { by: 'home-4', id: 'f1' }),
      ...cards,
      check('f1', '1H 30:40', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'overturned', '1H 32:00', { to: 'penalty' }),
    );

  test('for stopping a promising attack or denying an obvious chance are cancelled', () => {
    const seen = missedPenalty(
      caution('home-4', '1H 30:20', { reason: 'stopping-a-promising-attack' }),
      red('home-5', '1H 30:22', { reason: 'denying-an-obvious-chance' }),
    );
    expect(seen.cards).toEqual({ people: {}, totals: {} });
    expect(seen.lineups.HOM?.count).toBe(11);
  });

  test.each(['reckless', 'serious-foul-play', 'violent-conduct', 'dissent', 'celebration'] as const)(
    'for something else stand: %s',
    (reason) => {
      const seen = missedPenalty(caution('home-6', '1H 30:25', { reason }));
      expect(seen.cards.people['home-6']?.yellows).toEqual(["31'"]);
    },
  );

  test('stand when nothing is changed', () => {
    const seen = after(
      kickOff(),
      line('foul', '1H 30:00', { by: 'home-4', id: 'f1' }),
      caution('home-4', '1H 30:20', { reason: 'stopping-a-promising-attack' }),
      check('f1', '1H 30:40', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'upheld', '1H 32:00'),
    );
    expect(seen.cards.people['home-4']?.yellows).toEqual(["31'"]);
  });

  test('substitutions stand in any case', () => {
    const seen = missedPenalty(change('home-9', 'home-19', '1H 30:30'));
    expect(seen.lineups.HOM?.substitutions.used).toBe(1);
  });
});

describe('a penalty that is cancelled', () => {
  const given = (...cards: Line[]): Line[] => [
    kickOff(),
    line('foul', '1H 30:00', { by: 'home-4', id: 'f1' }),
    awarded('AWY', '1H 30:05', { id: 'a1', offence: 'f1', against: 'home-4' }),
    ...cards,
    check('a1', '1H 30:40', { id: 'r1', category: 'penalty' }),
    review('r1', '1H 31:00'),
  ];

  test('is none, and no restart is owed for it', () => {
    const seen = after(...given(), verdict('r1', 'overturned', '1H 32:00'));
    expect(seen.clock).not.toHaveProperty('restart');
    expect(seen.var.reviews.r1).toMatchObject({ from: 'penalty', to: 'no-penalty' });
    expect(seen.timeline.a1?.supersededBy).toBe('e6');
  });

  test('takes the card for that foul with it, but not one for recklessness', () => {
    const cards = [
      caution('home-4', '1H 30:20', { offence: 'f1', reason: 'foul' }),
      caution('home-5', '1H 30:25', { offence: 'f1', reason: 'reckless' }),
    ];
    const seen = after(...given(...cards), verdict('r1', 'overturned', '1H 32:00'));
    expect(Object.keys(seen.cards.people)).toEqual(['home-5']);
  });

  test('and becomes a free kick outside the area leaves the card: it was a foul', () => {
    const cards = [caution('home-4', '1H 30:20', { offence: 'f1', reason: 'stopping-a-promising-attack' })];
    const seen = after(
      ...given(...cards),
      verdict('r1', 'amended', '1H 32:00', { to: 'free-kick' }),
      line('free-kick', '1H 33:00', { club: 'AWY', direct: true, review: 'r1', id: 'fk1' }),
    );
    expect(seen.cards.people['home-4']?.yellows).toEqual(["31'"]);
    expect(seen.var.reviews.r1).toMatchObject({ outcome: 'amended', to: 'free-kick', replacedBy: 'fk1' });
  });

  test('after it was scored takes the goal with it', () => {
    const seen = after(
      kickOff(),
      awarded('AWY', '1H 30:05', { id: 'a1' }),
      penalty('away-9', 'scored', '1H 31:00', { id: 'p1', award: 'a1' }),
      goal('away-9', '1H 31:00', { penalty: 'p1' }),
      check('a1', '1H 31:20', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'overturned', '1H 32:00'),
    );
    expect(score(seen)).toBe('0–0');
    expect(seen.stats.AWY?.counted).toEqual({});
  });

  test('for simulation may send the attacker off with his second yellow', () => {
    const seen = after(
      kickOff(),
      caution('away-9', '1H 20:00'),
      ...given().slice(1),
      verdict('r1', 'overturned', '1H 32:00', { reason: 'simulation' }),
      caution('away-9', '1H 32:10', { reason: 'simulation', review: 'r1' }),
    );
    expect(seen.cards.people['away-9']?.sentOff?.by).toBe('second-yellow');
    expect(seen.lineups.AWY?.count).toBe(10);
  });
});

describe('a corner that becomes a penalty', () => {
  const ending = [
    ...firstHalf(),
    caution('away-5', '2H 50:00'),
    line('foul', '2H 93:53', { by: 'away-5', id: 'f1' }),
    line('corner', '2H 93:55', { club: 'HOM', id: 'd1' }),
    check('d1', '2H 94:30', { id: 'r1', category: 'penalty', incidentAt: '2H 93:53' }),
    review('r1', '2H 95:45'),
    verdict('r1', 'overturned', '2H 96:10', { to: 'penalty' }),
    awarded('HOM', '2H 96:10', { id: 'd2', review: 'r1', offence: 'f1' }),
    secondYellow('away-5', '2H 96:45', { id: 'y2', review: 'r1', offence: 'f1' }),
  ];

  test('is no corner any more', () => {
    const seen = after(...ending);
    expect(seen.stats.HOM?.counted).toEqual({});
    expect(seen.var.reviews.r1).toEqual({
      order: 1,
      category: 'penalty',
      kind: 'on-field',
      outcome: 'overturned',
      from: 'corner',
      to: 'penalty',
      decision: 'd1',
      replacedBy: 'd2',
      openedAt: "90+5'",
      closedAt: "90+7'",
    });
    expect(seen.timeline.d1?.supersededBy).toBe('d2');
  });

  test('may bring a second yellow, which the review was not about', () => {
    const seen = after(...ending);
    expect(seen.cards.people['away-5']).toMatchObject({
      yellows: ["51'", "90+7'"],
      sentOff: { by: 'second-yellow', label: "90+7'" },
    });
    expect(seen.lineups.AWY?.count).toBe(10);
  });
});

describe('a review of a card', () => {
  test('makes a red of a yellow, which doesn’t count any more', () => {
    const seen = after(
      ...firstHalf(),
      caution('home-2', '2H 71:30', { id: 'y1' }),
      check('y1', '2H 71:50', { id: 'r1', category: 'direct-red' }),
      review('r1', '2H 72:10'),
      verdict('r1', 'overturned', '2H 73:00'),
      red('home-2', '2H 73:05', { id: 'red1', review: 'r1' }),
    );
    expect(seen.cards).toEqual({
      people: {
        'home-2': {
          club: 'HOM',
          name: 'Home 2',
          role: 'player',
          yellows: [],
          sentOff: { by: 'straight-red', label: "74'" },
        },
      },
      totals: { HOM: { red: 1 } },
    });
    expect(seen.var.reviews.r1).toMatchObject({ from: 'caution', to: 'red', replacedBy: 'red1' });
  });

  test('of the foul itself makes a red of the yellow for it, too', () => {
    const seen = after(
      ...firstHalf(),
      line('foul', '2H 71:20', { by: 'home-2', id: 'f1' }),
      caution('home-2', '2H 71:30', { offence: 'f1' }),
      check('f1', '2H 71:50', { id: 'r1', category: 'direct-red' }),
      verdict('r1', 'overturned', '2H 73:00'),
      red('home-2', '2H 73:05', { review: 'r1', offence: 'f1' }),
    );
    expect(seen.cards.totals).toEqual({ HOM: { red: 1 } });
  });

  test('that cancels a red puts the man back; the change made in between stands', () => {
    const seen = after(
      kickOff(),
      red('home-4', '1H 20:00', { id: 'red1' }),
      change('home-9', 'home-14', '1H 21:30'),
      check('red1', '1H 21:40', { id: 'r1', category: 'direct-red' }),
      verdict('r1', 'overturned', '1H 22:00'),
    );
    expect(seen.lineups.HOM).toMatchObject({ count: 11, substitutions: { used: 1 } });
    expect(seen.cards).toEqual({ people: {}, totals: {} });
    expect(seen.var.reviews.r1?.to).toBe('no-red');
  });

  test('cancels a wrong second yellow from 2026/27 on', () => {
    const seen = playing(oneLeg({ regulations: 'uefa-champions-league-2026-27' })).after(
      kickOff(),
      caution('home-4', '1H 10:00'),
      caution('home-4', '1H 30:00', { id: 'y2' }),
      check('y2', '1H 30:20', { id: 'r1', category: 'second-yellow' }),
      verdict('r1', 'overturned', '1H 31:00'),
    );
    expect(seen.cards.people['home-4']).toMatchObject({ yellows: ["11'"] });
    expect(seen.lineups.HOM?.count).toBe(11);
  });

  test('after a restart brings the red alone: goals since then stand', () => {
    const seen = after(
      ...firstHalf(),
      line('foul', '2H 50:00', { by: 'home-4', reason: 'elbow', id: 'f1' }),
      goal('away-9', '2H 50:40'),
      kickOff('2H 51:20'),
      check('f1', '2H 51:40', { id: 'r1', category: 'direct-red' }),
      verdict('r1', 'overturned', '2H 52:00'),
      red('home-4', '2H 52:00', { review: 'r1', reason: 'violent-conduct' }),
    );
    expect(score(seen)).toBe('0–1');
    expect(seen.lineups.HOM?.count).toBe(10);
  });
});

describe('a review that nobody closes', () => {
  const opened = [
    ...firstHalf(),
    line('handball', '2H 59:30', { by: 'away-4', id: 'h1' }),
    check('h1', '2H 60:00', { id: 'r1', category: 'penalty' }),
    review('r1', '2H 60:30'),
  ];

  test('has an unknown outcome once play goes on', () => {
    const seen = after(...opened, line('free-kick', '2H 62:00', { club: 'AWY' }));
    expect(seen.var).toMatchObject({ status: 'idle', reviews: { r1: { outcome: 'unknown', closedAt: "63'" } } });
  });

  test('has one at the whistle', () => {
    expect(after(...opened, fullTime('2H 95:00')).var).toMatchObject({
      status: 'idle',
      reviews: { r1: { outcome: 'unknown' } },
    });
    const half = after(
      kickOff(),
      goal('home-9', '1H 44:00', { id: 'g1' }),
      check('g1', '1H 44:10', { id: 'r1' }),
      halfTime(),
    );
    expect(half.var.reviews.r1?.outcome).toBe('unknown');
    expect(score(half)).toBe('1–0');
  });

  test('is taken up again if the referee still reviews it', () => {
    const whistled = [...opened.slice(0, -1), fullTime('2H 95:00')];
    expect(after(...whistled).var.status).toBe('idle');
    const reviewing = [...whistled, review('r1', '2H 95:30')];
    expect(after(...reviewing).var.status).toBe('reviewing');
    expect(after(...reviewing).var.reviews.r1).not.toHaveProperty('outcome');
    const seen = after(
      ...reviewing,
      verdict('r1', 'overturned', '2H 97:00', { to: 'penalty' }),
      reopened('2H 97:10', { review: 'r1' }),
      awarded('HOM', '2H 97:10', { id: 'a1', review: 'r1' }),
    );
    expect(seen.var).toMatchObject({ status: 'idle', reviews: { r1: { outcome: 'overturned', replacedBy: 'a1' } } });
    expect(seen.clock).toMatchObject({ period: '2H', restart: { kind: 'penalty' } });
  });

  test('was overturned if another decision followed from it', () => {
    const seen = after(
      kickOff(),
      line('corner', '1H 20:00', { club: 'HOM', id: 'd1' }),
      check('d1', '1H 20:10', { id: 'r1', category: 'penalty' }),
      awarded('HOM', '1H 22:00', { id: 'a1', review: 'r1' }),
      penalty('home-9', 'saved', '1H 23:00', { award: 'a1' }),
    );
    expect(seen.var.reviews.r1).toMatchObject({ outcome: 'overturned', to: 'penalty', replacedBy: 'a1' });
    expect(seen.stats.HOM?.counted).not.toHaveProperty('corners');
  });

  test('goes on over a restart if it may be about violent conduct', () => {
    const seen = after(
      kickOff(),
      line('foul', '1H 20:00', { by: 'home-4', id: 'f1' }),
      check('f1', '1H 20:10', { id: 'r1', category: 'direct-red' }),
      line('throw-in', '1H 20:30', { club: 'AWY' }),
    );
    expect(seen.var.status).toBe('checking');
  });

  test('isn’t ended by the award of a corner', () => {
    const seen = after(
      kickOff(),
      line('handball', '1H 20:00', { by: 'away-4', id: 'h1' }),
      check('h1', '1H 20:05', { id: 'r1', category: 'penalty' }),
      line('corner', '1H 20:08', { club: 'HOM' }),
    );
    expect(seen.var.status).toBe('checking');
  });
});

describe('what a feed leaves out or says twice', () => {
  const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' })];

  test('a review without its check is known by its own id', () => {
    const seen = after(...scored, review('g1', '1H 10:30', { id: 'r1' }), verdict('r1', 'overturned', '1H 11:00'));
    expect(seen.var.reviews).toMatchObject({
      r1: { category: 'goal', kind: 'on-field', decision: 'g1', to: 'no-goal' },
    });
    expect(score(seen)).toBe('0–0');
  });

  test('a decision without check or review still changes what it names', () => {
    const seen = after(...scored, verdict('g1', 'overturned', '1H 11:00', { id: 'v1' }));
    expect(seen.var).toMatchObject({ status: 'idle', reviews: { v1: { outcome: 'overturned', decision: 'g1' } } });
    expect(score(seen)).toBe('0–0');
  });

  test('the decision may name the review instead of the check', () => {
    const seen = after(
      ...scored,
      check('g1', '1H 10:10', { id: 'c1' }),
      review('c1', '1H 10:30', { id: 'r1' }),
      verdict('r1', 'overturned', '1H 11:00'),
      line('free-kick', '1H 11:30', { club: 'AWY', review: 'r1', id: 'fk' }),
    );
    expect(Object.keys(seen.var.reviews)).toEqual(['c1']);
    expect(seen.var.reviews.c1).toMatchObject({ kind: 'on-field', outcome: 'overturned', replacedBy: 'fk' });
    expect(score(seen)).toBe('0–0');
  });

  test('a second decision of the same review changes nothing', () => {
    const seen = after(
      ...scored,
      check('g1', '1H 10:10', { id: 'r1' }),
      verdict('r1', 'upheld', '1H 11:00'),
      verdict('r1', 'overturned', '1H 11:30'),
    );
    expect(seen.var.reviews.r1?.outcome).toBe('upheld');
    expect(score(seen)).toBe('1–0');
  });

  test('a check that is retracted takes its outcome with it', () => {
    const seen = after(
      ...scored,
      check('g1', '1H 10:10', { id: 'r1' }),
      verdict('r1', 'overturned', '1H 11:00'),
      retract('r1'),
    );
    expect(score(seen)).toBe('1–0');
    expect(seen.var).toEqual({ status: 'idle', reviews: {} });
  });
});

test('without the video assistant the referee decides, and the match is valid', () => {
  const down = [kickOff(), line('var-unavailable', '1H 30:00', { why: 'no picture' })];
  expect(after(...down).var).toEqual({ status: 'unavailable', reviews: {} });
  expect(score(after(...down, goal('home-9', '1H 40:00')))).toBe('1–0');
  expect(after(...down, line('var-available', '2H 50:00')).var.status).toBe('idle');
});

test('a golden goal given by a review ends the match', () => {
  const seen = playing(oneLeg({ regulations: { extraTime: 'golden' } })).after(
    ...firstHalf(),
    fullTime(),
    kickOff('ET1 90:00'),
    line('goal-disallowed', 'ET1 94:00', { by: 'home-9', for: 'offside', id: 'd1' }),
    check('d1', 'ET1 94:20', { id: 'r1' }),
    verdict('r1', 'overturned', 'ET1 95:00'),
    goal('home-9', 'ET1 95:00', { review: 'r1' }),
    periodEnd('ET1 95:10'),
  );
  expect(seen).toMatchObject({ clock: { period: 'FT' }, result: { winner: 'HOM', by: 'golden-goal' } });
});
