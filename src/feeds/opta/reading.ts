import type { ClubCode, Fixture, TeamSheet } from '../../match/fixture.ts';
import { HALF_NAMES } from '../clock.ts';
import { given } from '../given.ts';
import { importedFrom } from '../imported.ts';
import type { FeedProblem, Imported } from '../importer.ts';
import { likelyRules } from '../likely-rules.ts';
import type { Told } from '../telling.ts';
import type { OptaBook } from './book.ts';
import type { OptaFacts } from './facts.ts';
import type { OptaRow } from './row.ts';
import { sheetsInRows } from './sheets.ts';
import { tellOpta } from './telling.ts';

/** What one match's files of Opta's making hold. */
export interface OptaMatch {
  readonly provider: string;
  readonly file: string;
  readonly facts: OptaFacts;
  readonly rows: readonly OptaRow[];
  readonly problems: readonly FeedProblem[];
  /** What is told beside the rows, once they are told. */
  readonly beside?: (told: readonly Told[], book: OptaBook) => readonly Told[];
}

/** Team sheets, rows and what is told beside them, as one recording. */
export const importOpta = ({ provider, file, facts, rows, problems, beside }: OptaMatch): Imported | FeedProblem => {
  const inRows = sheetsInRows(rows, facts.squads);
  const { told, unknown, book } = tellOpta(rows, facts);
  const all = [...lineUps({ ...inRows, ...facts.sheets }, rows), ...told, ...(beside?.(told, book) ?? [])];
  return importedFrom({
    provider,
    file,
    id: facts.id,
    fixture: fixtureOf(facts, all),
    told: all,
    playedTo: facts.isOver
      ? HALF_NAMES.findLast((half) => all.some(({ event }) => event.at.period === half))
      : undefined,
    record: facts.record,
    unknown,
    problems: [...problems, ...gaps(file, facts)],
  });
};

/** Known when the first of the two teams was set up. */
const lineUps = (teams: Readonly<Record<ClubCode, TeamSheet>>, rows: readonly OptaRow[]): Told[] => {
  if (Object.keys(teams).length === 0) return [];
  const heardAt = rows.findLast(({ type, heardAt }) => type === 34 && heardAt !== undefined)?.heardAt;
  return [
    {
      id: 'line-ups',
      event: { type: 'line-ups', at: { leg: 1, period: 'pre', elapsed: 0 }, teams },
      ...given('heardAt', heardAt),
    },
  ];
};

const fixtureOf = ({ squads, home, away, leg, about }: OptaFacts, told: readonly Told[]): Fixture => {
  const { clubs } = squads;
  return {
    title: `${clubs[home]?.name ?? home} v ${clubs[away]?.name ?? away}`,
    ...about,
    regulations: likelyRules(told),
    clubs,
    legs: [leg],
  };
};

const gaps = (file: string, { sheets }: OptaFacts): FeedProblem[] =>
  Object.keys(sheets).length > 0
    ? []
    : [
        {
          file,
          message:
            'only the events are here: people are known by their shirts where nobody names them, and little can be compared',
        },
      ];
