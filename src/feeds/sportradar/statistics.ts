import type { MatchEvent } from '../../match/event.ts';
import { type Fields, fieldsOf, numberOf, textOf } from '../json.ts';
import type { Told } from '../telling.ts';
import { type Sheets, statisticsOf } from './sheets.ts';

/** Sportradar's own figures of the match, as they stand at its end; they are kept beside what the timeline counts. */
export const tellStatistics = (document: Fields, { squads }: Sheets): Told[] => {
  const clubs: Record<string, Record<string, number>> = {};
  for (const team of statisticsOf(document)) {
    const club = squads.clubOf(textOf(team.id));
    const figures = Object.entries(fieldsOf(team.statistics)).flatMap(([word, value]) => {
      const [name, figure] = [NAMES[word], numberOf(value)];
      return name === undefined || figure === undefined ? [] : [[name, figure] as const];
    });
    if (club !== undefined && figures.length > 0) clubs[club] = Object.fromEntries(figures);
  }
  if (Object.keys(clubs).length === 0) return [];
  const at = { leg: 1, period: 'FT', elapsed: 0 } as const;
  const event: MatchEvent = { type: 'statistics', at, source: 'sportradar', clubs };
  return [{ id: 'statistics', event }];
};

const NAMES: Readonly<Record<string, string>> = {
  ball_possession: 'possession',
  shots_total: 'shots',
  shots_on_target: 'shotsOnTarget',
  shots_off_target: 'shotsOffTarget',
  shots_blocked: 'shotsBlocked',
  corner_kicks: 'corners',
  fouls: 'fouls',
  offsides: 'offsides',
  free_kicks: 'freeKicks',
  goal_kicks: 'goalKicks',
  throw_ins: 'throwIns',
  shots_saved: 'saves',
};
