import { dayOf, hourOf, numberOf } from '../../english/words.ts';
import { labelOf } from '../../match/time.ts';
import type { Section } from './block.ts';
import type { Subject } from './subject.ts';

/** What the feed told and then put right or took back: what was told before, and what holds now. */
export const correctionsOf = ({ history, leg }: Subject): Section | undefined => {
  const { commentary } = history.viewsAt(history.length);
  const lines = Object.values(commentary).sort((a, b) => a.order - b.order);
  const rows = history.entries.flatMap((entry) => {
    const { kind, seq, offset } = entry;
    if (kind === 'event' || history.effectAt(seq) !== 'applied') return [];
    const event = kind === 'amendment' ? entry.event : history.claimed(entry.of)?.event;
    const line = lines.find(({ order }) => Math.floor(order) === seq);
    if (event?.at.leg !== leg || line === undefined) return [];
    const at = history.feedTime(offset);
    const before = lines.findLast((each) => each.entry === entry.of && each.order < seq);
    return [
      [
        labelOf(event.at),
        before?.text ?? '–',
        line.text,
        `${dayOf(at)}, ${hourOf(at)}`,
        [
          ...(entry.why === undefined ? [] : [entry.why]),
          ...[entry.reported?.by ?? []].flat().slice(0, NAMED_MAX),
        ].join('; '),
      ],
    ];
  });
  if (rows.length === 0) return undefined;
  return {
    id: 'corrections',
    title: 'Corrections',
    mention: `${numberOf(rows.length)} ${rows.length === 1 ? 'thing was' : 'things were'} put right after ${rows.length === 1 ? 'it' : 'they'} had been told`,
    blocks: [
      {
        kind: 'text',
        text: 'What the feed told, and later put right. The rest of this report has it as it is now known.',
      },
      {
        kind: 'table',
        caption: 'Corrections',
        captionHidden: true,
        heads: ['Minute', 'Told at first', 'Put right', 'When', 'By what'],
        figures: [0],
        rows,
      },
    ],
  };
};

/** Of the sources that a correction goes by. */
const NAMED_MAX = 3;
