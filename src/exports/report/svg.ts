import { type raw, html as tagged } from 'hono/html';
import { HALVES } from '../../match/time.ts';
import type { Mark, Picture, Stretch } from './picture.ts';

/** How wide it's drawn, and the class by which a page shows the one that fits. */
export interface Canvas {
  readonly width: number;
  readonly name: 'wide' | 'narrow';
}

/** The timeline as SVG: what happened for home above the halves and for away below, and under it who was ahead when. */
export const svg = (picture: Picture, { width, name }: Canvas): string => {
  const inner = width - 2 * EDGE;
  const x = (part: number): number => round(EDGE + part * inner);
  const above = laneOf(picture, 'home', x, name === 'wide');
  const below = laneOf(picture, 'away', x, name === 'wide');
  const axis = above.height + BAND / 2 + 4;
  const chartTop = axis + BAND / 2 + below.height + 34;
  const chart = chartOf(picture, x, width, chartTop);
  return String(mark`<svg class="${name}" viewBox="0 0 ${width} ${Math.ceil(chart.bottom)}" role="img" aria-label="${picture.text}" xmlns="http://www.w3.org/2000/svg">
${picture.halves.map((half) => stretch(half, x, axis))}
${above.marks.map(({ at, mark: each, level }) => drawn(each, at, axis - BAND / 2 - 10 - level * STEP))}
${below.marks.map(({ at, mark: each, level }) => drawn(each, at, axis + BAND / 2 + 10 + level * STEP))}
${above.labels.map(({ at, text, level, anchor, foot }) => label(at, axis - BAND / 2 - foot - 6 - level * LINE, text, anchor))}
${below.labels.map(({ at, text, level, anchor, foot }) => label(at, axis + BAND / 2 + foot + 14 + level * LINE, text, anchor))}
${picture.marks.filter(({ kind }) => kind === 'review').map(({ x: part }) => review(x(part), axis))}
${chart.drawing}
</svg>`);
};

const mark = tagged as (strings: TemplateStringsArray, ...values: unknown[]) => ReturnType<typeof raw>;

const EDGE = 8;
const BAND = 20;
/** From one mark to the one stacked on it, and from one line of labels to the next. */
const STEP = 15;
const LINE = 15;
const LETTER = 6.3;

interface Lane {
  readonly height: number;
  readonly marks: readonly { readonly at: number; readonly mark: Mark; readonly level: number }[];
  readonly labels: readonly Label[];
}

interface Label {
  readonly at: number;
  readonly text: string;
  readonly level: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** How high the marks are stacked below it. */
  readonly foot: number;
}

/** Marks that come close are stacked; labels that would touch stand on another line. */
const laneOf = ({ marks }: Picture, side: Mark['side'], x: (part: number) => number, labelled: boolean): Lane => {
  const levels: number[] = [];
  const placed = marks
    .filter((each) => each.side === side && each.kind !== 'review')
    .toSorted((a, b) => a.x - b.x)
    .map((each) => {
      const at = x(each.x);
      let level = levels.findIndex((last) => at - last >= 14);
      if (level === -1) level = levels.length;
      levels[level] = at;
      return { at, mark: each, level };
    });
  const foot = 10 + Math.max(1, levels.length) * STEP - 4;
  const labels: (Label & { from: number; to: number })[] = [];
  for (const { at, mark: each } of labelled ? placed : []) {
    if (each.kind !== 'goal') continue;
    const width = each.label.length * LETTER;
    const anchor = at - width / 2 < 0 ? 'start' : at + width / 2 > x(1) + EDGE ? 'end' : 'middle';
    const from = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
    const touches = (level: number): boolean =>
      labels.some((other) => other.level === level && from < other.to + 8 && from + width > other.from - 8);
    let level = 0;
    while (touches(level)) level += 1;
    labels.push({ at, text: each.label, level, anchor, foot, from, to: from + width });
  }
  const lines = labels.length === 0 ? 0 : Math.max(...labels.map(({ level }) => level)) + 1;
  return { height: foot + 8 + lines * LINE, marks: placed, labels };
};

