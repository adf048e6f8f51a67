import { stringify } from 'yaml';
import type { Entry } from '../../../src/journal/entry.ts';
import { feedTime } from '../../../src/journal/feed-time.ts';
import type { Recording } from '../../../src/journal/recording.ts';
import { referencesOf } from '../../../src/journal/references.ts';
import { isSame } from '../../../src/journal/same.ts';
import type { Fixture } from '../../../src/match/fixture.ts';
import { formatClock, type MatchTime } from '../../../src/match/time.ts';
import { load } from '../../../src/scenario/load.ts';
import { fixtureOf } from './plan.ts';

/**
 * A recording as a scenario file that tells the same, entry by entry: what `load` makes of it has the same entries.
 * Feed times are written only where they aren't what a file without them would give.
 */
export const scenarioOf = (recording: Recording, title: string, why?: string): string => {
  const plain = textOf(recording, { title, why, timed: false });
  return tellsTheSame(plain, recording) ? plain : textOf(recording, { title, why, timed: true });
};

const tellsTheSame = (text: string, { entries }: Recording): boolean => {
  const loaded = load(text, 'scenario.yaml');
  return loaded.ok && isSame(loaded.scenario.recording.entries, entries);
};

interface Manner {
  readonly title: string;
  readonly why: string | undefined;
  /** Whether each line says when it came in. */
  readonly timed: boolean;
}

const textOf = ({ header, entries }: Recording, { title, why, timed }: Manner): string => {
  const lines = entries.map((entry) => ({
    ...lineOf(entry),
    ...irregularOf(entry, entries),
    ...(timed ? { received: feedTime(header.startedAt, entry.offset) } : {}),
  }));
  const head = {
    title,
    ...(why === undefined ? {} : { why }),
    tags: ['invariant'],
    ...(timed ? { startedAt: header.startedAt } : {}),
    ...settingOf(header.fixture),
  };
  const first = timed ? { received: header.startedAt } : {};
  const log = [...strangersTo(entries).map((line) => ({ ...line, ...first })), ...lines].map(
    (line) => `  - ${flow(line)}`,
  );
  return `${stringify(head, { lineWidth: 120 })}log:\n${log.join('\n')}\n`;
};

/** A line of the log, as short as people write it. */
const flow = (line: object): string =>
  stringify(line, { collectionStyle: 'flow', flowCollectionPadding: true, lineWidth: 0 }).trim();

const lineOf = (entry: Entry): Record<string, unknown> => {
  switch (entry.kind) {
    case 'event':
      return { ...timeOf(entry.event.at), ...eventOf(entry.event), id: entry.id, ...reportedIn(entry) };
    case 'amendment':
      return {
        ...timeOf(entry.event.at),
        amend: { of: entry.of, ...eventOf(entry.event), ...(entry.why === undefined ? {} : { why: entry.why }) },
        ...reportedIn(entry),
      };
    case 'retraction':
      return {
        retract: { of: entry.of, ...(entry.why === undefined ? {} : { why: entry.why }) },
        ...reportedIn(entry),
      };
  }
};

const eventOf = ({ type, at: _at, incidentAt, ...fields }: Extract<Entry, { kind: 'event' }>['event']) => ({
  [type]: Object.keys(fields).length === 0 ? true : fields,
  ...(incidentAt === undefined ? {} : { incidentAt: written(incidentAt) }),
});

const timeOf = (at: MatchTime) => ({ at: written(at), ...(at.order === undefined ? {} : { order: at.order }) });

/** To the millisecond, which people never need. */
const written = (at: MatchTime): string => {
  if (at.period === 'PEN' && at.elapsed % 1000 === 0) return `L${at.leg} PEN ${at.elapsed / 1000}`;
  const rest = at.elapsed % 1000;
  return `L${at.leg} ${at.period} ${formatClock(at)}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`;
};

const reportedIn = ({ reported }: Entry) => (reported === undefined ? {} : { reported });

/** A correction of what was never sent, and an id that comes with something else in it, have to be announced. */
const irregularOf = (entry: Entry, entries: readonly Entry[]): { irregular?: string[] } => {
  const earlier = entries.slice(0, entry.seq - 1);
  if (entry.kind !== 'event') {
    const known = entries.some((other) => other.kind === 'event' && other.id === entry.of);
    return known ? {} : { irregular: ['unknown-entry'] };
  }
  const first = earlier.find((other) => other.kind === 'event' && other.id === entry.id);
  const other = first?.kind === 'event' && first.event.type !== entry.event.type;
  return other ? { irregular: ['id-taken'] } : {};
};

/** What other entries name and nobody sent is told and taken back first, since a file names only what is in it. */
const strangersTo = (entries: readonly Entry[]): object[] => {
  const sent = new Set(entries.flatMap((entry) => (entry.kind === 'event' ? [entry.id] : [])));
  const named = entries.flatMap((entry) => (entry.kind === 'retraction' ? [] : referencesOf(entry.event)));
  const at = entries.flatMap((entry) => (entry.kind === 'retraction' ? [] : [timeOf(entry.event.at)]))[0];
  return [...new Set(named)]
    .filter((id) => !sent.has(id))
    .flatMap((id) => [{ ...at, note: { text: 'never sent' }, id }, { retract: { of: id, why: 'nobody sent it' } }]);
};

/** Nothing, where it's what a scenario file has of itself. */
const settingOf = (fixture: Fixture): object => {
  const { regulations } = fixture;
  const legs = fixture.legs.length === 1 ? 1 : 2;
  const usual = isSame(fixture, fixtureOf({ legs, ...(regulations === undefined ? {} : { regulations }) }));
  if (!usual) return { fixture };
  return { ...(regulations === undefined ? {} : { regulations }), ...(legs === 1 ? {} : { fixture: { legs } }) };
};
