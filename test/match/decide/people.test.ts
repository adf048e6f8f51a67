import { describe, expect, test } from 'vitest';
import {
  caution,
  change,
  fullTime,
  goal,
  halfTime,
  kickOff,
  line,
  oneLeg,
  ownGoal,
  red,
  secondYellow,
} from '../../support/story.ts';
import { breaches, breachesIn, refusal, refusalIn } from './judged.ts';

const toSecondHalf = [kickOff(), halfTime(), kickOff('2H 45:00')];

describe('Law 3: who is on the pitch', () => {
  test('only those on the pitch score', () => {
    expect(breaches(kickOff(), goal('home-9', '1H 10:00'))).toEqual([]);
    expect(breaches(kickOff(), goal('home-20', '1H 10:00'))).toEqual(['not-on-the-pitch']);
    expect(breaches(kickOff(), goal('home-coach', '1H 10:00'))).toEqual(['not-a-footballer']);
    expect(breaches(kickOff(), change('home-9', 'home-15', '1H 09:00'), goal('home-9', '1H 10:00'))).toEqual([
      'already-substituted',
    ]);
    expect(breaches(kickOff(), red('home-9', '1H 09:00'), goal('home-9', '1H 10:00'))).toEqual(['already-dismissed']);
    expect(breaches(kickOff(), goal('stranger', '1H 10:00', { club: 'HOM' }))).toEqual(['unknown-person']);
    expect(breaches(kickOff(), line('shot', '1H 10:00', { by: 'home-20', outcome: 'saved' }))).toEqual([
      'not-on-the-pitch',
    ]);
  });

  test('without a team sheet anybody of the squad may have been on', () => {
    expect(breachesIn(oneLeg({ sheets: false }), kickOff(), goal('home-20', '1H 10:00'))).toEqual([]);
  });

  test('somebody treated off the pitch comes back; a substitute needs somebody to go', () => {
    const off = [kickOff(), line('temporarily-off', '1H 10:00', { person: 'home-3' })];
    expect(breaches(...off, goal('home-3', '1H 11:00'))).toEqual(['not-on-the-pitch']);
    expect(breaches(...off, line('back-on', '1H 12:00', { person: 'home-3' }))).toEqual([]);
    expect(breaches(kickOff(), line('back-on', '1H 12:00', { person: 'home-14' }))).toEqual([
      'entered-without-a-substitution',
    ]);
    expect(breaches(kickOff(), red('home-3', '1H 10:00'), line('back-on', '1H 12:00', { person: 'home-3' }))).toEqual([
      'already-dismissed',
    ]);
  });

  test('nobody plays without a goalkeeper, in a match by the Laws', () => {
    const keeperOff = [kickOff(), red('home-1', '1H 10:00')];
    const corner = line('corner', '1H 12:00', { club: 'AWY' });
    expect(refusal(...keeperOff, corner)).toBe('no-goalkeeper');
    expect(breaches(...keeperOff, corner)).toEqual([]);
    expect(refusal(...keeperOff, change('home-9', 'home-12', '1H 11:00'), corner)).toBeUndefined();
    expect(refusal(...keeperOff, line('goalkeeper', '1H 11:00', { person: 'home-5' }), corner)).toBeUndefined();
  });

  test('a team sheet names seven to eleven, each once, and nobody of the others', () => {
    const sheet = (starting: string[], bench: string[] = []) =>
      line('line-ups', 'pre 00:00', { teams: { HOM: { starting, bench } } });
    const eleven = Array.from({ length: 11 }, (_, index) => `home-${index + 1}`);
    expect(breaches(sheet(eleven))).toEqual([]);
    expect(breaches(sheet(eleven.slice(0, 9)))).toEqual([]);
    expect(breaches(sheet(eleven.slice(0, 6)))).toEqual(['too-few-on-the-pitch']);
    expect(breaches(sheet(eleven, ['home-3']))).toEqual(['listed-twice']);
    const twelve = Array.from({ length: 12 }, (_, index) => `home-${index + 12}`);
    expect(breachesIn(oneLeg({ regulations: 'domestic-league' }), sheet(eleven, twelve))).toEqual([
      'too-many-substitutes-named',
    ]);
    expect(breaches(sheet(eleven, ['away-3']))).toEqual(['wrong-club']);
    expect(breaches(sheet(eleven, ['home-coach']))).toEqual(['not-a-footballer']);
    expect(refusal(kickOff(), line('line-ups', '1H 01:00', { teams: { HOM: { starting: eleven } } }))).toBe(
      'already-under-way',
    );
  });
});

