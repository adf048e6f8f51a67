import { describe, expect, test } from 'vitest';
import { type AuditedMatch, importMatch, importMatches } from '../../../src/feeds/import.ts';
import { dateOf, kickOffOf } from '../../../src/feeds/openfootball/date-line.ts';
import { readGoalLine, readKickLine } from '../../../src/feeds/openfootball/goal-line.ts';
import { writtenOut } from '../../../src/feeds/openfootball/names.ts';
import { readScoreLine } from '../../../src/feeds/openfootball/score-line.ts';
import { readTeamLine } from '../../../src/feeds/openfootball/team-line.ts';

describe('the line of a match', () => {
  test.each([
    [
      'Brazil v France  1-1 a.e.t., 3-4 pen.',
      { score: { home: 1, away: 1 }, shootout: { home: 3, away: 4 }, extraTime: true },
    ],
    ['Sweden v Senegal  1-2 a.e.t.', { score: { home: 1, away: 2 }, extraTime: true }],
    ['Brazil v Croatia  3-1 (1-1)', { score: { home: 3, away: 1 }, halfTime: { home: 1, away: 1 }, extraTime: false }],
    [
      'Brazil  3-4 pen. 1-1 a.e.t. (1-1, 1-0)  France   @ Jalisco, Guadalajara',
      {
        score: { home: 1, away: 1 },
        shootout: { home: 3, away: 4 },
        normalTime: { home: 1, away: 1 },
        halfTime: { home: 1, away: 0 },
        rest: '@ Jalisco, Guadalajara',
      },
    ],
    ['Bosnia-Herzegovina v USA  0-0', { home: 'Bosnia-Herzegovina', away: 'USA', score: { home: 0, away: 0 } }],
  ])('%s', (line, said) => expect(readScoreLine(line)).toMatchObject(said));

  test('a fixture to come has no score', () => {
    expect(readScoreLine('France v Croatia')).toEqual({ home: 'France', away: 'Croatia', extraTime: false, rest: '' });
  });
});

describe('the line of a day', () => {
  test.each([
    ['Thu Jun 14 18:00 UTC+3 @ Lenin, Moscow, Att: 78011', [2018], '2018-06-14T18:00:00+03:00'],
    ['Sat May 31 12:00 UTC-5 @ Azteca', [1986], '1986-05-31T12:00:00-05:00'],
    ['[Sat Aug/12]', [2023, 2024], '2023-08-12T12:00:00Z'],
    ['Sun 19 May 16:00', [2023, 2024], '2024-05-19T16:00:00Z'],
    ['2024-06-14 21:00 UTC+2', [], '2024-06-14T21:00:00+02:00'],
  ])('%s', (line, years, kickOff) => expect(kickOffOf(dateOf(line, years, {}))).toBe(kickOff));
});

describe('a line-up', () => {
  test('a substitute may himself be replaced, and be cautioned in between', () => {
    const { lines } = readTeamLine("A KEEPER [c] - B BACK [Y 3'] (56' C SUB [Y 68'] (90+1' D LAST)), E BACK");
    expect(lines.map((line) => line.length)).toEqual([1, 2]);
    expect(lines[0]?.[0]).toMatchObject({ name: 'A KEEPER', captain: true });
    expect(lines[1]?.[0]).toMatchObject({
      name: 'B BACK',
      cards: [{ kind: 'Y', minute: { minute: 3, added: 0 } }],
      replacedBy: {
        minute: { minute: 56, added: 0 },
        by: {
          name: 'C SUB',
          cards: [{ kind: 'Y', minute: { minute: 68, added: 0 } }],
          replacedBy: { minute: { minute: 90, added: 1 }, by: { name: 'D LAST' } },
        },
      },
    });
  });

  test('the bench follows a semicolon, and the coach his word', () => {
    const { bench, coach } = readTeamLine('A ONE - B TWO; C THREE, D FOUR; Coach: Didier DESCHAMPS');
    expect(bench.map(({ name }) => name)).toEqual(['C THREE', 'D FOUR']);
    expect(coach).toBe('Didier DESCHAMPS');
  });

  test.each([
    ['Franky VAN DER ELST', 'Franky Van der Elst', 'Van der Elst'],
    ['Tosh McKINLAY', 'Tosh McKinlay', 'McKinlay'],
    ['KIM Jong Boo', 'Kim Jong Boo', 'Kim Jong Boo'],
    ['MARIO FERNANDES', 'Mario Fernandes', 'Mario Fernandes'],
    ['Benoit ASSOU-EKOTTO', 'Benoit Assou-Ekotto', 'Assou-Ekotto'],
    ['Dejan Lovren', 'Dejan Lovren', 'Lovren'],
    ['Fred', 'Fred', 'Fred'],
  ])('%s is %s', (text, name, known) => expect(writtenOut(text)).toEqual({ name, known }));
});

