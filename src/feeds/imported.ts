import { FORMAT, recordingHeader, VERSION } from '../journal/recording.ts';
import { matchEvent } from '../match/event.ts';
import { type Fixture, fixture as fixtureSchema } from '../match/fixture.ts';
import type { Half } from '../match/time.ts';
import type { FeedProblem, Imported, MatchRecord } from './importer.ts';
import { journalOf, type Told } from './telling.ts';
import { withWhistles } from './whistles.ts';

/** What an importer has read of one match. */
export interface Reading {
  readonly provider: string;
  /** Where to look when something is wrong with the whole. */
  readonly file: string;
  /** The provider's own id of the match. */
  readonly id?: string | undefined;
  readonly fixture: Fixture;
  readonly told: readonly Told[];
  /** The last half that was played to its end; its whistle, and those before it, are added where the feed has none. */
  readonly playedTo?: Half | undefined;
  readonly record: MatchRecord;
  readonly unknown: ReadonlyMap<string, number>;
  readonly problems: readonly FeedProblem[];
}

/**
 * The recording of what was read, which is always well formed: an event that its schema refuses is left out, with the
 * reason among the problems. A fixture that can't be one is a problem, and there is no match.
 */
export const importedFrom = (reading: Reading): Imported | FeedProblem => {
  const { provider, file, id, record, unknown } = reading;
  const read = fixtureSchema.safeParse(reading.fixture);
  if (!read.success) return { file, message: `no match can be made of this: ${firstIssue(read.error)}` };
  const fixture = read.data;
  const [leg] = fixture.legs;
  if (leg === undefined || leg.home === leg.away)
    return { file, message: 'no match can be made of this: it takes two clubs' };
  const problems = [...reading.problems];
  const told = reading.told.filter((each) => {
    const wrong = wrongWith(each);
    if (wrong !== undefined)
      problems.push({ file, ...(each.ref === undefined ? {} : { at: each.ref }), message: wrong });
    return wrong === undefined;
  });
  const { startedAt, entries } = journalOf(withWhistles(told, reading.playedTo), {
    by: provider,
    kickOff: leg.kickOff,
  });
  const name = nameOf(leg.kickOff, leg.home, leg.away);
  const header = recordingHeader.safeParse({
    format: FORMAT,
    version: VERSION,
    startedAt,
    id: id === undefined ? name : `${provider}:${id}`.slice(0, 200),
    ...(fixture.title === undefined ? {} : { title: fixture.title }),
    fixture,
  });
  if (!header.success) return { file, message: `no match can be made of this: ${firstIssue(header.error)}` };
  return { name, recording: { header: header.data, entries }, record, unknown, problems };
};

/** Counts one of the provider's words that Touchline has none for. */
export const countIn = (words: Map<string, number>, word: string): void => {
  const known = word.slice(0, 80);
  words.set(known, (words.get(known) ?? 0) + 1);
};

const nameOf = (kickOff: string | undefined, home: string, away: string): string =>
  `${kickOff?.slice(0, 10) ?? 'undated'}-${home}-${away}`.toLowerCase();

const wrongWith = ({ id, event }: Told): string | undefined => {
  const read = matchEvent.safeParse(event);
  return read.success ? undefined : `${event.type} ${id} was left out: ${firstIssue(read.error)}`;
};

const firstIssue = ({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string => {
  const [issue] = issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'it is malformed'}`;
};
