import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import { scoringClub } from '../laws/goals.ts';
import type { MatchState } from '../state.ts';
import { sideOf } from '../who.ts';
import { type Breach, breach, when } from './breach.ts';
import type { Code } from './codes.ts';
import { nameOfClub, nameOfEntry, nameOfPerson } from './names.ts';
import { judgeSides, type Stop, sayStop, stopAt, takingPart } from './play.ts';
import { judgeKeeper, judgePresence } from './presence.ts';
import { judgeRebound } from './rebounds.ts';
import { hasRestartedSince } from './restarted.ts';
import { judgeStraight } from './straight.ts';

/** Laws 10.1 and 3.9. */
export const judgeGoal = (state: MatchState, event: EventOf<'goal'>, mode: Mode): Breach[] => {
  if (event.at.period === 'PEN') return [breach('goal-in-the-shoot-out', 'a kick from the penalty mark is no goal')];
  const club = scoringClub(state, event);
  const stop = stopAt(state, event.at, mode);
  // What is given at the monitor was scored before the whistle.
  const given =
    event.review !== undefined && (stop === 'under-review' || stop === 'restart-owed' || stop === 'period-over');
  const early =
    stop === undefined && event.review === undefined && isKickOffMissing(state, event) ? 'restart-owed' : stop;
  return [
    ...(early === undefined || given
      ? []
      : [breach(codeFor(state, early), `no goal now: ${sayStop(state, early, event.at)}`)]),
    ...when(club === undefined && event.club === undefined, 'nobody-named', () => 'nobody says whose goal it is'),
    ...judgeRebound(state, event),
    ...judgeStraight(state, event),
    ...judgeScored(state, event, mode),
    ...judgePresence(state, event, event.own === true ? [event.by] : takingPart(event)),
    ...judgeAssist(state, event),
    ...judgeKeeper(state, event),
    ...judgeExtraPerson(state, event),
    ...(mode === 'simulate' ? judgeSides(state) : []),
    ...judgeRunning(state, event),
  ];
};

/**
 * Where the log tells of other kick-offs after goals, this one is missing from the match too; and nobody scores twice
 * within seconds, whatever the log leaves out. One fact that was told by two ids is most often seen so.
 */
const isKickOffMissing = (state: MatchState, event: EventOf<'goal'>): boolean => {
  const { clock } = state;
  if (clock.restart?.kind !== 'kick-off' || event.at.period !== clock.base) return false;
  return clock.kickOffsAfterGoals > 0 || isWithinSeconds(state, event);
};

const isWithinSeconds = ({ goals, superseded, leg }: MatchState, { at, penalty }: EventOf<'goal'>): boolean => {
  // Of the kick that scores it there is more to say.
  if (penalty !== undefined) return false;
  const last = goals.findLast(({ id }) => superseded[id] === undefined);
  if (last === undefined || last.at.leg !== leg || last.at.period !== at.period) return false;
  const since = at.elapsed - last.at.elapsed;
  // At the same instant the source knows no more than the minute.
  return since > 0 && since <= NEXT_GOAL_AFTER_MS;
};

/** Back to the middle, and a shot from there. */
const NEXT_GOAL_AFTER_MS = 10_000;

const codeFor = ({ clock }: MatchState, stop: Stop): Code => {
  switch (stop) {
    case 'not-begun':
      return 'goal-before-kick-off';
    case 'period-over':
    case 'match-over':
      return 'goal-after-the-whistle';
    case 'restart-owed':
      return clock.restart?.kind === 'kick-off' ? 'goal-without-kick-off' : 'ball-not-in-play';
    case 'called-off':
    case 'suspended':
    case 'under-review':
      return 'ball-not-in-play';
  }
};

/** A goal may name the kick that scored it: one that counts, and only once. */
const judgeScored = (state: MatchState, { penalty, by, from }: EventOf<'goal'>, mode: Mode): Breach[] => {
  if (penalty === undefined)
    return when(
      mode === 'simulate' && from === 'penalty',
      'penalty-not-awarded',
      () => 'no penalty kick is named that this goal would score',
    );
  const kick = state.decisions.get(penalty);
  if (kick?.type !== 'penalty') return [breach('no-such-kick', `there is no penalty kick "${penalty}"`)];
  if (state.superseded[penalty] !== undefined)
    return [breach('already-retaken', `${nameOfEntry(state, penalty)} doesn't count any more`)];
  const scored = state.goals.findLast((goal) => goal.penalty === penalty && state.superseded[goal.id] === undefined);
  return [
    ...when(
      kick.outcome !== undefined && kick.outcome !== 'scored',
      'penalty-not-scored',
      () =>
        `${nameOfEntry(state, penalty)} is told as ${kick.outcome?.replaceAll('-', ' ')}, and no goal came of the kick`,
    ),
    ...when(scored !== undefined, 'penalty-already-taken', () => `${nameOfEntry(state, penalty)} has been scored`),
    ...when(
      kick.person !== undefined && by !== undefined && by !== kick.person,
      'wrong-club',
      () => `${nameOfPerson(state, kick.person)} took the penalty, not ${nameOfPerson(state, by)}`,
    ),
  ];
};

const judgeAssist = (state: MatchState, event: EventOf<'goal'>): Breach[] => {
  if (event.assist === undefined || event.own === true) return [];
  const club = scoringClub(state, event);
  const theirs = state.roster.get(event.assist)?.club;
  return when(
    theirs !== undefined && club !== undefined && theirs !== club,
    'wrong-club',
    () =>
      `${nameOfPerson(state, event.assist)} plays for ${nameOfClub(state, theirs)} and can't assist a goal of ${nameOfClub(state, club)}`,
  );
};

/** Law 3.9: no goal for a side that has one too many on the pitch. */
const judgeExtraPerson = (state: MatchState, event: EventOf<'goal'>): Breach[] => {
  const club = scoringClub(state, event);
  const count = club === undefined ? 0 : (state.teams[club]?.count ?? 0);
  return when(count > 11, 'too-many-on-the-pitch', () => `${nameOfClub(state, club)} score with ${count} on the pitch`);
};

/** A source's own score after the goal says how many there have been. */
const judgeRunning = (state: MatchState, event: EventOf<'goal'>): Breach[] => {
  const { running } = event;
  const side = sideOf(state, scoringClub(state, event));
  if (running === undefined || side === undefined || event.tentative === true) return [];
  const { tally } = state;
  // The score may have had the goal before it was told.
  const known = tally.unattributed[side] > 0 && running[side] <= tally[side];
  const now = { home: tally.home, away: tally.away, ...(known ? {} : { [side]: tally[side] + 1 }) };
  const same = known || (now.home === running.home && now.away === running.away);
  return when(
    !same,
    'running-score-differs',
    () => `the source has ${running.home}–${running.away}, and the goals make it ${now.home}–${now.away}`,
  );
};

/** Law 5.2: until play restarts. */
export const judgeDisallowed = (state: MatchState, event: EventOf<'goal-disallowed'>, mode: Mode): Breach[] => {
  const { of, review } = event;
  if (of === undefined) return [];
  if (state.decisions.get(of)?.type !== 'goal') return [breach('no-such-goal', `there is no goal "${of}"`)];
  const gone = state.superseded[of] !== undefined;
  return [
    // The review that took it away, or a feed that says it twice, may be followed by the decision itself.
    ...when(
      gone && mode === 'simulate' && review === undefined,
      'goal-already-disallowed',
      () => `the goal "${of}" doesn't stand any more`,
    ),
    ...when(!gone && hasRestartedSince(state, of), 'decision-final', () => `play has restarted since the goal "${of}"`),
  ];
};
