import type { MatchState } from '../../match/state.ts';
import { labelOf, type MatchTime, MINUTE } from '../../match/time.ts';
import { clubOf } from '../../match/who.ts';
import type { CardFact, CardMovedFact } from '../fact.ts';
import { bothNumbers, given, numbersOf, type Scene } from './scene.ts';
import { subjectOf } from './subject.ts';

export const cardFact = (scene: Scene, event: CardFact['event']): CardFact | undefined => {
  const { id, after, whole } = scene;
  const club = clubOf(after, event);
  const holder = Object.values(after.cards).find(({ cards }) => cards.some((card) => card.id === id));
  const card = holder?.cards.find((its) => its.id === id);
  const dismissed = event.person === undefined ? undefined : whole.after.cards[event.person]?.sentOff;
  const already = event.person === undefined ? undefined : whole.before.cards[event.person]?.sentOff;
  const sendsOff = dismissed?.card === id;
  const makesSecond = scene.late && !sendsOff && dismissed?.by === 'second-yellow' && already === undefined;
  // A second report of one caution is told only where it brings the dismissal.
  if (card?.confirms !== undefined && (already !== undefined || !sendsOff)) return undefined;
  const offence = event.offence === undefined ? undefined : after.decisions.get(event.offence);
  return {
    type: event.type,
    event,
    shown: sendsOff && dismissed.by === 'second-yellow' ? 'second-yellow' : event.type,
    capacity: card?.capacity ?? 'player',
    ...given({
      club,
      offence: offence?.type === 'foul' || offence?.type === 'handball' ? offence.type : undefined,
      victim: event.against,
      secondAt: makesSecond ? labelOf(dismissed.at) : undefined,
      numbers: club === undefined ? undefined : numbersOf(scene, club),
      onPitch: club === undefined ? undefined : whole.after.teams[club]?.count,
      cardsInTenMinutes: event.type === 'caution' && !scene.late ? manyCards(after, event.at) : undefined,
    }),
  };
};

const MANY_CARDS = 4;

const manyCards = (match: MatchState, at: MatchTime): number | undefined => {
  let count = 0;
  for (const { type, at: its } of match.decisions.backwards()) {
    if (its.leg !== at.leg || its.period !== at.period || at.elapsed - its.elapsed > 10 * MINUTE) break;
    if (type === 'caution' || type === 'second-yellow' || type === 'red') count += 1;
  }
  return count >= MANY_CARDS ? count : undefined;
};

export const cardMovedFact = (scene: Scene, event: CardMovedFact['event']): CardMovedFact | undefined => {
  const card = subjectOf(scene.before, event.of);
  return card === undefined
    ? undefined
    : { type: event.type, event, card, ...given({ club: card.club, numbers: bothNumbers(scene) }) };
};
