import { sentenceOf, WrongUse } from './cli/complaint.ts';
import { type Match, openMatch } from './cli/matches/match.ts';
import type { FormatName } from './exports/formats.ts';
import type { ExportOptions } from './exports/matter.ts';
import type { Entry } from './journal/entry.ts';
import type { EventOf } from './match/event.ts';

export type { Match } from './cli/matches/match.ts';
export type { FormatName } from './exports/formats.ts';
export type { ExportOptions } from './exports/matter.ts';
export {
  type AuditedMatch,
  formatFeedProblem,
  type ImportOptions,
  importMatch,
  importMatches,
} from './feeds/import.ts';
export type { FeedFile, FeedProblem, MatchRecord } from './feeds/importer.ts';
export { importSnapshots, type SnapshotOptions, type Version } from './feeds/snapshots.ts';
export type { Entry } from './journal/entry.ts';
export {
  type Recording,
  type RecordingHeader,
  type RecordingRead,
  readRecording,
  writeRecording,
} from './journal/recording.ts';
export { CODES, type Code, type Command, decide, type Mode, type Refusal, type Verdict } from './match/decide.ts';
export type { MatchEvent } from './match/event.ts';
export type { Fixture } from './match/fixture.ts';
export type { TieAnswer, TieQuestion } from './match/laws/tie.ts';
export { evolve, initialState, type MatchState } from './match/state.ts';
export type { MatchTime } from './match/time.ts';
export { explain } from './playback/explain.ts';
export type { Change, Explained, Explanation, Step, Why } from './playback/explanation.ts';
export type { Frame, Head, Shown } from './playback/frame.ts';
export { frames } from './playback/frames.ts';
export { type MatchdayOptions, matchday } from './playback/matchday.ts';
export { type PlaybackOptions, playback } from './playback/playback.ts';
export type { Control, Playhead } from './playback/playhead.ts';
export { cuesOf, NoSuchTime, type Replay, type ReplayOptions, replay, view } from './playback/replay.ts';
export { history, type MatchHistory } from './playback/views.ts';
export type { ViewName, Views } from './projections/views.ts';
export { resolveTie } from './scenario/tie.ts';
export { CannotServe, type ServeOptions, type Server, serve } from './server/server.ts';
export { type ShowingOptions, showingOf } from './server/showing.ts';
export { CannotSimulate } from './simulator/cannot-simulate.ts';
export { type SimulateOptions, simulate } from './simulator/simulate.ts';

/**
 * A match by its name (the working folder's `scenarios/` first, then the package's) or by the path of a `.yaml`, `.yml`
 * or `.jsonl` file: a recording, for `replay` and `history`, with its `name` and `title`.
 * Rejects with an error whose message says in a sentence what is wrong; of a malformed file, in a line for each place.
 */
export const loadScenario = async (nameOrPath: string): Promise<Match> => {
  try {
    return await openMatch(nameOrPath);
  } catch (problem) {
    throw problem instanceof WrongUse ? new Error(await sentenceOf(problem), { cause: problem }) : problem;
  }
};

/** An entry that reports a goal. Whether the goal stands is for the views to say: a review may yet take it back. */
export type GoalEntry = Extract<Entry, { kind: 'event' }> & { readonly event: EventOf<'goal'> };

/** Picks goals out of the entries of a showing: `entries$.pipe(filter(isGoal))`. */
export const isGoal = (entry: Entry): entry is GoalEntry => entry.kind === 'event' && entry.event.type === 'goal';

/**
 * A match as other tools read it: the text of a file in that format (`touchline export --help` lists them). `cloudevents`,
 * `csv` and `ical` take several. The same matches give the same text. Rejects where nothing has been told of the leg that
 * was asked for.
 */
export const exportMatch = async (
  match: Match | readonly [Match, ...Match[]],
  { to, ...options }: ExportOptions & { readonly to: FormatName },
): Promise<string> => {
  // Writers and their packages are loaded only by those who export.
  const [{ exported }, { matterOf }] = await Promise.all([
    import('./exports/export.ts'),
    import('./cli/export/matter.ts'),
  ]);
  const [first, ...more] = [match].flat() as [Match, ...Match[]];
  return exported([matterOf(first), ...more.map(matterOf)], to, options);
};