const stretch = ({ half, from, to, added }: Stretch, x: (part: number) => number, axis: number) => {
  const top = axis - BAND / 2;
  const { from: first, to: last } = HALVES[half];
  const ticks = Array.from({ length: (last - first) / 15 }, (_, at) => first + (at + 1) * 15);
  const place = (minute: number): number => x(from + ((minute - first) / (last - first)) * (added - from));
  return mark`<rect class="band" x="${x(from)}" y="${top}" width="${round(x(added) - x(from))}" height="${BAND}"/><rect class="band added" x="${x(added)}" y="${top}" width="${Math.max(0, round(x(to) - x(added)))}" height="${BAND}"/>${ticks.map((minute) => mark`<text class="tick" x="${place(minute) - 3}" y="${axis + 4}" text-anchor="end">${minute}’</text>`)}`;
};

const drawn = ({ kind, side, label: title }: Mark, x: number, y: number) => {
  switch (kind) {
    case 'goal':
      return mark`<circle class="goal ${side ?? ''}" cx="${x}" cy="${y}" r="6.5"><title>${title}</title></circle>`;
    case 'yellow':
      return mark`<rect class="yellow" x="${x - 4}" y="${y - 5.5}" width="8" height="11" rx="1"><title>${title}</title></rect>`;
    case 'red':
      return mark`<rect class="red" x="${x - 4}" y="${y - 5.5}" width="8" height="11" rx="1"><title>${title}</title></rect>`;
    case 'second-yellow':
      return mark`<g><title>${title}</title><rect class="yellow" x="${x - 6}" y="${y - 6.5}" width="8" height="11" rx="1"/><rect class="red" x="${x - 2}" y="${y - 4.5}" width="8" height="11" rx="1"/></g>`;
    case 'change':
      return mark`<path class="change" d="M${x - 4} ${y + 3.5}h8L${x} ${y - 3.5}z"><title>${title}</title></path>`;
    case 'review':
      return review(x, y);
  }
};

const review = (x: number, y: number) =>
  mark`<path class="review" d="M${x} ${y - 8}l8 8l-8 8l-8 -8z"><title>video review</title></path>`;

const label = (x: number, y: number, text: string, anchor: Label['anchor']) =>
  mark`<text class="label" x="${x}" y="${round(y)}" text-anchor="${anchor}">${text}</text>`;

/** A step for each goal, from the margin before the match. Nothing where nobody was ever ahead. */
const chartOf = ({ margins, isTie, home, away }: Picture, x: (part: number) => number, width: number, top: number) => {
  const reach = margins.map(({ home: ahead }) => ahead);
  const [most, least] = [Math.max(0, ...reach), Math.min(0, ...reach)];
  if (most === least) return { bottom: top - 26, drawing: '' };
  const unit = Math.min(30, 90 / (most - least));
  const zero = top + 18 + most * unit;
  const y = (ahead: number): number => round(zero - ahead * unit);
  const path = margins
    .map(
      ({ x: part, home: ahead }, at) =>
        `${at === 0 ? 'M' : 'H'}${x(part)}${at === 0 ? ` ${y(ahead)}` : `V${y(ahead)}`}`,
    )
    .join('');
  const area = `${path}H${x(1)}V${zero}H${x(0)}z`;
  const bottom = zero - least * unit + 26;
  let last = Number.NEGATIVE_INFINITY;
  const labels = margins.map(({ x: part, home: ahead, label: text }, at) => {
    const here = x(part);
    const isLast = at === margins.length - 1;
    const anchor = here + 30 > width ? 'end' : 'start';
    const hidden = here - last < 26 && !isLast;
    if (!hidden) last = here;
    return hidden
      ? ''
      : mark`<text class="${isLast ? 'label strong' : 'label'}" x="${anchor === 'end' ? width - 2 : here + 3}" y="${ahead >= 0 ? y(ahead) - 5 : y(ahead) + 14}" text-anchor="${anchor}">${text}</text>`;
  });
  const drawing = mark`<text class="tick" x="${EDGE}" y="${round(top)}">${isTie ? 'Over both legs: ' : ''}${home} ahead above the line, ${away} below</text>
<path class="area" d="${area}"/><line class="level" x1="${EDGE}" x2="${width - EDGE}" y1="${zero}" y2="${zero}"/><path class="steps" d="${path}H${x(1)}"/>
${labels}`;
  return { bottom, drawing };
};

const round = (value: number): number => Math.round(value * 10) / 10;
