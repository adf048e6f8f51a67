import type { EventOf } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import type { Happening, MatchState } from '../state.ts';
import { isHalf, MINUTE } from '../time.ts';
import { clubOf, opponentsOf } from '../who.ts';
import { extraTimePlayed } from './extra-time.ts';
import { type PersonState, type TeamState, withTeam } from './line-ups.ts';

export const evolveSubstitutions = (state: MatchState, { event }: Happening): MatchState =>
  event.type === 'substitution' ? substitute(state, event) : state;

/** Law 3.2: substitutions and windows that a side has left, at this point of the match. */
export const changesLeft = (
  state: MatchState,
  club: ClubCode,
): { readonly left: number; readonly windowsLeft?: number } => {
  const { normal, windows, extraTime, extraTimeWindows } = state.rules.substitutions;
  const team = state.teams[club];
  // Whoever replaces a man for concussion gives the opponents one more change, and the stoppage for it.
  const theirs = state.teams[opponentsOf(state, club)]?.concussion ?? 0;
  const more = hasExtraTimeChanges(state) ? 1 : 0;
  const left = Math.max(0, normal + more * extraTime + theirs - (team?.used ?? 0));
  if (windows === undefined) return { left };
  return { left, windowsLeft: Math.max(0, windows + more * extraTimeWindows + theirs - (team?.windows ?? 0)) };
};

/** From the whistle after which extra time is due. */
export const hasExtraTimeChanges = (state: Pick<MatchState, 'clock' | 'rules' | 'tally'>): boolean =>
  extraTimePlayed(state) || (state.clock.period === 'ENT' && state.rules.extraTime !== 'none');

/** Who comes on is on the pitch, and who goes off on the bench: until the feed puts it right, nobody moves. */
export const isSwapped = ({ people, cards }: MatchState, { on, off }: EventOf<'substitution'>): boolean =>
  on !== undefined &&
  off !== undefined &&
  people[on]?.status === 'on' &&
  people[off]?.status === 'bench' &&
  cards[on]?.sentOff === undefined;

const substitute = (state: MatchState, event: EventOf<'substitution'>): MatchState => {
  const club = clubOf(state, event);
  const team = club === undefined ? undefined : state.teams[club];
  if (club === undefined || team === undefined || isSwapped(state, event)) return state;
  const people = changed(state, club, event);
  return withTeam(people === state.people ? state : { ...state, people }, club, {
    ...counted(state, team, event),
    ...handedOver(state, team, event),
  });
};

const changed = (
  { people }: MatchState,
  club: ClubCode,
  { on, off, at }: EventOf<'substitution'>,
): Readonly<Record<PersonId, PersonState>> => {
  if (on === undefined && off === undefined) return people;
  const moved: Record<PersonId, PersonState> = { ...people };
  if (off !== undefined) {
    const person = moved[off] ?? { club };
    // Where nobody came for him, his side has one fewer.
    moved[off] =
      on === undefined
        ? { ...person, status: 'left', off: { at } }
        : { ...person, status: 'off', off: { at, for: on } };
  }
  if (on !== undefined) {
    const { off: _former, ...person } = moved[on] ?? { club };
    moved[on] = { ...person, status: 'on', on: { at, ...(off === undefined ? {} : { for: off }) } };
  }
  return moved;
};

/** Law 3.2: a window is a stoppage in which a side changes; half-time and the other intervals cost none. */
const counted = ({ clock, rules }: MatchState, team: TeamState, event: EventOf<'substitution'>): Partial<TeamState> => {
  const { on, off, at, reason } = event;
  // Before kick-off a man who can't play is replaced at no cost (Law 3.3).
  if (clock.base === 'pre' || (on === undefined && off !== undefined)) return {};
  if (reason === 'concussion' && team.concussion < rules.substitutions.concussion)
    return { concussion: team.concussion + 1 };
  const free = !isHalf(clock.base) || at.elapsed === 0 || isSameStoppage(clock.plays, team, event);
  return {
    used: team.used + 1,
    windows: team.windows + (free ? 0 : 1),
    lastChange: { plays: clock.plays, at },
  };
};

/** No stoppage is longer, as far as changes go; a feed that leaves out what is played in between would join them all. */
const STOPPAGE_MAX_MS = 3 * MINUTE;

const isSameStoppage = (plays: number, { lastChange }: TeamState, { at }: EventOf<'substitution'>): boolean =>
  lastChange !== undefined &&
  lastChange.plays === plays &&
  lastChange.at.period === at.period &&
  at.elapsed - lastChange.at.elapsed <= STOPPAGE_MAX_MS;

const handedOver = (
  { roster, cards }: MatchState,
  { goalkeeper }: TeamState,
  { on, off, reason }: EventOf<'substitution'>,
): Partial<TeamState> => {
  const vacant = goalkeeper === undefined || cards[goalkeeper]?.sentOff !== undefined;
  const inGoal =
    on !== undefined &&
    (reason === 'goalkeeper' ||
      (off !== undefined && off === goalkeeper) ||
      (vacant && roster.get(on)?.person.position === 'GK'));
  return inGoal ? { goalkeeper: on } : {};
};
