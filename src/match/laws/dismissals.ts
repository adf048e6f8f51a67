import type { EventType, MatchEvent } from '../event.ts';
import type { EventId } from '../state.ts';
import { compareTime, isHalf, type MatchTime, MINUTE } from '../time.ts';
import type { Capacity, Card, CardsOfPerson } from './cards.ts';

/** Law 12.3: sent off, and in which capacity. */
export interface SendingOff {
  readonly by: 'second-yellow' | 'straight-red';
  readonly at: MatchTime;
  readonly card: EventId;
  readonly capacity: Capacity;
  /** The sanction was lifted after the match; that the team played with one fewer stays so. */
  readonly rescinded?: true;
}

/**
 * What a person's cards amount to: a straight red, a second yellow as reported, or the second caution, whichever was
 * shown first. Cautions during kicks from the penalty mark count apart, unless the competition carries them on.
 */
export const sendingOff = (
  cards: readonly Card[],
  { forgotten = [], carryCautions }: { forgotten?: readonly EventId[] | undefined; carryCautions: boolean },
): SendingOff | undefined => {
  const cautions = { match: 0, kicks: 0 };
  for (const card of cards) {
    if (card.type === 'red') return dismissal('straight-red', card);
    if (card.type === 'second-yellow') return dismissal('second-yellow', card);
    if (card.confirms !== undefined) continue;
    const ledger = card.at.period === 'PEN' && !carryCautions ? 'kicks' : 'match';
    cautions[ledger] += 1;
    if (cautions[ledger] >= 2 && !forgotten.includes(card.id)) return dismissal('second-yellow', card);
  }
  return undefined;
};

/** Only a player leaves his side with one fewer: nobody replaces him (Law 3.6). */
export const isDismissedFromPitch = (held: CardsOfPerson | undefined): boolean => held?.sentOff?.capacity === 'player';

/**
 * Whether an event shows somebody playing, or cautioned again, who by his cautions should have gone. The Laws send him
 * off at the second; a referee has forgotten to (Croatia v Australia, 2006), and then what he does afterwards counts.
 */
export const stayedOn = ({ cards, sentOff }: CardsOfPerson, event: MatchEvent): boolean => {
  if (sentOff === undefined || !SHOWS_HIM_PLAYING.has(event.type)) return false;
  // What may have been shows nobody.
  if (event.type === 'goal' && event.tentative === true) return false;
  const reported = cards.some(
    ({ id, type, confirms }) =>
      (id === sentOff.card && type !== 'caution') || confirms === sentOff.card || type === 'red',
  );
  const repeated =
    'offence' in event && event.offence !== undefined && cards.some((card) => card.offence === event.offence);
  return !reported && !repeated && isLater(event.at, sentOff.at);
};

const SHOWS_HIM_PLAYING: ReadonlySet<EventType> = new Set<EventType>([
  'goal',
  'shot',
  'chance',
  'error',
  'penalty',
  'kick',
  'offside',
  'foul',
  'handball',
  'touch',
  'substitution',
  'temporarily-off',
  'caution',
  'second-yellow',
]);

/** What is told up to a minute later may still belong to the same stoppage. */
const SAME_STOPPAGE_MS = MINUTE;

const isLater = (at: MatchTime, then: MatchTime): boolean =>
  (isHalf(at.period) || at.period === 'PEN') &&
  compareTime(at, then) > 0 &&
  (at.leg !== then.leg || at.period !== then.period || at.elapsed - then.elapsed > SAME_STOPPAGE_MS);

/**
 * The caution that a report only repeats. Feeds write a second yellow as a caution and a dismissal, in either order;
 * and nobody is cautioned twice for one offence. Without a word on the offence, two rows close together are one caution
 * if there's another one to make it the second; if not, they are the two.
 */
export const sameCaution = (
  held: CardsOfPerson | undefined,
  shown: Pick<Card, 'type' | 'at' | 'offence'>,
): Card | undefined => {
  if (held === undefined || shown.type === 'red') return undefined;
  const cautions = held.cards.filter(({ type, confirms }) => type !== 'red' && confirms === undefined);
  return cautions.findLast((card) => {
    if (card.offence !== undefined && shown.offence !== undefined) return card.offence === shown.offence;
    const together =
      card.at.period === shown.at.period && Math.abs(card.at.elapsed - shown.at.elapsed) <= SAME_STOPPAGE_MS;
    return card.type !== shown.type && together && cautions.length > 1;
  });
};

const dismissal = (by: SendingOff['by'], { id, at, capacity }: Card): SendingOff => ({ by, at, card: id, capacity });
