import type { ClubCode, PersonId, TeamSheet } from '../../match/fixture.ts';
import { type Half, labelOf, type MatchTime, MINUTE, type Period } from '../../match/time.ts';
import { atWatch, HALF_NAMES, halfOf, spokenMinute } from '../clock.ts';
import type { CardOnRecord, ChangeOnRecord, MatchRecord, Tally } from '../importer.ts';
import { countOf, type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { entryId, type Told } from '../telling.ts';

/** What a match file says of one side. */
export interface SideOnRecord {
  readonly club: ClubCode;
  readonly data: Fields;
  readonly sheet: TeamSheet;
  readonly personOf: (id: unknown) => PersonId | undefined;
}

/** Line-ups and changes, which Wyscout has in the match file alone, and the cards that no row shows. */
export const toldOfRecord = (
  sides: readonly SideOnRecord[],
  cards: ReadonlySet<string>,
  extraTime: boolean,
  sightings: Sightings,
  wrong: (message: string) => void,
): Told[] => [
  ...(sides.every(({ sheet }) => sheet.starting.length === 0)
    ? []
    : [
        {
          id: 'line-ups',
          event: {
            type: 'line-ups',
            at: atWatch({ period: 'pre', elapsed: 0 }),
            teams: Object.fromEntries(sides.map(({ club, sheet }) => [club, sheet])),
          },
        } satisfies Told,
      ]),
  ...sides.flatMap((side) => [
    ...changesOf(side).map(({ on, off, minute, ref }): Told => {
      const at = changeTime(minute, extraTime, on === undefined ? undefined : sightings.first(on));
      const exact = between(at, off === undefined ? undefined : sightings.last(off));
      return {
        id: entryId('change', ref),
        event: {
          type: 'substitution',
          at: exact,
          club: side.club,
          ...(on === undefined ? {} : { on }),
          ...(off === undefined ? {} : { off }),
        },
        ref,
        time: at.period.endsWith('HT') || at.period === 'ENT' ? 'estimated' : 'minute',
      };
    }),
    ...bookedOf(side).flatMap(({ person, kind, minute, ref }): Told[] => {
      if (person === undefined || cards.has(`${person} ${kind}`)) return [];
      wrong(`the card of ${person} (${minute}') is in the match file alone`);
      const type = kind === 'yellow' ? 'caution' : kind;
      return [
        {
          id: entryId(`card-${kind}-`, ref),
          event: { type, at: changeTime(minute, extraTime, undefined), person, club: side.club },
          time: 'minute',
          note: 'from the match file; no row shows it',
        },
      ];
    }),
  ]),
];

/** When the rows first and last show somebody. */
export interface Sightings {
  readonly first: (person: PersonId) => MatchTime | undefined;
  readonly last: (person: PersonId) => MatchTime | undefined;
}

/** Within the minute of the change, just after the last that is seen of whoever goes off. */
const between = (at: MatchTime, last: MatchTime | undefined): MatchTime =>
  last !== undefined && last.period === at.period && last.elapsed >= at.elapsed && last.elapsed < at.elapsed + MINUTE
    ? { ...at, elapsed: last.elapsed + 1 }
    : at;

/**
 * Minutes are counted from one and run on; those of the intervals are the first of the next half. Added time can't be
 * told from the next half, except by whoever came on having been seen in it.
 */
const changeTime = (minute: number, extraTime: boolean, seen: MatchTime | undefined): MatchTime => {
  const interval = INTERVALS[minute];
  const isPlayed = minute <= 90 || extraTime;
  const half: Half = isPlayed ? halfOf(minute) : '2H';
  const seenHalf = HALF_NAMES.find((each) => each === seen?.period);
  const isEarlier = seenHalf !== undefined && HALF_NAMES.indexOf(seenHalf) < HALF_NAMES.indexOf(half);
  if (isEarlier) return atWatch(spokenMinute(minute, 0, seenHalf));
  if (interval !== undefined && isPlayed) return atWatch({ period: interval, elapsed: 0 });
  return atWatch(spokenMinute(minute, 0, half));
};

const INTERVALS: Readonly<Record<number, Period>> = { 46: 'HT', 91: 'ENT', 106: 'ETHT' };

interface Change {
  readonly on: PersonId | undefined;
  readonly off: PersonId | undefined;
  readonly minute: number;
  readonly ref: string;
}

const changesOf = ({ data, personOf }: SideOnRecord): Change[] =>
  listOf(fieldsOf(data.formation).substitutions).flatMap((each) => {
    const { playerIn, playerOut, minute } = fieldsOf(each);
    const [on, off, at] = [personOf(playerIn), personOf(playerOut), countOf(minute)];
    if (at === undefined || (on === undefined && off === undefined)) return [];
    return [{ on, off, minute: Math.max(1, at), ref: textOf(playerIn) ?? textOf(playerOut) ?? '' }];
  });

interface Booked {
  readonly person: PersonId | undefined;
  readonly kind: CardOnRecord['kind'];
  readonly minute: number;
  readonly ref: string;
}

/** Cards stand on the line-up as minutes; "0" is none. */
const bookedOf = ({ data, personOf }: SideOnRecord): Booked[] => {
  const { lineup, bench } = fieldsOf(data.formation);
  return [...listOf(lineup), ...listOf(bench)].flatMap((each) => {
    const { playerId, yellowCards, redCards } = fieldsOf(each);
    const ref = textOf(playerId);
    const [yellow, red] = [countOf(yellowCards) ?? 0, countOf(redCards) ?? 0];
    if (ref === undefined) return [];
    const card = (kind: CardOnRecord['kind'], minute: number): Booked[] =>
      minute === 0 ? [] : [{ person: personOf(playerId), kind, minute, ref }];
    return [...card('yellow', yellow), ...card('red', red)];
  });
};

/** The summary of a match file. `scoreET` is cumulative, and there is none at the end of ninety minutes. */
export const recordOf = (match: Fields, home: SideOnRecord, away: SideOnRecord): MatchRecord => {
  const duration = textOf(match.duration) ?? 'Regular';
  const tally = (key: string): Tally | undefined => {
    const [ours, theirs] = [countOf(home.data[key]), countOf(away.data[key])];
    return ours === undefined || theirs === undefined ? undefined : { home: ours, away: theirs };
  };
  const score = tally(duration === 'Regular' ? 'score' : 'scoreET');
  const halfTime = tally('scoreHT');
  const shootout = duration === 'Penalties' ? tally('scoreP') : undefined;
  const sides = [home, away];
  return {
    ...(score === undefined ? {} : { score }),
    ...(halfTime === undefined ? {} : { halfTime }),
    ...(shootout === undefined ? {} : { shootout }),
    cards: sides.flatMap((side) =>
      bookedOf(side).map(
        ({ person, kind }): CardOnRecord => ({ club: side.club, kind, ...(person === undefined ? {} : { person }) }),
      ),
    ),
    substitutions: sides.flatMap((side) =>
      changesOf(side).map(
        ({ on, off, minute }): ChangeOnRecord => ({
          club: side.club,
          label: labelOf(spokenMinute(minute)),
          ...(on === undefined ? {} : { on }),
          ...(off === undefined ? {} : { off }),
        }),
      ),
    ),
    lineups: Object.fromEntries(sides.map(({ club, sheet }) => [club, sheet.starting])),
  };
};
