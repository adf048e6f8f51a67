import type { ClubCode, Fixture } from '../../match/fixture.ts';
import { given } from '../given.ts';
import type { CardOnRecord, ChangeOnRecord, GoalOnRecord, MatchRecord, Tally } from '../importer.ts';
import { countOf, type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import type { Told } from '../telling.ts';
import { idsOf, playersIn, type Sheets, statisticsOf } from './sheets.ts';

/**
 * The status says the score by periods; whether `home_score` has the shoot-out in it differs, so the periods are added
 * up. The statistics count each man's goals, cards and changes, and say who started.
 */
export const recordOf = (document: Fields, sheets: Sheets, told: readonly Told[]): MatchRecord => {
  const periods = listOf(fieldsOf(document.sport_event_status).period_scores).map(fieldsOf);
  const of = (kind: string) => periods.filter(({ type }) => textOf(type) === kind);
  const [regular, overtime] = [of('regular_period'), of('overtime')];
  const teams = statisticsOf(document).filter((team) => playersIn(team).length > 0);
  return {
    ...given('score', added([...regular, ...overtime]) ?? statedScore(fieldsOf(document.sport_event_status))),
    ...given('halfTime', added(regular.slice(0, 1))),
    ...given('normalTime', overtime.length === 0 ? undefined : added(regular)),
    ...given('extraTime', added(overtime)),
    ...given('shootout', added(of('penalties'))),
    ...(teams.length === 2 ? countedOn(teams, sheets, told) : {}),
  };
};

const added = (periods: readonly Fields[]): Tally | undefined => {
  if (periods.length === 0) return undefined;
  const [home, away] = ['home_score', 'away_score'].map((side) =>
    periods.reduce((sum, period) => sum + (countOf(period[side]) ?? Number.NaN), 0),
  );
  return home === undefined || away === undefined || Number.isNaN(home + away) ? undefined : { home, away };
};

const statedScore = ({ home_score, away_score, match_status }: Fields): Tally | undefined =>
  textOf(match_status) === 'ap' ? undefined : added([{ home_score, away_score }]);

const countedOn = (teams: readonly Fields[], { squads, home, away }: Sheets, told: readonly Told[]): MatchRecord => {
  const goals: GoalOnRecord[] = [];
  const cards: CardOnRecord[] = [];
  const substitutions: ChangeOnRecord[] = [];
  const lineups: Record<ClubCode, readonly string[]> = {};
  for (const team of teams) {
    const club = squads.clubOf(textOf(team.id));
    if (club === undefined) continue;
    const opponents = club === home ? away : home;
    lineups[club] = idsOf(
      playersIn(team).filter(({ starter }) => starter === true),
      squads,
    );
    for (const { id, statistics } of playersIn(team)) {
      const person = squads.personOf(textOf(id));
      const counts = fieldsOf(statistics);
      if (person === undefined) continue;
      goals.push(...times(counts.goals_scored, { club, person }));
      goals.push(...times(counts.own_goals, { club: opponents, person, own: true }));
      for (const [field, kind] of CARDS) cards.push(...times(counts[field], { club, person, kind }));
      substitutions.push(...times(counts.substituted_in, { club, on: person }));
    }
  }
  // Staff have no statistics: their cards stand in the timeline alone, and can't be compared with anything.
  return { goals, cards: [...cards, ...staffCards(told, squads.clubs)], substitutions, lineups };
};

const staffCards = (told: readonly Told[], clubs: Fixture['clubs']): CardOnRecord[] =>
  told.flatMap(({ event }): CardOnRecord[] => {
    if (event.type !== 'caution' && event.type !== 'second-yellow' && event.type !== 'red') return [];
    const { club, person, type } = event;
    if (club === undefined || person === undefined || clubs[club]?.people[person]?.role !== 'staff') return [];
    return [{ club, person, kind: type === 'caution' ? 'yellow' : type }];
  });

const CARDS = [
  ['yellow_cards', 'yellow'],
  ['yellow_red_cards', 'second-yellow'],
  ['red_cards', 'red'],
] as const;

const times = <T>(count: unknown, value: T): T[] =>
  Array.from({ length: Math.min(countOf(count) ?? 0, 20) }, () => value);