describe('Law 3: substitutions', () => {
  const three = [
    ...toSecondHalf,
    change('home-2', 'home-13', '2H 55:00'),
    change('home-3', 'home-14', '2H 65:00'),
    change('home-4', 'home-15', '2H 75:00'),
  ];

  test('a named substitute comes on for somebody on the pitch', () => {
    expect(refusal(kickOff(), change('home-9', 'home-15', '1H 30:00'))).toBeUndefined();
    expect(breaches(kickOff(), change('home-9', 'home-8', '1H 30:00'))).toEqual(['already-on-the-pitch']);
    expect(breaches(kickOff(), change('home-15', 'home-16', '1H 30:00'))).toEqual([
      'not-on-the-pitch',
      'too-many-on-the-pitch',
    ]);
    expect(breaches(kickOff(), change('home-9', 'away-15', '1H 30:00', { club: 'HOM' }))).toEqual(
      expect.arrayContaining(['wrong-club']),
    );
  });

  test('nobody comes on who left, or whom no full sheet names', () => {
    const left = [kickOff(), line('left', '1H 20:00', { person: 'home-3' })];
    expect(breaches(...left, change('home-4', 'home-3', '1H 30:00'))).toEqual(['not-on-the-bench']);
    const sheet = (bench: string[]) =>
      line('line-ups', 'pre 00:00', {
        teams: { HOM: { starting: Array.from({ length: 11 }, (_, index) => `home-${index + 1}`), bench } },
      });
    const ten = oneLeg({ regulations: { bench: 2 }, sheets: false });
    const unnamed = change('home-9', 'home-20', '1H 30:00');
    expect(breachesIn(ten, sheet(['home-12', 'home-13']), kickOff(), unnamed)).toEqual(['not-on-the-bench']);
    // A part of the bench may be all that the source has.
    expect(breachesIn(ten, sheet(['home-12']), kickOff(), unnamed)).toEqual([]);
    expect(refusalIn(ten, sheet(['home-12']), kickOff(), unnamed)).toBe('not-on-the-bench');
    expect(refusalIn(ten, sheet(['home-12']), kickOff(), red('home-20', '1H 30:00'))).toBe('not-on-the-sheet');
  });

  test('in and out the wrong way round is seen to be so', () => {
    expect(breaches(kickOff(), change('home-20', 'home-9', '1H 30:00'))).toEqual(['swapped-in-out']);
  });

  test("whoever was replaced doesn't come back", () => {
    const replaced = [kickOff(), change('home-9', 'home-15', '1H 30:00')];
    expect(breaches(...replaced, change('home-8', 'home-9', '1H 40:00'))).toEqual(['already-substituted']);
    expect(breaches(...replaced, change('home-15', 'home-16', '1H 40:00'))).toEqual([]);
  });

  test('nobody replaces a man who was sent off, and he replaces nobody', () => {
    expect(breaches(kickOff(), red('home-9', '1H 20:00'), change('home-9', 'home-15', '1H 30:00'))).toEqual([
      'already-dismissed',
    ]);
    expect(breaches(kickOff(), red('home-15', '1H 20:00'), change('home-9', 'home-15', '1H 30:00'))).toEqual([
      'already-dismissed',
    ]);
  });

  test('a starter sent off before kick-off is replaced at no cost', () => {
    expect(breaches(red('home-9', 'pre 40:00'), change('home-9', 'home-15', 'pre 41:00'))).toEqual([]);
  });

  test('a fourth stoppage is one too many, while substitutions remain', () => {
    expect(breaches(...three, change('home-5', 'home-16', '2H 85:00'))).toEqual(['no-window-left']);
    // In the stoppage of the third change another one may follow.
    expect(breaches(...three, change('home-5', 'home-16', '2H 75:20'))).toEqual([]);
  });

  test('changes at half-time cost no stoppage', () => {
    const atHalfTime = [kickOff(), halfTime(), change('home-9', 'home-19', 'HT 10:00'), kickOff('2H 45:00')];
    expect(breaches(...atHalfTime, ...three.slice(3))).toEqual([]);
  });

  test('a sixth substitution is one too many, and extra time allows it', () => {
    const five = [...three, change('home-5', 'home-16', '2H 75:10'), change('home-6', 'home-17', '2H 75:20')];
    const sixth = (at: string) => change('home-7', 'home-18', at);
    expect(breaches(...five, sixth('2H 75:30'))).toEqual(['no-substitution-left']);
    expect(breaches(...five, fullTime(), kickOff('ET1 90:00'), sixth('ET1 102:00'))).toEqual([]);
    const none = oneLeg({ regulations: { substitutions: { extraTime: 0, extraTimeWindows: 0 } } });
    expect(breachesIn(none, ...five, fullTime(), kickOff('ET1 90:00'), sixth('ET1 102:00'))).toEqual(
      expect.arrayContaining(['no-substitution-left']),
    );
  });

  test('a concussion costs nothing where the competition says so, and gives the others one more', () => {
    const concussion = oneLeg({ regulations: { substitutions: { concussion: 1, normal: 1 } } });
    const used = [kickOff(), change('home-2', 'home-13', '1H 10:00')];
    const hurt = change('home-3', 'home-14', '1H 20:00', { reason: 'concussion' });
    expect(breachesIn(concussion, ...used, hurt)).toEqual([]);
    expect(breachesIn(concussion, ...used, hurt, change('home-4', 'home-15', '1H 30:00'))).toEqual([
      'no-substitution-left',
    ]);
    const theirs = [change('away-2', 'away-13', '1H 21:00'), change('away-3', 'away-14', '1H 22:00')];
    expect(breachesIn(concussion, ...used, hurt, ...theirs)).toEqual([]);
    expect(breachesIn(concussion, ...used, ...theirs)).toEqual(['no-substitution-left']);
  });

  test('two come on and one goes off: twelve on the pitch', () => {
    const twoOn = [
      ...toSecondHalf,
      change('home-2', 'home-13', '2H 86:00'),
      line('substitution', '2H 86:00', { on: 'home-14', club: 'HOM' }),
    ];
    expect(breaches(...twoOn)).toEqual(['too-many-on-the-pitch']);
    expect(breaches(...twoOn, goal('home-9', '2H 86:30'))).toEqual(['too-many-on-the-pitch']);
    expect(breaches(...twoOn, goal('away-9', '2H 86:30'))).toEqual([]);
  });

  test('nobody changes once the match is over, and only goalkeepers do during the kicks', () => {
    const ended = [...toSecondHalf, goal('home-9', '2H 60:00'), fullTime()];
    expect(breaches(...ended, change('home-9', 'home-15', 'FT 01:00'))).toEqual(['match-over']);
    const kicks = [...toSecondHalf, fullTime(), line('kick', 'PEN 1', { by: 'home-9', outcome: 'scored' })];
    expect(breaches(...kicks, change('home-9', 'home-15', 'PEN 1'))).toEqual(['only-the-goalkeeper-changes']);
    expect(breaches(...kicks, change('home-1', 'home-12', 'PEN 1', { reason: 'goalkeeper' }))).toEqual([]);
  });
});

