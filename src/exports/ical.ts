import ical, { ICalCalendarMethod } from 'ical-generator';
import { formatScore, fullNameOf, upperFirst } from '../english/words.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Matter } from './matter.ts';

/**
 * The fixtures as calendar entries (iCalendar, RFC 5545): one for each leg. Where the fixture has no kick-off, it's when
 * the feed had it; the end is two hours later, or three where extra time may be needed. The result, where there is one,
 * stands in the description and not in the summary.
 */
export const calendar = (matters: readonly Matter[]): string => {
  const [first, ...more] = matters;
  const all = ical({
    name: more.length > 0 ? 'Fixtures' : (first?.recording.header.fixture.title ?? first?.title ?? 'Fixtures'),
    prodId: { company: 'touchline', product: 'fixtures', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const matter of matters) {
    const { header } = matter.recording;
    for (const [index, leg] of header.fixture.legs.entries()) {
      const { start, floating } = startOf(matter, index + 1);
      all.createEvent({
        id: `${matter.name}-leg${index + 1}@touchline`,
        start,
        end: new Date(start.getTime() + (index + 1 === header.fixture.legs.length ? 3 : 2) * 3_600_000),
        floating,
        stamp: new Date(header.startedAt),
        summary: `${fullNameOf(header.fixture, leg.home)} v ${fullNameOf(header.fixture, leg.away)}`,
        description: aboutOf(matter, index + 1),
        ...(leg.venue === undefined ? {} : { location: leg.venue }),
      });
    }
  }
  return all.toString();
};

/** A time without an offset is the venue's own, wherever that is: it floats. */
const startOf = ({ recording, history }: Matter, leg: number): { readonly start: Date; readonly floating: boolean } => {
  const { kickOff } = recording.header.fixture.legs[leg - 1] ?? {};
  if (kickOff !== undefined) {
    const floating = !/(Z|[+-]\d{2}:?\d{2})$/i.test(kickOff);
    return { start: new Date(floating ? `${kickOff}Z` : kickOff), floating };
  }
  const its = recording.entries.filter((entry) => entry.kind === 'event' && entry.event.at.leg === leg);
  const first = its.find((entry) => entry.kind === 'event' && entry.event.type === 'kick-off') ?? its[0];
  return { start: new Date(history.feedTime(first?.offset ?? 0)), floating: false };
};

const aboutOf = ({ recording, history }: Matter, leg: number): string => {
  const { fixture } = recording.header;
  const { referee } = fixture.legs[leg - 1]?.officials ?? {};
  const result = resultOf(history, leg);
  return [
    occasion(fixture, leg),
    ...(referee === undefined ? [] : [`Referee: ${referee}`]),
    ...(result === undefined ? [] : [`Result: ${result}`]),
  ]
    .filter((line) => line !== '')
    .join('\n');
};

const occasion = ({ competition, season, round, legs }: Fixture, leg: number): string =>
  [
    [competition, season].filter((word) => word !== undefined).join(' '),
    round === undefined ? '' : upperFirst(round),
    legs.length === 1 ? '' : `leg ${leg}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

const resultOf = (history: Matter['history'], leg: number): string | undefined => {
  const answer = history.answer({ at: { kind: 'clock', leg, period: 'FT', from: 0, to: Number.MAX_SAFE_INTEGER } });
  if (!answer.ok) return undefined;
  const { clock, scoreboard } = answer.views;
  if (clock.leg !== leg || clock.period !== 'FT') return undefined;
  return formatScore({ home: scoreboard.home.score, away: scoreboard.away.score });
};
