import { describe, expect, test } from 'vitest';
import type { Line, Seen } from '../support/story.ts';
import {
  after,
  awarded,
  caution,
  change,
  check,
  firstHalf,
  fullTime,
  goal,
  halfTime,
  kickOff,
  line,
  oneLeg,
  playing,
  red,
  reportedBy,
  retract,
  ruling,
  secondYellow,
  verdict,
} from '../support/story.ts';

const pitch = ({ lineups }: Seen): string => `${lineups.HOM?.count} against ${lineups.AWY?.count}`;
const xhaka = ({ cards }: Seen) => cards.people['home-4'];

describe('a second yellow', () => {
  test('sends the footballer off and shows both cards', () => {
    const seen = after(kickOff(), caution('home-4', '1H 23:10'), caution('home-4', '2H 67:45'));
    expect(xhaka(seen)).toEqual({
      club: 'HOM',
      name: 'Home 4',
      role: 'player',
      yellows: ["24'", "68'"],
      sentOff: { by: 'second-yellow', label: "68'" },
    });
    expect(pitch(seen)).toBe('10 against 11');
    expect(seen.cards.totals).toEqual({ HOM: { yellow: 1, secondYellow: 1 } });
    expect(seen.lineups.HOM?.off['home-4']).toEqual({
      name: 'Home 4',
      shirt: 4,
      offAt: "68'",
      offFor: 'red',
      order: 3,
    });
    expect(seen.lineups.HOM?.onPitch).not.toHaveProperty('home-4');
  });

  test('at the same stoppage is no mistake: he was cautioned for two things', () => {
    const seen = after(
      kickOff(),
      caution('home-4', '1H 23:10', { reason: 'foul' }),
      caution('home-4', '1H 23:15', { reason: 'dissent' }),
    );
    expect(xhaka(seen)).toMatchObject({ yellows: ["24'", "24'"], sentOff: { by: 'second-yellow' } });
  });

  describe('comes from feeds in several forms', () => {
    const first = caution('home-4', '1H 19:30');
    const forms: Record<string, Line[]> = {
      'two cautions': [first, caution('home-4', '2H 59:30')],
      'a caution and a second yellow': [first, secondYellow('home-4', '2H 59:30')],
      'two cautions and a second yellow': [first, caution('home-4', '2H 59:30'), secondYellow('home-4', '2H 59:40')],
      'the second yellow before the caution': [
        first,
        secondYellow('home-4', '2H 59:30'),
        caution('home-4', '2H 59:40'),
      ],
      'two cautions and a red': [first, caution('home-4', '2H 59:30'), red('home-4', '2H 59:30')],
      'two rows for one offence': [
        first,
        line('foul', '2H 59:20', { by: 'home-4', id: 'f1' }),
        caution('home-4', '2H 59:30', { offence: 'f1' }),
        secondYellow('home-4', '2H 61:00', { offence: 'f1' }),
      ],
    };
    test.each(Object.keys(forms))('%s', (form) => {
      const seen = after(kickOff(), ...(forms[form] ?? []));
      expect(xhaka(seen)).toMatchObject({ yellows: ["20'", "60'"], sentOff: { by: 'second-yellow', label: "60'" } });
      expect(seen.cards.totals).toEqual({ HOM: { yellow: 1, secondYellow: 1 } });
      expect(pitch(seen)).toBe('10 against 11');
    });

    test('the second yellow alone, if the first was lost', () => {
      const seen = after(kickOff(), secondYellow('home-4', '2H 59:30'));
      expect(xhaka(seen)).toMatchObject({ yellows: ["60'"], sentOff: { by: 'second-yellow' } });
      expect(seen.cards.totals).toEqual({ HOM: { secondYellow: 1 } });
    });

    test('a caution and a second yellow within a minute are the two', () => {
      const seen = after(kickOff(), caution('home-4', '2H 59:30'), secondYellow('home-4', '2H 59:40'));
      expect(xhaka(seen)?.yellows).toEqual(["60'", "60'"]);
    });
  });

  test('nobody is cautioned twice for one offence', () => {
    const seen = after(
      kickOff(),
      line('foul', '2H 59:20', { by: 'home-4', id: 'f1' }),
      caution('home-4', '2H 59:30', { offence: 'f1' }),
      reportedBy('another source', caution('home-4', '2H 60:10', { offence: 'f1' })),
    );
    expect(xhaka(seen)).toMatchObject({ yellows: ["60'"] });
    expect(xhaka(seen)).not.toHaveProperty('sentOff');
  });

  test('is none after all when the first is taken back', () => {
    const seen = after(
      kickOff(),
      caution('home-4', '1H 23:10', { id: 'y1' }),
      caution('home-4', '2H 67:45'),
      retract('y1'),
    );
    expect(xhaka(seen)).toMatchObject({ yellows: ["68'"] });
    expect(pitch(seen)).toBe('11 against 11');
  });

  test('that the referee forgets to act upon lets him stay, as Šimunić did', () => {
    const poll = [
      ...firstHalf(),
      caution('home-4', '2H 60:30', { id: 'y1' }),
      caution('home-4', '2H 89:30', { id: 'y2' }),
    ];
    // By the Laws he is off, and nothing shows yet that he isn't.
    expect(pitch(after(...poll))).toBe('10 against 11');
    const playsOn = after(...poll, line('foul', '2H 91:40', { by: 'home-4' }));
    expect(pitch(playsOn)).toBe('11 against 11');
    expect(xhaka(playsOn)).not.toHaveProperty('sentOff');
    const seen = after(...poll, caution('home-4', '2H 92:30'));
    expect(xhaka(seen)).toMatchObject({
      yellows: ["61'", "90'", "90+3'"],
      sentOff: { by: 'second-yellow', label: "90+3'" },
    });
    expect(seen.cards.totals).toEqual({ HOM: { yellow: 2, secondYellow: 1 } });
    expect(pitch(seen)).toBe('10 against 11');
  });

  test('known too late for the change that followed doesn’t undo the change', () => {
    const seen = after(
      ...firstHalf(),
      caution('home-4', '2H 60:00'),
      change('home-4', 'home-14', '2H 70:00'),
      caution('home-4', '2H 55:00'),
    );
    expect(pitch(seen)).toBe('11 against 11');
    expect(seen.lineups.HOM?.off['home-4']).toMatchObject({ offFor: 'substitution', replacedBy: 'home-14' });
  });

  test('what is told of the same stoppage doesn’t show him playing', () => {
    const seen = after(
      kickOff(),
      caution('home-4', '1H 20:00'),
      caution('home-4', '1H 40:00'),
      line('foul', '1H 40:20', { by: 'home-4' }),
    );
    expect(pitch(seen)).toBe('10 against 11');
  });
});

