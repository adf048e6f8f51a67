import type { PanelName } from './ui.ts';

/** What the terminal says itself; of the match it speaks with the view models' words. */
export const says = {
  panels: { teams: 'Teams', statistics: 'Statistics', moments: 'Moments', reviews: 'VAR' } satisfies Record<
    PanelName,
    string
  >,
  keyOnly: 'key moments only',
  nothingYet: 'Nothing has been told yet.',
  noKeyYet: 'No key moment yet.',
  noLineups: 'The line-ups aren’t known yet.',
  noStatistics: 'No statistics yet.',
  noReviews: 'No review yet.',
  counted: 'as counted here',
  reported: 'as a source reports',
  bench: 'Bench',
  off: 'Off',
  staff: 'Staff',
  changes: (used: number, left: number): string => `${used} of ${used + left} changes`,
  halfTime: (score: string): string => `HT ${score}`,
  source: 'Source',
  unsure: 'not certain',
  knownAt: (at: string): string => `as known at ${at}`,
  since: (label: string): string => `since ${label}`,
  max: 'max',
  prompts: { search: 'Search the commentary: ', time: 'Go to (57’, 45+2’, half-time, 2H 97:53): ' },
  found: (count: number): string => (count === 1 ? '1 found' : `${count} found`),
  noneFound: 'nothing found',
  tooSmall: (columns: number, rows: number): string => `Make the window larger: ${columns}×${rows} at least.`,
  help: 'Keys',
  explanation: 'What the record says',
} as const;