describe('goals and kicks', () => {
  test('a name stands for all its minutes, and each minute for its own kind', () => {
    expect(readGoalLine("(NEYMAR 28', 70'(p), OSCAR 90+1';\n MARCELO 10'(og))", { home: 3, away: 1 })).toMatchObject([
      { side: 'home', name: 'NEYMAR', minute: { minute: 28, added: 0 }, penalty: false },
      { side: 'home', name: 'NEYMAR', minute: { minute: 70, added: 0 }, penalty: true },
      { side: 'home', name: 'OSCAR', minute: { minute: 90, added: 1 } },
      { side: 'away', name: 'MARCELO', minute: { minute: 10, added: 0 }, own: true },
    ]);
  });

  test('where one side alone scored, the score says which', () => {
    expect(readGoalLine("(Bouba DIOP 30')", { home: 0, away: 1 })).toMatchObject([
      { side: 'away', name: 'Bouba DIOP' },
    ]);
  });

  test('a kick that went in has the score, a missed one the word', () => {
    expect(readKickLine('1-0 Sergio BERTI,     Hernan CRESPO (missed)')).toEqual([
      { name: 'Sergio BERTI', score: { home: 1, away: 0 } },
      { name: 'Hernan CRESPO' },
    ]);
  });
});

describe('a file by another hand', () => {
  const text = `= Euro 2024
▪ Final
Sun July 14 21:00 UTC+2 @ Olympiastadion, Berlin
  Spain v England  2-1 (0-0)
     (Nico Williams 47', Mikel Oyarzabal 86'; Cole Palmer 73')

Weather: mild
what is this?
`;

  test('gives the match, its half-time score compared, and counts the word that it has none for', () => {
    const match: AuditedMatch = importMatch([{ name: 'euro.txt', text }]);
    expect(match).toMatchObject({ name: '2024-07-14-esp-eng', provider: 'openfootball' });
    expect(match.audit).toMatchObject({
      score: { home: 2, away: 1 },
      differences: [],
      compared: ['score', 'halfTime'],
    });
    expect([...match.unknown]).toEqual([['Weather', 1]]);
  });

  test('tells where the goals that are listed are not those of the score', () => {
    const match = importMatch([{ name: 'euro.txt', text: text.replace('2-1 (0-0)', '3-1 (1-0)') }]);
    expect(match.problems).toContainEqual({
      file: 'euro.txt',
      at: '5',
      message: 'the score says 4 goals, and 3 are listed',
    });
    expect(match.audit.differences).toEqual([
      { part: 'score', record: '3–1', views: '2–1' },
      { part: 'halfTime', record: '1–0', views: '0–0' },
    ]);
  });

  test('a file of scores alone says of each match that it lists no goals', () => {
    const match = importMatch([
      { name: 'scores.txt', text: '= League 2023/24\n\n  Burnley FC v Luton Town FC  0-3 (0-2)\n' },
    ]);
    expect(match.problems).toEqual([
      { file: 'scores.txt', at: '3', message: 'the score says 3 goals, and none are listed' },
    ]);
  });

  test('without a match it is told so', () => {
    const read = [...importMatches([{ name: 'notes.txt', text: '= Notes\n\nnothing here\n' }])];
    expect(read).toEqual([
      {
        file: 'notes.txt',
        message: 'there is no match in this file; a line of one reads like "Brazil v Croatia  3-1"',
      },
    ]);
  });
});
