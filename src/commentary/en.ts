import { card, cardMoved } from './en/cards.ts';
import { correction, unapplied } from './en/corrections.ts';
import { disallowed, goal } from './en/goals.ts';
import { kickOff, lineUps } from './en/openings.ts';
import { kick, penaltyAwarded, retake } from './en/penalties.ts';
import { numbersChange, substitution } from './en/people.ts';
import { plain } from './en/play.ts';
import { check, review, verdict } from './en/reviews.ts';
import { ruling } from './en/rulings.ts';
import { addedTime, addedTimePlayed, silence, stoppage } from './en/time.ts';
import { whistle } from './en/whistles.ts';
import { numbersNow, ordinal, possessive, say, scoreOf, spare } from './en/words.ts';
import type { Fact, Telling } from './fact.ts';
import type { Language, Sentence, Voice } from './language.ts';

/**
 * English. A person is never *he* or *she*: the journal doesn't say, so names carry on. Clubs are plural. Scores read
 * home side first, with the clubs' names; an aggregate reads from the side of the club that is its subject.
 */
export const english: Language = {
  code: 'en',
  tell: (telling, voice) => {
    const [first, ...others] = sentencesOf(telling, voice);
    if (first === undefined) return [];
    const { late, addedTimePlayed: played, numbers, disputed } = telling;
    return [
      late === undefined ? first : reportedLate(first, late.leg),
      ...(played === undefined || saysItself(telling.fact) ? [] : [addedTimePlayed(played, voice)]),
      ...others,
      ...numbersNow(numbers, voice),
      ...(disputed ? [spare('Not every source has it.')] : []),
    ];
  },
  name: ({ full, short, club }, { first, withClub, opening }) => {
    const name = first ? full : short;
    // "A member of Dortmund's staff" is no proper name, and has its club already.
    const words = !opening && /^(An?|The) /.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
    return withClub && !name.includes(club) ? `${possessive(club)} ${words}` : words;
  },
};

const reportedLate = ({ text, shorter, ...kept }: Sentence, leg: number | undefined): Sentence => {
  const told = (words: string): string =>
    `Reported late${leg === undefined ? '' : `, of the ${ordinal(leg)} leg`}: ${continued(words)}`;
  return { ...kept, text: told(text), ...(shorter === undefined ? {} : { shorter: shorter.map(told) }) };
};

/** A sentence after a colon; what begins with a name, or with VAR, stays as it is. */
const continued = (words: string): string =>
  /^(After a|The (goal|check|review|match|penalty|referee)|Goal for|Own goal|No goal|Checked:|Confirmed:|(Yellow|Red|Second yellow) card|Change for|An? )/.test(
    words,
  )
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;

/** Whether a line says without further words that the added time has been played. */
const saysItself = (fact: Fact): boolean => {
  if (fact.type === 'goal') return fact.meaning?.kind === 'after-added-time';
  return fact.type === 'half-time' || fact.type === 'full-time' || fact.type === 'period-end';
};

const sentencesOf = ({ fact, addedTimePlayed: played }: Telling, v: Voice): readonly Sentence[] => {
  switch (fact.type) {
    case 'goal':
      return goal(fact, v);
    case 'goal-disallowed':
      return disallowed(fact, v);
    case 'penalty-awarded':
      return penaltyAwarded(fact, v);
    case 'retake':
      return retake(fact, v);
    case 'kick':
      return kick(fact, v);
    case 'caution':
    case 'second-yellow':
    case 'red':
      return card(fact, v);
    case 'card-transferred':
    case 'card-cancelled':
      return cardMoved(fact, v);
    case 'substitution':
      return substitution(fact, v);
    case 'temporarily-off':
    case 'back-on':
    case 'left':
    case 'arrived':
      return numbersChange(fact, v);
    case 'var-check':
      return check(fact, v);
    case 'var-review':
      return review(fact, v);
    case 'var-decision':
      return verdict(fact, v);
    case 'line-ups':
      return lineUps(fact, v);
    case 'kick-off':
      return kickOff(fact, v);
    case 'half-time':
    case 'full-time':
    case 'period-end':
      return whistle(fact, played, v);
    case 'added-time':
      return addedTime(fact, v);
    case 'snapshot':
      return [
        say(`One source gives the score as ${scoreOf(fact.now, v)}; the goals behind it haven't been reported yet.`),
      ];
    case 'suspended':
    case 'resumed':
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
    case 'period-reopened':
      return stoppage(fact, v);
    case 'ruling':
      return ruling(fact, v);
    case 'silence':
      return silence(fact, v);
    case 'amended':
    case 'retracted':
    case 'reinstated':
      return correction(fact, v);
    case 'unapplied':
      return unapplied(fact, v);
    case 'shot':
    case 'chance':
    case 'error':
    case 'penalty':
    case 'corner':
    case 'free-kick':
    case 'goal-kick':
    case 'dropped-ball':
    case 'offside':
    case 'foul':
    case 'handball':
    case 'appeal':
    case 'injury':
    case 'officials':
    case 'conditions':
    case 'delay':
    case 'clock-correction':
    case 'var-unavailable':
    case 'var-available':
    case 'note':
    case 'captain':
    case 'goalkeeper':
    case 'formation':
    case 'excluded':
      return plain(fact, v);
  }
};
