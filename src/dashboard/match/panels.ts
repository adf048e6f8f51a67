import type { Panel } from '../panel.ts';

/** The panels beside the commentary, in the order of their tabs. Each comes when it's first opened. */
export const PANELS = [
  {
    name: 'pitch',
    reads: ['lineups', 'cards', 'timeline', 'scoreboard', 'clock'],
    load: () => import('../panels/pitch/pitch.tsx'),
  },
  { name: 'statistics', reads: ['stats', 'scoreboard'], load: () => import('../panels/statistics/statistics.tsx') },
  {
    name: 'charts',
    reads: ['timeline', 'aggregate', 'scoreboard', 'stats', 'clock'],
    readsJournal: true,
    load: () => import('../panels/charts/charts.tsx'),
  },
  {
    name: 'people',
    reads: ['lineups', 'cards', 'timeline', 'scoreboard', 'clock'],
    load: () => import('../panels/people/people.tsx'),
  },
  { name: 'known', reads: ['clock'], readsJournal: true, load: () => import('../panels/known/known.tsx') },
  {
    name: 'inspector',
    reads: [],
    readsHead: true,
    readsJournal: true,
    load: () => import('../panels/inspector/inspector.tsx'),
  },
] as const satisfies readonly Panel[];

export type PanelName = (typeof PANELS)[number]['name'];
