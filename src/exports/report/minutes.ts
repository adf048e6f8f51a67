import type { Period } from '../../match/time.ts';
import type { CommentaryItem } from '../../projections/views.ts';
import type { Block, Section } from './block.ts';
import type { Subject } from './subject.ts';

/** The match in sentences, from one whistle to the next; what is no more than a detail is left out. */
export const minutesOf = ({ told, claims }: Subject): Section | undefined => {
  const periods = new Map(claims.map(({ id, event }) => [id, event.at.period]));
  const parts = new Map<string, CommentaryItem[]>();
  for (const item of told) {
    if (item.importance === 'detail') continue;
    const part = PARTS[periods.get(item.entry) ?? 'FT'];
    const items = parts.get(part);
    if (items === undefined) parts.set(part, [item]);
    else items.push(item);
  }
  const blocks: Block[] = [...parts].map(([caption, items]) => ({
    kind: 'minutes',
    caption,
    items: items.map(({ label, text, importance }) => ({
      label: isMinute(label) ? label : '',
      text,
      key: importance === 'key',
    })),
  }));
  return blocks.length === 0 ? undefined : { id: 'minutes', title: 'How it went', blocks };
};

/** Intervals are told with what they follow. */
const PARTS: Readonly<Record<Period, string>> = {
  pre: 'Before the match',
  '1H': 'First half',
  HT: 'Half-time',
  '2H': 'Second half',
  ENT: 'Before extra time',
  ET1: 'Extra time, first half',
  ETHT: 'Half-time of extra time',
  ET2: 'Extra time, second half',
  EET: 'Before the kicks',
  PEN: 'Kicks from the penalty mark',
  FT: 'After the match',
};

const isMinute = (label: string): boolean => /\d/.test(label);
