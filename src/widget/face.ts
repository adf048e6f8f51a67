import type { Board, BoardSide, SeenScore } from './board.ts';
import { STYLE } from './style.ts';
import { WORDS } from './words.ts';

/** What is drawn, once; then texts are exchanged. */
export interface Face {
  readonly show: (board: Board) => void;
  readonly blank: () => void;
  readonly say: (plight: string | undefined, isLive: boolean) => void;
  /** To those who can't see it: the score, when it has changed. */
  readonly tell: (seen: SeenScore) => void;
}

/** Builds the board into an element's shadow. */
export const faceIn = (root: ShadowRoot): Face => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const board = make('div', 'board', 'board');
  board.setAttribute('role', 'group');
  const score = make('div', 'score', 'score');
  const home = sideFace('home');
  const away = sideFace('away');
  const goals = make('div', 'goals', 'goals');
  const dash = make('span', 'dash', 'dash');
  dash.textContent = '–';
  goals.append(home.goals, dash, away.goals);
  score.append(home.side, goals, away.side);
  const time = make('div', 'time', 'time');
  const clock = make('span', 'clock', 'clock');
  const added = make('span', 'added', 'added');
  time.append(clock, added);
  const [review, shootout, tie, state] = [
    make('div', 'note var', 'var'),
    make('div', 'note', 'shootout'),
    make('div', 'note', 'aggregate'),
    make('div', 'note state', 'state'),
  ];
  const spoken = make('div', 'spoken');
  spoken.setAttribute('aria-live', 'polite');
  board.append(score, time, review, shootout, tie, state);
  root.append(board, spoken);
  return {
    show: (shown) => {
      for (const part of [score, time]) hide(part, false);
      board.setAttribute('aria-label', WORDS.against(shown.home.name, shown.away.name));
      home.show(shown.home);
      away.show(shown.away);
      put(clock, shown.clock);
      put(added, shown.added);
      put(review, shown.review?.text);
      review.dataset.stage = shown.review?.stage ?? '';
      put(shootout, shown.shootout);
      put(tie, shown.tie);
    },
    blank: () => {
      for (const part of [score, time, review, shootout, tie]) hide(part, true);
    },
    say: (plight, isLive) => {
      put(state, plight);
      board.classList.toggle('stale', !isLive);
    },
    tell: ({ views: { scoreboard } }) => {
      put(spoken, WORDS.score(home.name(), scoreboard.home.score, away.name(), scoreboard.away.score));
      goals.classList.remove('news');
      // Read, so that the same animation begins anew.
      void goals.offsetWidth;
      goals.classList.add('news');
    },
  };
};

const sideFace = (which: 'home' | 'away') => {
  const side = make('div', `side ${which}`, `side ${which}`);
  const colour = make('span', 'colour', 'colour');
  const name = make('span', 'name', 'name');
  const code = make('span', 'code', 'code');
  const goals = make('span', '', `score-${which}`);
  side.append(colour, name, code);
  return {
    side,
    goals,
    name: () => name.textContent ?? '',
    show: (shown: BoardSide): void => {
      if (shown.colour === undefined) colour.style.removeProperty('--club');
      else colour.style.setProperty('--club', shown.colour);
      put(name, shown.name);
      put(code, shown.code);
      put(goals, String(shown.score));
    },
  };
};

const make = (tag: 'div' | 'span', className: string, part = ''): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  if (part !== '') made.setAttribute('part', part);
  return made;
};

/** Writes only what has changed, so that a running clock costs one text a second. */
const put = (place: HTMLElement, text: string | undefined): void => {
  if (place.textContent !== (text ?? '')) place.textContent = text ?? '';
  hide(place, text === undefined);
};

const hide = (place: HTMLElement, hidden: boolean): void => {
  if (place.hidden !== hidden) place.hidden = hidden;
};
