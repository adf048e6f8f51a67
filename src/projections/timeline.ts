import type { Claim } from '../journal/journal.ts';
import { nameOf } from '../journal/naming.ts';
import type { Projection, Recorded, RecordedMove } from '../journal/projection.ts';
import type { EventType, MatchEvent } from '../match/event.ts';
import { runningScores, scoringClub } from '../match/laws/goals.ts';
import { ChangeLog } from '../match/ledger.ts';
import { clubOf, type MatchState, personOf } from '../match/state.ts';
import { labelOf } from '../match/time.ts';
import type { Correction, TimelineItem, TimelineView } from './views.ts';

/**
 * What a viewer would be told, entry by entry, in the order received. Nothing that was shown vanishes: a correction is
 * an item of its own, and marks the one that it corrects.
 */
export const timeline: Projection<ChangeLog<TimelineItem>, Recorded, TimelineView> = {
  init: () => ChangeLog.empty<TimelineItem>(),
  evolve: (log, recorded) => {
    const moved = recorded.moves.reduce((items, move) => withMove(items, move, recorded), log);
    const noted = withEntry(moved, recorded);
    return recorded.before === recorded.after ? noted : withConsequences(noted, recorded);
  },
  view: (log) => log.object,
};

/** Touches, passes and other restarts feed the statistics alone. */
export const isTold = (type: EventType): boolean => !UNTOLD.has(type);

const UNTOLD: ReadonlySet<EventType> = new Set<EventType>([
  'touch',
  'throw-in',
  'goal-kick',
  'free-kick',
  'dropped-ball',
  'statistics',
  'possession',
  'officials',
  'snapshot',
  'shoot-out-score',
]);

/** Goals, reds, penalties, reviews and verdicts, whistles, rulings: what one jumps to. */
export const isKey = (event: MatchEvent): boolean => {
  switch (event.type) {
    case 'goal':
    case 'goal-disallowed':
    case 'second-yellow':
    case 'red':
    case 'penalty-awarded':
    case 'kick':
    case 'retake':
    case 'var-review':
    case 'half-time':
    case 'full-time':
    case 'period-end':
    case 'period-reopened':
    case 'suspended':
    case 'resumed':
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
    case 'ruling':
    case 'card-cancelled':
    case 'card-transferred':
      return true;
    case 'penalty':
      return event.outcome !== 'scored';
    case 'var-decision':
      return event.outcome !== 'confirmed';
    case 'kick-off':
      return event.at.elapsed === 0;
    default:
      return false;
  }
};

const withMove = (
  log: ChangeLog<TimelineItem>,
  { id, was, now, after }: RecordedMove,
  recorded: Recorded,
): ChangeLog<TimelineItem> => {
  const shown = log.get(id);
  if (now === undefined) {
    const isSubject = recorded.entry.kind === 'retraction' && recorded.entry.of === id;
    if (shown === undefined) return log;
    return log.set(id, isSubject ? { ...shown, retractedBy: nameOf(recorded.entry) } : { ...shown, status: 'parked' });
  }
  if (!isTold(now.event.type)) return log;
  const item = itemOf(now, after);
  const corrected = recorded.entry.kind === 'amendment' && recorded.entry.of === id && shown !== undefined;
  return log.set(id, {
    ...item,
    ...(corrected ? { corrected: { by: nameOf(recorded.entry), was: correctionOf(shown) } } : {}),
    ...(!corrected && shown?.corrected !== undefined ? { corrected: shown.corrected } : {}),
    ...(was === undefined && recorded.late && recorded.entry.kind === 'event' ? { received: recorded.received } : {}),
  });
};

