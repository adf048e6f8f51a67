import type { Entry } from '../journal/entry.ts';
import { words } from './words.ts';

/** Who says so, and how sure that is. */
export interface Source {
  readonly by: readonly string[];
  /** `UEFA and BBC`; `the feed` where nobody is named. */
  readonly byText: string;
  readonly fact?: string;
  readonly time?: string;
  /** Neither established nor exact: to be said with a caution. */
  readonly unsure: boolean;
  /** Where sources part. */
  readonly note?: string;
  /** Why the feed corrected itself. */
  readonly why?: string;
  /** `UEFA and BBC; established, time to the minute` */
  readonly text: string;
}

/** Of the entry at hand. */
export const sourceOf = (entry: Entry): Source => {
  const { by: named = [], fact, time, note } = entry.reported ?? {};
  const by = typeof named === 'string' ? [named] : named;
  const byText = by.length === 0 ? words.source.nobody : listed(by);
  const sure = [
    ...(fact === undefined ? [] : [words.source.facts[fact]]),
    ...(time === undefined ? [] : [words.source.times[time]]),
  ];
  const why = 'why' in entry ? entry.why : undefined;
  return {
    by,
    byText,
    ...(fact === undefined ? {} : { fact: words.source.facts[fact] }),
    ...(time === undefined ? {} : { time: words.source.times[time] }),
    unsure: fact === 'disputed' || fact === 'reconstructed' || time === 'estimated',
    ...(note === undefined ? {} : { note }),
    ...(why === undefined ? {} : { why }),
    text: [byText, sure.join(', ')].filter((part) => part !== '').join('; '),
  };
};

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

const listed = (names: readonly string[]): string =>
  names.length > 3 ? LIST.format([...names.slice(0, 2), `${names.length - 2} more`]) : LIST.format(names);
