import { numberOf } from '../../english/words.ts';
import type { EventOf } from '../../match/event.ts';
import type { ClubCode } from '../../match/fixture.ts';
import type { NextKick } from '../../match/laws/shootout.ts';
import type { KickFact, Kicks, PenaltyAwardedFact, RetakeFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { article, into, say, short, spare, standing, wide, woodwork } from './words.ts';

export const penaltyAwarded = ({ event, club, foul, stakes }: PenaltyAwardedFact, v: Voice): readonly Sentence[] => {
  const side = club === undefined ? '' : ` to ${v.club(club)}`;
  const by = v.ofClub(foul?.by);
  const what = event.reason === undefined ? '' : short(event.reason);
  const why =
    by === undefined
      ? what === ''
        ? ''
        : ` for ${article(what)}`
      : what === ''
        ? `, given against ${by}`
        : ` for ${article(what)} by ${by}`;
  const aim =
    stakes === undefined
      ? ''
      : `${stakes.kind === 'lead' ? 'ahead' : 'level'}${stakes.scope === 'tie' ? ' on aggregate' : ''}`;
  return [
    say(`Penalty${side}${why}.`),
    ...(stakes === undefined
      ? []
      : [spare(`A goal would put ${v.club(stakes.club)} ${stakes.own}–${stakes.other} ${aim}.`)]),
  ];
};

export const penalty = (event: EventOf<'penalty'>, club: ClubCode | undefined, v: Voice): string => {
  const by = v.ofClub(event.by) ?? (club === undefined ? undefined : v.club(club));
  const whose = by === undefined ? 'The penalty' : `The penalty by ${by}`;
  const keeper = v.who(event.keeper);
  switch (event.outcome ?? 'unreported') {
    case 'saved':
      return keeper === undefined
        ? `${whose} is saved.`
        : by === undefined
          ? `${keeper} saves the penalty.`
          : `${keeper} saves the penalty by ${by}.`;
    case 'woodwork':
      return by === undefined
        ? `The penalty hits ${woodwork(event.into)}.`
        : `${by} hits ${woodwork(event.into)} with the penalty.`;
    case 'off-target':
      return by === undefined ? `The penalty goes ${wide(event.into)}.` : `${by} puts the penalty ${wide(event.into)}.`;
    case 'missed':
      return `${whose} isn't scored.`;
    case 'not-taken':
      return `${whose} isn't taken.`;
    case 'scored':
    case 'unreported':
      return by === undefined ? 'The penalty is taken.' : `${by} takes the penalty.`;
  }
};

export const retake = ({ event, of, now, kicks }: RetakeFact, v: Voice): readonly Sentence[] => {
  const why = event.why === undefined ? '' : `: ${short(event.why)}`;
  return [
    say(`The ${of === 'kick' ? 'kick' : 'penalty'} is to be taken again${why}.`),
    ...(now === undefined ? [] : [say(`It is ${standing(now, v)} again.`)]),
    ...(kicks === undefined ? [] : [say(`${kicksOf(kicks, v)} on kicks.`)]),
  ];
};

export const kick = ({ event, club, kicks, tie, each, next }: KickFact, v: Voice): readonly Sentence[] => {
  const by = v.ofTheirClub(event.by) ?? (club === undefined ? 'The kicker' : v.club(club));
  const plural = v.who(event.by) === undefined && club !== undefined;
  const keeper = v.who(event.keeper);
  const what = (() => {
    switch (event.outcome) {
      case 'scored':
        return `${by} ${plural ? 'score' : 'scores'}${into(event.into) === undefined ? '' : ` ${into(event.into)}`}`;
      case 'saved':
        return keeper === undefined ? `The kick by ${by} is saved` : `${keeper} saves from ${by}`;
      case 'off-target':
        return `${by} ${plural ? 'put' : 'puts'} it ${wide(event.into)}`;
      case 'woodwork':
        return `${by} ${plural ? 'hit' : 'hits'} ${woodwork(event.into)}`;
      case 'missed':
        return `${by} ${plural ? "don't score" : "doesn't score"}`;
      case 'forfeited':
        return `The kick for ${by} is forfeited`;
    }
  })();
  if (kicks.winner === undefined) {
    const after = each === undefined ? '' : ` after ${numberOf(each)} each`;
    return [
      say(`${what}: ${kicksOf(kicks, v)} on kicks${after}.`),
      ...(next === undefined ? [] : [spare(stake(next, v))]),
    ];
  }
  const [won, lost] = kicks.winner === kicks.club ? [kicks.own, kicks.other] : [kicks.other, kicks.own];
  return [
    say(`${what}.`),
    say(`${v.club(kicks.winner)} win ${won}–${lost} on kicks from the penalty mark${tie ? ' and go through' : ''}.`),
  ];
};

const stake = ({ club, stake }: NextKick, v: Voice): string =>
  stake === 'to-win' ? `${v.club(club)} can win it with the next.` : `${v.club(club)} must score the next.`;

const kicksOf = ({ club, own, other }: Kicks, v: Voice): string => {
  if (own === other) return `${own}–${other}`;
  return `${v.club(club)} ${own > other ? 'lead' : 'trail'} ${own}–${other}`;
};
