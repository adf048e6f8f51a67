import { numberOf } from '../../english/words.ts';
import type { NumbersFact, SubstitutionFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { counted, numbersNow, say, short, spare } from './words.ts';

export const substitution = (fact: SubstitutionFact, v: Voice): readonly Sentence[] => {
  const { event, also, last, numbers } = fact;
  const club = v.club(fact.club);
  const [on, off, theirs] = [v.who(event.on), v.who(event.off), v.ofTheirClub(event.off)];
  const first = (() => {
    if (on === undefined) return off === undefined ? `${club} make a change.` : `${off} goes off for ${club}.`;
    if (off === undefined) return `${on} comes on for ${club}.`;
    if (also) {
      return v.vary('also on', [
        `${club} also bring on ${on} for ${off}.`,
        `At the same stoppage, ${on} replaces ${off}.`,
        `Also for ${club}: ${on} for ${off}.`,
      ]);
    }
    switch (event.reason ?? 'other') {
      case 'injury':
        return `${off} can't go on: ${on} comes on for ${club}.`;
      case 'concussion':
        return `${off} goes off with concussion: ${on} comes on for ${club}.`;
      case 'goalkeeper':
        return `${club} bring on a goalkeeper: ${on} for ${off}.`;
      case 'tactical':
      case 'other':
        return v.vary('substitution', [
          `${club} bring on ${on} for ${off}.`,
          `Change for ${club}: ${on} replaces ${off}.`,
          `${on} comes on for ${club} in place of ${off}.`,
          `${theirs} makes way for ${on}.`,
        ]);
    }
  })();
  return [
    say(first),
    ...(last === undefined ? [] : [spare(lastChange(last, club))]),
    ...numbersNow(numbers === undefined ? undefined : [numbers], v),
  ];
};

const lastChange = (last: NonNullable<SubstitutionFact['last']>, club: string): string =>
  last.of === 'substitutions'
    ? `It is the last substitution that ${club} have.`
    : `${club} have now used their ${numberOf(last.number)} stoppages for changes; ${counted(last.left, 'substitution')} ${last.left === 1 ? 'is' : 'are'} left.`;

export const numbersChange = ({ event, club, numbers }: NumbersFact, v: Voice): readonly Sentence[] => {
  const who = v.ofClub(event.person) ?? (club === undefined ? 'Somebody' : `Somebody of ${v.club(club)}`);
  const why = 'why' in event && event.why !== undefined ? ` (${short(event.why)})` : '';
  const first = (() => {
    switch (event.type) {
      case 'temporarily-off':
        return `${who} is off the pitch for the moment${why}.`;
      case 'back-on':
        return `${who} is back on.`;
      case 'left':
        return `${who} leaves the match${why}.`;
      case 'arrived':
        return `${who} joins the match.`;
    }
  })();
  return [say(first), ...numbersNow(numbers === undefined ? undefined : [numbers], v)];
};
