import type { EventOf } from '../../match/event.ts';
import type { Told } from '../telling.ts';
import { KIND, type Row, tell } from './row.ts';
import { TAGS } from './tags.ts';

type CardType = 'caution' | 'second-yellow' | 'red';

/** The card that a row is marked with, on whatever it stands. */
export const cardsOf = (row: Row): Told[] => {
  const type: CardType | undefined = row.tags.has(TAGS.secondYellow)
    ? 'second-yellow'
    : row.tags.has(TAGS.red)
      ? 'red'
      : row.tags.has(TAGS.yellow)
        ? 'caution'
        : undefined;
  if (type === undefined) return [];
  const { by, club } = row.by;
  const reason = row.event === KIND.foul ? REASONS[row.sub] : undefined;
  const card = {
    at: row.at,
    ...(by === undefined ? {} : { person: by }),
    ...(club === undefined ? {} : { club }),
    ...(reason === undefined ? {} : { reason }),
  };
  return [tell(row, { type, ...card } as EventOf<CardType>, 'card')];
};

const REASONS: Readonly<Record<number, NonNullable<EventOf<'caution'>['reason']>>> = {
  20: 'foul',
  21: 'handball',
  22: 'foul',
  23: 'foul',
  24: 'protest',
  25: 'simulation',
  26: 'time-wasting',
  27: 'violent-conduct',
};
