/**
 * How often things happen in ninety minutes of top-flight football, both sides together unless told otherwise. Rounded,
 * from what leagues and UEFA publish season by season (2015–2025) and from:
 *
 * - goals: about 2.7, three or four tenths more for the home side; more of them the later it is in the half, and in the
 *   second half (Armatas, Yiannakos & Sileloglou 2007)
 * - about 25 shots, a third of them on target; 10 corners; 22 fouls; 4 offsides
 * - 3.5 to 4 yellow cards and 0.2 dismissals, about half of them by a second yellow; two thirds in the second half
 * - penalties: about 0.28, three of four scored; in a shoot-out as well (Apesteguia & Palacios-Huerta 2010: 73 %)
 * - VAR changes about 0.3 decisions; two matches of three see no review (IFAB and KU Leuven 2018, 804 matches)
 * - a head collision a match, looked at for a minute and a half where it's looked at; three additional substitutions for
 *   concussion in the half season in which the Premier League first had them, from February 2021 (Tarzi et al. 2022)
 * - substitutions: four to five a side where five are allowed, mostly from the 46th minute to the 85th
 * - time added: two to four minutes to the first half, four to eight to the second
 *
 * What is an assumption below is so called: nobody publishes it, as far as we know.
 */
export const RATES = {
  /** Of a side, in ninety minutes. */
  goals: { home: 1.55, away: 1.2 },
  /** Of a side, in the thirty minutes of extra time. */
  extraTimeGoals: { home: 0.42, away: 0.34 },
  /** The second half's share of the goals. */
  secondHalf: 0.55,
  /** How much denser goals lie at the end of a half than at its beginning. */
  risingBy: 0.4,
  ownGoals: 0.03,
  penaltyGoals: 0.085,
  assisted: 0.7,
  /** Goals whose check people are told of. */
  checkedGoals: 0.2,

  /** Without goals and penalties. */
  shots: 23,
  /** Without those that follow on a shot. */
  corners: 7,
  /** Without those that lead to cards and penalties. */
  fouls: 19.5,
  offsides: 4.2,
  throwIns: 27,
  injuries: 1.4,
  /** Those after which somebody is replaced: three in some 170 matches. */
  concussions: 0.018,
  cautions: 3.9,
  staffCautions: 0.1,
  straightReds: 0.09,
  secondYellows: 0.09,
  missedPenalties: 0.06,
  /** Goals that a review takes back, penalties that it takes back, and reviews after which all stays as it was. */
  disallowed: 0.14,
  withdrawnPenalties: 0.04,
  upheld: 0.09,
  /** Of the penalties and of the red cards, those that a review leads to. */
  penaltiesByReview: 0.3,
  redsByReview: 0.35,
  /** Of the penalties, those that are taken again: an assumption. */
  retakenPenalties: 0.05,
  /** Of those, the ones that a review leads to: an assumption. */
  retakesByReview: 0.5,
  /** Kicks from the mark that are saved, and taken again since the goalkeeper had left his line: an assumption. */
  offLineInKicks: 0.04,
  /** Kicks from the mark that go in, and are taken again after an accidental second touch: an assumption. */
  doubleTouches: 0.002,
  /** Of the straight red cards, those of goalkeepers: an assumption, one to each of the eleven. */
  goalkeeperReds: 0.09,

  /** The home side's share of what it does with the ball. */
  homeShare: 0.54,
  /** The first half's share of the cautions. */
  cautionsInFirstHalf: 0.36,
  /** Changes for an injury before half-time, a side. */
  earlyChanges: 0.08,
  changesAtHalfTime: 0.35,
  /** How often a captain is replaced, beside another of his line: an assumption. */
  captainReplaced: 0.5,
  /** Of the injuries, those treated beside the pitch (before 2026/27, which sends everybody there): an assumption. */
  treatedAside: 0.35,
  /** Of these, the ones that bleed: an assumption. */
  bleeding: 0.15,
  /** How often the opponents make at once the change that a substitution for concussion gives them: an assumption. */
  concussionAnswered: 0.3,
  /** Footballers of a squad whom their next caution suspends, before the first leg of a tie: an assumption. */
  onTheBrink: 0.15,
  /** Kicks from the penalty mark that go in. */
  kicksScored: 0.74,
} as const;