describe('Law 12.3: cards', () => {
  test('anybody may be shown one, at any time until the referee has left', () => {
    const told = [...toSecondHalf, change('home-9', 'home-15', '2H 60:00'), fullTime('2H 93:00')];
    for (const person of ['home-3', 'home-20', 'home-9', 'home-coach']) {
      expect([person, ...breaches(...told, red(person, 'FT 01:00'))]).toEqual([person]);
    }
    expect(breaches(caution('home-3', 'pre 40:00'))).toEqual([]);
    expect(breaches(kickOff(), red('home-14', 'HT 05:00'))).toEqual([]);
    expect(breaches(kickOff(), line('red', '1H 20:00', { club: 'AWY' }))).toEqual([]);
    expect(breaches(kickOff(), line('red', '1H 20:00'))).toEqual(['nobody-named']);
  });

  test('nobody is cautioned or sent off after he was sent off', () => {
    expect(breaches(kickOff(), red('home-3', '1H 20:00'), caution('home-3', '1H 25:00'))).toEqual([
      'already-dismissed',
    ]);
    expect(breaches(kickOff(), red('home-3', '1H 20:00'), red('home-3', '1H 25:00'))).toEqual(['already-dismissed']);
  });

  test('three yellow cards for one man: the second should have sent him off', () => {
    const two = [...toSecondHalf, caution('home-3', '2H 61:00'), caution('home-3', '2H 90:00')];
    expect(breaches(...two)).toEqual([]);
    expect(breaches(...two, caution('home-3', '2H 93:00'))).toEqual(['dismissal-not-applied']);
    expect(refusal(...two, caution('home-3', '2H 93:00'))).toBe('dismissal-not-applied');
    expect(breaches(...two, goal('home-3', '2H 92:00'))).toEqual(['dismissal-not-applied']);
  });

  test('a second yellow needs a first', () => {
    expect(breaches(kickOff(), secondYellow('home-3', '1H 20:00'))).toEqual(['second-caution-missing']);
    expect(breaches(kickOff(), caution('home-3', '1H 10:00'), secondYellow('home-3', '1H 20:00'))).toEqual([]);
  });

  test('nobody is cautioned twice for one offence', () => {
    const foul = [
      kickOff(),
      line('foul', '1H 10:00', { by: 'home-3', id: 'f1' }),
      caution('home-3', '1H 10:10', { offence: 'f1' }),
    ];
    expect(refusal(...foul, caution('home-3', '1H 10:20', { offence: 'f1' }))).toBe('same-offence');
    expect(breaches(...foul, caution('home-3', '1H 10:20', { offence: 'f1' }))).toEqual([]);
    expect(refusal(...foul, caution('home-3', '1H 10:20', { reason: 'dissent' }))).toBeUndefined();
  });

  test('one dismissal in several rows is one dismissal in a record', () => {
    const second = [kickOff(), caution('home-3', '1H 10:00'), secondYellow('home-3', '1H 20:00')];
    expect(breaches(...second, red('home-3', '1H 20:00'))).toEqual([]);
    expect(refusal(...second, red('home-3', '1H 20:00'))).toBe('already-dismissed');
  });

  test("cautions of the match don't count in the kicks", () => {
    const kicks = [
      ...toSecondHalf,
      caution('home-3', '2H 60:00'),
      fullTime(),
      line('kick', 'PEN 1', { by: 'home-9', outcome: 'scored' }),
    ];
    expect(breaches(...kicks, caution('home-3', 'PEN 1'))).toEqual([]);
    expect(breaches(...kicks, secondYellow('home-3', 'PEN 1'))).toEqual(['second-caution-missing']);
    const older = oneLeg({ regulations: { shootOut: { carryCautions: true } } });
    expect(breachesIn(older, ...kicks, secondYellow('home-3', 'PEN 1'))).toEqual([]);
  });

  test('staff were shown no cards in older seasons', () => {
    const older = oneLeg({ regulations: { staffCards: false } });
    expect(breachesIn(older, kickOff(), caution('home-coach', '1H 20:00'))).toEqual(['staff-cards-not-in-force']);
    expect(breachesIn(older, kickOff(), caution('home-3', '1H 20:00'))).toEqual([]);
  });

  test('a card moves to whom it was meant for, across the sides only since 2026/27', () => {
    const shown = [
      kickOff(),
      red('home-5', '1H 20:00', { id: 'y1' }),
      line('var-check', '1H 20:20', { of: 'y1', category: 'mistaken-identity', id: 'r1' }),
    ];
    const moved = (to: string) => line('card-transferred', '1H 21:00', { of: 'y1', to, review: 'r1' });
    expect(breaches(...shown, moved('home-6'))).toEqual([]);
    expect(breaches(...shown, moved('away-8'))).toEqual(['category-not-in-regulations']);
    expect(breachesIn(oneLeg({ regulations: 'uefa-champions-league-2026-27' }), ...shown, moved('away-8'))).toEqual([]);
    expect(breaches(...shown, line('card-transferred', '1H 21:00', { of: 'r1', to: 'home-6' }))).toEqual([
      'no-such-card',
    ]);
  });

  test('a card that a review took away is moved once, by that review', () => {
    const overturned = [
      kickOff(),
      red('home-5', '1H 20:00', { id: 'red1' }),
      line('var-check', '1H 20:20', { of: 'red1', category: 'mistaken-identity', id: 'r1' }),
      line('var-review', '1H 20:40', { of: 'r1' }),
      line('var-decision', '1H 21:20', { of: 'r1', outcome: 'overturned' }),
    ];
    const moved = (to: string, at: string) => line('card-transferred', at, { of: 'red1', to, review: 'r1' });
    expect(refusal(...overturned, moved('home-6', '1H 21:30'))).toBeUndefined();
    expect(refusal(...overturned, line('card-transferred', '1H 21:30', { of: 'red1', to: 'home-6' }))).toBe(
      'no-such-card',
    );
    expect(refusal(...overturned, moved('home-6', '1H 21:30'), moved('home-7', '1H 21:40'))).toBe('no-such-card');
    expect(refusal(...overturned, line('card-cancelled', '1H 21:30', { of: 'red1', review: 'r1' }))).toBeUndefined();
  });

  test('a card is taken back until play restarts', () => {
    const shown = [kickOff(), caution('home-5', '1H 20:00', { id: 'y1' })];
    const back = line('card-cancelled', '1H 21:00', { of: 'y1' });
    expect(breaches(...shown, back)).toEqual([]);
    expect(breaches(...shown, line('throw-in', '1H 20:40', { club: 'HOM' }), back)).toEqual(['decision-final']);
  });
});

test("an own goal counts for the others, and a goal for one's own", () => {
  expect(breaches(kickOff(), ownGoal('home-4', '1H 10:00'))).toEqual([]);
  expect(breaches(kickOff(), ownGoal('home-4', '1H 10:00', { club: 'AWY' }))).toEqual([]);
  expect(breaches(kickOff(), ownGoal('home-4', '1H 10:00', { club: 'HOM' }))).toEqual(['wrong-club']);
  expect(breaches(kickOff(), goal('home-4', '1H 10:00', { club: 'AWY' }))).toEqual(['wrong-club']);
  expect(breaches(kickOff(), goal('home-4', '1H 10:00', { club: 'XYZ' }))).toEqual(['unknown-club', 'wrong-club']);
});
