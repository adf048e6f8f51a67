interface CodeOf {
  /** Number of the Law (`10.3`), or the document where it isn't one of the Laws. */
  readonly law: string;
  /** What it means, in a line. */
  readonly about: string;
  /** Only a match by the Laws refuses it: what a record leaves out may have happened all the same. */
  readonly only?: 'refused';
}

/** Every code of a breach or a refusal, with its Law (2025/26) and what it means. */
export const CODES = {
  // Who and what an event names
  'unknown-person': { law: 'record', about: "Somebody is named whom the fixture doesn't have." },
  'unknown-club': { law: 'record', about: "A club is named that isn't playing in this leg." },
  'unknown-entry': { law: 'record', about: "An entry is named that the match doesn't know, or not as such a thing." },
  'unknown-leg': { law: 'record', about: "The fixture has no such leg, so that the event can't be placed." },
  'id-taken': { law: 'record', about: 'Another event of the match has that id.', only: 'refused' },
  'nobody-named': { law: 'record', about: 'Nobody is named, and no club, where the event makes no sense without.' },
  'wrong-club': { law: 'record', about: "Somebody is named for a club that isn't his, or acts for the other side." },
  'running-score-differs': { law: 'record', about: "The source's own score isn't the one that the goals amount to." },
  'clock-goes-back': {
    law: '7',
    about: 'The event lies before the moment that the match has reached.',
    only: 'refused',
  },

  // Line-ups and numbers
  'listed-twice': { law: '3.3', about: 'Somebody stands on a team sheet twice.' },
  'too-many-substitutes-named': { law: '3.2', about: 'More substitutes are named than the competition allows.' },
  'not-a-footballer': { law: '3', about: 'A member of the staff is named where only a footballer can be.' },
  'no-goalkeeper': { law: '3.1', about: 'A side plays without a goalkeeper.' },
  'too-few-on-the-pitch': { law: '3.1', about: "A match doesn't start or go on with fewer than seven on a side." },
  'too-many-on-the-pitch': { law: '3.1', about: 'A side has more on the pitch than it may.' },
  'not-on-the-pitch': { law: '3', about: "Somebody who isn't on the pitch takes part in play." },
  'already-on-the-pitch': { law: '3', about: 'Somebody comes on who is on the pitch.' },
  'entered-without-a-substitution': { law: '3.5', about: 'A substitute enters and nobody was replaced.' },
  'not-on-the-sheet': { law: '3.3', about: "Somebody is carded who isn't on the team sheet.", only: 'refused' },

  // Periods and whistles
  'period-out-of-order': { law: '7', about: "A period begins, ends or is reopened when it can't." },
  'early-whistle': { law: '7.1', about: 'A half ends before its time.' },
  'stoppage-shorter-than-announced': { law: '7.3', about: 'Less time is added than was announced.' },
  'added-time-reduced': { law: '7.3', about: 'Less time is announced than before; added time may only grow.' },
  'review-open': { law: 'VAR protocol 4', about: 'A period ends while a review is open.' },
  'penalty-not-taken': { law: '7.4', about: 'A period ends, or play goes on, with a penalty kick still to be taken.' },
  'shoot-out-undecided': { law: '10.3', about: 'The shoot-out ends before anybody has won it.' },
  'extra-time-not-required': {
    law: 'regulations',
    about: "Extra time begins that the tie or the rules don't call for.",
  },
  'shoot-out-not-required': { law: 'regulations', about: "Kicks are taken that the tie or the rules don't call for." },
  'no-longer-required': {
    law: 'regulations',
    about: 'This belongs to an extra time that the tie turns out not to need.',
  },
  'match-over': { law: '7', about: 'The match has ended; only cards, reviews, rulings and remarks come after it.' },
  'match-abandoned': { law: '7.5', about: 'The match has been abandoned or called off.' },
  'match-not-over': { law: 'regulations', about: "A result is confirmed that there isn't yet.", only: 'refused' },
  'play-suspended': { law: '7.5', about: "Play is suspended and hasn't been resumed.", only: 'refused' },
  'not-suspended': { law: '7.5', about: "Play is resumed that wasn't suspended.", only: 'refused' },
  'not-under-way': { law: '7.5', about: "A match is suspended or abandoned that hasn't begun.", only: 'refused' },
  'already-under-way': { law: '8', about: 'The match has begun, so that this comes too late.' },

  // Play, restarts and goals
  'ball-not-in-play': { law: '8', about: "This takes the ball in play, and it isn't." },
  'restart-not-owed': { law: '8', about: "A kick-off is taken that isn't due." },
  'wrong-side-restarts': {
    law: '8.1',
    about: 'The side that scored kicks off, or the one that began the half before.',
  },
  'goal-before-kick-off': { law: '10.1', about: 'A goal before anybody has kicked off.' },
  'goal-after-the-whistle': { law: '10.1', about: 'A goal when the period is over.' },
  'goal-without-kick-off': { law: '8.1', about: "A goal when the kick-off after the last one hasn't been taken." },
  'goal-in-the-shoot-out': { law: '10.3', about: 'Kicks from the penalty mark are no goals.' },
  'no-such-goal': { law: '10.1', about: 'No goal of that id.' },
  'goal-already-disallowed': { law: '10.1', about: "That goal doesn't stand any more.", only: 'refused' },
  'decision-final': { law: '5.2', about: "Play has restarted, so that the decision can't be changed any more." },
  'wrong-restart': { law: '8', about: 'What was decided, or the offence, calls for another restart.' },
  'restart-for-the-offender': { law: '13', about: 'A free kick or a penalty goes to the side that offended.' },
  'goal-straight-from-the-restart': {
    law: '10.1',
    about: "A throw-in goes straight in, or the own side's free kick, goal kick or throw-in into the own goal.",
  },

  // Penalty kicks
  'penalty-not-awarded': { law: '14', about: 'A penalty kick without an award that stands.' },
  'penalty-already-taken': { law: '14', about: 'The kick that was awarded has been taken.' },
  'penalty-not-scored': { law: '14', about: "A goal is told of a kick that wasn't scored." },
  'touched-twice': { law: '14.2', about: 'The kicker plays the ball again before anybody else has touched it.' },
  'rebound-after-time': { law: '7.4', about: 'The half was kept open for a penalty alone, and the kick is over.' },
  'kept-open-too-early': { law: '7.4', about: 'A half is kept open for a penalty before its time is up.' },
  'no-such-kick': { law: '14', about: 'No kick of that id.' },
  'already-retaken': { law: '14', about: "That kick doesn't count any more." },
  'retake-not-due': { law: '14', about: "By that year's Law 14 the offence doesn't lead to a retake." },

  // Kicks from the penalty mark
  'kick-out-of-turn': { law: '10.3', about: "It's the other side's turn." },
  'kick-after-decision': { law: '10.3', about: 'The shoot-out is decided.' },
  'kicker-not-eligible': {
    law: '10.3',
    about: "The kicker wasn't on the pitch at the end of play, or has been sent off.",
  },
  'numbers-not-equal': {
    law: '10.3',
    about: 'One side has more who may kick than the other, and leaves nobody out.',
    only: 'refused',
  },
  'already-kicked-this-cycle': { law: '10.3', about: "He has kicked, and others of his side haven't yet." },

  // Cards
  'already-dismissed': { law: '12.3', about: 'He has been sent off and takes no further part.' },
  'dismissal-not-applied': { law: '12.3', about: 'He plays on, or is cautioned again, after a second caution.' },
  'second-caution-missing': { law: '12.3', about: 'A second yellow card without a first.' },
  'same-offence': { law: '12.3', about: 'Nobody is cautioned twice for one offence.' },
  'only-a-caution': { law: '12.3', about: 'A footballer is sent off at once for what only a caution is for.' },
  'goal-not-denied': { law: '12.3', about: 'Sent off for denying a goal, or the chance of one, that was scored.' },
  'staff-cards-not-in-force': { law: '12.3', about: "That season's Laws have no cards for team officials." },
  'no-such-card': { law: '12.3', about: 'No card of that id that stands.' },
  'category-not-in-regulations': { law: 'VAR protocol 2', about: "That season's protocol doesn't go so far." },

  // Substitutions
  'no-substitution-left': { law: '3.2', about: 'All substitutions have been made.' },
  'no-window-left': { law: '3.2', about: 'The side has used the stoppages in which it may change.' },
  'already-substituted': { law: '3.2', about: 'He has been replaced and takes no further part.' },
  'not-on-the-bench': { law: '3.3', about: "Somebody comes on who isn't a named substitute." },
  'swapped-in-out': { law: 'record', about: 'Who comes on is on the pitch, and who goes off is on the bench.' },
  'only-the-goalkeeper-changes': {
    law: '10.3',
    about: 'Once nothing but the kicks is left, only a goalkeeper may be replaced.',
  },

  // Video assistant referee
  'var-unavailable': { law: 'VAR protocol 1', about: 'There is no VAR in this competition, or not at this moment.' },
  'not-reviewable': { law: 'VAR protocol 2', about: 'Nothing that VAR may look at under these rules.' },
  'review-window-closed': { law: 'VAR protocol 1', about: 'Play has restarted since the incident.' },
  'another-review-open': { law: 'VAR protocol 4', about: 'One review at a time.' },
  'no-review-open': { law: 'VAR protocol 4', about: "A review ends that hadn't begun.", only: 'refused' },
  'review-already-closed': { law: 'VAR protocol 4', about: 'That review has its outcome.' },
  'review-upheld': { law: 'VAR protocol 1', about: 'A new decision follows from a review that upheld the first.' },
} as const satisfies Readonly<Record<string, CodeOf>>;

export type Code = keyof typeof CODES;

/** Codes that no breach has. */
export const ONLY_REFUSED: ReadonlySet<string> = new Set(
  Object.entries<CodeOf>(CODES).flatMap(([code, { only }]) => (only === undefined ? [] : [code])),
);

/** How a Law is cited in a sentence: `Law 10.3`, `VAR protocol 4`, `the regulations`, `the record`. */
export const citation = (law: string): string =>
  /^\d/.test(law) ? `Law ${law}` : law.startsWith('VAR') ? law : `the ${law}`;

/** `docs/codes.md`, made from the table. */
export const codesDocument = (): string => {
  const rows = Object.entries<CodeOf>(CODES).map(
    ([code, { law, about, only }]) =>
      `| \`${code}\` | ${citation(law)} | ${about}${only === undefined ? '' : ' Refused only: a record may have left something out.'} |`,
  );
  return `# Codes

What the Laws have against an event. In a match that is played by the Laws it's the code of a refusal; in a record it's
the code of an irregularity, which \`irregular:\` on a scenario's line announces. This page is made from
\`src/match/judgement/codes.ts\`.

| code | by | what it means |
|---|---|---|
${rows.join('\n')}
`;
};
