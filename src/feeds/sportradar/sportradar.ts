import type { Fixture } from '../../match/fixture.ts';
import { HALF_NAMES } from '../clock.ts';
import { given } from '../given.ts';
import { importedFrom } from '../imported.ts';
import type { FeedProblem, Imported, Importer } from '../importer.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { likelyRules } from '../likely-rules.ts';
import type { Told } from '../telling.ts';
import { isSportradar, type MatchFiles, matchFiles } from './files.ts';
import { recordOf } from './record.ts';
import { legOf, type Sheets, sheetsOf } from './sheets.ts';
import { tellStatistics } from './statistics.ts';
import { tellTimeline } from './telling.ts';

/**
 * Sportradar's soccer v4: the timeline of a sport event, with its line-ups where that file is given too.
 * Source: Sport Event Timeline and Sport Event Lineups of the Soccer API.
 */
export const sportradar: Importer = {
  provider: 'sportradar',
  recognises: isSportradar,
  *read(files) {
    for (const read of matchFiles(files)) yield 'document' in read ? readMatch(read) : read;
  },
};

const readMatch = (files: MatchFiles): Imported | FeedProblem => {
  const { file, id, document } = files;
  const sheets = sheetsOf(files);
  if (sheets === undefined)
    return { file, at: 'sport_event.competitors', message: 'no home and away competitor are named' };
  const timeline = tellTimeline(listOf(document.timeline), sheets, file);
  const isOver = OVER.has(textOf(fieldsOf(document.sport_event_status).status) ?? '');
  const told = [...lineUps(sheets), ...timeline.told, ...(isOver ? tellStatistics(document, sheets) : [])];
  return importedFrom({
    provider: 'sportradar',
    file,
    id,
    fixture: fixtureOf(document, sheets, told),
    told,
    playedTo: isOver ? HALF_NAMES.findLast((half) => told.some(({ event }) => event.at.period === half)) : undefined,
    record: isOver ? recordOf(document, sheets, told) : {},
    unknown: timeline.unknown,
    problems: timeline.problems,
  });
};

const OVER: ReadonlySet<string> = new Set(['ended', 'closed']);

const lineUps = ({ teams }: Sheets): Told[] =>
  Object.values(teams).every(({ starting }) => starting.length === 0)
    ? []
    : [{ id: 'line-ups', event: { type: 'line-ups', at: { leg: 1, period: 'pre', elapsed: 0 }, teams } }];

const fixtureOf = (document: Fields, sheets: Sheets, told: readonly Told[]): Fixture => {
  const context = fieldsOf(fieldsOf(document.sport_event).sport_event_context);
  const { number, name } = fieldsOf(context.round);
  const round =
    textOf(name)?.replaceAll('_', ' ') ?? (textOf(number) === undefined ? undefined : `round ${textOf(number)}`);
  const { clubs } = sheets.squads;
  return {
    title: `${clubs[sheets.home]?.name ?? sheets.home} v ${clubs[sheets.away]?.name ?? sheets.away}`,
    ...given('competition', textOf(fieldsOf(context.competition).name)),
    ...given('round', round),
    ...given('season', textOf(fieldsOf(context.season).year)),
    regulations: likelyRules(told),
    clubs,
    legs: [legOf(document, sheets)],
  };
};
