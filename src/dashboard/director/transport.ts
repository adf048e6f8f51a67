import { positionAt, watchAt } from '../../client/connect.ts';
import { formatTime, isHalf, type Millis } from '../../match/time.ts';
import type { Desk } from '../desk/desk.ts';
import { steers } from '../desk/state.ts';
import { chooseTheme, storedTheme, THEMES } from '../theme.ts';

/** What is everything at once, where there is no word for it. */
const SPEED_MAX = 100_000;

/** Those of the terminal. */
export const SPEEDS: readonly number[] = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 3000, 6000, SPEED_MAX];

/** What the bar's buttons and the keyboard do: to the showing where one steers, else to one's own picture. */
export const transport = (desk: Desk) => {
  const mine = (): boolean => !steers(desk.state);
  const here = (): number => desk.state.shown?.head.cursor ?? 0;
  /** The entries that one jumps to, in order, as far as they have been seen. */
  const keys = (): number[] => {
    const { shown, furthest } = desk.state;
    const timeline = { ...furthest?.timeline, ...shown?.views.timeline };
    return Object.values(timeline)
      .filter(({ key }) => key === true)
      .map(({ order }) => order)
      .sort((a, b) => a - b);
  };
  const back = (cursor: number | undefined): void => {
    if (cursor !== undefined) desk.goTo({ cursor });
  };
  const on = (cursor: number | undefined): void => {
    if (desk.state.back === undefined) return;
    if (cursor === undefined) desk.goLive();
    else desk.goTo({ cursor });
  };
  const setSpeed = (speed: number): void => {
    if (!mine()) desk.control({ type: 'speed', speed });
    else if (desk.state.back !== undefined) desk.replay(desk.state.back.playing, speed);
  };
  return {
    playOrPause: (): void => {
      const isPlaying = desk.state.shown?.head.playing === true;
      if (!mine()) desk.control({ type: isPlaying ? 'pause' : 'play' });
      else desk.replay(!isPlaying);
    },
    stepBack: (): void => {
      if (!mine()) desk.control({ type: 'step', by: -1 });
      else back(Math.max(0, here() - 1));
    },
    stepOn: (): void => {
      if (!mine()) desk.control({ type: 'step', by: 1 });
      else on(here() + 1);
    },
    keyBack: (): void => {
      if (!mine()) desk.control({ type: 'seek', to: { previous: 'key-moment' } });
      else back(keys().findLast((cursor) => cursor < here()));
    },
    keyOn: (): void => {
      if (!mine()) desk.control({ type: 'seek', to: { next: 'key-moment' } });
      else on(keys().find((cursor) => cursor > here()));
    },
    /** A stretch of play back or on. */
    wind: (byMs: Millis): void => {
      const { shown } = desk.state;
      if (shown === undefined) return;
      const { clock } = shown.views;
      if (!mine()) desk.control({ type: 'seek', to: { position: Math.max(0, positionAt(shown) + byMs) } });
      else if (isHalf(clock.period)) {
        const elapsed = Math.max(0, watchAt(shown) + byMs);
        desk.goTo({ time: formatTime({ leg: clock.leg, period: clock.period, elapsed }, { leg: true }) });
      } else if (byMs < 0) back(here() - 1);
      else on(here() + 1);
    },
    /** To a part of the whole, from 0 to 1. */
    goToPart: (part: number): void => {
      const { live } = desk.state;
      if (live === undefined) return;
      if (!mine()) desk.control({ type: 'seek', to: { position: part * live.head.duration } });
      else if (part === 1) desk.goLive();
      else back(Math.round(part * live.head.cursor));
    },
    setSpeed,
    faster: (): void => {
      const speed = desk.state.shown?.head.speed ?? 1;
      setSpeed(SPEEDS.find((each) => each > speed) ?? speed);
    },
    slower: (): void => {
      const speed = desk.state.shown?.head.speed ?? 1;
      setSpeed(SPEEDS.findLast((each) => each < speed) ?? speed);
    },
    nextTheme: (): void => {
      chooseTheme(THEMES[(THEMES.indexOf(storedTheme()) + 1) % THEMES.length] ?? 'system');
    },
  };
};
