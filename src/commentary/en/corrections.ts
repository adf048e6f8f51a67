import { numberOf, upperFirst } from '../../english/words.ts';
import type { CorrectionFact, Subject, UnappliedFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { CAPACITIES } from './cards.ts';
import { FOR, NOUNS, ofLeg, theThing } from './subjects.ts';
import { article, counted, numbersNow, say, short, spare, standing } from './words.ts';

export const correction = (fact: CorrectionFact, v: Voice): readonly Sentence[] => {
  const { type, was, is, later, now, numbers, through } = fact;
  const when =
    later === undefined
      ? ''
      : 'days' in later
        ? `, ${figures(later.days, 'day')} later`
        : `, ${figures(later.hours, 'hour')} later`;
  const isCard = [was, is].some((subject) => subject?.type === 'red' || subject?.type === 'second-yellow');
  const first = (() => {
    switch (type) {
      case 'retracted':
        return `Taken back${when}: ${theThing(was, v)}.`;
      case 'reinstated':
        return `Given after all${when}: ${theThing(is ?? was, v)}.`;
      case 'amended':
        return amended(fact, is ?? was, when, v);
    }
  })();
  return [
    say(first),
    ...(now === undefined ? [] : [say(`It is now ${standing(now, v)}.`)]),
    ...numbersNow(numbers, v),
    ...(isCard && numbers === undefined && fact.changes[0] !== 'details'
      ? [spare("Neither side's number on the pitch changes.")]
      : []),
    ...(through === undefined ? [] : [say(`${v.club(through)} go through.`)]),
  ];
};

const amended = ({ was, changes }: CorrectionFact, is: Subject, when: string, v: Voice): string => {
  const what = (): string => `the ${NOUNS[was.type]} at ${was.label}${ofLeg(was)}`;
  const of = (subject: Subject): string =>
    v.ofTheirClub(subject.person) ?? (subject.club === undefined ? 'somebody else' : v.club(subject.club));
  // Two of the same club need it named once.
  const former = v.clubOf(was.person) === v.clubOf(is.person) ? (v.who(was.person) ?? of(was)) : of(was);
  const prep = FOR.has(is.type) ? 'for' : 'by';
  const capacity = is.capacity === undefined ? '' : CAPACITIES[is.capacity];
  const start = `Correction${when}: `;
  const change = changes[0] ?? 'details';
  switch (change) {
    case 'type':
      return `${start}${what()}${was.person === undefined ? '' : ` for ${of(was)}`} was ${article(NOUNS[is.type])}${is.person === was.person ? '' : ` for ${of(is)}`}.`;
    case 'person':
      if (is.type === 'substitution')
        return `${start}the change at ${was.label} was ${of(is)} for ${v.who(is.off) ?? 'somebody else'}.`;
      return `${start}${what()} was ${prep} ${of(is)}${capacity}, not ${prep} ${former}.`;
    case 'club':
      return `${start}${what()} counts for ${is.club === undefined ? 'the other side' : v.club(is.club)}${was.club === undefined || was.club === is.club ? '' : `, not for ${v.club(was.club)}`}.`;
    case 'own':
      return `${start}${what()} was ${is.own ? 'an own goal' : 'no own goal but a goal'}${is.person === undefined ? '' : ` by ${of(is)}`}${is.person === was.person || was.person === undefined ? '' : `, not ${was.own ? 'an own goal' : 'a goal'} by ${former}`}.`;
    case 'time':
      return is.label === was.label
        ? `The time of ${what()} is set right by seconds.`
        : `${start}the ${NOUNS[was.type]} told at ${was.label}${ofLeg(was)} came at ${is.label}.`;
    case 'outcome':
      return `${start}${what()}${was.person === undefined ? '' : ` by ${of(was)}`} ended otherwise: ${is.outcome === undefined ? 'not reported' : short(is.outcome.replaceAll('-', ' '))}, not ${was.outcome === undefined ? 'as told' : short(was.outcome.replaceAll('-', ' '))}.`;
    case 'minutes':
      return `${start}the added time is ${counted(is.minutes ?? 0, 'minute')}, not ${numberOf(was.minutes ?? 0)}.`;
    case 'assist':
      return is.assist === undefined
        ? `${start}nobody is credited with making ${what()}.`
        : `${upperFirst(what())} was made by ${v.who(is.assist) ?? 'somebody else'}.`;
    case 'details':
      return `More is known now about ${what()}.`;
  }
};

export const unapplied = ({ of, effect }: UnappliedFact, v: Voice): readonly Sentence[] => {
  switch (effect) {
    case 'suspected-duplicate':
      return [say(`A second report of ${theThing(of, v)} arrives, and changes nothing.`)];
    case 'conflict':
      return [say(`A report that contradicts the first has ${theThing(of, v)}; the first stands.`)];
    case 'parked':
      return [say(`${upperFirst(theThing(of, v))} is reported ahead of what it follows from; it waits.`)];
    case 'unknown-subject':
      return [say(`A correction arrives for ${theThing(of, v)}, which hasn't been reported.`)];
    case 'applied':
    case 'duplicate':
      return [];
  }
};

const figures = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;
