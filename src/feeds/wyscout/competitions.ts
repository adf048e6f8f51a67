import type { Fixture } from '../../match/fixture.ts';
import { type Fields, textOf } from '../json.ts';

/** The competitions of the open data, all of the years 2016 to 2018. */
const COMPETITIONS: Readonly<Record<string, string>> = {
  28: 'World Cup',
  102: 'European Championship',
  364: 'Premier League',
  412: 'Ligue 1',
  426: 'Bundesliga',
  524: 'Serie A',
  795: 'La Liga',
};

export const titleOf = (home: string, away: string, match: Fields | undefined, kickOff: string | undefined): string => {
  const competition = competitionOf(match);
  const year = kickOff?.slice(0, 4);
  return [`${home} v ${away}`, [competition, year].filter((part) => part !== undefined).join(' ')]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 400);
};

/** The leagues of 2017/18 allowed three changes; the championship of 2016 had neither a fourth nor a video assistant. */
export const regulationsFor = (match: Fields | undefined): Pick<Fixture, 'regulations' | 'competition'> => {
  const competition = competitionOf(match);
  const group = textOf(match?.groupName) === undefined ? {} : { extraTime: 'none', ifLevel: 'draw' };
  switch (competition) {
    case 'World Cup':
      return { regulations: { base: 'fifa-world-cup-2018', ...group }, competition };
    case 'European Championship':
      return { regulations: { base: 'uefa-euro-2004', extraTime: 'full', ...group }, competition };
    default:
      return {
        regulations: { base: wasLevel(match) ? 'domestic-cup' : 'domestic-league', substitutions: THREE, bench: 12 },
        ...(competition === undefined ? {} : { competition }),
      };
  }
};

const wasLevel = (match: Fields | undefined): boolean =>
  ['Penalties', 'ExtraTime'].includes(textOf(match?.duration) ?? '');

const THREE = { normal: 3, windows: 3, extraTime: 0, extraTimeWindows: 0, concussion: 0 };

const competitionOf = (match: Fields | undefined): string | undefined => {
  const id = textOf(match?.competitionId);
  return id !== undefined && Object.hasOwn(COMPETITIONS, id) ? COMPETITIONS[id] : undefined;
};
