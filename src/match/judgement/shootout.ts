import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import type { ClubCode } from '../fixture.ts';
import type { Kick } from '../laws/shootout.ts';
import type { MatchState } from '../state.ts';
import { isHalf } from '../time.ts';
import { clubOf, opponentsOf, sideOf } from '../who.ts';
import { type Breach, breach, when } from './breach.ts';
import { cycleOf, eligible, judgeCycle, mayKick } from './cycle.ts';
import { nameOfClub, nameOfPeriod, nameOfPerson } from './names.ts';
import { afterWhistle } from './periods.ts';
import { judgeKeeper, judgePresence } from './presence.ts';

/** Law 10.3: kicks from the penalty mark. */
export const judgeKick = (state: MatchState, event: EventOf<'kick'>, mode: Mode): Breach[] => {
  const club = clubOf(state, event);
  if (club === undefined) return [breach('nobody-named', 'nobody says whose kick it is')];
  if (sideOf(state, club) === undefined) return [];
  if (event.at.period !== 'PEN')
    return [
      breach(
        'period-out-of-order',
        `kicks from the mark belong to the shoot-out, not to ${nameOfPeriod(event.at.period)}`,
      ),
    ];
  return [
    ...judgeOccasion(state, mode),
    ...judgeTurn(state, event, club, mode),
    ...judgeKicker(state, event, club),
    ...(mode === 'simulate' ? judgeEqual(state) : []),
    ...judgeCycle(state, event, club),
    ...judgeKeeper(state, event),
    ...judgePresence(state, event, [event.keeper]),
  ];
};

/** The tie is level when nothing but kicks is left. */
const judgeOccasion = (state: MatchState, mode: Mode): Breach[] => {
  const { clock, rules } = state;
  if (clock.status === 'abandoned' || clock.status === 'cancelled')
    return [breach('match-abandoned', `the match has been ${clock.status}`)];
  if (clock.base === 'PEN')
    return when(mode === 'simulate' && clock.status !== undefined, 'play-suspended', () => `play is ${clock.status}`);
  if (rules.ifLevel !== 'shoot-out') return [breach('shoot-out-not-required', `${rules.name} has no shoot-out`)];
  const { standing } = afterWhistle(state);
  const due = clock.base === (rules.extraTime === 'none' ? 'ENT' : 'EET');
  return [
    ...when(standing.over, 'shoot-out-not-required', () => 'nothing is left to be decided'),
    ...when(
      mode === 'simulate' && !due,
      'period-out-of-order',
      () => `kicks can't follow on ${nameOfPeriod(clock.base)}`,
    ),
  ];
};

/** In turns, until it's decided. A kick under a number that the side has used is that turn taken again. */
const judgeTurn = (state: MatchState, { at }: EventOf<'kick'>, club: ClubCode, mode: Mode): Breach[] => {
  const { shootout, rules } = state;
  if (shootout === undefined) return [];
  const number = Math.round(at.elapsed / 1000);
  const live = shootout.kicks.filter(({ superseded }) => !superseded);
  const replaces = live.some((kick) => kick.club === club && kick.number === number);
  if (replaces) return when(mode === 'simulate', 'kick-out-of-turn', () => `kick ${number} has been taken`);
  if (shootout.winner !== undefined)
    return [breach('kick-after-decision', `${nameOfClub(state, shootout.winner)} have won the shoot-out`)];
  const expected = nextClub(state, shootout.first, live, rules.shootOut.order);
  // Where the numbers say that kicks are missing, whose turn it is can't be told.
  const gap = number >= 1 && number !== 1 + live.length && mode === 'record';
  return when(club !== expected && !gap, 'kick-out-of-turn', () => `it's the turn of ${nameOfClub(state, expected)}`);
};

const nextClub = (state: MatchState, first: ClubCode, live: readonly Kick[], order: 'ABAB' | 'ABBA'): ClubCode => {
  const second = opponentsOf(state, first);
  if (order === 'ABBA') return live.length % 4 === 0 || live.length % 4 === 3 ? first : second;
  const taken = (club: ClubCode) => live.filter((kick) => kick.club === club).length;
  return taken(first) <= taken(second) ? first : second;
};

/** Those on the pitch at the end of play, or off it for a while; nobody who was sent off. */
const judgeKicker = (state: MatchState, { by }: EventOf<'kick'>, club: ClubCode): Breach[] => {
  const status = by === undefined ? undefined : state.people[by]?.status;
  if (by === undefined || !state.roster.has(by)) return [];
  const name = nameOfPerson(state, by);
  const not = (why: string) => [breach('kicker-not-eligible', `${name} ${why}`)];
  if (state.cards[by]?.sentOff !== undefined) return not('has been sent off');
  if (state.leftOut.includes(by)) return not('was left out, so that both sides have as many');
  switch (status) {
    case 'on':
    case 'temporarily-off':
      return [];
    case 'bench':
      return not("wasn't on the pitch at the end");
    case 'off':
      return not('has been replaced');
    case 'left':
      return not('has left the pitch for good');
    case 'staff':
      return not('belongs to the staff');
    case undefined:
      return state.teams[club]?.known === true ? not("isn't on the team sheet") : [];
  }
};

/** Before the first kick, and where the Laws of the year ask for it all along, both sides have as many who may kick. */
const judgeEqual = (state: MatchState): Breach[] => {
  const { shootout, rules, sides } = state;
  const due = shootout === undefined || rules.shootOut.equateDuring;
  const [home, away] = [eligible(state, sides.home), eligible(state, sides.away)];
  return when(
    due && home !== away,
    'numbers-not-equal',
    () =>
      `${nameOfClub(state, home > away ? sides.home : sides.away)} have more who may kick, and leave somebody out first`,
  );
};

/** A side that has more left than the other leaves somebody out (`reduce to equate`). */
export const judgeExcluded = (state: MatchState, { person, at }: EventOf<'excluded'>, mode: Mode): Breach[] => {
  const club = state.people[person]?.club;
  const may = mayKick(state, person) && !state.leftOut.includes(person);
  return [
    ...when(
      isHalf(at.period) || at.period === 'pre' || at.period === 'HT' || at.period === 'ETHT',
      'period-out-of-order',
      () => `nobody is left out of the kicks in ${nameOfPeriod(at.period)}`,
    ),
    ...when(
      mode === 'simulate' && !may,
      'kicker-not-eligible',
      () => `${nameOfPerson(state, person)} isn't one of those who may kick`,
    ),
    ...when(
      mode === 'simulate' && may && club !== undefined && eligible(state, club) <= cycleOf(state),
      'kicker-not-eligible',
      () => `${nameOfClub(state, club)} have no more left than the others, and leave nobody out`,
    ),
  ];
};
