import { expect, test } from 'vitest';
import { event, file, problems } from './given.ts';

const TIE = `fixture:
  clubs:
    BVB:
      name: Borussia Dortmund
      short: Dortmund
      people:
        kobel: { name: Gregor Kobel, shirt: 1 }
        silva: { name: Fábio Silva, shirt: 21 }
        kovac: { name: Niko Kovač, role: staff, position: head-coach }
    ATA:
      name: Atalanta
      people:
        samardzic: { name: Lazar Samardžić, shirt: 10 }
        ederson: { name: Éderson José dos Santos Lourenço da Silva, known: Éderson, shirt: 13 }
        silva-jr: { name: Rui Silva, shirt: 40 }
        double: { name: Marco Sportiello, shirt: 40 }
  legs:
    - { home: BVB, away: ATA }
    - { home: ATA, away: BVB }`;

const scorer = (who: string, at = '5'): unknown => {
  const goal = event(`{ at: ${at}, goal: { by: ${who} } }`, TIE);
  return goal.type === 'goal' ? goal.by : undefined;
};
const wrong = (who: string, before = TIE): string[] =>
  problems(file([`{ at: 5, goal: { by: ${who} } }`], before)).map((line) => line.replace(/^\S+ /, ''));

test('a person may be written by shirt, by id and by a name that only one has', () => {
  expect(scorer('home 10')).toBe('samardzic');
  expect(scorer('ATA 10')).toBe('samardzic');
  expect(scorer('Atalanta 10')).toBe('samardzic');
  expect(scorer('samardzic')).toBe('samardzic');
  expect(scorer('Lazar Samardžić')).toBe('samardzic');
  expect(scorer('Samardzic')).toBe('samardzic');
  expect(scorer('Éderson')).toBe('ederson');
  expect(scorer('away coach')).toBe('kovac');
  expect(scorer('BVB Silva')).toBe('silva');
});

test('a shirt of home or away is that of the leg’s side', () => {
  expect(scorer('home 1', 'L1 5')).toBe('kobel');
  expect(scorer('away 1', 'L2 5')).toBe('kobel');
});

test('a name or a shirt that two have names nobody', () => {
  expect(wrong('Silva')).toEqual(['"Silva" could be silva-jr, silva; write the id']);
  expect(wrong('home 40')).toEqual(['"home 40" could be silva-jr, double; write the id']);
});

test('a shirt that nobody wears is refused, with the shirts that are worn', () => {
  expect(wrong('home 99', '')).toEqual(['no such shirt "home 99": Home wear 1–23']);
  expect(wrong('ATA 9')).toEqual(['no such shirt "ATA 9": Atalanta wear 10, 13, 40']);
  expect(wrong('ATL 9')).toEqual(['no such club "ATL"; did you mean "ATA"?']);
});

test('a feed may name somebody unknown by an id, and he stays unknown', () => {
  expect(scorer('p99999')).toBe('p99999');
});

test('an id that looks like a slip of the pen is refused, unless the line says that nobody knows him', () => {
  expect(wrong('samardzik')).toEqual(['no such person "samardzik"; did you mean "samardzic"?']);
  expect(wrong('hmoe')).toEqual(['no such person "hmoe"; did you mean "home"?']);
  expect(event('{ at: 5, goal: { by: samardzik }, irregular: unknown-person }', TIE)).toMatchObject({
    by: 'samardzik',
  });
});

test('in a simulation nobody is unknown', () => {
  expect(wrong('p99999', 'mode: simulate')).toEqual([
    'no such person "p99999"; a person is written "home 9", as an id or by a unique name',
  ]);
});

test('a side is no person, and a person is no club', () => {
  expect(wrong('home')).toEqual(['"home" is a club; a person is written "home 9"']);
  expect(problems(file(['{ at: 5, corner: { club: home 9 } }'])).join()).toMatch(
    '"home 9" is a person; the club alone is "home"',
  );
});

test('a club may be written by side, by code or by name, and an unknown one is refused', () => {
  const club = (who: string) => event(`{ at: 5, throw-in: { club: ${who} } }`, TIE);
  expect(['home', 'BVB', 'Atalanta', 'dortmund'].map(club)).toMatchObject([
    { club: 'ATA' },
    { club: 'BVB' },
    { club: 'ATA' },
    { club: 'BVB' },
  ]);
  expect(problems(file(['{ at: 5, throw-in: { club: BVV } }'], TIE)).join()).toMatch(
    'no such club "BVV"; did you mean "BVB"?',
  );
  expect(problems(file(['{ at: 5, throw-in: { club: Ajax } }'])).join()).toMatch(
    'no such club "Ajax"; there are: home, away, HOM, AWY',
  );
});

test('words that every object answers to are nobody’s id', () => {
  for (const word of ['constructor', '__proto__', 'toString']) expect(wrong(word)).toHaveLength(1);
  expect(problems(file(['{ at: 5, goal: home 9, id: __proto__ }'])).join()).toMatch(/^3:32 this word is taken/);
});
