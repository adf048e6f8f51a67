import type { Millis } from '../match/time.ts';

export const PANELS = ['teams', 'statistics', 'moments', 'reviews'] as const;
export type PanelName = (typeof PANELS)[number];

/** What the viewer has chosen to see; it says nothing of the match. */
export interface Ui {
  readonly panel: PanelName;
  /** Where there is room for one thing only: the panel instead of the commentary. */
  readonly panelInFront: boolean;
  readonly filter: 'all' | 'key';
  readonly search: string;
  /** Something is being typed. */
  readonly prompt?: Prompt;
  /** What lies over the screen. */
  readonly over?: 'help' | 'explanation' | 'matches';
  /** Which page of the help, from 0. */
  readonly page?: number;
  /** A line of the commentary by its id; without one the newest is followed. */
  readonly selected?: string;
  /** Said in the footer for a while. */
  readonly notice?: { readonly text: string; readonly until: Millis };
}

export interface Prompt {
  readonly kind: 'search' | 'time';
  readonly text: string;
}

export const START: Ui = { panel: 'teams', panelInFront: false, filter: 'all', search: '' };
