import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import type { MatchState } from '../state.ts';
import { HALVES, isHalf, MINUTE } from '../time.ts';
import { clubOf, opponentsOf } from '../who.ts';
import { judgeAnswer } from './answers.ts';
import { type Breach, breach, when } from './breach.ts';
import { nameOfClub, nameOfEntry, nameOfPeriod, nameOfPerson } from './names.ts';
import { judgeSides, sayStop, stopAt, takingPart } from './play.ts';
import { judgeKeeper, judgePresence } from './presence.ts';
import { hasRestartedSince } from './restarted.ts';
import { isTakenAway } from './reviews.ts';

/** Law 14: given while the ball is in play, or at the monitor for what happened before. */
export const judgeAward = (state: MatchState, event: EventOf<'penalty-awarded'>, mode: Mode): Breach[] => {
  const stop = event.review === undefined ? stopAt(state, event.at, mode) : undefined;
  const club = clubOf(state, event);
  const theirs = event.against === undefined ? undefined : state.roster.get(event.against)?.club;
  return [
    ...(stop === undefined ? [] : [breach('ball-not-in-play', `no penalty now: ${sayStop(state, stop, event.at)}`)]),
    ...when(
      event.review !== undefined && mode === 'simulate' && state.clock.restart?.kind === 'penalty',
      'penalty-not-taken',
      () => 'a penalty has been awarded and not taken',
    ),
    ...judgeAnswer(state, event),
    ...when(club === undefined, 'nobody-named', () => 'nobody says whose penalty it is'),
    ...when(
      theirs !== undefined && theirs === club,
      'wrong-club',
      () => `${nameOfPerson(state, event.against)} plays for ${nameOfClub(state, club)}, who are given the penalty`,
    ),
  ];
};

/** The kick: one for each award, by somebody on the pitch. */
export const judgePenalty = (state: MatchState, event: EventOf<'penalty'>, mode: Mode): Breach[] => {
  const stop = stopAt(state, event.at, mode);
  const due = stop === 'restart-owed' && state.clock.restart?.kind === 'penalty';
  return [
    ...(stop === undefined || due
      ? []
      : [breach('ball-not-in-play', `no penalty kick now: ${sayStop(state, stop, event.at)}`)]),
    ...judgeAwarded(state, event, mode),
    ...judgeKeptOpen(event),
    ...judgeKeeper(state, event),
    ...judgePresence(state, event, takingPart(event)),
    ...(mode === 'simulate' ? judgeSides(state) : []),
  ];
};

const judgeAwarded = (state: MatchState, event: EventOf<'penalty'>, mode: Mode): Breach[] => {
  const { award } = event;
  const { restart } = state.clock;
  const club = clubOf(state, event);
  const owed = restart?.kind === 'penalty';
  const notTheirs = (given: string | undefined): Breach[] =>
    when(
      given !== undefined && club !== undefined && given !== club,
      'wrong-club',
      () => `the penalty is for ${nameOfClub(state, given)}, not for ${nameOfClub(state, club)}`,
    );
  if (award === undefined) {
    if (owed) return notTheirs(restart.club);
    // A log that tells of kicks alone leaves the awards out.
    const told = mode === 'simulate' || hasAwards(state);
    return when(told, 'penalty-not-awarded', () => `no penalty has been given to ${nameOfClub(state, club)}`);
  }
  const given = state.decisions.get(award);
  if (given?.type !== 'penalty-awarded' || state.superseded[award] !== undefined)
    return [
      breach(
        'penalty-not-awarded',
        given === undefined ? `there is no award "${award}"` : `${nameOfEntry(state, award)} doesn't stand`,
      ),
    ];
  const taken = [...state.decisions.after(award)].some(
    ({ id, type, of }) => type === 'penalty' && of === award && state.superseded[id] === undefined,
  );
  return [
    ...when(taken && !owed, 'penalty-already-taken', () => `${nameOfEntry(state, award)} has led to its kick`),
    ...when(
      mode === 'simulate' && !taken && !owed,
      'penalty-not-awarded',
      () => `${nameOfEntry(state, award)} isn't owed any more`,
    ),
    ...notTheirs(given.club),
  ];
};

/** Law 7.4: a half is kept open once its time is up. */
const judgeKeptOpen = ({ extended, at }: EventOf<'penalty'>): Breach[] =>
  when(
    extended === true && isHalf(at.period) && at.elapsed < (HALVES[at.period].to - HALVES[at.period].from) * MINUTE,
    'kept-open-too-early',
    () => `${nameOfPeriod(at.period)} isn't over yet, and need not be kept open`,
  );

