import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import { awaitsKicks } from '../laws/standing.ts';
import { changesLeft } from '../laws/substitutions.ts';
import { evolve, type MatchState } from '../state.ts';
import { clubOf } from '../who.ts';
import { type Breach, breach, when } from './breach.ts';
import type { Code } from './codes.ts';
import { nameOfClub, nameOfPerson } from './names.ts';
import { judgePresence, judgeSentOff, mostOnPitch } from './presence.ts';

/** Law 3, and the competition's numbers. */
export const judgeSubstitution = (state: MatchState, event: EventOf<'substitution'>, mode: Mode): Breach[] => {
  const club = clubOf(state, event);
  if (club === undefined || (event.on === undefined && event.off === undefined))
    return when(mode === 'simulate' || club === undefined, 'nobody-named', () => 'nobody says who comes or goes');
  const { clock, standing } = state;
  if (clock.status === 'abandoned' || clock.status === 'cancelled')
    return [breach('match-abandoned', `the match has been ${clock.status}`)];
  if (event.at.period === 'FT' || (standing.over && standing.endsPlay))
    return [breach('match-over', 'the match is over')];
  if (isSwapped(state, event))
    return [
      breach(
        'swapped-in-out',
        `${nameOfPerson(state, event.on)} is on the pitch and ${nameOfPerson(state, event.off)} on the bench: it seems to be the other way round`,
      ),
    ];
  return [
    ...when(
      mode === 'simulate' && (event.on === undefined || event.off === undefined),
      'nobody-named',
      () => 'a substitution is one for another; whoever goes without being replaced has left',
    ),
    ...(event.off === undefined ? [] : judgeOff(state, event, event.off)),
    ...(event.on === undefined ? [] : judgeOn(state, event.on, club, mode)),
    ...judgeKeeperOnly(state, event, club),
    ...judgeQuota(state, event, club),
    ...judgeCount(state, event, club),
  ];
};

const isSwapped = ({ people, cards }: MatchState, { on, off }: EventOf<'substitution'>): boolean =>
  on !== undefined &&
  off !== undefined &&
  people[on]?.status === 'on' &&
  people[off]?.status === 'bench' &&
  cards[on]?.sentOff === undefined;

/** Before kick-off somebody who was sent off is replaced by a named substitute (Law 3.6). */
const judgeOff = (state: MatchState, event: EventOf<'substitution'>, off: PersonId): Breach[] => {
  if (state.clock.base === 'pre' && state.cards[off]?.sentOff !== undefined && state.people[off]?.status === 'on')
    return [];
  return state.people[off]?.status === 'temporarily-off'
    ? judgeSentOff(state, event, off)
    : judgePresence(state, event, [off]);
};

const judgeOn = (state: MatchState, on: PersonId, club: ClubCode, mode: Mode): Breach[] => {
  const held = state.cards[on];
  const name = nameOfPerson(state, on);
  if (held?.sentOff !== undefined) return [breach('already-dismissed', `${name} has been sent off`)];
  const entry = state.roster.get(on);
  if (entry === undefined) return [];
  const is = (code: Code, what: string): Breach[] => [breach(code, `${name} ${what}`)];
  const theirs = entry.club === club ? [] : is('wrong-club', `plays for ${nameOfClub(state, entry.club)}`);
  switch (state.people[on]?.status) {
    case 'bench':
      return theirs;
    case 'on':
      return is('already-on-the-pitch', 'is on the pitch');
    case 'off':
      return is('already-substituted', 'has been replaced and takes no further part');
    case 'temporarily-off':
    case 'left':
      return is('not-on-the-bench', 'has left the pitch, and is no substitute');
    case 'staff':
      return is('not-a-footballer', 'belongs to the staff');
    case undefined:
      return [
        ...theirs,
        ...when(
          mode === 'simulate' ? state.teams[club]?.known === true : isSheetFull(state, club),
          'not-on-the-bench',
          () => `${name} isn't a named substitute`,
        ),
      ];
  }
};

/** Sources often know a part of the bench alone. */
const isSheetFull = (state: MatchState, club: ClubCode): boolean =>
  Object.values(state.people).filter((person) => person.club === club && person.status !== 'staff').length >=
  11 + state.rules.bench;

/** Law 10.3: whoever kicks was on the pitch at the end of play, so that only a goalkeeper who can't go on is replaced. */
const judgeKeeperOnly = (state: MatchState, { at, off, reason }: EventOf<'substitution'>, club: ClubCode): Breach[] => {
  if (at.period !== 'PEN' && !(at.period === state.clock.base && awaitsKicks(state))) return [];
  const keeper = state.teams[club]?.goalkeeper;
  const allowed = reason === 'goalkeeper' || (keeper !== undefined && keeper === off);
  return when(!allowed, 'only-the-goalkeeper-changes', () => `${nameOfPerson(state, off)} isn't the goalkeeper`);
};

/** What the change costs is what the fold makes of it: intervals and one stoppage's further changes cost no window. */
const judgeQuota = (state: MatchState, event: EventOf<'substitution'>, club: ClubCode): Breach[] => {
  const reached = evolve(state, { id: '', event: { type: 'note', text: 'reached', at: event.at } });
  const before = reached.teams[club];
  const after = evolve(reached, { id: '', event }).teams[club];
  if (before === undefined || after === undefined || after.used === before.used) return [];
  const { left, windowsLeft } = changesLeft(reached, club);
  return [
    ...when(
      left === 0,
      'no-substitution-left',
      () => `${nameOfClub(state, club)} have made their ${before.used} substitutions`,
    ),
    ...when(
      windowsLeft === 0 && after.windows > before.windows,
      'no-window-left',
      () => `${nameOfClub(state, club)} have used the ${before.windows} stoppages in which they may change`,
    ),
  ];
};

const judgeCount = (state: MatchState, event: EventOf<'substitution'>, club: ClubCode): Breach[] => {
  const team = state.teams[club];
  if (team?.known !== true) return [];
  const after = evolve(state, { id: '', event });
  const count = after.teams[club]?.count ?? team.count;
  const most = mostOnPitch(after, club);
  return when(
    count > team.count && count > most,
    'too-many-on-the-pitch',
    () => `${nameOfClub(state, club)} then have ${count} on the pitch`,
  );
};
