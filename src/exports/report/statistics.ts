import { shortNameOf, spelled, upperFirst } from '../../english/words.ts';
import type { Block, Comparison, Section } from './block.ts';
import type { Subject } from './subject.ts';

/** Figures that the entries add up to, and figures that a source gives for the whole: never mixed. */
export const statisticsOf = ({ fixture, views }: Subject): Section | undefined => {
  const clubs = [views.scoreboard.home.club, views.scoreboard.away.club] as const;
  const blockOf = (kind: 'counted' | 'reported', caption: string): Block[] => {
    const names = new Set(clubs.flatMap((club) => Object.keys(views.stats[club]?.[kind] ?? {})));
    if (names.size === 0) return [];
    const of = (club: string, name: string): number | undefined => views.stats[club]?.[kind]?.[name];
    return [
      {
        kind: 'comparison',
        caption,
        heads: [shortNameOf(fixture, clubs[0]), shortNameOf(fixture, clubs[1])],
        rows: [...names].map((name) => comparison(name, of(clubs[0], name), of(clubs[1], name))),
      },
    ];
  };
  const blocks = [
    ...blockOf('reported', 'As a source reports them for the whole match'),
    ...blockOf('counted', 'As far as the entries of this record count them'),
  ];
  return blocks.length === 0 ? undefined : { id: 'statistics', title: 'Statistics', blocks };
};

const comparison = (name: string, home: number | undefined, away: number | undefined): Comparison => {
  const most = Math.max(home ?? 0, away ?? 0, 1e-9);
  const unit = name === 'possession' ? ' %' : '';
  const shown = (figure: number | undefined): string => (figure === undefined ? '–' : `${figure}${unit}`);
  return {
    name: name === 'xg' ? 'xG' : upperFirst(spelled(name)),
    home: shown(home),
    away: shown(away),
    homePart: (home ?? 0) / most,
    awayPart: (away ?? 0) / most,
  };
};
