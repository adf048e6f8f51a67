import { useEffect, useRef, useState } from 'react';
import { type Change, changesBetween } from '../../faces/changes.ts';
import { clockLabel } from '../../faces/running-clock.ts';
import type { Shown } from '../desk/state.ts';
import { useTheDesk } from '../desk/use-desk.ts';
import { WORDS } from '../words.ts';

/** Tells key moments to whoever listens instead of looking: politely, one after the other, and nothing else. */
export const Announcer = () => {
  const desk = useTheDesk();
  const [told, setTold] = useState<readonly Told[]>([]);
  const before = useRef<Shown | undefined>(undefined);
  useEffect(() => {
    let due: News[] = [];
    let count = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      const text = due.map((news) => news.text).join(' ');
      const key = count;
      count += 1;
      setTold((before) => [...before, { key, text }].slice(-TOLD_MAX));
      due = [];
    };
    const look = (): void => {
      const { shown } = desk.state;
      const was = before.current;
      before.current = shown;
      if (shown === undefined || was === undefined || was === shown || was.match !== shown.match) return;
      const news = newsOf(was, shown);
      if (news.length === 0) return;
      due.push(...news);
      // At a high speed much happens at once; what is read out is what there is time for.
      while (due.length > TOLD_MAX) due.splice(due.indexOf(leastOf(due)), 1);
      timer ??= setTimeout(tell, PAUSE_MS);
    };
    const leave = desk.subscribe(look);
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [desk]);
  return (
    <div className="unseen" aria-live="polite" role="log" id="announcer">
      {told.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
};

const TOLD_MAX = 3;
const PAUSE_MS = 700;

interface News {
  readonly text: string;
  /** The smaller, the sooner it's told. */
  readonly rank: number;
}

interface Told {
  readonly key: number;
  readonly text: string;
}

const leastOf = (due: readonly News[]): News => due.reduce((least, each) => (each.rank > least.rank ? each : least));

const newsOf = (was: Shown, { views, fixture, head, cause }: Shown): News[] => {
  if (cause === 'snapshot' || cause === 'control') return [];
  const isMoved = cause === 'seek' || (cause === 'back' && Math.abs(head.cursor - was.head.cursor) > 1);
  if (isMoved) return [{ text: WORDS.announce.moved(clockLabel(views.clock.period, head.watch)), rank: 0 }];
  return changesBetween(was.views, views, fixture)
    .filter(({ kind }) => kind !== 'caution')
    .map(({ kind, text }) => ({ text, rank: RANKS.indexOf(kind) }));
};

const RANKS: readonly Change['kind'][] = ['goal', 'score-back', 'dismissal', 'review', 'period', 'correction'];
