import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import type { MatchState } from '../state.ts';
import { type Breach, breach, when } from './breach.ts';
import { hasCards } from './cards.ts';

/** What a body rules stands, whatever was played; only its subject has to be there. */
export const judgeRuling = (state: MatchState, event: EventOf<'ruling'>, mode: Mode): Breach[] => {
  const { kind, of, club, score, person } = event;
  switch (kind) {
    case 'goal-reattributed':
      if (of === undefined || state.decisions.get(of)?.type !== 'goal')
        return [breach('no-such-goal', of === undefined ? 'the ruling names no goal' : `there is no goal "${of}"`)];
      return when(person === undefined, 'nobody-named', () => 'the ruling names no scorer');
    case 'card-rescinded':
      if (of === undefined && person === undefined)
        return [breach('nobody-named', 'the ruling names nobody, and no card')];
      return when(!hasCards(state, event), 'no-such-card', () => 'there is no card that could be rescinded');
    case 'suspension':
      return when(person === undefined, 'nobody-named', () => 'the ruling names nobody');
    case 'awarded':
      return when(club === undefined && score === undefined, 'nobody-named', () => 'the match is awarded to nobody');
    case 'disqualified':
    case 'advances':
      return when(club === undefined, 'nobody-named', () => 'the ruling names no club');
    case 'confirmed':
      return when(
        mode === 'simulate' && !state.standing.over && state.clock.status !== 'abandoned',
        'match-not-over',
        () => "the match isn't over",
      );
    case 'annulled':
    case 'replay-ordered':
    case 'void':
      return [];
  }
};
