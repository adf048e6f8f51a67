import { subjectOf } from '../journal/entry.ts';
import type { Recorded } from '../journal/projection.ts';
import { CODES, type Code, ONLY_REFUSED } from '../match/decide.ts';
import { type MatchEvent, VAR_CATEGORIES } from '../match/event.ts';
import { PERIODS } from '../match/time.ts';
import { clubOf, personOf } from '../match/who.ts';
import { codesOf } from './judgement.ts';
import type { Played } from './run.ts';
import { isSame } from './same.ts';
import type { Check } from './scenario.ts';
import { EVENT_TYPES } from './vocabulary.ts';

const CODE_NAMES = Object.keys(CODES) as readonly Code[];

/** What scenarios can exercise, by group. */
export const COVERABLE = {
  events: EVENT_TYPES,
  phases: [...PERIODS, 'delayed', 'suspended', 'abandoned', 'postponed', 'cancelled'],
  transitions: [
    'pre → 1H',
    '1H → HT',
    'HT → 2H',
    '2H → FT',
    '2H → ENT',
    'ENT → ET1',
    'ENT → PEN',
    'ET1 → ETHT',
    'ETHT → ET2',
    'ET1 → FT',
    'ET2 → EET',
    'ET2 → FT',
    'EET → PEN',
    'PEN → FT',
    'HT → 1H',
    'FT → 2H',
    'FT → next leg',
    'play → suspended',
    'suspended → play',
    'suspended → abandoned',
  ],
  'VAR outcomes': ['confirmed', 'upheld', 'overturned', 'amended', 'unknown'],
  'VAR reviews': ['check', 'var-only', 'on-field'],
  'VAR categories': VAR_CATEGORIES,
  corrections: [
    'retracted',
    'amended type',
    'amended time',
    'amended person',
    'amended club',
    'amended otherwise',
    'believed again',
    'late',
    'duplicate',
    'suspected-duplicate',
    'conflict',
    'parked',
    'unknown-subject',
  ],
  /** What the Laws have against a report: of an entry, when it came or since another did. */
  breaches: CODE_NAMES.filter((code) => !ONLY_REFUSED.has(code)),
  /** What an attempt, in a match by the Laws, may be refused for. */
  refusals: CODE_NAMES,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CoverageGroup = keyof typeof COVERABLE;
export const COVERAGE_GROUPS = Object.keys(COVERABLE) as CoverageGroup[];

/** How often each thing was exercised; what never was is left out. */
export type Coverage = Readonly<Record<CoverageGroup, Readonly<Record<string, number>>>>;

/** What a match exercised; of a scenario that holds, what its attempts were refused for too. */
export const coverageOf = ({ recorded, history }: Played, checks: readonly Check[] = []): Coverage => {
  const seen = new Tally();
  const phases = recorded.map(({ after }) => after.clock.status ?? after.clock.period);
  seen.countEach(
    'phases',
    phases.filter((phase, index) => phase !== phases[index - 1]),
  );
  for (const each of recorded) {
    if (each.entry.kind !== 'retraction') seen.count('events', each.entry.event.type);
    seen.countEach('transitions', transitionIn(each));
    seen.countEach('corrections', correctionsIn(each));
    seen.countEach('breaches', codesOf(each));
  }
  for (const check of checks) if (check.kind === 'attempt') seen.count('refusals', check.refused);
  const { all } = history.stateAt(history.length).reviews;
  for (const { kind, category, outcome } of Object.values(all)) {
    seen.count('VAR reviews', kind);
    seen.count('VAR categories', category);
    if (outcome !== undefined) seen.count('VAR outcomes', outcome);
  }
  return seen.counted;
};

/** What several matches exercised together. */
export const together = (coverages: readonly Coverage[]): Coverage => {
  const sum = new Tally();
  for (const coverage of coverages) {
    for (const group of COVERAGE_GROUPS) {
      for (const [name, times] of Object.entries(coverage[group])) sum.count(group, name, times);
    }
  }
  return sum.counted;
};

const transitionIn = ({ before, after }: Recorded): string[] => {
  if (after.leg > before.leg) return ['FT → next leg'];
  const [was, is] = [before.clock.status ?? 'play', after.clock.status ?? 'play'];
  if (was !== is) return [`${was} → ${is}`];
  return before.clock.period === after.clock.period ? [] : [`${before.clock.period} → ${after.clock.period}`];
};

const correctionsIn = ({ entry, effect, late, moves, subject, before }: Recorded): string[] => {
  if (effect !== 'applied') return [effect];
  const own = moves.find(({ id }) => id === subjectOf(entry));
  switch (entry.kind) {
    case 'event':
      return late && own !== undefined ? ['late'] : [];
    case 'retraction':
      return ['retracted'];
    case 'amendment':
      if (own !== undefined && own.was === undefined) return ['believed again'];
      return subject === undefined ? [] : changesIn(subject.event, entry.event, before);
  }
};

const changesIn = (was: MatchEvent, is: MatchEvent, state: Recorded['before']): string[] => {
  const changes: string[] = [];
  if (was.type !== is.type) changes.push('amended type');
  if (!isSame(was.at, is.at)) changes.push('amended time');
  if (personOf(was) !== personOf(is)) changes.push('amended person');
  if (clubOf(state, was) !== clubOf(state, is)) changes.push('amended club');
  return changes.length === 0 ? ['amended otherwise'] : changes;
};

class Tally {
  readonly counted: Record<CoverageGroup, Record<string, number>> = {
    events: {},
    phases: {},
    transitions: {},
    'VAR outcomes': {},
    'VAR reviews': {},
    'VAR categories': {},
    corrections: {},
    breaches: {},
    refusals: {},
  };

  /** What isn't among the things to exercise isn't counted. */
  count(group: CoverageGroup, name: string, times = 1): void {
    if (!(COVERABLE[group] as readonly string[]).includes(name)) return;
    this.counted[group][name] = (this.counted[group][name] ?? 0) + times;
  }

  countEach(group: CoverageGroup, names: readonly string[]): void {
    for (const name of names) this.count(group, name);
  }
}
