import type { EventType } from '../../match/event.ts';
import type { Subject } from '../fact.ts';
import type { Voice } from '../language.ts';
import { article, ordinal } from './words.ts';

/** What belongs to somebody rather than being done by somebody. */
export const FOR: ReadonlySet<EventType> = new Set<EventType>([
  'caution',
  'second-yellow',
  'red',
  'injury',
  'penalty-awarded',
  'corner',
  'chance',
  'substitution',
]);

export const theThing = (subject: Subject, v: Voice): string => {
  const owner = v.ofClub(subject.person) ?? (subject.club === undefined ? undefined : v.club(subject.club));
  const noun = subject.own ? 'own goal' : NOUNS[subject.type];
  return `the ${noun}${owner === undefined ? '' : ` ${FOR.has(subject.type) ? 'for' : 'by'} ${owner}`}${OUTSIDE_PLAY.test(subject.label) ? '' : ` at ${subject.label}`}${ofLeg(subject)}`;
};

const OUTSIDE_PLAY = /^[A-Za-z]+$/;

/** Without a time: what has just been given. */
export const aThing = (subject: Subject, v: Voice): string => {
  const noun = article(NOUNS[subject.type]);
  if (subject.type === 'caution') return `${noun} to ${v.ofClub(subject.person) ?? 'somebody'}`;
  return subject.club === undefined ? noun : `${noun} to ${v.club(subject.club)}`;
};

export const ofLeg = ({ leg }: Subject): string => (leg === undefined ? '' : ` of the ${ordinal(leg)} leg`);

export const NOUNS: Readonly<Record<EventType, string>> = {
  'line-ups': 'team sheet',
  officials: 'list of officials',
  conditions: 'report on the conditions',
  delay: 'delay',
  'kick-off': 'kick-off',
  'half-time': 'half-time whistle',
  'full-time': 'final whistle',
  'period-end': 'whistle',
  'period-reopened': 'reopening of the half',
  'added-time': 'added time',
  suspended: 'suspension of play',
  resumed: 'resumption',
  abandoned: 'abandonment',
  postponed: 'postponement',
  cancelled: 'cancellation',
  'clock-correction': 'setting of the clock',
  goal: 'goal',
  'goal-disallowed': 'disallowed goal',
  shot: 'shot',
  chance: 'chance',
  error: 'mistake',
  'penalty-awarded': 'penalty',
  penalty: 'penalty kick',
  retake: 'retake',
  kick: 'kick',
  excluded: 'exclusion from the kicks',
  caution: 'yellow card',
  'second-yellow': 'second yellow card',
  red: 'red card',
  'card-transferred': 'transfer of a card',
  'card-cancelled': 'withdrawal of a card',
  substitution: 'substitution',
  'temporarily-off': 'absence',
  'back-on': 'return',
  left: 'departure',
  arrived: 'arrival',
  goalkeeper: 'change of goalkeeper',
  captain: 'change of captain',
  formation: 'change of formation',
  injury: 'injury',
  corner: 'corner',
  'free-kick': 'free kick',
  'throw-in': 'throw-in',
  'goal-kick': 'goal kick',
  'dropped-ball': 'dropped ball',
  offside: 'offside',
  foul: 'foul',
  handball: 'handball',
  appeal: 'appeal',
  touch: 'touch',
  'var-check': 'VAR check',
  'var-review': 'review',
  'var-decision': 'VAR decision',
  'var-unavailable': 'report that VAR is out of action',
  'var-available': 'report that VAR is working',
  statistics: 'statistics',
  possession: 'possession',
  snapshot: 'score from one source',
  'shoot-out-score': 'score of the kicks',
  ruling: 'ruling',
  note: 'note',
};