describe('a red card', () => {
  test('after a yellow is one dismissal, and both were shown', () => {
    const seen = after(kickOff(), caution('home-4', '1H 23:10'), red('home-4', '2H 67:45'));
    expect(xhaka(seen)).toMatchObject({ yellows: ["24'"], sentOff: { by: 'straight-red', label: "68'" } });
    expect(seen.cards.totals).toEqual({ HOM: { yellow: 1, red: 1 } });
  });

  test('reported twice sends off one man', () => {
    const seen = after(kickOff(), red('home-4', '2H 67:45'), red('home-4', '2H 68:30'));
    expect(seen.cards.totals).toEqual({ HOM: { red: 1 } });
    expect(pitch(seen)).toBe('10 against 11');
  });

  const shown: Record<string, { lines: Line[]; role: string; pitch: string }> = {
    'a footballer on the pitch': { lines: [kickOff(), red('home-4', '1H 20:00')], role: 'player', pitch: '10' },
    'one who is off for treatment': {
      lines: [kickOff(), line('temporarily-off', '1H 19:00', { person: 'home-4' }), red('home-4', '1H 20:00')],
      role: 'player',
      pitch: '10',
    },
    'one on his way to the dressing room at half-time': {
      lines: [kickOff(), halfTime(), red('home-4', 'HT 01:00'), kickOff('2H 45:00')],
      role: 'player',
      pitch: '10',
    },
    'a substitute': { lines: [kickOff(), red('home-14', '1H 20:00')], role: 'substitute', pitch: '11' },
    'a substitute in the tunnel at half-time': {
      lines: [kickOff(), halfTime(), red('home-14', 'HT 01:00')],
      role: 'substitute',
      pitch: '11',
    },
    'a man who was replaced': {
      lines: [...firstHalf(), change('home-4', 'home-14', '2H 60:00'), red('home-4', '2H 70:00')],
      role: 'substituted',
      pitch: '11',
    },
    'a substitute who has come on, even before the restart': {
      lines: [...firstHalf(), change('home-4', 'home-14', '2H 83:00'), red('home-14', '2H 83:05')],
      role: 'player',
      pitch: '10',
    },
    'one of the staff': { lines: [kickOff(), red('home-coach', '1H 20:00')], role: 'staff', pitch: '11' },
    'a footballer of the squad who isn’t on the sheet': {
      lines: [kickOff(), line('line-ups', 'pre 00:00', shortSheet()), red('home-23', '1H 20:00')],
      role: 'substitute',
      pitch: '11',
    },
    'somebody whom nobody knows': {
      lines: [kickOff(), line('red', '1H 20:00', { person: 'stranger', club: 'HOM' })],
      role: 'player',
      pitch: '10',
    },
    'somebody unnamed on the bench': {
      lines: [kickOff(), line('red', '1H 20:00', { club: 'HOM' })],
      role: 'staff',
      pitch: '11',
    },
  };
  test.each(Object.keys(shown))('to %s', (whom) => {
    const { lines, role, pitch: left } = shown[whom] ?? { lines: [], role: '', pitch: '' };
    const seen = after(...lines);
    expect(Object.values(seen.cards.people)).toMatchObject([{ role, sentOff: { by: 'straight-red' } }]);
    expect(pitch(seen)).toBe(`${left} against 11`);
  });

  test('to one who was off for treatment keeps him off', () => {
    const seen = after(
      kickOff(),
      line('temporarily-off', '1H 19:00', { person: 'home-4' }),
      red('home-4', '1H 20:00'),
      line('back-on', '1H 22:00', { person: 'home-4' }),
    );
    expect(pitch(seen)).toBe('10 against 11');
  });

  test('before kick-off lets a named substitute take his place, and costs no change', () => {
    const seen = after(red('home-4', 'pre 10:00'), change('home-4', 'home-14', 'pre 11:00'), kickOff());
    expect(pitch(seen)).toBe('11 against 11');
    expect(seen.lineups.HOM?.substitutions).toEqual({ used: 0, left: 5, windowsLeft: 3 });
  });

  test('before kick-off to a substitute leaves the bench one short', () => {
    const seen = after(red('home-14', 'pre 10:00'), kickOff());
    expect(pitch(seen)).toBe('11 against 11');
    expect(Object.keys(seen.lineups.HOM?.bench ?? {})).not.toContain('home-14');
  });

  test('without a team sheet leaves ten of the eleven', () => {
    const unlisted = playing(oneLeg({ sheets: false }));
    expect(pitch(unlisted.after(kickOff(), red('home-4', '1H 20:00')))).toBe('10 against 11');
    expect(pitch(unlisted.after(red('home-4', 'pre 10:00'), change('home-4', 'home-14', 'pre 11:00')))).toBe(
      '11 against 11',
    );
  });

  test('after the final whistle is valid, and changes nothing of the result', () => {
    const whistled = [...firstHalf(), goal('home-9', '2H 60:00'), fullTime()];
    const seen = after(...whistled, red('away-5', 'FT 00:40'));
    expect(seen.cards.people['away-5']?.sentOff).toEqual({ by: 'straight-red', label: 'FT' });
    expect(seen.result).toEqual(after(...whistled).result);
  });

  test('that is rescinded days later lifts the ban; his side had ten all the same', () => {
    const seen = after(
      ...firstHalf(),
      red('home-4', '2H 60:00', { id: 'red1' }),
      goal('home-9', '2H 70:00'),
      fullTime(),
      ruling('card-rescinded', { of: 'red1' }),
    );
    expect(xhaka(seen)?.sentOff).toEqual({ by: 'straight-red', label: "61'", rescinded: true });
    expect(pitch(seen)).toBe('10 against 11');
  });
});

