import type { Reported } from '../journal/entry.ts';
import type { EventType, MatchEvent } from '../match/event.ts';
import { isHalf } from '../match/time.ts';
import { UNKNOWN_ENTRY } from './codes.ts';
import { type EntryReference, readPayload } from './event.ts';
import type { Beside } from './line.ts';
import type { Directory, Strangers } from './people.ts';
import type { Written, WrittenField } from './place.ts';
import type { Complaints } from './problem.ts';
import type { Mode } from './scenario.ts';
import type { WrittenTime } from './times.ts';

export interface LogContext {
  readonly complaints: Complaints;
  readonly directory: Directory;
  readonly legs: number;
  readonly mode: Mode;
}

/** An event's key and value, and where it is: in the journal, or asked for in vain. */
export interface Reporting {
  readonly type: EventType;
  readonly field: WrittenField;
  readonly use: 'entry' | 'attempt';
}

/** Makes the event of a line from its key, its time and what stands beside. `undefined` where any of it is wrong. */
export const readEvent = (
  { type, field, use }: Reporting,
  time: WrittenTime | undefined,
  beside: Beside,
  context: LogContext & { readonly refer: (reference: EntryReference) => void },
): MatchEvent | undefined => {
  const { complaints, directory, legs } = context;
  const { place, incidentAt, order, irregular } = beside;
  const free = use === 'attempt' || irregular.includes(UNKNOWN_ENTRY);
  const value = beside.detail === undefined ? field.value : withDetail(field.value, beside.detail, complaints);
  const payload = readPayload(type, value, {
    complaints,
    directory,
    leg: time?.at.leg ?? legs,
    strangers: strangersIn(context.mode, use, irregular),
    refer: free ? () => undefined : context.refer,
  });
  if (time === undefined) {
    if (!beside.timed && type === 'ruling')
      complaints.add(place, 'ruling needs its time: it stands at the end of its leg, at: "FT 00:00"');
    else if (!beside.timed) complaints.add(place, `${type} needs its time: at, like { at: "1H 12:30", ${type}: … }`);
    return undefined;
  }
  if (WHISTLES.has(type) && !isHalf(time.at.period) && irregular.length === 0) {
    complaints.add(
      place,
      `a whistle belongs to the half that it ends; give ${type} the watch's own time, like 1H 47:10`,
    );
  }
  if (payload === undefined) return undefined;
  const at = order === undefined ? time.at : { ...time.at, order };
  return { type, at, ...(incidentAt === undefined ? {} : { incidentAt: incidentAt.at }), ...payload } as MatchEvent;
};

/** A time of which only the minute was given is a time known to the minute, unless the line says how sure it is. */
export const reportedIn = ({ reported }: Beside, time: WrittenTime | undefined): { reported?: Reported } => {
  const whole = time?.minute === true ? { time: 'minute' as const, ...reported } : reported;
  return whole === undefined ? {} : { reported: whole };
};

/** Announced on a line that names somebody by an id which only looks like a slip of the pen. */
const UNKNOWN_PERSON = 'unknown-person';

const WHISTLES: ReadonlySet<EventType> = new Set<EventType>(['half-time', 'period-end']);

const strangersIn = (mode: Mode, use: Reporting['use'], irregular: readonly string[]): Strangers => {
  if (irregular.includes(UNKNOWN_PERSON)) return 'welcome';
  return mode === 'simulate' && use === 'entry' ? 'refused' : 'unless-a-slip';
};

/** `detail` may stand beside an event, so that `half-time:` needs no mapping for it. */
const withDetail = (value: Written, detail: WrittenField, complaints: Complaints): Written => {
  if (value.kind === 'scalar' && (value.value === null || value.value === true)) {
    return { kind: 'mapping', place: value.place, fields: new Map([['detail', detail]]) };
  }
  if (value.kind === 'mapping' && !value.fields.has('detail')) {
    return { ...value, fields: new Map([...value.fields, ['detail', detail]]) };
  }
  complaints.add(detail.place, 'the detail of a bare value goes into a mapping: goal: { by: home 9, detail: … }');
  return value;
};
