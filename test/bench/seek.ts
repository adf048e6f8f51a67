import type { Entry } from '../../src/journal/entry.ts';
import type { Recording } from '../../src/journal/recording.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import { history } from '../../src/playback/views.ts';
import type { Views } from '../../src/projections/views.ts';
import { collectGarbage, median, quantile, randomFrom, ratios, SEED, timed } from './measure.ts';
import { HEADER, MATCH, matchOf } from './recordings.ts';
import { heading, table, verdict, withBulk, written } from './table.ts';

// How long does a viewer wait who jumps to any moment, and everybody when the feed takes back something early?

const SEEK_P99_MAX_MS = 2;
const CORRECTION_P95_MAX_MS = 16;
const FOLD_RATIO_MAX = 1.3;

const bench = (): void => {
  const seeks = seekAtRandom(5, 1000);
  heading('seek', `\`viewsAt\` of random cursors of ${written(MATCH, 0)} entries, 5 × 1,000 of them; ms.`);
  table(
    ['seek', 'p50', 'p99', 'most'],
    Object.entries(seeks).map(([name, ms]) => [
      name,
      written(median(ms), 3),
      written(quantile(ms, 0.99), 3),
      written(Math.max(...ms), 3),
    ]),
  );
  verdict('p99 of a cold seek, in ms', quantile(seeks.cold, 0.99), SEEK_P99_MAX_MS);

  const told = Object.entries(CORRECTIONS).map(([name, correction]) => ({ name, ...correct(correction(), 60) }));
  heading(
    'late correction',
    `From the append to the views at the end, beside a straight fold; 60 times each, interleaved; ms, median (p5–p95).`,
  );
  table(
    ['correction', 'to the views', 'p95', 'straight fold', 'ratio'],
    told.map(({ name, corrected, folded }) => [
      name,
      withBulk(corrected),
      written(quantile(corrected, 0.95)),
      withBulk(folded),
      withBulk(ratios(corrected, folded)),
    ]),
  );
  const slowest = Math.max(...told.map(({ corrected }) => quantile(corrected, 0.95)));
  const greatest = Math.max(...told.map(({ corrected, folded }) => median(ratios(corrected, folded))));
  verdict('p95 of the slowest kind, in ms', slowest, CORRECTION_P95_MAX_MS);
  verdict('times a straight fold, the slowest kind', greatest, FOLD_RATIO_MAX);
};

/** Milliseconds of each. Cold: nobody has asked this history for that moment before. Warm: all of them once more. */
const seekAtRandom = (rounds: number, times: number): Record<'cold' | 'warm', number[]> => {
  const random = randomFrom(SEED);
  const seeks: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
  for (let round = 0; round < rounds; round += 1) {
    const opened = history(matchOf());
    collectGarbage();
    const cursors = new Set(Array.from({ length: times }, () => Math.floor(random() * (opened.length + 1))));
    for (const pass of [seeks.cold, seeks.warm]) {
      for (const cursor of cursors) pass.push(timed(() => opened.viewsAt(cursor)).ms);
    }
  }
  return seeks;
};

/** A journal whose last entry corrects something early, and the one in which that was right from the start. */
interface Correction {
  readonly late: readonly Entry[];
  readonly straight: readonly Entry[];
}

/** Milliseconds from the append to the views, and of folding the straight journal to its views. */
const correct = ({ late, straight }: Correction, times: number): Record<'corrected' | 'folded', number[]> => {
  const known = late.slice(0, -1);
  const correction = late[late.length - 1] as Entry;
  const measured: Record<'corrected' | 'folded', number[]> = { corrected: [], folded: [] };
  for (let time = -WARM_UP; time < times; time += 1) {
    const before = history(recordingOf(known));
    before.viewsAt(before.length);
    collectGarbage();
    const corrected = timed(() => {
      before.append(correction);
      return before.viewsAt(before.length);
    });
    collectGarbage();
    const folded = timed(() => history(recordingOf(straight)).viewsAt(straight.length));
    if (scoreOf(corrected.result) !== scoreOf(folded.result)) throw new Error('both journals tell the same match');
    if (time < 0) continue;
    measured.corrected.push(corrected.ms);
    measured.folded.push(folded.ms);
  }
  return measured;
};

/** Code is compiled first, as it would be in a server that has been up for a minute. */
const WARM_UP = 10;

const scoreOf = ({ scoreboard }: Views): string => `${scoreboard.home.score}–${scoreboard.away.score}`;

const EARLY: MatchEvent = { type: 'goal', at: { leg: 1, period: '1H', elapsed: 120_000 }, by: 'home-9' };
const BY_THE_OTHERS: MatchEvent = { ...EARLY, by: 'away-9' };

const CORRECTIONS: Readonly<Record<string, () => Correction>> = {
  "a goal of 3' told at the end": () => ({
    late: told({ kind: 'event', id: 'g', event: EARLY }),
    straight: withEarly(EARLY),
  }),
  'that goal given to the others': () => ({
    late: told({ kind: 'amendment', of: 'g', event: BY_THE_OTHERS }, withEarly(EARLY)),
    straight: withEarly(BY_THE_OTHERS),
  }),
  'that goal retracted': () => ({
    late: told({ kind: 'retraction', of: 'g' }, withEarly(EARLY)),
    straight: matchOf().entries,
  }),
};

const told = (correction: object, known = matchOf().entries): readonly Entry[] => {
  const last = known[known.length - 1] as Entry;
  return [...known, { ...correction, seq: known.length + 1, offset: last.offset + 60_000 } as Entry];
};

/** The match with one more event, in its place. */
const withEarly = (event: MatchEvent): readonly Entry[] => {
  const { entries } = matchOf();
  const place = entries.findIndex(({ offset }) => offset > event.at.elapsed);
  const early = { kind: 'event', id: 'g', event, offset: event.at.elapsed } as const;
  return entries.toSpliced(place, 0, { ...early, seq: 0 }).map((entry, index) => ({ ...entry, seq: index + 1 }));
};

const recordingOf = (entries: readonly Entry[]): Recording => ({ header: HEADER, entries });

bench();
