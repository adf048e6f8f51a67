import { History } from '../../src/journal/history.ts';
import type { Projections } from '../../src/journal/projections.ts';
import type { Recording } from '../../src/journal/recording.ts';
import { history, PROJECTIONS } from '../../src/playback/views.ts';
import { type Contender, interleave, median, ratios } from './measure.ts';
import { countInLoop, scanEachView } from './naive.ts';
import { HEADER, LONG, MATCH, matchOf } from './recordings.ts';
import { heading, table, verdict, withSpread, written } from './table.ts';

// Does an entry cost the same in a match as in something far longer than any match?

const ROUNDS = 15;
const RATIO_MAX = 1.2;

const bench = (): void => {
  const times = interleave(ROUNDS, names.flatMap(contenders));
  const of = (name: FoldName, length: number): readonly number[] => times[`${name} ${length}`] ?? [];

  heading(
    'fold',
    `Processor time for an entry, and the ratio of the two; median (least–most) of ${ROUNDS} rounds, interleaved.`,
  );
  table(
    ['fold', `µs, ${written(MATCH, 0)} entries`, `µs, ${written(LONG, 0)} entries`, 'ratio', 'entries a second, match'],
    names.map((name) => [
      name,
      micros(of(name, MATCH)),
      micros(of(name, LONG)),
      withSpread(ratios(of(name, LONG), of(name, MATCH))),
      written(1000 / median(of(name, MATCH)), 0),
    ]),
  );
  const ours = ratios(of('all eleven views', LONG), of('all eleven views', MATCH));
  verdict('ratio of all eleven views', median(ours), RATIO_MAX);
};

const FOLDS = {
  'all eleven views': history,
  'the same, everybody unknown': ({ entries }: Recording) => history({ header: NOBODY_NAMED, entries }),
  'without commentary': (recording: Recording) => History.of(recording, withoutCommentary()),
  'rxjs `scan` for each view, naive': scanEachView,
  'bare `for` loop with counters': countInLoop,
} as const;
type FoldName = keyof typeof FOLDS;

const names = Object.keys(FOLDS) as FoldName[];

const withoutCommentary = (): Projections => {
  const { commentary: _left, ...record } = PROJECTIONS.record;
  return { match: PROJECTIONS.match, record };
};

/** Then all but the touches break a rule of the record, and are flagged. */
const NOBODY_NAMED: Recording['header'] = {
  ...HEADER,
  fixture: {
    ...HEADER.fixture,
    clubs: Object.fromEntries(
      Object.entries(HEADER.fixture.clubs).map(([code, club]) => [code, { ...club, people: {} }]),
    ),
    legs: HEADER.fixture.legs.map(({ teams: _unknown, ...leg }) => leg),
  },
};

/** The match is folded as often as makes up the long one, so that both work through as much. */
const contenders = (name: FoldName): Contender[] => {
  // A loop that is over in a millisecond is too short to be timed.
  const loops = name === 'bare `for` loop with counters' ? 50 : 1;
  const times = loops * Math.round(LONG / MATCH);
  return [
    { name: `${name} ${MATCH}`, units: times * MATCH, run: () => repeat(times, () => FOLDS[name](match)) },
    { name: `${name} ${LONG}`, units: loops * LONG, run: () => repeat(loops, () => FOLDS[name](long)) },
  ];
};

const repeat = (times: number, run: () => unknown): void => {
  for (let time = 0; time < times; time += 1) run();
};

const match = matchOf(MATCH);
const long = matchOf(LONG);

const micros = (ms: readonly number[]): string => {
  const each = ms.map((value) => value * 1000);
  return withSpread(each, median(each) < 0.1 ? 4 : 2);
};

bench();
