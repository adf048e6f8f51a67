import type { ClubCode, PersonId, TeamSheet } from '../../match/fixture.ts';
import { given } from '../given.ts';
import { countOf } from '../json.ts';
import type { Squads } from '../squads.ts';
import { type OptaRow, qualifier } from './row.ts';
import { formationNumbered } from './words.ts';

/**
 * The team sheets of type 34: lists of ids (qualifier 30), places in the formation (131, nought on the bench), shirts
 * (59), positions by number (44), the captain (194). Whoever isn't known by name yet is known by his shirt.
 */
export const sheetsInRows = (rows: readonly OptaRow[], squads: Squads): Record<ClubCode, TeamSheet> => {
  const sheets: Record<ClubCode, TeamSheet> = {};
  for (const row of rows) {
    const club = row.type === TEAM_SET_UP ? squads.clubOf(row.team) : undefined;
    if (club === undefined) continue;
    const [places, shirts, positions] = [listIn(row, 131), listIn(row, 59), listIn(row, 44)];
    const people = listIn(row, 30).map((ref, index) => {
      const shirt = countOf(shirts[index]);
      const position = POSITIONS[positions[index] ?? ''];
      return squads.person(club, ref, {
        name: `No. ${shirt ?? ref}`,
        ...given('shirt', shirt !== undefined && shirt < 1000 ? shirt : undefined),
        ...given('position', position),
      });
    });
    sheets[club] = sheetOf(row, people, places, squads);
  }
  return sheets;
};

const TEAM_SET_UP = 34;
const POSITIONS: Readonly<Record<string, string>> = { 1: 'GK', 2: 'DF', 3: 'MF', 4: 'FW' };

const sheetOf = (row: OptaRow, people: readonly PersonId[], places: readonly string[], squads: Squads): TeamSheet => {
  const starts = (index: number) => (places.length === 0 ? index < 11 : (countOf(places[index]) ?? 0) > 0);
  const starting = [...new Set(people.filter((_, index) => starts(index)))].slice(0, 11);
  const goalkeeper = people.find((_, index) => places[index] === '1');
  return {
    starting,
    bench: [...new Set(people.filter((id) => !starting.includes(id)))].slice(0, 30),
    ...given('formation', formationNumbered(qualifier(row, 130))),
    ...given('goalkeeper', goalkeeper),
    ...given('captain', squads.personOf(qualifier(row, 194))),
  };
};

const listIn = (row: OptaRow, id: number): string[] =>
  (qualifier(row, id) ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
