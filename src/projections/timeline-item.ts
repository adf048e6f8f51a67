import type { Claim } from '../journal/journal.ts';
import type { MatchEvent } from '../match/event.ts';
import { scoringClub } from '../match/laws/goals.ts';
import { clubOf, type MatchState, personOf } from '../match/state.ts';
import { labelOf } from '../match/time.ts';
import { isKey } from './told.ts';
import type { Correction, TimelineItem } from './views.ts';

/** One event as the timeline tells it, with the match just after it. */
export const itemOf = ({ id, seq, event }: Claim, after: MatchState): TimelineItem => ({
  order: seq,
  at: event.at,
  label: labelOf(event.at),
  kind: event.type,
  ...whoOf(event, after),
  ...(event.type === 'goal' && event.tentative !== true
    ? { score: { home: after.tally.home, away: after.tally.away } }
    : {}),
  ...('own' in event && event.own === true ? { own: true as const } : {}),
  ...('outcome' in event && event.outcome !== undefined ? { outcome: event.outcome } : {}),
  ...('reason' in event && event.reason !== undefined ? { reason: event.reason } : {}),
  ...('text' in event ? { text: event.text } : {}),
  ...('minutes' in event ? { minutes: event.minutes } : {}),
  ...('of' in event && event.of !== undefined ? { of: event.of } : {}),
  ...(isKey(event) || sendsOff(id, event, after) ? { key: true as const } : {}),
});

/** A second caution is as much of a moment as a red card. */
const sendsOff = (id: string, event: MatchEvent, { cards }: MatchState): boolean =>
  event.type === 'caution' && cards[event.person ?? '']?.sentOff?.card === id;

export const whoOf = (event: MatchEvent, match: MatchState): Pick<TimelineItem, 'club' | 'person' | 'other'> => {
  const club = event.type === 'goal' ? scoringClub(match, event) : clubOf(match, event);
  const person = personOf(event);
  const other = otherOf(event);
  return {
    ...(club === undefined ? {} : { club }),
    ...(person === undefined ? {} : { person }),
    ...(other === undefined ? {} : { other }),
  };
};

const otherOf = (event: MatchEvent): string | undefined => {
  if (event.type === 'substitution') return event.on === undefined ? undefined : event.off;
  if ('assist' in event && event.assist !== undefined) return event.assist;
  return 'against' in event ? event.against : undefined;
};

/** What an item said before it was corrected. */
export const correctionOf = ({ label, kind, club, person }: TimelineItem): Correction => ({
  label,
  kind,
  ...(club === undefined ? {} : { club }),
  ...(person === undefined ? {} : { person }),
});
