import type { FeedProblem } from '../importer.ts';
import { dateTimeOf, type Fields, fieldsOf, listOf } from '../json.ts';
import { type OptaRow, qualifiersOf, rowFrom, UNREADABLE } from '../opta/row.ts';

/** The rows of MA3: Opta's, in JSON. One without a type, a period or a time is left out, and said so. */
export const rowsOfMa3 = (
  document: Fields,
  file: string,
): { readonly rows: readonly OptaRow[]; readonly problems: readonly FeedProblem[] } => {
  const problems: FeedProblem[] = [];
  const rows = listOf(fieldsOf(document.liveData).event).flatMap((event, index) => {
    const place = `liveData.event[${index}]`;
    const row = rowOf(fieldsOf(event), place);
    if (row === undefined) problems.push({ file, at: place, message: UNREADABLE });
    return row ?? [];
  });
  return { rows, problems };
};

const rowOf = (event: Fields, place: string): OptaRow | undefined =>
  rowFrom({
    id: event.id,
    type: event.typeId,
    period: event.periodId,
    min: event.timeMin,
    sec: event.timeSec,
    place,
    eventId: event.eventId,
    team: event.contestantId,
    person: event.playerId,
    personName: event.playerName,
    outcome: event.outcome,
    x: event.x,
    y: event.y,
    heardAt: msOf(event.timeStamp),
    version: msOf(event.lastModified) ?? 0,
    qualifiers: qualifiersOf(
      listOf(event.qualifier)
        .map(fieldsOf)
        .map(({ qualifierId, value }) => ({ id: qualifierId, value })),
    ),
  });

/** UTC, with milliseconds or without. */
export const msOf = (value: unknown): number | undefined => {
  const ms = dateTimeOf(value) === undefined ? Number.NaN : Date.parse(String(value));
  return Number.isNaN(ms) ? undefined : ms;
};