/** The entry itself, where it isn't just the event that it brought. */
const withEntry = (log: ChangeLog<TimelineItem>, recorded: Recorded): ChangeLog<TimelineItem> => {
  const { entry, effect, subject, received } = recorded;
  if (entry.kind === 'event') {
    if (effect === 'applied' || effect === 'duplicate' || !isTold(entry.event.type)) return log;
    const claim: Claim = { id: entry.id, seq: entry.seq, offset: entry.offset, event: entry.event };
    const item = { ...itemOf(claim, recorded.after), status: effect, received };
    const { score: _uncounted, ...waiting } = item;
    return log.set(
      effect === 'conflict' ? `e${entry.seq}` : entry.id,
      effect === 'conflict' ? { ...waiting, of: entry.id } : waiting,
    );
  }
  const event = entry.kind === 'amendment' ? entry.event : subject?.event;
  const told =
    isTold(event?.type ?? 'note') &&
    (subject === undefined || isTold(subject.event.type) || isTold(event?.type ?? 'note'));
  if (!told || effect === 'duplicate') return log;
  const at = event?.at ?? { leg: recorded.after.leg, period: recorded.after.clock.period, elapsed: 0 };
  return log.set(nameOf(entry), {
    order: entry.seq,
    at,
    label: labelOf(at),
    kind: entry.kind,
    of: entry.of,
    received,
    ...(entry.why === undefined ? {} : { text: entry.why }),
    ...(event === undefined ? {} : whoOf(event, recorded.after)),
    ...(event !== undefined && isKey(event) ? { key: true } : {}),
    ...(effect === 'applied' ? {} : { status: effect }),
  });
};

/** What a correction, a decision or a ruling does to items told before: what stands, the scores, who scored. */
const withConsequences = (log: ChangeLog<TimelineItem>, recorded: Recorded): ChangeLog<TimelineItem> => {
  const { before, after, late, moves } = recorded;
  const decided = before.superseded !== after.superseded;
  const standing = decided ? withSuperseded(log, before, after) : log;
  return late || decided || moves.some(isReattribution) ? withGoals(standing, recorded) : standing;
};

const withSuperseded = (
  log: ChangeLog<TimelineItem>,
  before: MatchState,
  after: MatchState,
): ChangeLog<TimelineItem> => {
  let next = log;
  for (const id of new Set([...Object.keys(before.superseded), ...Object.keys(after.superseded)])) {
    const item = next.get(id);
    const by = after.superseded[id];
    if (item === undefined || item.supersededBy === by) continue;
    const { supersededBy: _former, ...standing } = item;
    next = next.set(id, by === undefined ? standing : { ...standing, supersededBy: by });
  }
  return next;
};

const isReattribution = ({ was, now }: RecordedMove): boolean => {
  const event = now?.event ?? was?.event;
  return event?.type === 'ruling' && event.kind === 'goal-reattributed';
};

const withGoals = (log: ChangeLog<TimelineItem>, { after, moves }: Recorded): ChangeLog<TimelineItem> => {
  const scores = runningScores(after);
  const ruling = moves.find(isReattribution);
  let next = log;
  for (const goal of after.goals) {
    const item = next.get(goal.id);
    const score = scores.get(goal.id);
    if (item?.score === undefined || score === undefined) continue;
    const rescored = item.score.home !== score.home || item.score.away !== score.away;
    const renamed = item.person !== goal.by || (item.own === true) !== goal.own;
    if (!rescored && !renamed) continue;
    const { person: _scorer, other: _assist, own: _own, corrected, ...kept } = item;
    const by = ruling?.now?.id;
    next = next.set(goal.id, {
      ...kept,
      score,
      ...(goal.by === undefined ? {} : { person: goal.by }),
      ...(goal.assist === undefined ? {} : { other: goal.assist }),
      ...(goal.own ? { own: true } : {}),
      ...(renamed && by !== undefined ? { corrected: { by, was: correctionOf(item) } } : {}),
      ...(!renamed && corrected !== undefined ? { corrected } : {}),
    });
  }
  return next;
};

const itemOf = ({ id, seq, event }: Claim, after: MatchState): TimelineItem => ({
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

const whoOf = (event: MatchEvent, match: MatchState): Pick<TimelineItem, 'club' | 'person' | 'other'> => {
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

const correctionOf = ({ label, kind, club, person }: TimelineItem): Correction => ({
  label,
  kind,
  ...(club === undefined ? {} : { club }),
  ...(person === undefined ? {} : { person }),
});
