import { expect, test } from 'vitest';
import { shortNameOf } from '../../src/english/words.ts';
import { nameOrSomebody, personName } from '../../src/faces/names.ts';
import { peopleOf } from '../../src/faces/people.ts';
import { shapeOf, stands, toneOf } from '../../src/faces/tone.ts';
import { kindInWords, statisticInWords } from '../../src/faces/words.ts';
import { FLAGSHIP, knownMatch } from './match.ts';

const { asOf, fixture } = knownMatch(FLAGSHIP);

test('everybody of a club is named, wherever he is', () => {
  const people = peopleOf(asOf('full-time'), fixture, 'BVB');
  const at = (where: string) => people.filter((person) => person.where === where).length;
  expect(at('pitch')).toBe(10);
  expect(at('off')).toBeGreaterThan(4);
  expect(people.find(({ id }) => id === 'kobel')).toMatchObject({ known: 'Kobel', shirt: 1, goalkeeper: true });
  expect(people.find(({ id }) => id === 'can')).toMatchObject({ captain: true, yellows: ["52'"], capacity: 'player' });
});

test('a card says in which capacity its man was shown it', () => {
  const people = peopleOf(asOf('full-time'), fixture, 'BVB');
  expect(people.find(({ id }) => id === 'schlotterbeck')).toMatchObject({
    capacity: 'substitute',
    sentOff: { by: 'straight-red', rescinded: false },
  });
  expect(people.find(({ id }) => id === 'bvb-staff')).toMatchObject({ where: 'staff', capacity: 'staff' });
});

test('an own goal stands with him who scored it, and not among his goals', () => {
  const { asOf, fixture, history } = knownMatch('feed/own-goal-flag');
  const everybody = Object.keys(fixture.clubs).flatMap((club) => peopleOf(asOf(), fixture, club));
  const own = Object.values(history.viewsAt(history.length).timeline).filter(
    (item) => item.own === true && stands(item),
  );
  expect(everybody.reduce((sum, { ownGoals }) => sum + ownGoals, 0)).toBe(own.length);
});

test('people are called what they are called after the first mention', () => {
  expect(personName(fixture, 'de-roon')).toBe('De Roon');
  expect(personName(fixture, 'samardzic')).toBe('Samardžić');
  expect(personName(fixture, 'toString')).toBe('toString');
  expect(nameOrSomebody(fixture, undefined)).toBe('somebody');
  expect(shortNameOf(fixture, 'BVB')).toBe('Dortmund');
});

test.each([
  [{ kind: 'goal' }, 'goal', 'goal'],
  [{ kind: 'goal', own: true as const }, 'own-goal', 'goal'],
  [{ kind: 'goal', supersededBy: 'd2' }, 'disallowed', 'review'],
  [{ kind: 'second-yellow' }, 'second-yellow', 'dismissal'],
  [{ kind: 'penalty', outcome: 'saved' }, 'penalty-missed', 'quiet'],
  [{ kind: 'var-decision', outcome: 'overturned' }, 'review', 'review'],
  [{ kind: 'retraction' }, 'correction', 'correction'],
  [{ kind: 'throw-in' }, 'other', 'quiet'],
])('%o looks like %s and means %s', (item, shape, tone) => {
  expect(shapeOf(item)).toBe(shape);
  expect(toneOf(item)).toBe(tone);
});

test('what has no word of its own is spelled out', () => {
  expect(kindInWords('second-yellow')).toBe('Second yellow card');
  expect(kindInWords('temporarily-off')).toBe('Temporarily off');
  expect(statisticInWords('bigChances')).toBe('Big chances');
});
