import { numberOf } from '../../english/words.ts';
import type { EventOf } from '../../match/event.ts';
import type { ClubCode } from '../../match/fixture.ts';
import type { CardFact, CardMovedFact, Numbers } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { NOUNS } from './subjects.ts';
import { numbersNow, ordinal, possessive, say, short, spare } from './words.ts';

export const card = (fact: CardFact, v: Voice): readonly Sentence[] => {
  const { club, shown, secondAt, numbers, onPitch, cardsInTenMinutes } = fact;
  return [
    say(cardWhat(fact, v)),
    ...(secondAt === undefined ? [] : [say(`That makes the one at ${secondAt} a second, and a dismissal.`)]),
    ...(shown === 'caution' && secondAt === undefined ? [] : [say(afterSendingOff(club, numbers, onPitch, v))]),
    ...(cardsInTenMinutes === undefined ? [] : [spare(`It is the ${ordinal(cardsInTenMinutes)} card in ten minutes.`)]),
  ];
};

const cardWhat = (fact: CardFact, v: Voice): string => {
  const { event, club, shown, capacity } = fact;
  const named = v.ofTheirClub(event.person);
  const who = named ?? `somebody${club === undefined ? '' : ` on ${possessive(v.club(club))} bench`}, not identified`;
  const role = named === undefined ? '' : CAPACITIES[capacity];
  const why = reason(fact, v);
  const because = why === '' ? '' : `, ${why}`;
  const closely = why === '' ? '' : ` ${why}`;
  const plain = role === '' && named !== undefined;
  switch (shown) {
    case 'caution':
      if (!plain) return `Yellow card for ${who}${role}${because}.`;
      return v.vary('caution', [
        `Yellow card for ${who}${because}.`,
        `${who} is shown the yellow card${closely}.`,
        `${who} is cautioned${closely}.`,
        `A caution for ${who}${because}.`,
      ]);
    case 'second-yellow':
      return plain
        ? `${who} is sent off with a second yellow card${because}.`
        : `Second yellow card for ${who}${role}${because}: a dismissal.`;
    case 'red':
      if (!plain) return `Red card for ${who}${role}${because}.`;
      return v.vary('red card', [
        `Red card for ${who}${because}.`,
        `${who} is sent off with a straight red card${because}.`,
      ]);
  }
};

export const CAPACITIES: Readonly<Record<CardFact['capacity'], string>> = {
  player: '',
  substitute: ', a substitute on the bench',
  substituted: ', already substituted',
  staff: '',
};

const afterSendingOff = (
  club: ClubCode | undefined,
  numbers: Numbers | undefined,
  onPitch: number | undefined,
  v: Voice,
): string => {
  if (numbers !== undefined) return `${v.club(numbers.club)} are down to ${numberOf(numbers.count)}.`;
  if (club === undefined || onPitch === undefined) return 'The numbers on the pitch stay the same.';
  return v.vary('numbers unchanged', [
    `${v.club(club)} still have ${numberOf(onPitch)} on the pitch.`,
    'The numbers on the pitch stay the same.',
  ]);
};

const reason = ({ event, offence, victim }: CardFact, v: Voice): string => {
  const on = v.who(victim);
  if (event.reason === undefined || event.reason === 'other') {
    if (offence === undefined) return '';
    return offence === 'handball' ? 'for handball' : `for the foul${on === undefined ? '' : ` on ${on}`}`;
  }
  if (event.reason === 'foul')
    return `for ${offence === undefined ? 'a' : 'the'} foul${on === undefined ? '' : ` on ${on}`}`;
  return `for ${REASONS[event.reason]}${on === undefined || !AGAINST.has(event.reason) ? '' : ` ${event.reason === 'reaction' ? 'to' : 'on'} ${on}`}`;
};

const AGAINST: ReadonlySet<string> = new Set(['reckless', 'reaction']);

const REASONS: Readonly<Record<Exclude<NonNullable<EventOf<'caution'>['reason']>, 'foul' | 'other'>, string>> = {
  reckless: 'a reckless challenge',
  handball: 'handball',
  dissent: 'dissent',
  'time-wasting': 'time-wasting',
  unsporting: 'unsporting behaviour',
  simulation: 'simulation',
  'persistent-offences': 'persistent offences',
  'stopping-a-promising-attack': 'stopping a promising attack',
  'denying-an-obvious-chance': 'denying an obvious chance',
  'serious-foul-play': 'serious foul play',
  'violent-conduct': 'violent conduct',
  spitting: 'spitting',
  'offensive-language': 'offensive language',
  'entering-the-pitch': 'entering the pitch',
  'leaving-the-pitch': 'leaving the pitch',
  'entering-the-review-area': 'entering the review area',
  celebration: 'the celebration',
  'delaying-the-restart': 'delaying the restart',
  encroachment: 'encroachment',
  'illegal-feint': 'an illegal feint',
  protest: 'protesting',
  reaction: 'the reaction',
};

export const cardMoved = ({ event, card: moved, numbers }: CardMovedFact, v: Voice): readonly Sentence[] => {
  const former = v.ofClub(moved.person);
  const what = `The ${NOUNS[moved.type]}${former === undefined ? '' : ` of ${former}`}`;
  const why = 'why' in event && event.why !== undefined ? `: ${short(event.why)}` : '';
  const to = event.type === 'card-transferred' ? v.ofClub(event.to) : undefined;
  const first =
    event.type === 'card-cancelled'
      ? `${what} is withdrawn${why}.`
      : `${what} goes to ${to ?? 'somebody else'} instead.`;
  return [say(first), ...numbersNow(numbers, v)];
};
