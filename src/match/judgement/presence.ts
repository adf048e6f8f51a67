import type { EventOf, MatchEvent } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import { isDismissedFromPitch, stayedOn } from '../laws/dismissals.ts';
import { scoringClub } from '../laws/goals.ts';
import { isOnPitch } from '../laws/numbers.ts';
import type { MatchState } from '../state.ts';
import { clubOf, personOf } from '../who.ts';
import { type Breach, breach, when } from './breach.ts';
import type { Code } from './codes.ts';
import { nameOfClub, nameOfPerson } from './names.ts';

/** Whether somebody may take part in play (Laws 3 and 12.3): he's on the pitch, and nobody has sent him off. */
export const judgePresence = (state: MatchState, event: MatchEvent, ids: readonly (PersonId | undefined)[]): Breach[] =>
  [...new Set(ids)].flatMap((id) => (id === undefined ? [] : absent(state, event, id)));

/** Whoever keeps goal against a side isn't one of its own. */
export const judgeKeeper = (state: MatchState, event: EventOf<'goal' | 'shot' | 'penalty' | 'kick'>): Breach[] => {
  const { keeper } = event;
  const theirs = keeper === undefined ? undefined : state.roster.get(keeper)?.club;
  const club = event.type === 'goal' ? scoringClub(state, event) : clubOf(state, event);
  return when(
    theirs !== undefined && theirs === club,
    'wrong-club',
    () => `${nameOfPerson(state, keeper)} plays for ${nameOfClub(state, club)}, and keeps no goal against them`,
  );
};

/** Sent off: he takes no further part, unless his second caution was overlooked. */
export const judgeSentOff = (state: MatchState, event: MatchEvent, id: PersonId): Breach[] => {
  const held = state.cards[id];
  if (held?.sentOff === undefined) return [];
  const name = nameOfPerson(state, id);
  const actor = event.type === 'substitution' ? event.off : personOf(event);
  if (actor === id && stayedOn(held, event))
    return [breach('dismissal-not-applied', `${name} has had two cautions and hasn't left the pitch`)];
  return [breach('already-dismissed', `${name} has been sent off`)];
};

const absent = (state: MatchState, event: MatchEvent, id: PersonId): Breach[] => {
  const sentOff = judgeSentOff(state, event, id);
  const entry = state.roster.get(id);
  if (sentOff.length > 0 || entry === undefined) return sentOff;
  const is = (code: Code, what: string): Breach[] => [breach(code, `${nameOfPerson(state, id)} ${what}`)];
  switch (state.people[id]?.status) {
    case 'on':
      return [];
    case 'temporarily-off':
      return is('not-on-the-pitch', 'is off the pitch for a while');
    case 'left':
      return is('not-on-the-pitch', 'has left the pitch');
    case 'bench':
      return is('not-on-the-pitch', 'is on the bench');
    case 'off':
      return is('already-substituted', 'has been replaced');
    case 'staff':
      return is('not-a-footballer', `belongs to the staff of ${nameOfClub(state, entry.club)}`);
    case undefined:
      if (entry.person.role === 'staff') return is('not-a-footballer', 'belongs to the staff');
      return when(
        state.teams[entry.club]?.known === true,
        'not-on-the-pitch',
        () => `${nameOfPerson(state, id)} isn't on the team sheet`,
      );
  }
};

/** How many a side may have on the pitch: nobody comes for a man who was sent off (Law 3.6). */
export const mostOnPitch = (state: MatchState, club: ClubCode): number => {
  const dismissed = Object.entries(state.cards).filter(
    ([id, held]) => held.club === club && isDismissedFromPitch(held) && state.people[id]?.status !== 'off',
  );
  return 11 - dismissed.length;
};

/** Law 3.1, as far as the team sheets are known: how many, and one of them in goal. */
export const judgeNumbers = (state: MatchState): Breach[] =>
  [state.sides.home, state.sides.away].flatMap((club) => {
    const team = state.teams[club];
    if (team === undefined) return [];
    const { count } = team;
    return [
      ...when(
        count < state.rules.minPlayers,
        'too-few-on-the-pitch',
        () => `${nameOfClub(state, club)} have ${count} on the pitch`,
      ),
      ...when(count > 11, 'too-many-on-the-pitch', () => `${nameOfClub(state, club)} have ${count} on the pitch`),
    ];
  });

export const judgeGoalkeepers = (state: MatchState): Breach[] =>
  [state.sides.home, state.sides.away].flatMap((club) => {
    const keeper = state.teams[club]?.goalkeeper;
    if (keeper === undefined) return [];
    const gone = state.people[keeper] !== undefined && !isOnPitch(state, keeper);
    return when(
      gone || state.cards[keeper]?.sentOff !== undefined,
      'no-goalkeeper',
      () => `${nameOfPerson(state, keeper)} isn't on the pitch, and nobody has taken his place in goal`,
    );
  });
