import { numberOf, upperFirst } from '../../english/words.ts';
import type { AddedTimeFact, SilenceFact, StoppageFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { aggregateOf, article, counted, need, say, scoreOf, short, spare, standing } from './words.ts';

export const addedTime = ({ event, was, now, asItStands }: AddedTimeFact, v: Voice): readonly Sentence[] => {
  const minutes = counted(event.minutes, 'minute');
  const first =
    was === undefined
      ? v.vary('added time', [
          `${upperFirst(minutes)} of added time ${event.minutes === 1 ? 'is' : 'are'} announced.`,
          `At least ${minutes} ${event.minutes === 1 ? 'is' : 'are'} to be added.`,
        ])
      : `The added time is now ${minutes}, not ${numberOf(was)}.`;
  if (asItStands === undefined) return [say(first)];
  const level =
    now.aggregate === undefined
      ? `${now.score.home}–${now.score.away}`
      : `${now.aggregate.own}–${now.aggregate.other} on aggregate`;
  return [
    say(first),
    spare(`If it stays ${level}, ${need(asItStands)} ${asItStands === 'shoot-out' ? 'follow' : 'follows'}.`),
  ];
};

export const addedTimePlayed = (minutes: number, v: Voice): Sentence =>
  say(
    v.vary('added time played', [
      `The ${counted(minutes, 'added minute')} ${minutes === 1 ? 'is' : 'are'} over.`,
      `The announced ${counted(minutes, 'minute')} ${minutes === 1 ? 'has' : 'have'} been played.`,
    ]),
  );

export const stoppage = ({ event, now }: StoppageFact, v: Voice): readonly Sentence[] => {
  const why = event.why === undefined ? '' : `: ${short(event.why)}`;
  const first = (() => {
    switch (event.type) {
      case 'suspended':
        return `Play is suspended${why}.`;
      case 'resumed':
        return `Play resumes${event.restart === undefined ? '' : ` with ${article(short(event.restart).replaceAll('-', ' '))}`}${why}.`;
      case 'abandoned':
        return `The match is abandoned${why}.`;
      case 'postponed':
        return `The match is postponed${event.until === undefined ? '' : ` until ${short(event.until)}`}${why}.`;
      case 'cancelled':
        return `The match is cancelled${why}.`;
      case 'period-reopened':
        return `The whistle is taken back and play goes on${why}.`;
    }
  })();
  return [
    say(first),
    ...(now === undefined || event.type === 'cancelled' ? [] : [say(`It stands at ${standing(now, v)}.`)]),
  ];
};

export const silence = (
  { half, minute, left, now, asItStands, unequal }: SilenceFact,
  v: Voice,
): readonly Sentence[] => {
  const goalless = now.score.home === 0 && now.score.away === 0;
  const played = counted(minute, 'minute');
  const score = goalless ? `Still no goal after ${played}` : `After ${played} it is ${scoreOf(now, v)}`;
  const remaining =
    left === 0
      ? `The ${half === '2H' || half === 'ET2' ? 'end' : 'interval'} is near`
      : `${upperFirst(counted(left, 'minute'))} of ${SPANS[half] ?? 'this half'} left`;
  const tie = now.aggregate === undefined ? '' : `, ${aggregateOf(now, v)}`;
  const follows = asItStands === undefined ? '' : `; as it stands, ${need(asItStands)}`;
  const options: [string, ...string[]] = [`${score}${tie}${follows}.`, `${remaining}: ${standing(now, v)}${follows}.`];
  if (unequal !== undefined) {
    const { more, fewer } = unequal;
    options.push(
      `${v.club(fewer.club)} play on with ${numberOf(fewer.count)} against ${numberOf(more.count)}: ${standing(now, v)}.`,
    );
  }
  return [say(v.vary('silence', options))];
};

const SPANS: Readonly<Partial<Record<SilenceFact['half'], string>>> = {
  '1H': 'the first half',
  '2H': 'normal time',
  ET1: 'this half of extra time',
  ET2: 'extra time',
};
