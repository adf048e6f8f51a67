import type { MatchHistory } from '../playback/views.ts';
import { type Mismatch, mismatches } from './matching.ts';
import type { Claim, ClaimVerdict } from './scenario.ts';

/** What the log makes of a claim. */
export interface Judged {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  /** Where the match differs, or is silent. */
  readonly mismatches: readonly Mismatch[];
  /** How many entries were known. */
  readonly cursor: number;
}

/** Judges a claim about the match at one time, as known at another; a sentence where the recording has no such time. */
export const judge = (history: MatchHistory, claim: Claim): Judged | { readonly problem: string } => {
  const { at, asOf } = claim;
  const answer = history.answer({ ...(at === undefined ? {} : { at }), ...(asOf === undefined ? {} : { asOf }) });
  if (!answer.ok) return { problem: answer.message };
  const parted = mismatches(claim.says.views, answer.views);
  return { claim, verdict: verdictOn(parted), mismatches: parted, cursor: answer.cursor };
};

/** Silence isn't denial: what the journal needn't tell is undecided, unless something else in the claim is wrong. */
const verdictOn = (parted: readonly Mismatch[]): ClaimVerdict => {
  if (parted.length === 0) return 'upheld';
  return parted.every(isSilence) ? 'undecided' : 'contradicted';
};

const isSilence = ({ path, seen }: Mismatch): boolean =>
  seen === undefined && UNTOLD.some((pattern) => fits(pattern, path));

/**
 * What a journal may leave open. Anywhere else absence says that there is none: no extra time, no card, no goal.
 */
const UNTOLD: readonly (readonly string[])[] = [
  ['stats', '*', 'reported'],
  ['stats', '*', 'counted'],
  ['lineups', '*', 'captain'],
  ['lineups', '*', 'formation'],
  ['lineups', '*', 'goalkeeper'],
  ['lineups', '*', '*', '*', 'shirt'],
  ['lineups', '*', '*', '*', 'position'],
  ['timeline', '*', 'person'],
  ['timeline', '*', 'other'],
  ['timeline', '*', 'outcome'],
  ['timeline', '*', 'reason'],
  ['timeline', '*', 'text'],
];

const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  path.length >= pattern.length && pattern.every((step, index) => step === '*' || step === path[index]);
