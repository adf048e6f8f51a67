import { breachesOf, decide } from '../../../src/match/decide.ts';
import type { Fixture } from '../../../src/match/fixture.ts';
import { type Line, oneLeg, playing } from '../../support/story.ts';

/** What the Laws have against the last line, as a report. */
export const breaches = (...lines: readonly Line[]): readonly string[] => breachesIn(oneLeg(), ...lines);

/** With which code the last line, asked for in a match by the Laws, is refused; `undefined` where it's accepted. */
export const refusal = (...lines: readonly Line[]): string | undefined => refusalIn(oneLeg(), ...lines);

export const breachesIn = (fixture: Fixture, ...lines: readonly Line[]): readonly string[] => {
  const { state, event } = asked(fixture, lines);
  return breachesOf(state, event).map(({ code }) => code);
};

export const refusalIn = (fixture: Fixture, ...lines: readonly Line[]): string | undefined => {
  const { state, event } = asked(fixture, lines);
  const verdict = decide(state, event, 'simulate');
  return verdict.kind === 'refused' ? verdict.refusal.code : undefined;
};

/** The last line, and the match before it. */
export const asked = (fixture: Fixture, lines: readonly Line[]) => {
  const { recording, history } = playing(fixture).tell(...lines);
  const last = recording.entries.at(-1);
  if (last?.kind !== 'event') throw new Error('the last line is what is asked for');
  return { state: history.stateAt(history.length - 1), event: last.event };
};
