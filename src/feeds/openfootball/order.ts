import type { MatchEvent } from '../../match/event.ts';
import type { PersonId } from '../../match/fixture.ts';
import type { MatchTime } from '../../match/time.ts';
import { spokenMinute } from '../clock.ts';
import type { Told } from '../telling.ts';

/** What is written 45' of somebody who came on in the interval befell him just after it. */
export const afterTheInterval = (told: readonly Told[]): Told[] => {
  const cameOn = new Set(
    told.flatMap(({ event }) => (event.type === 'substitution' && event.at.period === 'HT' ? (event.on ?? []) : [])),
  );
  return told.map((each) => {
    const { event } = each;
    const isHis = cameOn.has(whoIn(event) ?? '') && event.at.period === '1H' && event.at.elapsed >= LAST_OF_HALF;
    return isHis
      ? { ...each, event: { ...event, at: { ...event.at, period: '2H', elapsed: 0 } }, time: 'estimated' }
      : each;
  });
};

const LAST_OF_HALF = spokenMinute(45).elapsed;

/**
 * Within a minute: goals and cards, then changes, then what befell those who came on in it; the file says no more of
 * the order.
 */
export const inTurn = (told: readonly Told[]): Told[] => {
  const cameOn = new Map<PersonId, MatchTime>();
  for (const { event } of told)
    if (event.type === 'substitution' && event.on !== undefined) cameOn.set(event.on, event.at);
  const rank = ({ event }: Told): number => {
    const person = whoIn(event);
    const on = person === undefined ? undefined : cameOn.get(person);
    const isOfLater = on !== undefined && on.period === event.at.period && on.elapsed === event.at.elapsed;
    if (event.type === 'substitution') {
      const off = event.off === undefined ? undefined : cameOn.get(event.off);
      return off !== undefined && off.period === event.at.period && off.elapsed === event.at.elapsed ? 2 : 1;
    }
    return isOfLater ? 2 : 0;
  };
  return told
    .map((each) => ({ each, rank: rank(each) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
};

const whoIn = (event: MatchEvent): PersonId | undefined =>
  event.type === 'goal' || event.type === 'penalty' ? event.by : 'person' in event ? event.person : undefined;
