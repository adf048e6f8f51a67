import type { MatchEvent } from '../../match/event.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { labelOf, type MatchTime } from '../../match/time.ts';
import { atWatch, runningClock } from '../clock.ts';
import type { CardOnRecord } from '../importer.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import type { Squads } from '../squads.ts';
import { entryId, type Told } from '../telling.ts';
import { PERIOD_OF } from './clock.ts';

export type CardType = 'caution' | 'second-yellow' | 'red';

/** StatsBomb's words, in events and in line-ups. */
export const cardOf = (name: string | undefined): CardType | undefined => {
  switch (name) {
    case 'Yellow Card':
      return 'caution';
    case 'Second Yellow':
      return 'second-yellow';
    case 'Red Card':
      return 'red';
    default:
      return undefined;
  }
};

/** A card that stands in the line-ups. */
interface Listed {
  readonly club: ClubCode;
  readonly person: PersonId;
  readonly type: CardType;
  readonly row: Fields;
}

const listedIn = (lineups: readonly Fields[], squads: Squads): Listed[] =>
  lineups.flatMap(({ team_id, lineup }) =>
    listOf(lineup)
      .map(fieldsOf)
      .flatMap(({ player_id, cards }) =>
        listOf(cards)
          .map(fieldsOf)
          .flatMap((row) => {
            const club = squads.clubOf(textOf(team_id));
            const person = squads.personOf(textOf(player_id));
            const type = cardOf(textOf(row.card_type));
            return club === undefined || person === undefined || type === undefined
              ? []
              : [{ club, person, type, row }];
          }),
      ),
  );

/**
 * Cards that the line-ups list and no event tells of: those of the bench. `told` are the events so far; a card of the
 * same kind for the same man is the same card.
 */
export const cardsWithoutEvent = (lineups: readonly Fields[], squads: Squads, told: readonly Told[]): Told[] => {
  const shown = new Map<string, number>();
  for (const { event } of told) {
    const key = 'person' in event ? `${event.type} ${event.person}` : '';
    shown.set(key, (shown.get(key) ?? 0) + 1);
  }
  return listedIn(lineups, squads).flatMap(({ club, person, type, row }, index): Told[] => {
    const key = `${type} ${person}`;
    const left = shown.get(key) ?? 0;
    shown.set(key, left - 1);
    if (left > 0) return [];
    const at = atWatch(watchOf(row));
    const event: MatchEvent = { type, at: at.period === 'PEN' ? lastKick(told) : at, person, club };
    return [{ id: entryId('card', index + 1), event, note: 'of the line-ups; no event tells of it' }];
  });
};

/** In a shoot-out the watch stands, and only kicks are counted. */
const lastKick = (told: readonly Told[]): MatchTime => ({
  leg: 1,
  period: 'PEN',
  elapsed: told.reduce((last, { event: { at } }) => (at.period === 'PEN' ? Math.max(last, at.elapsed) : last), 0),
});

export const cardsOnRecord = (lineups: readonly Fields[], squads: Squads): CardOnRecord[] =>
  listedIn(lineups, squads).map(({ club, person, type, row }) => {
    const watch = watchOf(row);
    const kind = type === 'caution' ? 'yellow' : type;
    return { club, person, kind, ...(watch.period === 'PEN' ? {} : { label: labelOf(watch) }) };
  });

/** The line-ups count minutes and seconds on over the match: `87:18`. */
const watchOf = ({ time, period }: Fields) => {
  const [minutes = 0, seconds = 0] = (textOf(time) ?? '').split(':').map(Number);
  return runningClock(PERIOD_OF.get(numberOf(period) ?? 0) ?? '1H', minutes, seconds);
};
