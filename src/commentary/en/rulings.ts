import { upperFirst } from '../../english/words.ts';
import type { RulingFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { aggregateOf, counted, say, scoreOf, short } from './words.ts';

export const ruling = ({ event, club, of, now, awarded, through }: RulingFact, v: Voice): readonly Sentence[] => {
  const by = event.by === undefined ? 'It is ruled' : `${upperFirst(short(event.by))} rules`;
  const side = club === undefined ? undefined : v.club(club);
  const person = v.ofClub(event.person ?? of?.person);
  const why = event.why === undefined ? '' : `: ${short(event.why)}`;
  const score = awarded === undefined ? '' : `, ${scoreOf({ ...now, score: awarded }, v)}`;
  const what = (() => {
    switch (event.kind) {
      case 'confirmed':
        return `${by} that the result stands${why}.`;
      case 'goal-reattributed':
        return `${by} that the goal${of === undefined ? '' : ` at ${of.label}`} was ${event.own === true ? `an own goal${person === undefined ? '' : ` by ${person}`}` : `scored by ${v.ofClub(event.person) ?? 'somebody else'}`}${why}.`;
      case 'card-rescinded':
        return `${by} that the card${person === undefined ? '' : ` of ${person}`} is rescinded${why}.`;
      case 'suspension':
        return `${by} that ${person ?? side ?? 'somebody'} is suspended${event.matches === undefined ? '' : ` for ${counted(event.matches, 'match', 'matches')}`}${why}.`;
      case 'awarded':
        return `${by} that the match is awarded${side === undefined ? '' : ` to ${side}`}${score}${why}.`;
      case 'annulled':
        return `${by} that the result is annulled${why}.`;
      case 'replay-ordered':
        return `${by} that the match is to be replayed${why}.`;
      case 'void':
        return `${by} that the match is void${why}.`;
      case 'disqualified':
        return `${by} that ${side ?? 'a side'} are disqualified${why}.`;
      case 'advances':
        return `${by} that ${side ?? 'a side'} go through${why}.`;
    }
  })();
  const settled =
    event.kind === 'awarded' && now.aggregate !== undefined ? [say(`${upperFirst(aggregateOf(now, v))}.`)] : [];
  return [
    say(what),
    ...settled,
    ...(through === undefined || event.kind === 'advances' ? [] : [say(`${v.club(through)} go through.`)]),
  ];
};
