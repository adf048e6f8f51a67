import type { Manner } from '../output.ts';
import { wrap } from '../words/lines.ts';
import { lasting } from '../words/wording.ts';
import type { Contents, Hindered, Hindrance } from './tally.ts';

/** What a file holds, in words; nothing where nothing of it could be read. */
export const tallyLines = (contents: Contents, { columns }: Pick<Manner, 'columns'>): string[] => {
  const { title, entries, lasts, events, amendments, retractions, expectations, claims } = contents;
  if (title === undefined && entries === 0) return [];
  const types = Object.entries(events).map(([type, count]) => `${type} ${count}`);
  const corrections = [
    ...(amendments === 0 ? [] : [counted(amendments, 'amendment')]),
    ...(retractions === 0 ? [] : [counted(retractions, 'retraction')]),
  ];
  const asked = [
    ...(expectations === undefined || expectations === 0 ? [] : [counted(expectations, 'expectation')]),
    ...(claims === undefined || claims === 0 ? [] : [counted(claims, 'claim')]),
  ];
  return [
    ...(title === undefined ? [] : [title]),
    `${counted(entries, 'entry')}${entries < 2 ? '' : ` in ${lasting(lasts)} of feed time`}`,
    ...(types.length === 0 ? [] : [`events: ${types.join(', ')}`]),
    ...(corrections.length === 0 ? [] : [`corrections: ${corrections.join(', ')}`]),
    ...effectLines(contents),
    ...(asked.length === 0 ? [] : [`${asked.join(' and ')}: touchline test says whether they hold`]),
  ].flatMap((line) => wrap(line, columns === undefined ? undefined : columns - MARGIN));
};

const MARGIN = 2;

const effectLines = ({ effects, effectsUpTo }: Contents): string[] => [
  ...Object.entries(effects).map(([effect, { count, first }]) => {
    const { one, many } = HINDERED[effect as Hindered];
    return `${count} ${count === 1 ? one : many} (${where({ count, first })})`;
  }),
  ...(effectsUpTo === undefined
    ? []
    : [
        `after entry ${effectsUpTo} each line was looked at for itself alone, not for what it does to the others ` +
          '(duplicates, conflicts, corrections of what nobody sent)',
      ]),
];

const HINDERED: Readonly<Record<Hindered, { readonly one: string; readonly many: string }>> = {
  duplicate: { one: 'duplicate, without effect', many: 'duplicates, without effect' },
  'suspected-duplicate': {
    one: 'suspected duplicate: the same with another id, not believed',
    many: 'suspected duplicates: the same with another id, not believed',
  },
  conflict: {
    one: 'conflict: a known id with other content, not applied',
    many: 'conflicts: a known id with other content, not applied',
  },
  parked: {
    one: 'parked when it came: it names what was not believed',
    many: 'parked when they came: they name what was not believed',
  },
  'unknown-subject': {
    one: 'correction of an id that nobody had sent',
    many: 'corrections of ids that nobody had sent',
  },
};

const where = ({ count, first }: Hindrance): string =>
  `${count === 1 ? 'entry' : 'entries'} ${first.join(', ')}${count > first.length ? ' …' : ''}`;

const counted = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`;
