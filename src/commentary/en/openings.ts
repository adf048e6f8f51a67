import { listOf } from '../../english/words.ts';
import type { KickOffFact, LineUpsFact, Opening } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { goals, long, ordinal, say, spare, standing } from './words.ts';

export const lineUps = ({ event, opening }: LineUpsFact, v: Voice): readonly Sentence[] => {
  const sides = Object.entries(event.teams).map(([club, { formation }]) => ({ club: v.club(club), formation }));
  const shapes = new Set(sides.map(({ formation }) => formation));
  const [shape] = shapes;
  const first = (() => {
    if (sides.length === 0) return 'The line-ups are in.';
    if (shapes.size === 1)
      return `The line-ups are in${shape === undefined ? ` for ${listOf(sides.map(({ club }) => club))}` : `: ${listOf(sides.map(({ club }) => club))} start in a ${shape}`}.`;
    return `The line-ups are in: ${listOf(sides.map(({ club, formation }) => (formation === undefined ? club : `${club} in a ${formation}`)))}.`;
  })();
  const captains = Object.values(event.teams).flatMap(({ captain }) => v.ofClub(captain) ?? []);
  return [
    long(first),
    ...(captains.length === 0
      ? []
      : [spare(`${listOf(captains)} ${captains.length === 1 ? 'is captain' : 'are the captains'}.`)]),
    ...firstLeg(opening, v),
  ];
};

const firstLeg = (opening: Opening | undefined, v: Voice): readonly Sentence[] => {
  if (opening?.firstLeg === undefined) return [];
  const { club, own, other } = opening.firstLeg;
  return [
    say(own === other ? `The first leg ended ${own}–${other}.` : `${v.club(club)} won the first leg ${own}–${other}.`),
  ];
};

export const kickOff = ({ event, half, opening, now }: KickOffFact, v: Voice): readonly Sentence[] => {
  const club = event.club === undefined ? undefined : v.club(event.club);
  switch (half) {
    case '1H': {
      const where = opening?.venue === undefined ? '' : ` at ${opening.venue}`;
      const what = opening?.leg === undefined ? 'The match' : `The ${ordinal(opening.leg)} leg`;
      return [
        long(`${what} kicks off${where}${club === undefined ? '' : `, ${club} taking the kick-off`}.`),
        ...headStart(opening, v),
      ];
    }
    case '2H':
      return [
        long(
          `${club === undefined ? 'The second half begins' : `${club} start the second half`}: ${standing(now, v)}.`,
        ),
      ];
    case 'ET1':
      return [long(`Extra time begins: ${standing(now, v)}.`)];
    case 'ET2':
      return [long(`The second half of extra time begins: ${standing(now, v)}.`)];
  }
};

const headStart = (opening: Opening | undefined, v: Voice): readonly Sentence[] => {
  if (opening?.firstLeg === undefined) return [];
  const { club, own, other } = opening.firstLeg;
  return [say(own === other ? 'The tie is level.' : `${v.club(club)} start ${goals(own - other)} ahead.`)];
};
