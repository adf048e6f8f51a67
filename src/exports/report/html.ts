import { raw, html as tagged } from 'hono/html';
import { upperFirst } from '../../english/words.ts';
import { namesText } from '../words.ts';
import type { Block, Comparison, Dispute, Minute, Section, Table } from './block.ts';
import type { Report, ReportSide } from './report.ts';
import { STYLE } from './style.ts';
import { svg } from './svg.ts';

/** A report as a page of its own: nothing is fetched and nothing runs. It's readable in the dark, on a phone and on paper. */
export const html = (report: Report): string => {
  const { title, occasion, home, away, verdict, scores, circumstances, lead, picture, sections, colophon } = report;
  return `${mark`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${[verdict, ...scores].join(', ')}">
<title>${title}: match report</title>
<style>${raw(STYLE)}${raw(colours(home, away))}</style>
</head>
<body>
<main>
<header>
<p class="occasion">${occasion === '' ? 'Match report' : occasion}</p>
<h1 class="score">
${team(home, 'home')}
<span class="goals"><span>${home.score}</span><span class="dash">–</span><span>${away.score}</span></span>
${team(away, 'away')}
</h1>
<div class="scorers">${scorers(home)}${scorers(away)}</div>
<p class="verdict">${verdict === '' ? '' : mark`<strong>${verdict}</strong>`}${scores.map((score) => mark`<span>${score}</span>`)}</p>
<p class="circumstances">${circumstances.map((part) => mark`<span>${part}</span>`)}</p>
</header>
<div class="lead">${lead.map((text) => mark`<p>${text}</p>`)}</div>
<figure class="picture">${raw(svg(picture, WIDE))}${raw(svg(picture, NARROW))}${LEGEND}</figure>
${sections.map(section)}
<footer><p>${colophon}</p></footer>
</main>
</body>
</html>`}\n`;
};

/** Nothing here is awaited, so what comes is text at once. */
const mark = tagged as (strings: TemplateStringsArray, ...values: unknown[]) => Marked;

type Marked = ReturnType<typeof raw>;

const WIDE = { width: 920, name: 'wide' } as const;
const NARROW = { width: 380, name: 'narrow' } as const;

const colours = (home: ReportSide, away: ReportSide): string =>
  `:root{--home:${home.colour ?? '#1f5fa8'};--away:${away.colour ?? '#c8702a'}}`;

const team = ({ name }: ReportSide, side: 'home' | 'away'): Marked => mark`<span class="team ${side}">${name}</span>`;

const scorers = ({ name, scorers: goals }: ReportSide): Marked =>
  mark`<ul aria-label="Goals of ${name}">${goals.map((goal) => mark`<li>${goal}</li>`)}</ul>`;

const LEGEND = mark`<figcaption><span><i class="key goal"></i>goal</span><span><i class="key yellow"></i>yellow card</span><span><i class="key red"></i>red card</span><span><i class="key review"></i>video review</span><span><i class="key change"></i>substitution</span></figcaption>`;

const section = ({ id, title, blocks }: Section): Marked =>
  mark`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${blocks.map(block)}
</section>
`;

const block = (part: Block): Marked => {
  switch (part.kind) {
    case 'text':
      return mark`<p${raw(part.small === true ? ' class="small"' : '')}>${part.text}</p>`;
    case 'table':
      return table(part);
    case 'pair':
      return mark`<div class="pair">${part.tables.map(table)}</div>`;
    case 'comparison':
      return comparison(part);
    case 'minutes':
      return mark`<h3>${part.caption}</h3><ol class="minutes">${part.items.map(minute)}</ol>`;
    case 'disputes':
      return mark`<div class="disputes">${part.items.map(dispute)}</div>`;
  }
};

const table = ({ caption, captionHidden, heads, rows, figures = [] }: Table): Marked => {
  // Where sentences stand in the cells, narrow screens show each row as a card.
  const isLong = heads.length > COLUMNS_MAX || rows.some((row) => row.some((cell) => cell.length > LONG_CELL));
  return mark`<table class="${isLong ? 'long' : ''}">
<caption class="${captionHidden === true ? 'unseen' : ''}">${caption}</caption>
<thead><tr>${heads.map((head, at) => mark`<th scope="col"${figure(at, figures)}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, heads, figures))}</tbody>
</table>`;
};

const LONG_CELL = 60;
const COLUMNS_MAX = 3;

/** `§` begins the heading of a group within a table. */
const tableRow = (row: readonly string[], heads: readonly string[], figures: readonly number[]): Marked => {
  const group = row.find((cell) => cell.startsWith('§'));
  if (group !== undefined)
    return mark`<tr class="group"><th colspan="${heads.length}" scope="rowgroup">${group.slice(1)}</th></tr>`;
  return mark`<tr>${row.map((cell, at) => mark`<td data-head="${heads[at] ?? ''}"${figure(at, figures)}>${cell}</td>`)}</tr>`;
};

const figure = (at: number, figures: readonly number[]): Marked => raw(figures.includes(at) ? ' class="figure"' : '');

const comparison = ({ caption, heads, rows }: Extract<Block, { kind: 'comparison' }>): Marked =>
  mark`<table class="comparison">
<caption>${caption}</caption>
<thead><tr><th scope="col">${heads[0]}</th><th scope="col"><span class="unseen">Figure</span></th><th scope="col">${heads[1]}</th></tr></thead>
<tbody>${rows.map(comparisonRow)}</tbody>
</table>`;

const comparisonRow = ({ name, home, away, homePart, awayPart }: Comparison): Marked =>
  mark`<tr><td>${home}${bar('home', homePart)}</td><th scope="row">${name}</th><td>${away}${bar('away', awayPart)}</td></tr>`;

const bar = (side: 'home' | 'away', part: number): Marked | string =>
  part === 0 ? '' : mark`<i class="bar ${side}" style="width:${Math.round(part * 100)}%"></i>`;

const minute = ({ label, text, key }: Minute): Marked =>
  mark`<li${raw(key ? ' class="key"' : '')}><span class="label">${label}</span><span>${text}</span></li>`;

const dispute = ({ about, record, note, differ, agree }: Dispute): Marked =>
  mark`<article>
<h3>${about}</h3>
<dl>
<div class="record"><dt>This record</dt><dd>${upperFirst(record)}</dd></div>
${differ.map(({ by, says }) => mark`<div class="differs"><dt>${upperFirst(by)}</dt><dd>${upperFirst(says)}</dd></div>`)}
${agree.length === 0 ? '' : mark`<div class="agrees"><dt>In agreement</dt><dd>${namesText(agree)}</dd></div>`}
</dl>
${note === undefined ? '' : mark`<p class="small">${upperFirst(note)}.</p>`}
</article>`;
