import { type FeedLine, foundIn } from '../faces/feed.ts';
import type { Millis } from '../match/time.ts';
import { PANELS, type Ui } from './ui.ts';
import { says } from './words.ts';

// What the viewer chooses to look at; the showing knows nothing of it.

/** `way` 1 is down the list, to what is older. */
export const chosen = (ui: Ui, lines: readonly FeedLine[], way: number): Ui => {
  if (lines.length === 0) return ui;
  const here = lines.findIndex(({ id }) => id === ui.selected);
  const next = here === -1 ? (way > 0 ? 0 : -1) : here + way;
  return next < 0 ? following(ui) : withSelected(ui, lines[Math.min(next, lines.length - 1)]);
};

const withSelected = (ui: Ui, line: FeedLine | undefined): Ui =>
  line === undefined ? ui : { ...ui, selected: line.id, panelInFront: false };

/** The newest line again. */
export const following = (ui: Ui): Ui => {
  const { selected: _line, ...rest } = ui;
  return rest;
};

/** To the next line that the search finds, down the list or up. */
export const toHit = (ui: Ui, lines: readonly FeedLine[], way: 1 | -1, now: Millis): Ui => {
  if (ui.search === '') return ui;
  const hits = foundIn(lines, ui.search);
  const here = lines.findIndex(({ id }) => id === ui.selected);
  const next =
    way === 1 ? (hits.find((hit) => hit > here) ?? hits[0]) : (hits.findLast((hit) => hit < here) ?? hits.at(-1));
  if (next === undefined) return noticed(ui, says.noneFound, now);
  return noticed(withSelected(ui, lines[next]), says.hit(hits.indexOf(next) + 1, hits.length), now);
};

export const laidOver = (ui: Ui, over: NonNullable<Ui['over']>): Ui => {
  const { over: before, ...rest } = ui;
  return before === over ? rest : { ...rest, over };
};

/** The help, its next page, and after the last one nothing. */
export const nextHelp = (ui: Ui, pages: number): Ui => {
  const { page = 0, ...rest } = ui;
  if (ui.over !== 'help') return { ...rest, over: 'help' };
  return page + 1 < pages ? { ...ui, page: page + 1 } : laidOver(rest, 'help');
};

/** One thing after the other, until only the newest line is followed. */
export const closed = (ui: Ui): Ui => {
  const { over, ...rest } = ui;
  if (over !== undefined) return rest;
  return ui.selected === undefined ? { ...rest, panelInFront: false, search: '' } : following(rest);
};

export const nextPanel = (ui: Ui, way: 1 | -1, wide: boolean): Ui => {
  const { over: _over, ...rest } = ui;
  const at = PANELS.indexOf(ui.panel);
  if (wide) return { ...rest, panel: PANELS[(at + way + PANELS.length) % PANELS.length] ?? ui.panel };
  // The commentary is one of those that are gone through.
  if (!ui.panelInFront)
    return { ...rest, panelInFront: true, panel: way === 1 ? PANELS[0] : (PANELS.at(-1) ?? PANELS[0]) };
  const next = PANELS[at + way];
  return next === undefined ? { ...rest, panelInFront: false } : { ...rest, panel: next };
};

/** Said in the footer for a while. */
export const noticed = (ui: Ui, text: string, now: Millis): Ui => ({ ...ui, notice: { text, until: now + NOTICE_MS } });

const NOTICE_MS = 4000;
