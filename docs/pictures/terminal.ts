import type { IBufferCell } from '@xterm/headless';
import { KEYS, playing } from '../../test/terminal/pty.ts';

const [COLUMNS, ROWS] = [100, 30];
const CELL = { width: 8.4, height: 18 };
const MARGIN = 16;
const SETTLED_MS = 5000;
/** How long each moment stands. */
const SECONDS = 3;

/** The ending of the flagship, out of a real terminal: an SVG that goes from moment to moment and needs no script. */
export const terminalPicture = async (): Promise<string> => {
  const screen = playing(['atalanta-dortmund', '--speed', '60'], { columns: COLUMNS, rows: ROWS });
  await screen.sees('q quit');
  screen.type(' ');
  await screen.sees('‖ 60×');
  const frames: string[] = [];
  for (const [time, sign] of MOMENTS) {
    screen.type(`g${time}${KEYS.enter}`);
    await screen.sees(sign);
    // What flashed up on the way has gone by then.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    frames.push(screen.cells().map(rowOf).join(''));
  }
  screen.type('q');
  await screen.exit;
  return moving(frames);
};

/** Times to go to, and what is on the screen once it's there. */
const MOMENTS: readonly (readonly [string, string | RegExp])[] = [
  ["57'", '3–2 on aggregate'],
  ["75'", '3–3 on aggregate'],
  ["90+5'", 'VAR CHECK'],
  ["90+6'", 'VAR REVIEW'],
  ['2H 96:40', 'OVERTURNED'],
  ["90+8'", '4–3 on aggregate'],
  ['full-time', 'Atalanta go through'],
];

/** One frame after the other. Whoever wants less motion sees the one before the last, which is the goal. */
const moving = (frames: readonly string[]): string => {
  const [width, height] = [COLUMNS * CELL.width + 2 * MARGIN, ROWS * CELL.height + 2 * MARGIN];
  const share = 100 / frames.length;
  const length = frames.length * SECONDS;
  const still = frames.length - 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Touchline in a terminal: the ending of Atalanta against Borussia Dortmund, moment by moment">
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}
.frame{opacity:0;animation:show ${length}s steps(1) infinite}
@keyframes show{0%{opacity:1}${share.toFixed(3)}%{opacity:0}}
@media (prefers-reduced-motion:reduce){.frame{animation:none}.still{opacity:1}}
</style>
<rect width="${width}" height="${height}" rx="8" fill="${PAPER}"/>
${frames
  .map(
    (frame, place) =>
      `<g class="frame${place === still ? ' still' : ''}" style="animation-delay:${(place - frames.length) * SECONDS}s" transform="translate(${MARGIN} ${MARGIN})">${frame}</g>`,
  )
  .join('\n')}
</svg>
`;
};

/** Neighbours that look the same are one stroke; its length is given, so that no font can move what comes after it. */
const rowOf = (cells: readonly IBufferCell[], row: number): string => {
  const strokes: { look: Look; from: number; width: number; signs: string }[] = [];
  let column = 0;
  for (const cell of cells) {
    const width = cell.getWidth();
    // The second half of a wide sign.
    if (width === 0) continue;
    const [look, last] = [lookOf(cell), strokes.at(-1)];
    const signs = cell.getChars() || ' ';
    if (last !== undefined && JSON.stringify(last.look) === JSON.stringify(look)) {
      last.signs += signs;
      last.width += width;
    } else strokes.push({ look, from: column, width, signs });
    column += width;
  }
  return strokes.map((stroke) => strokeOf(stroke.look, stroke.from, stroke.width, stroke.signs, row)).join('');
};

interface Look {
  readonly ink: string;
  readonly paper: string;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly struck: boolean;
}

const strokeOf = (
  { ink, paper, bold, dim, struck }: Look,
  from: number,
  width: number,
  signs: string,
  row: number,
): string => {
  const [x, y] = [round(from * CELL.width), row * CELL.height];
  const length = round(width * CELL.width);
  const ground =
    paper === PAPER ? '' : `<rect x="${x}" y="${y}" width="${length}" height="${CELL.height}" fill="${paper}"/>`;
  if (signs.trim() === '') return ground;
  const looks = [
    ...(bold ? ['font-weight="700"'] : []),
    ...(dim ? ['opacity=".65"'] : []),
    ...(struck ? ['text-decoration="line-through"'] : []),
  ];
  const text = `<text x="${x}" y="${y + 13.5}" textLength="${length}" fill="${ink}" ${looks.join(' ')}>${escaped(signs)}</text>`;
  return `${ground}${text}`;
};

const lookOf = (cell: IBufferCell): Look => {
  const ink = cell.isFgDefault() ? INK : colourOf(cell.getFgColor(), cell.isFgRGB());
  const paper = cell.isBgDefault() ? PAPER : colourOf(cell.getBgColor(), cell.isBgRGB());
  const turned = cell.isInverse() !== 0;
  return {
    ink: turned ? paper : ink,
    paper: turned ? ink : paper,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    struck: cell.isStrikethrough() !== 0,
  };
};

const [PAPER, INK] = ['#11141a', '#e6e8ec'];

/** RGB, or one of the 256 colours of xterm: sixteen named ones, a cube of six to a side, and greys. */
const colourOf = (colour: number, isRgb: boolean): string => {
  if (isRgb) return hex(colour >> 16, (colour >> 8) & 0xff, colour & 0xff);
  if (colour < 16) return NAMED[colour] ?? INK;
  if (colour >= 232) return hex(...([0, 0, 0].map(() => 8 + 10 * (colour - 232)) as [number, number, number]));
  const [red, green, blue] = [Math.floor((colour - 16) / 36), Math.floor((colour - 16) / 6) % 6, (colour - 16) % 6];
  return hex(...([red, green, blue].map((step) => (step === 0 ? 0 : 55 + 40 * step)) as [number, number, number]));
};

const NAMED = [
  ...['#2b303b', '#e5534b', '#57ab5a', '#daaa3f', '#539bf5', '#b083f0', '#39c5cf', '#c9d1d9'],
  ...['#6e7681', '#ff938a', '#6bc46d', '#eac55f', '#6cb6ff', '#dcbdfb', '#56d4dd', '#ffffff'],
];

const hex = (...parts: readonly [number, number, number]): string =>
  `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

const round = (length: number): number => Math.round(length * 10) / 10;

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
