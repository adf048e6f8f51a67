import type { Regulations } from './regulations.ts';

/** Something in a set of regulations that can't be together with something else in it. */
export interface Contradiction {
  /** The fields that it's about; whoever wrote one of them is told. */
  readonly fields: readonly (readonly string[])[];
  /** A sentence without a full stop. */
  readonly message: string;
}

/** What contradicts itself in a set of regulations. */
export const contradictionsIn = (rules: Regulations): readonly Contradiction[] => {
  const { extraTime, ifLevel, awayGoals, awayGoalsInET, substitutions, minPlayers, shootOut } = rules;
  const none = extraTime === 'none';
  const found: (Contradiction | false)[] = [
    awayGoalsInET === true &&
      !awayGoals && {
        fields: [['awayGoalsInET'], ['awayGoals']],
        message: 'awayGoalsInET is true, and away goals count for nothing: awayGoals is false',
      },
    awayGoalsInET === true &&
      none && {
        fields: [['awayGoalsInET'], ['extraTime']],
        message: 'awayGoalsInET is true, and there is no extra time: extraTime is none',
      },
    !none &&
      ifLevel === 'draw' && {
        fields: [['extraTime'], ['ifLevel']],
        message: `extraTime is ${extraTime}, and nobody needs to win: ifLevel is draw`,
      },
    rules.var.categories.length > 0 &&
      !rules.var.enabled && {
        fields: [['var', 'categories']],
        message: 'var.categories says what VAR may look at, and there is none: var.enabled is false',
      },
    ifLevel !== 'shoot-out' && {
      fields: (['carryCautions', 'order', 'equateDuring', 'kicks'] as const).map((field) => ['shootOut', field]),
      message: `shootOut says how kicks are taken, and there are none: ifLevel is ${ifLevel}`,
    },
    shootOut.kicks === 0 && { fields: [['shootOut', 'kicks']], message: 'a shoot-out of no kicks decides nothing' },
    substitutions.extraTime > 0 &&
      none && {
        fields: [['substitutions', 'extraTime']],
        message: `substitutions.extraTime is ${substitutions.extraTime}, and there is no extra time: extraTime is none`,
      },
    substitutions.windows !== undefined &&
      substitutions.windows > substitutions.normal && {
        fields: [['substitutions', 'windows']],
        message: `substitutions.windows is ${substitutions.windows}, and there are no more than ${substitutions.normal} changes to make in them`,
      },
    (minPlayers > 11 || minPlayers < 1) && {
      fields: [['minPlayers']],
      message: `minPlayers is ${minPlayers}; a side has from one to eleven on the pitch`,
    },
  ];
  return found.filter((each) => each !== false);
};
