import type { Claim } from '../journal/journal.ts';
import { nameOf } from '../journal/naming.ts';
import type { Projection, Recorded, RecordedMove } from '../journal/projection.ts';
import { runningScores } from '../match/laws/goals.ts';
import { ChangeLog } from '../match/ledger.ts';
import type { MatchState } from '../match/state.ts';
import { compareTime, labelOf } from '../match/time.ts';
import { correctionOf, itemOf, whoOf } from './timeline-item.ts';
import { isKey, isTold } from './told.ts';
import type { TimelineItem, TimelineView } from './views.ts';

export { isKey, isTold } from './told.ts';

/**
 * What a viewer would be told, entry by entry, in the order received. Nothing that was shown vanishes: a correction is
 * an item of its own, and marks the one that it corrects.
 */
export const timeline: Projection<ChangeLog<TimelineItem>, Recorded, TimelineView> = {
  init: () => ChangeLog.empty<TimelineItem>(),
  evolve: (log, recorded) => {
    const moved = recorded.moves.reduce((items, move) => withMove(items, move, recorded), log);
    const noted = withFlags(withEntry(moved, recorded), recorded);
    return recorded.before === recorded.after ? noted : withConsequences(noted, recorded);
  },
  view: (log) => log.object,
};

const withMove = (
  log: ChangeLog<TimelineItem>,
  { id, was, now, after, suspected }: RecordedMove,
  recorded: Recorded,
): ChangeLog<TimelineItem> => {
  const shown = recorded.isNew ? undefined : log.get(id);
  if (now === undefined) {
    const isSubject = recorded.entry.kind === 'retraction' && recorded.entry.of === id;
    if (shown === undefined) return log;
    if (isSubject) return log.set(id, { ...shown, retractedBy: nameOf(recorded.entry) });
    return log.set(id, { ...shown, status: suspected ? 'suspected-duplicate' : 'parked' });
  }
  if (!isTold(now.event.type)) {
    // Amended into what isn't told, it's as good as taken back.
    return shown === undefined ? log : log.set(id, { ...shown, retractedBy: nameOf(recorded.entry) });
  }
  const item = itemOf(now, after);
  const amended = recorded.entry.kind === 'amendment' && recorded.entry.of === id;
  const corrected = amended && shown !== undefined && saysOtherwise(item, shown);
  const flag = recorded.flags.after.get(id);
  return log.set(id, {
    ...item,
    ...(flag === undefined ? {} : { irregular: flag }),
    ...(corrected ? { corrected: { by: nameOf(recorded.entry), was: correctionOf(shown) } } : {}),
    ...(!corrected && shown?.corrected !== undefined ? { corrected: shown.corrected } : {}),
    ...(was === undefined && recorded.late && recorded.entry.kind === 'event' ? { received: recorded.received } : {}),
    ...(was !== undefined && shown?.received !== undefined ? { received: shown.received } : {}),
  });
};

/** An assist or an outcome that comes later adds to what was told; that's no correction. */
const saysOtherwise = (item: TimelineItem, shown: TimelineItem): boolean =>
  compareTime(item.at, shown.at) !== 0 ||
  item.own !== shown.own ||
  TOLD.some((field) => shown[field] !== undefined && shown[field] !== item[field]);

const TOLD = ['kind', 'club', 'person', 'other', 'outcome', 'reason', 'text', 'minutes', 'of'] as const;

/** The entry itself, where it isn't just the event that it brought. */
const withEntry = (log: ChangeLog<TimelineItem>, recorded: Recorded): ChangeLog<TimelineItem> => {
  const { entry, effect, subject } = recorded;
  if (entry.kind === 'event') {
    if (effect === 'applied' || effect === 'duplicate' || !isTold(entry.event.type)) return log;
    const claim: Claim = { id: entry.id, seq: entry.seq, offset: entry.offset, event: entry.event };
    const item = { ...itemOf(claim, recorded.after), status: effect, received: recorded.received };
    const { score: _uncounted, ...waiting } = item;
    return log.set(
      effect === 'conflict' ? `e${entry.seq}` : entry.id,
      effect === 'conflict' ? { ...waiting, of: entry.id } : waiting,
    );
  }
  const event = entry.kind === 'amendment' ? entry.event : subject?.event;
  const told = [event, subject?.event].some((its) => its === undefined || isTold(its.type));
  if (!told || effect === 'duplicate') return log;
  const at = event?.at ?? { leg: recorded.after.leg, period: recorded.after.clock.period, elapsed: 0 };
  return log.set(nameOf(entry), {
    order: entry.seq,
    at,
    label: labelOf(at),
    kind: entry.kind,
    of: entry.of,
    received: recorded.received,
    ...(entry.why === undefined ? {} : { text: entry.why }),
    ...(event === undefined ? {} : whoOf(event, recorded.after)),
    ...(event !== undefined && isKey(event) ? { key: true } : {}),
    ...(effect === 'applied' ? {} : { status: effect }),
  });
};

/** A breach that came with an entry told later, or went with one: of the items that the entry itself isn't about. */
const withFlags = (log: ChangeLog<TimelineItem>, { flags }: Recorded): ChangeLog<TimelineItem> => {
  if (flags.before === flags.after) return log;
  let next = log;
  for (const id of flags.after.touchedSince(flags.before)) {
    const item = next.get(id);
    const flag = flags.after.get(id);
    if (item === undefined || item.irregular?.code === flag?.code) continue;
    const { irregular: _former, ...lawful } = item;
    next = next.set(id, flag === undefined ? lawful : { ...lawful, irregular: flag });
  }
  return next;
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