describe('cards of nobody in particular', () => {
  test('are listed as somebody of that club, who may be several', () => {
    const seen = after(
      kickOff(),
      line('caution', '1H 20:00', { club: 'AWY' }),
      line('caution', '1H 25:00', { club: 'AWY' }),
      line('red', '1H 30:00', { club: 'AWY' }),
      line('red', '1H 35:00', { club: 'AWY' }),
    );
    expect(seen.cards).toEqual({
      people: {
        'awy-unidentified': {
          club: 'AWY',
          name: 'Not identified',
          role: 'staff',
          yellows: ["21'", "26'"],
          sentOff: { by: 'straight-red', label: "31'" },
        },
      },
      totals: { AWY: { yellow: 2, red: 2 } },
    });
    expect(pitch(seen)).toBe('11 against 11');
  });

  test('of somebody without a club can’t be told', () => {
    expect(after(kickOff(), caution('stranger', '1H 20:00')).cards).toEqual({ people: {}, totals: {} });
  });
});

describe('a coach', () => {
  test('is cautioned and sent off like anybody', () => {
    const seen = after(kickOff(), caution('home-coach', '1H 20:00'), caution('home-coach', '1H 30:00'));
    expect(seen.cards.people['home-coach']).toMatchObject({ role: 'staff', sentOff: { by: 'second-yellow' } });
    expect(seen.cards.totals).toEqual({ HOM: { yellow: 1, secondYellow: 1 } });
    expect(seen.lineups.HOM?.staff['home-coach']).toEqual({
      name: 'Home coach',
      position: 'head-coach',
      offAt: "31'",
      offFor: 'red',
    });
  });
});

