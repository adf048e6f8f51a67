import type { FeedFile, FeedProblem } from '../importer.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { londonMs } from './london.ts';
import { type OptaRow, qualifiersOf, rowFrom, UNREADABLE } from './row.ts';
import { parseXml } from './xml.ts';

/** A match as F24 gives it: what it says of the match itself, and its rows. */
export interface F24Game {
  readonly file: string;
  readonly id?: string | undefined;
  readonly game: Fields;
  readonly rows: readonly OptaRow[];
  readonly problems: readonly FeedProblem[];
}

/** The matches of an F24 file. A row without a type, a period or a time is left out, and said so. */
export const readF24 = (
  file: FeedFile,
): { readonly games: readonly F24Game[]; readonly problems: readonly FeedProblem[] } => {
  const { root, problems } = parseXml(file);
  const games = listOf(fieldsOf(root.Games).Game).map(fieldsOf);
  if (games.length === 0 && problems.length === 0)
    return { games: [], problems: [{ file: file.name, message: 'this F24 file holds no Game' }] };
  return {
    problems,
    games: games.map((game) => {
      const wrong: FeedProblem[] = [];
      const rows = listOf(game.Event).flatMap((event, index) => {
        const place = `Event[${index}]`;
        const row = rowOf(fieldsOf(event), place);
        if (row === undefined) wrong.push({ file: file.name, at: place, message: UNREADABLE });
        return row ?? [];
      });
      return { file: file.name, id: textOf(game.id), game, rows, problems: wrong };
    }),
  };
};

const rowOf = (event: Fields, place: string): OptaRow | undefined =>
  rowFrom({
    id: event.id,
    type: event.type_id,
    period: event.period_id,
    min: event.min,
    sec: event.sec,
    place,
    eventId: event.event_id,
    team: event.team_id,
    person: event.player_id,
    personName: event.player_name,
    outcome: event.outcome,
    x: event.x,
    y: event.y,
    heardAt: utcMs(event.timestamp_utc) ?? londonMs(textOf(event.timestamp)),
    version: numberOf(event.version) ?? londonMs(textOf(event.last_modified)) ?? 0,
    qualifiers: qualifiersOf(
      listOf(event.Q)
        .map(fieldsOf)
        .map((q) => ({ id: q.qualifier_id, value: q.value })),
    ),
  });

const utcMs = (value: unknown): number | undefined => {
  const ms = Date.parse(`${textOf(value)?.replace(/Z$/, '')}Z`);
  return Number.isNaN(ms) ? undefined : ms;
};
