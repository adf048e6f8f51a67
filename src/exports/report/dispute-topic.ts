import { fullNameOf, spelled, upperFirst } from '../../english/words.ts';
import type { PersonId } from '../../match/fixture.ts';
import { knownAs, type Subject } from './subject.ts';

/** What questions have to be about to be one topic. */
export const topicOf = ([view = '', ...keys]: readonly string[]): string => {
  const [first = '', second = ''] = keys;
  switch (view) {
    case 'cards':
      return first === 'totals' ? 'totals' : `cards ${second}`;
    case 'timeline':
      return `timeline ${first}`;
    case 'lineups':
      return second === 'staff' ? `staff ${first}` : `lineups ${first} ${second}`;
    case 'var':
      return `var ${second}`;
    case 'aggregate':
      return first === 'by' ||
        first === 'needs' ||
        first === 'level' ||
        first === 'leader' ||
        first === 'score' ||
        first === 'advancing'
        ? 'tie'
        : 'aggregate';
    case 'scoreboard':
      return first === 'normalTime' || first === 'extraTime' ? 'periods' : 'score';
    default:
      return [view, first].join(' ');
  }
};

/** What a topic is about, as a heading. */
export const headingOf = (path: readonly string[], subject: Subject): string => {
  const [view = '', first = '', second = ''] = path;
  switch (topicOf(path).split(' ')[0]) {
    case 'totals':
      return 'How many were sent off';
    case 'cards':
      return subject.views.cards.people[second] === undefined
        ? `A card for ${nameOf(second, subject)}`
        : `${possessive(nameOf(second, subject))} cards`;
    case 'timeline':
      return eventHeading(first, subject);
    case 'staff':
      return hasCoach(first, subject)
        ? `Who coached ${fullNameOf(subject.fixture, first)}`
        : `${possessive(fullNameOf(subject.fixture, first))} staff`;
    case 'lineups':
      return `${possessive(fullNameOf(subject.fixture, first))} line-up`;
    case 'var':
      return `The video review at ${subject.views.var.reviews[second]?.openedAt ?? ''}`;
    case 'tie':
      return 'The tie';
    case 'periods':
      return 'Whether there was extra time';
    case 'score':
      return 'The score';
    default:
      return upperFirst(spelled([view, first, second].filter((key) => key !== '').join(', ')));
  }
};

const hasCoach = (club: string, { fixture }: Subject): boolean =>
  Object.values(fixture.clubs[club]?.people ?? {}).some(({ position }) => position === 'head-coach');

const eventHeading = (id: string, subject: Subject): string => {
  const item = subject.items.find((each) => each.id === id);
  if (item === undefined) return 'An event';
  const who =
    item.person === undefined
      ? ''
      : ` ${item.kind === 'red' || item.kind === 'second-yellow' || item.kind === 'caution' ? 'for' : 'by'} ${nameOf(item.person, subject)}`;
  return `The ${KINDS[item.kind] ?? spelled(item.kind)}${who}, ${item.label}`;
};

const KINDS: Readonly<Record<string, string>> = {
  red: 'red card',
  caution: 'yellow card',
  'second-yellow': 'second yellow card',
};

/** A person's name, or whatever else the word is. */
export const nameOf = (id: PersonId, subject: Subject): string => (subject.people.has(id) ? knownAs(subject, id) : id);

const possessive = (name: string): string => `${name}’s`;
