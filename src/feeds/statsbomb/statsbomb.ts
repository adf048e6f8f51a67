import type { Fixture } from '../../match/fixture.ts';
import { HALF_NAMES } from '../clock.ts';
import { given } from '../given.ts';
import { importedFrom } from '../imported.ts';
import type { FeedProblem, Imported, Importer } from '../importer.ts';
import { fieldsOf, textOf } from '../json.ts';
import { likelyRules } from '../likely-rules.ts';
import type { Told } from '../telling.ts';
import { cardsWithoutEvent } from './cards.ts';
import { kindOf, type MatchFiles, matchFiles } from './files.ts';
import { legOf, recordOf, type Sheets, sheetsOf, teamSheets } from './sheets.ts';
import { tellRows } from './telling.ts';

/**
 * StatsBomb's open data: the events of a match, and with them its line-ups and its entry of `matches.json`.
 * Source: Open Data Events, Lineups and Competitions specifications of StatsBomb.
 */
export const statsbomb: Importer = {
  provider: 'statsbomb',
  recognises: (file) => kindOf(file) !== undefined,
  *read(files) {
    for (const read of matchFiles(files)) yield 'events' in read ? readMatch(read) : read;
  },
};

const readMatch = (files: MatchFiles): Imported | FeedProblem => {
  const { file, id, match, lineups } = files;
  const sheets = sheetsOf(files);
  if (sheets === undefined) return { file, message: 'no two clubs are named in these events' };
  const rows = tellRows(files, sheets);
  const teams = { id: 'line-ups', event: lineUps(files, sheets) };
  const told: Told[] = [...(teams.event === undefined ? [] : [teams as Told]), ...rows.told];
  told.push(...cardsWithoutEvent(lineups, sheets.squads, told));
  return importedFrom({
    provider: 'statsbomb',
    file,
    id,
    fixture: fixtureOf(files, sheets, told),
    told,
    playedTo: textOf(match?.match_status) === 'available' ? lastHalf(told) : undefined,
    record: recordOf(files, sheets),
    unknown: rows.unknown,
    problems: [...missing(files, sheets), ...rows.problems],
  });
};

const lineUps = (files: MatchFiles, sheets: Sheets): Told['event'] | undefined => {
  const teams = teamSheets(files, sheets);
  return Object.keys(teams).length === 0
    ? undefined
    : { type: 'line-ups', at: { leg: 1, period: 'pre', elapsed: 0 }, teams };
};

const fixtureOf = ({ match }: MatchFiles, sheets: Sheets, told: readonly Told[]): Fixture => {
  const { squads, home, away } = sheets;
  const competition = textOf(fieldsOf(match?.competition).competition_name);
  const round = textOf(fieldsOf(match?.competition_stage).name);
  const season = textOf(fieldsOf(match?.season).season_name);
  const { clubs } = squads;
  return {
    title: `${clubs[home]?.name ?? home} v ${clubs[away]?.name ?? away}`,
    ...given('competition', competition),
    ...given('round', round),
    ...given('season', season),
    regulations: likelyRules(told),
    clubs,
    legs: [legOf(match, sheets)],
  };
};

const lastHalf = (told: readonly Told[]) =>
  HALF_NAMES.findLast((half) => told.some(({ event }) => event.at.period === half));

const missing = ({ file, lineups }: MatchFiles, { isHomeSure }: Sheets): FeedProblem[] => [
  ...(isHomeSure
    ? []
    : [
        {
          file,
          message:
            "without the match's entry of matches.json nobody says who was at home; it's taken to be the first team sheet's club",
        },
      ]),
  ...(lineups.length > 0
    ? []
    : [
        {
          file,
          message: 'without the file of line-ups nobody says who sat on the bench, nor which cards it was shown',
        },
      ]),
];