const hasAwards = (state: MatchState): boolean => {
  for (const { type } of state.decisions) if (type === 'penalty-awarded') return true;
  return false;
};

/** Laws 14.2 and 10.3: while nothing has followed on the kick. */
export const judgeRetake = (state: MatchState, event: EventOf<'retake'>, mode: Mode): Breach[] => {
  const kick = kickOf(state, event.of);
  if (kick === undefined) return [breach('no-such-kick', `there is no kick "${event.of}"`)];
  const gone =
    state.superseded[kick] !== undefined || state.shootout?.kicks.find(({ id }) => id === kick)?.superseded === true;
  const award = state.decisions.get(kick)?.of;
  // A review may have taken the kick away already, so that it's taken again; without the award there is none.
  const reviewed =
    isTakenAway(state, kick, event.review) && (award === undefined || state.superseded[award] === undefined);
  return [
    ...when(
      gone && !reviewed && mode === 'simulate',
      'already-retaken',
      () => `${nameOfEntry(state, kick)} doesn't count any more`,
    ),
    ...when(
      (!gone || reviewed) && hasRestartedSince(state, kick),
      'decision-final',
      () => `play has gone on since ${nameOfEntry(state, kick)}`,
    ),
    ...judgeTable(state, event, kick),
  ];
};

/** A retake may name the goal: then it's the kick that scored it. */
const kickOf = ({ decisions }: MatchState, id: string): string | undefined => {
  const named = decisions.get(id);
  if (named?.type === 'penalty' || named?.type === 'kick') return id;
  return named?.type === 'goal' && named.of !== undefined ? named.of : undefined;
};

/**
 * Law 14's table. Up to 2024/25 a second touch by accident was an offence like any other; since then the kick is taken
 * again if it went in. A goalkeeper off his line, and defenders in the area, give the kick again only where it wasn't
 * scored; attackers in the area only where it was.
 */
const judgeTable = (state: MatchState, event: EventOf<'retake'>, kick: string): Breach[] => {
  const scored = wasScored(state, kick);
  const { doubleTouch, goalkeeperOffLine } = state.rules.penalties;
  const not = (message: string): Breach[] => [breach('retake-not-due', message)];
  switch (reasonOf(state, event, kick)) {
    case 'double-touch':
      if (doubleTouch === 'offence') return not('a second touch gives the other side a free kick, not another kick');
      return scored ? [] : not('after a second touch only a kick that went in is taken again');
    case 'goalkeeper-off-line':
      if (scored) return not('the goalkeeper left his line, and the goal counts all the same');
      return missedIn(state, kick) && goalkeeperOffLine === '2020'
        ? not('the kick missed the goal, whatever the goalkeeper did')
        : [];
    case 'attacker-encroachment':
      return scored ? [] : not("attackers came too soon, and the kick didn't go in: a free kick to the defenders");
    case 'defender-encroachment':
      return scored ? not('defenders came too soon, and the goal counts all the same') : [];
    case 'encroachment-by-both':
    case 'interference':
    case 'other':
    case undefined:
      return [];
  }
};

/** As given; else what the report's own words and whom it names amount to. */
const reasonOf = (
  state: MatchState,
  { for: given, why = '', by }: EventOf<'retake'>,
  kick: string,
): EventOf<'retake'>['for'] => {
  if (given !== undefined) return given;
  if (/double.?touch|second touch|touch(ed)? (it )?twice/i.test(why)) return 'double-touch';
  if (!/encroach/i.test(why))
    return /off (his|her|the|their) line|off.?line|goalkeeper/i.test(why) ? 'goalkeeper-off-line' : undefined;
  if (by === undefined || /both/i.test(why)) return undefined;
  const club = state.roster.get(by)?.club;
  const taker = state.decisions.get(kick)?.club;
  if (club === undefined || taker === undefined) return undefined;
  if (club === taker) return 'attacker-encroachment';
  return club === opponentsOf(state, taker) ? 'defender-encroachment' : undefined;
};

const wasScored = (state: MatchState, kick: string): boolean =>
  state.goals.findLast(({ penalty }) => penalty === kick) !== undefined ||
  state.shootout?.kicks.some(({ id, outcome }) => id === kick && outcome === 'scored') === true;

const missedIn = ({ shootout, decisions }: MatchState, kick: string): boolean => {
  const outcome = shootout?.kicks.find(({ id }) => id === kick)?.outcome ?? decisions.get(kick)?.outcome;
  return outcome === 'off-target' || outcome === 'woodwork';
};
