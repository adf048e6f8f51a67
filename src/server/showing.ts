import { randomBytes } from 'node:crypto';
import { type Observable, tap } from 'rxjs';
import type { Question } from '../journal/answer.ts';
import type { Recording, RecordingHeader } from '../journal/recording.ts';
import type { Fixture } from '../match/fixture.ts';
import { type Frame, type Shown, standAt } from '../playback/frame.ts';
import { placeAt } from '../playback/pacing.ts';
import {
  cuesOf,
  type Feed,
  NoSuchTime,
  type Refusal,
  type Replay,
  type ReplayOptions,
  replay,
} from '../playback/replay.ts';
import type { MatchHistory } from '../playback/views.ts';
import type { Wish } from '../wire/message.ts';
import type { Showing, ShowingRecord } from './on-air.ts';
import { STEADY } from './steady.ts';

export interface ShowingOptions extends ReplayOptions {
  /** Otherwise as the fixture says: what is written over a recording often tells how the match ends. */
  readonly title?: string;
  /** A replay of this recording that is under way already, as in `play --serve`; then the other options only serve showings of one's own. */
  readonly replay?: Replay;
  /** Names this run: letters, digits, - and _. Random unless told otherwise. */
  readonly run?: string;
}

/**
 * A recording, or one that is still being made, as the server shows it: holding its last frame, with its journal, and
 * with showings of one's own. Each pass of a loop has an epoch of its own. Throws `NoSuchTime` where `from` or `until`
 * isn't in the recording.
 */
export const showingOf = (id: string, recording: Recording | Feed, options: ShowingOptions = {}): Showing => {
  const { scheduler = STEADY, run = randomBytes(6).toString('hex') } = options;
  const shown = options.replay ?? replay(recording, { hold: true, ...options, scheduler });
  const { header } = recording;
  let pass = 1;
  const watch = (shown: Shown): void => {
    pass = shown.pass ?? 1;
  };
  return {
    id,
    get epoch() {
      return `${run}-${pass}`;
    },
    title: options.title ?? titleOf(header.fixture),
    fixture: header.fixture,
    frames$: shown.shown$.pipe(tap(watch)) as Observable<Shown>,
    now: shown.now,
    control: shown.control,
    record: recordOf(header, shown),
    open: (wish) => openOwn(id, recording, wish, { ...options, scheduler, known: shown.history }),
  };
};

interface Shared extends ShowingOptions {
  /** What the shared showing has folded already. */
  readonly known: MatchHistory;
}

const openOwn = (id: string, recording: Recording | Feed, wish: Wish, shared: Shared): Showing | Refusal => {
  const { speed, from, maxGap, paused = false } = wish;
  const { until, title, scheduler, known } = shared;
  const options = {
    speed: speed ?? shared.speed,
    from: from ?? shared.from,
    maxGap: maxGap ?? shared.maxGap,
    ...{ until, title, scheduler },
  };
  try {
    // Throws for a time that there isn't, before the match is folded anew: many such wishes would stall everybody.
    if (from !== undefined && !('entries$' in recording)) cuesOf(known, { from });
    return showingOf(id, recording, { playing: !paused, ...(withoutAbsent(options) as ShowingOptions) });
  } catch (problem) {
    if (problem instanceof NoSuchTime) return { code: 'no-such-time', message: problem.message };
    if (problem instanceof RangeError) return { code: 'no-such-speed', message: problem.message };
    throw problem;
  }
};

const recordOf = (header: RecordingHeader, shown: Replay): ShowingRecord => ({
  header,
  entries: shown.history.entries,
  momentAsOf: (time) => shown.history.momentAsOf(time),
  answer: (question) => answerOf(question, shown),
});

/** The head says how far the record was known at `asOf`; its `watch` is that of the match at `at`. */
const answerOf = ({ at, asOf }: Question, { history, cues, opening }: Replay): Frame | Refusal => {
  const answer = history.answer({ ...(at && { at }), ...(asOf !== undefined && { asOf }) });
  if (!answer.ok) return { code: 'no-such-time', message: answer.message };
  const { cursor, watch, views } = answer;
  const moment = typeof asOf === 'object' ? history.momentAsOf(asOf) : { cursor };
  const between = typeof asOf === 'object' && asOf.kind === 'clock' && typeof moment === 'object';
  const { position } = placeAt(cues, between ? moment : { cursor });
  const stand = standAt(history, cues, cursor, position);
  return { head: { ...stand, watch, playing: false, speed: opening.head.speed }, views };
};

const titleOf = (fixture: Fixture): string => {
  const [leg] = fixture.legs;
  const nameOf = (club: string | undefined): string => fixture.clubs[club ?? '']?.name ?? club ?? '';
  const title = fixture.title ?? `${nameOf(leg?.home)} v ${nameOf(leg?.away)}`;
  return fixture.round === undefined || title.includes(fixture.round) ? title : `${title}, ${fixture.round}`;
};

/** With `exactOptionalPropertyTypes`, what is absent isn't there. */
const withoutAbsent = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
