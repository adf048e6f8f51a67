import type { FeedProblem } from '../importer.ts';
import { dateTimeOf, type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { type OptaRow, qualifiersOf } from '../opta/row.ts';

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

const UNREADABLE = 'this row has no id, type, period or time that could be read, and was left out';

const rowOf = (event: Fields, place: string): OptaRow | undefined => {
  const [id, type, period, min, sec] = [
    textOf(event.id),
    numberOf(event.typeId),
    numberOf(event.periodId),
    numberOf(event.timeMin),
    numberOf(event.timeSec),
  ];
  if (id === undefined || type === undefined || period === undefined || min === undefined || sec === undefined)
    return undefined;
  const outcome = numberOf(event.outcome);
  return {
    id,
    type,
    period,
    min,
    sec,
    place,
    eventId: textOf(event.eventId),
    team: textOf(event.contestantId),
    person: textOf(event.playerId),
    personName: textOf(event.playerName),
    success: outcome === undefined ? undefined : outcome === 1,
    x: numberOf(event.x),
    y: numberOf(event.y),
    heardAt: msOf(event.timeStamp),
    version: msOf(event.lastModified) ?? 0,
    qualifiers: qualifiersOf(
      listOf(event.qualifier)
        .map(fieldsOf)
        .map(({ qualifierId, value }) => ({ id: qualifierId, value })),
    ),
  };
};

/** UTC, with milliseconds or without. */
export const msOf = (value: unknown): number | undefined => {
  const ms = dateTimeOf(value) === undefined ? Number.NaN : Date.parse(String(value));
  return Number.isNaN(ms) ? undefined : ms;
};
