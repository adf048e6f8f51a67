import { listOf } from '../../english/words.ts';
import type { EventType } from '../../match/event.ts';
import type { CheckFact, ReviewFact, Subject, VerdictFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { aThing, NOUNS, theThing } from './subjects.ts';
import { article, duration, numbersNow, say, short, spare, standing } from './words.ts';

export const check = ({ event, given }: CheckFact, v: Voice): readonly Sentence[] => {
  const why = event.for === undefined ? '' : ` for ${article(short(event.for))}`;
  const who = v.ofClub(event.person ?? given?.person);
  switch (event.category) {
    case 'goal':
      if (given?.type === 'goal')
        return [say(v.vary('goal check', [`VAR checks the goal${why}.`, `The goal is checked by VAR${why}.`]))];
      return [say(`VAR checks for a goal${why}.`)];
    case 'penalty':
      if (given?.type === 'penalty-awarded' || given?.type === 'penalty')
        return [
          say(`VAR checks the penalty${given.club === undefined ? '' : ` given to ${v.club(given.club)}`}${why}.`),
        ];
      return [say(`VAR checks a possible penalty${why}.`), ...givenSoFar(given, v)];
    case 'direct-red':
      if (given?.type === 'red') return [say(`VAR checks the red card${who === undefined ? '' : ` for ${who}`}.`)];
      return [
        say(`VAR checks a possible red card${who === undefined ? why : ` for ${who}`}.`),
        ...givenSoFar(given, v),
      ];
    case 'mistaken-identity':
      return [say(`VAR checks whether the card was shown to the right person${who === undefined ? '' : `: ${who}`}.`)];
    case 'second-yellow':
      return [say(`VAR checks the second yellow card${who === undefined ? '' : ` for ${who}`}.`)];
    case 'wrong-team':
      return [say('VAR checks whether the card went to the right team.')];
    case 'corner':
      return [say('VAR checks the corner.')];
  }
};

const GIVEN: ReadonlySet<EventType> = new Set<EventType>([
  'corner',
  'goal-kick',
  'free-kick',
  'throw-in',
  'dropped-ball',
  'caution',
  'goal-disallowed',
]);

const givenSoFar = (given: Subject | undefined, v: Voice): readonly Sentence[] => {
  if (given === undefined || !GIVEN.has(given.type)) return [];
  const thing = aThing(given, v);
  return [say(v.vary('given so far', [`The referee has given ${thing}.`, `So far it is ${thing}.`]))];
};

export const review = ({ event, category, reason: cause, given }: ReviewFact, v: Voice): readonly Sentence[] => {
  const what = underReview(category, given, v);
  const why = cause === undefined ? '' : ` for ${article(short(cause))}`;
  const first =
    event.kind === 'var-only'
      ? `VAR reviews ${what}${why}.`
      : `The referee goes to the monitor to review ${what}${why}.`;
  return [say(first), ...givenSoFar(given, v)];
};

const underReview = (category: ReviewFact['category'], given: Subject | undefined, v: Voice): string => {
  if (given !== undefined && DECISIVE.has(given.type)) return theThing(given, v).replace(/ at \S+$/, '');
  return category === undefined ? 'the decision' : UNDER_REVIEW[category];
};

/** What was given is what is looked at; elsewhere it is what may have been missed. */
const DECISIVE: ReadonlySet<EventType> = new Set<EventType>(['goal', 'penalty-awarded', 'red', 'second-yellow']);

const UNDER_REVIEW: Readonly<Record<NonNullable<ReviewFact['category']>, string>> = {
  goal: 'the goal',
  penalty: 'a possible penalty',
  'direct-red': 'a possible red card',
  'mistaken-identity': 'who the card was for',
  'second-yellow': 'the second yellow card',
  'wrong-team': 'which team the card was for',
  corner: 'the corner',
};

export const verdict = (fact: VerdictFact, v: Voice): readonly Sentence[] => {
  const { event, given, to, took, reviewed, voided, now, numbers } = fact;
  const looked = `${reviewed ? 'review' : 'check'}${took === undefined ? '' : ` of ${duration(took)}`}`;
  const decision = decisionOf(given);
  const why = event.reason === undefined ? '' : `: ${short(event.reason)}`;
  const first = (() => {
    switch (event.outcome) {
      case 'confirmed':
        return v.vary('check confirmed', [
          `The check is over and ${decision} stands${why}.`,
          `Checked: ${decision} stands${why}.`,
        ]);
      case 'upheld':
        return `After a ${looked}, ${decision} stands${why}.`;
      case 'overturned':
        return given?.type === 'goal' && (to === undefined || to === 'no-goal')
          ? `After a ${looked}, the goal is disallowed${why}.`
          : `After a ${looked}, ${overturned(given, to)}${why}.`;
      case 'amended':
        return `After a ${looked}, ${decision} is changed${to === undefined ? '' : ` to ${outcomeWord(to)}`}${why}.`;
      case 'unknown':
        return `The ${reviewed ? 'review' : 'check'} is over; its outcome hasn't been reported.`;
    }
  })();
  return [
    say(first),
    ...(voided.length === 0 ? [] : [spare(`With it falls ${listOf(voided.map((subject) => theThing(subject, v)))}.`)]),
    ...(now === undefined
      ? []
      : [say(`It is ${standing(now, v)}${given?.type === 'goal-disallowed' ? '' : ' again'}.`)]),
    ...numbersNow(numbers, v),
  ];
};

/** What was only seen, and not decided, leaves nothing but the decision to play on. */
const decisionOf = (given: Subject | undefined): string =>
  given === undefined || SEEN.has(given.type) ? 'the decision' : `the ${NOUNS[given.type]}`;

const SEEN: ReadonlySet<EventType> = new Set<EventType>(['shot', 'chance', 'foul', 'handball', 'appeal']);

const overturned = (given: Subject | undefined, to: string | undefined): string => {
  const decision = decisionOf(given);
  if (given?.type === 'goal-disallowed' && (to === undefined || to === 'goal')) return 'the goal is given';
  if (to === undefined || to === `no-${given?.type}` || (to === 'no-penalty' && given?.type === 'penalty-awarded')) {
    return given?.type === 'penalty-awarded' ? 'the penalty is taken back' : `${decision} is overturned`;
  }
  return decision === 'the decision'
    ? `${decision} is overturned: ${outcomeWord(to)}`
    : `${decision} is overturned and becomes ${outcomeWord(to)}`;
};

const outcomeWord = (to: string): string => {
  if (to.startsWith('no-')) return `no ${to.slice(3).replaceAll('-', ' ')}`;
  return article(to === 'caution' || to === 'red' || to === 'second-yellow' ? NOUNS[to] : to.replaceAll('-', ' '));
};