describe('a card shown to the wrong man', () => {
  test('goes to the right one, and the dismissal with it', () => {
    const seen = after(
      kickOff(),
      caution('home-4', '1H 20:00'),
      caution('home-5', '1H 22:00'),
      caution('home-5', '1H 40:00', { id: 'y3', reason: 'foul' }),
      line('card-transferred', '1H 41:00', { of: 'y3', to: 'home-4' }),
    );
    expect(seen.cards.people['home-5']).toMatchObject({ yellows: ["23'"] });
    expect(seen.cards.people['home-5']).not.toHaveProperty('sentOff');
    expect(xhaka(seen)).toMatchObject({ yellows: ["21'", "41'"], sentOff: { by: 'second-yellow', label: "41'" } });
    expect(pitch(seen)).toBe('10 against 11');
  });

  test('is moved by a review of who it was', () => {
    const seen = after(
      kickOff(),
      red('home-5', '1H 40:00', { id: 'red1' }),
      check('red1', '1H 40:20', { id: 'r1', category: 'mistaken-identity' }),
      verdict('r1', 'overturned', '1H 41:00'),
      line('card-transferred', '1H 41:10', { of: 'red1', to: 'home-4', review: 'r1' }),
    );
    expect(seen.cards.people).not.toHaveProperty('home-5');
    expect(xhaka(seen)?.sentOff).toEqual({ by: 'straight-red', label: "41'" });
    expect(pitch(seen)).toBe('10 against 11');
    expect(seen.var.reviews.r1).toMatchObject({ from: 'red', to: 'card-transferred' });
  });

  test('may be simply cancelled', () => {
    const seen = after(
      kickOff(),
      red('home-5', '1H 40:00', { id: 'red1' }),
      line('card-cancelled', '1H 40:30', { of: 'red1', id: 'c1' }),
    );
    expect(seen.cards).toEqual({ people: {}, totals: {} });
    expect(pitch(seen)).toBe('11 against 11');
    expect(seen.timeline.red1?.supersededBy).toBe('c1');
  });

  test('shows the capacity of the card that is left', () => {
    const seen = after(
      ...firstHalf(),
      caution('home-4', '2H 50:00'),
      change('home-4', 'home-14', '2H 60:00'),
      caution('home-4', '2H 70:00', { id: 'y2' }),
      line('card-cancelled', '2H 71:00', { of: 'y2' }),
    );
    expect(xhaka(seen)?.role).toBe('player');
  });
});

test('a goalkeeper sent off leaves the gloves to whoever comes on for another', () => {
  const seen = after(
    kickOff(),
    red('away-1', '1H 20:00', { reason: 'denying-an-obvious-chance' }),
    awarded('HOM', '1H 20:00', { id: 'a1' }),
    change('away-10', 'away-12', '1H 22:00'),
  );
  expect(seen.lineups.AWY).toMatchObject({ count: 10, goalkeeper: 'away-12', substitutions: { used: 1 } });
  expect(seen.lineups.AWY).not.toHaveProperty('captain');
});

function shortSheet() {
  const starting = Array.from({ length: 11 }, (_, index) => `home-${index + 1}`);
  return { teams: { HOM: { starting, bench: ['home-12', 'home-14'] } } };
}
