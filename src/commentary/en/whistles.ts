import { upperFirst } from '../../english/words.ts';
import type { WhistleFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import type { Now } from '../now.ts';
import { counted, duration, goals, long, ordinal, say, scoreOf, standing } from './words.ts';

export const whistle = (fact: WhistleFact, addedTimePlayed: number | undefined, v: Voice): readonly Sentence[] => {
  const { now, next, owed, played, meets } = fact;
  const decided = next === 'nothing' || next === 'second-leg';
  const heading = WHISTLES[fact.ended]?.[decided ? 1 : 0] ?? (decided ? 'Full time' : 'The whistle goes');
  const leg = fact.leg !== undefined && next === 'second-leg' ? ` in the ${ordinal(fact.leg)} leg` : '';
  const score = fact.through === undefined && next !== 'second-leg' ? standing(now, v) : scoreOf(now, v);
  const added =
    addedTimePlayed === undefined || played !== undefined
      ? ''
      : `${leg === '' ? '' : ','} after ${counted(addedTimePlayed, 'added minute')}`;
  return [
    long(`${heading}${leg}${added}: ${score}.`),
    ...outcome(fact, v),
    ...(owed === undefined ? [] : [say(restartOwed(owed, v))]),
    ...(played === undefined ? [] : [say(howLong(played))]),
    ...(meets === undefined ? [] : [say(`Next: ${meets.replace(/\.$/, '')}.`)]),
  ];
};

const howLong = ({ announced, played }: NonNullable<WhistleFact['played']>): string =>
  `${upperFirst(counted(announced, 'minute'))} had been announced, ${duration(played)} were played.`;

/** As an interval, and as the end. */
const WHISTLES: Readonly<Partial<Record<WhistleFact['ended'], readonly [string, string]>>> = {
  '1H': ['Half-time', 'The match ends at half-time'],
  '2H': ['Normal time is over', 'Full time'],
  ET1: ['Half-time in extra time', 'The match ends in extra time'],
  ET2: ['Extra time is over', 'Full time after extra time'],
};

const restartOwed = ({ kind, club }: NonNullable<WhistleFact['owed']>, v: Voice): string => {
  const who = club === undefined ? '' : `${v.club(club)} can `;
  switch (kind) {
    case 'kick-off':
      return club === undefined
        ? 'The whistle goes before the kick-off.'
        : `The whistle goes before ${who}kick off again.`;
    case 'corner':
      return club === undefined
        ? 'The whistle goes before the corner.'
        : `The whistle goes before ${who}take the corner.`;
    case 'penalty':
      return club === undefined
        ? 'The whistle goes before the penalty.'
        : `The whistle goes before ${who}take the penalty.`;
  }
};

export const outcome = ({ now, next, through, winner, kicks }: WhistleFact, v: Voice): readonly Sentence[] => {
  switch (next) {
    case 'second-half':
    case 'extra-time-second-half':
    case 'undecided':
      return [];
    case 'second-leg': {
      const { home, away } = now.score;
      if (home === away) return [say('The tie is level before the second leg.')];
      return [
        say(
          `${v.club(home > away ? now.home : now.away)} take a lead of ${goals(Math.abs(home - away))} into the second leg.`,
        ),
      ];
    }
    case 'extra-time':
      return [say('Extra time follows.')];
    case 'shoot-out':
      return [say('Kicks from the penalty mark decide.')];
    case 'replay':
      return [say('The match will be replayed.')];
    case 'lots':
      return [say('Lots will be drawn.')];
    case 'nothing': {
      if (kicks?.winner !== undefined) {
        const where =
          now.aggregate === undefined ? '' : ` after ${now.aggregate.own}–${now.aggregate.other} on aggregate`;
        return [
          say(
            `${v.club(kicks.winner)} ${through === undefined ? 'win' : 'go through'} ${kicks.own}–${kicks.other} on kicks${where}.`,
          ),
        ];
      }
      if (through !== undefined) return [say(goesThrough(through, now, v))];
      return [say(winner === undefined ? 'It ends level.' : `${v.club(winner)} win.`)];
    }
  }
};

const goesThrough = (
  { club, by, firstLeg: first }: NonNullable<WhistleFact['through']>,
  { aggregate }: Now,
  v: Voice,
): string => {
  const score = aggregate === undefined ? '' : ` ${aggregate.own}–${aggregate.other} on aggregate`;
  const from =
    first !== undefined && first.own < first.other ? `, having lost the first leg ${first.own}–${first.other}` : '';
  if (by === 'away-goals') return `${v.club(club)} go through on away goals after${score}.`;
  return `${v.club(club)} go through${score}${from}.`;
};
