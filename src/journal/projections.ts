import type { Fixture } from '../match/fixture.ts';
import type { Believed, Projection, Recorded } from './projection.ts';

/** The projections that a history folds: of the match, and of the record. */
export interface Projections {
  // biome-ignore lint/suspicious/noExplicitAny: each projection has a state of its own, and only it looks inside
  readonly match: Readonly<Record<string, Projection<any, Believed, unknown>>>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly record: Readonly<Record<string, Projection<any, Recorded, unknown>>>;
}

// biome-ignore lint/suspicious/noExplicitAny: each projection has a state of its own, and only it looks inside
type AnyProjections<Input> = Readonly<Record<string, Projection<any, Input, unknown>>>;

export const initAll = <Input>(projections: AnyProjections<Input>, fixture: Fixture): Record<string, unknown> =>
  Object.fromEntries(Object.entries(projections).map(([name, { init }]) => [name, init(fixture)]));

export const evolveAll = <Input>(
  projections: AnyProjections<Input>,
  states: Readonly<Record<string, unknown>>,
  input: Input,
): Readonly<Record<string, unknown>> => {
  let next: Record<string, unknown> | undefined;
  for (const name in projections) {
    const state = states[name];
    const evolved = projections[name]?.evolve(state, input);
    if (evolved === state) continue;
    next ??= { ...states };
    next[name] = evolved;
  }
  return next ?? states;
};
