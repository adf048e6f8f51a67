import type { ClubCode } from '../../match/fixture.ts';
import { labelOf } from '../../match/time.ts';
import { runningClock } from '../clock.ts';
import { given } from '../given.ts';
import type { CardOnRecord, ChangeOnRecord, GoalOnRecord, MatchRecord, Tally } from '../importer.ts';
import { countOf, type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import type { Squads } from '../squads.ts';
import { sheetOf } from './f7.ts';
import { staffRef } from './fouls.ts';
import { officialIn, refOf } from './ref.ts';

/** Opta's summary leaves the shoot-out out of the score; an own goal is the offender's, whichever team lists it. */
export const recordOfF7 = (ours: Fields, theirs: Fields, squads: Squads): MatchRecord => {
  const both = (attribute: string) => tallyOf(ours[attribute], theirs[attribute]);
  const clubs = [ours, theirs].map(({ TeamRef }) => squads.clubOf(refOf(TeamRef)) as ClubCode);
  const of = <T>(read: (team: Fields, club: ClubCode, other: ClubCode) => readonly T[]): T[] => [
    ...read(ours, clubs[0] as ClubCode, clubs[1] as ClubCode),
    ...read(theirs, clubs[1] as ClubCode, clubs[0] as ClubCode),
  ];
  const kicks = of((team) => listOf(fieldsOf(team.ShootOut).PenaltyShot));
  const shootout =
    both('ShootOutScore') ?? (kicks.length === 0 ? undefined : { home: kicksScored(ours), away: kicksScored(theirs) });
  return {
    ...given('score', both('Score')),
    ...given('halfTime', both('HalfScore')),
    ...given('shootout', shootout),
    goals: of((team, club, other) => goalsOf(team, club, other, squads)),
    cards: of((team, club) => cardsOf(team, club, squads)),
    substitutions: of((team, club) => changesOf(team, club, squads)),
    lineups: Object.fromEntries(
      of((team, club) => {
        const sheet = sheetOf(team, squads);
        return sheet === undefined ? [] : [[club, sheet.starting] as const];
      }),
    ),
  };
};

const tallyOf = (home: unknown, away: unknown): Tally | undefined => {
  const [h, a] = [countOf(home), countOf(away)];
  return h === undefined || a === undefined ? undefined : { home: h, away: a };
};

const kicksScored = ({ ShootOut }: Fields): number =>
  listOf(fieldsOf(ShootOut).PenaltyShot).filter((shot) => textOf(fieldsOf(shot).Outcome) === 'Scored').length;

const goalsOf = (team: Fields, club: ClubCode, other: ClubCode, squads: Squads): GoalOnRecord[] =>
  listOf(team.Goal)
    .map(fieldsOf)
    .map((goal) => {
      const person = squads.personOf(refOf(goal.PlayerRef));
      if (textOf(goal.Type) !== 'Own') return { club, ...given('person', person), ...labelled(goal) };
      const offenders = person !== undefined && squads.clubs[club]?.people[person] !== undefined ? club : other;
      const counts = offenders === club ? other : club;
      return { club: counts, own: true, ...given('person', person), ...labelled(goal) };
    });

const cardsOf = (team: Fields, club: ClubCode, squads: Squads): CardOnRecord[] =>
  listOf(team.Booking)
    .map(fieldsOf)
    .map((card) => {
      const official = officialIn(card);
      const person = squads.personOf(refOf(card.PlayerRef)) ?? squads.personOf(official && staffRef(official));
      const type = textOf(card.CardType);
      const kind = type === 'SecondYellow' ? 'second-yellow' : type === 'StraightRed' ? 'red' : 'yellow';
      return { club, kind, ...given('person', person), ...labelled(card) };
    });

const changesOf = (team: Fields, club: ClubCode, squads: Squads): ChangeOnRecord[] =>
  listOf(team.Substitution)
    .map(fieldsOf)
    .map((change) => ({
      club,
      ...given('on', squads.personOf(refOf(change.SubOn))),
      ...given('off', squads.personOf(refOf(change.SubOff))),
      ...labelled(change),
    }));

/** `Min` and `Sec` count from nought, `Time` is the minute as people say it. */
const labelled = ({ Min, Sec, Period }: Fields): { readonly label?: string } => {
  const [min, period] = [numberOf(Min), PERIODS[textOf(Period) ?? '']];
  if (min === undefined || period === undefined) return {};
  return { label: labelOf(runningClock(period, min, numberOf(Sec) ?? 0)) };
};

const PERIODS = {
  FirstHalf: '1H',
  1: '1H',
  SecondHalf: '2H',
  2: '2H',
  ExtraFirstHalf: 'ET1',
  3: 'ET1',
  ExtraSecondHalf: 'ET2',
  4: 'ET2',
} as Readonly<Record<string, '1H' | '2H' | 'ET1' | 'ET2' | undefined>>;
