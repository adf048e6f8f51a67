import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixture } from '../../src/match/fixture.ts';
import { parseTime, type TimeRef } from '../../src/match/time.ts';
import { history, type MatchHistory } from '../../src/playback/views.ts';
import type { Views } from '../../src/projections/views.ts';
import { load } from '../../src/scenario/load.ts';

/** A scenario's match, as known at any time. */
export interface KnownMatch {
  readonly history: MatchHistory;
  readonly fixture: Fixture;
  /** As known when the watch showed it; a whistle's name means just after it. Without a time: at the end. */
  readonly asOf: (time?: string) => Views;
}

export const knownMatch = (path: string): KnownMatch => {
  const file = join(import.meta.dirname, '..', '..', 'scenarios', `${path}.yaml`);
  const loaded = load(readFileSync(file, 'utf8'), file, (other) => readFileSync(other, 'utf8'));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const folded = history(loaded.scenario.recording);
  return {
    history: folded,
    fixture: folded.fixture,
    asOf: (time) => {
      if (time === undefined) return folded.viewsAt(folded.length);
      const answer = folded.answer({ asOf: parseTime(time) as TimeRef });
      if (!answer.ok) throw new Error(answer.message);
      return answer.views;
    },
  };
};

export const FLAGSHIP = 'atalanta-dortmund';
