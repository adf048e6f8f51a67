import { byMeans, inWords, NEEDS, spelled, upperFirst } from '../english/words.ts';
import type { FACT_SURENESS, TIME_SURENESS } from '../journal/entry.ts';
import type { VarCategory } from '../match/event.ts';
import type { Means, Need } from '../match/laws/tie.ts';
import type { Period } from '../match/time.ts';
import type { Capacity, KickView, ReviewView } from '../projections/views.ts';
import type { Shape } from './tone.ts';

/** Every English word that the view models say, in one place: another language is another such object. */
export const words = {
  periods: {
    pre: 'Before kick-off',
    '1H': 'First half',
    HT: 'Half-time',
    '2H': 'Second half',
    ENT: 'End of normal time',
    ET1: 'Extra time, first half',
    ETHT: 'Extra time, half-time',
    ET2: 'Extra time, second half',
    EET: 'End of extra time',
    PEN: 'Penalty shoot-out',
    FT: 'Full time',
  } satisfies Record<Period, string>,

  /** Where there is room for four letters. */
  periodsShort: {
    pre: 'Pre',
    '1H': '1st',
    HT: 'HT',
    '2H': '2nd',
    ENT: 'End',
    ET1: 'ET 1',
    ETHT: 'ETHT',
    ET2: 'ET 2',
    EET: 'AET',
    PEN: 'Pens',
    FT: 'FT',
  } satisfies Record<Period, string>,

  statuses: {
    delayed: 'Delayed',
    suspended: 'Suspended',
    abandoned: 'Abandoned',
    postponed: 'Postponed',
    cancelled: 'Cancelled',
  },

  leg: (leg: number): string => (leg === 1 ? 'first leg' : 'second leg'),
  firstLeg: (home: string, score: string, away: string): string => `First leg: ${home} ${score} ${away}`,
  addedTime: (minutes: number): string => `+${minutes} announced`,
  onAggregate: (score: string): string => `${score} on aggregate`,
  onPitch: (count: number): string => `${count} on the pitch`,
  downTo: (count: number): string => `down to ${count}`,
  addedShort: (minutes: number): string => `+${minutes}`,
  ownGoal: 'o.g.',
  penalty: 'pen.',
  somebody: 'somebody',

  standing: {
    through: (club: string, by: Means | undefined): string => `${club} go through${byMeans(by)}`,
    won: (club: string, by: Means | undefined): string => `${club} win${byMeans(by)}`,
    drawn: 'A draw',
    leadFirst: (club: string): string => `${club} lead the tie`,
    leadThrough: (club: string, by?: Means): string => `as it stands ${words.standing.through(club, by)}`,
    needs: (need: Need): string => `as it stands ${NEEDS[need]}`,
    need: (need: Need): string => NEEDS[need],
    level: 'level on aggregate',
    levelTie: 'all level',
    shootout: (score: string): string => `${score} on penalties`,
  },

  kinds: {
    'kick-off': 'Kick-off',
    'half-time': 'Half-time',
    'full-time': 'Full time',
    'period-end': 'End of the period',
    'period-reopened': 'Play reopened',
    'added-time': 'Added time',
    'line-ups': 'Line-ups',
    goal: 'Goal',
    'goal-disallowed': 'Goal disallowed',
    shot: 'Shot',
    chance: 'Chance',
    error: 'Error',
    'penalty-awarded': 'Penalty awarded',
    penalty: 'Penalty kick',
    retake: 'Kick to be retaken',
    kick: 'Kick from the penalty mark',
    caution: 'Yellow card',
    'second-yellow': 'Second yellow card',
    red: 'Red card',
    'card-cancelled': 'Card cancelled',
    'card-transferred': 'Card for another man',
    substitution: 'Substitution',
    corner: 'Corner',
    foul: 'Foul',
    offside: 'Offside',
    handball: 'Handball',
    injury: 'Injury',
    'var-check': 'VAR check',
    'var-review': 'VAR review',
    'var-decision': 'VAR decision',
    'var-unavailable': 'VAR out of order',
    'var-available': 'VAR working again',
    suspended: 'Play suspended',
    resumed: 'Play resumed',
    abandoned: 'Abandoned',
    postponed: 'Postponed',
    cancelled: 'Cancelled',
    'clock-correction': 'Clock set right',
    ruling: 'Ruling',
    note: 'Note',
    amendment: 'Correction',
    retraction: 'Taken back',
  } as Readonly<Record<string, string>>,

  /** A letter for each shape, for those who can't tell colours apart. */
  letters: {
    goal: 'G',
    'own-goal': 'O',
    disallowed: '∅',
    penalty: 'P',
    'penalty-missed': 'p',
    caution: 'Y',
    'second-yellow': '2',
    red: 'R',
    review: 'V',
    substitution: 'S',
    whistle: '|',
    correction: 'C',
    other: '·',
  } satisfies Record<Shape, string>,

  shapes: {
    goal: 'goal',
    'own-goal': 'own goal',
    disallowed: 'goal disallowed',
    penalty: 'penalty',
    'penalty-missed': 'penalty missed',
    caution: 'yellow card',
    'second-yellow': 'second yellow card',
    red: 'red card',
    review: 'video review',
    substitution: 'substitution',
    whistle: 'whistle',
    correction: 'correction',
    other: 'anything else',
  } satisfies Record<Shape, string>,

  review: {
    title: { checking: 'VAR check', reviewing: 'VAR review', decided: 'VAR decision', unavailable: 'VAR out of order' },
    atMonitor: 'Referee at the monitor',
    byVideo: 'Review by the video referee',
    checking: 'Play is being checked',
    categories: {
      goal: 'goal',
      penalty: 'possible penalty',
      'direct-red': 'possible red card',
      'mistaken-identity': 'mistaken identity',
      'second-yellow': 'second yellow card',
      'wrong-team': 'card for the wrong team',
      corner: 'corner kick',
    } satisfies Record<VarCategory, string>,
    outcomes: {
      confirmed: 'Check complete',
      upheld: 'Decision stands',
      overturned: 'Overturned',
      amended: 'Decision changed',
      unknown: 'Outcome unknown',
    } satisfies Record<NonNullable<ReviewView['outcome']>, string>,
    steps: { check: 'Check', review: 'Review', decision: 'Decision' },
    onTheField: (decision: string): string => `on the field: ${decision}`,
    unavailable: 'Decisions are the referee’s alone',
  },

  marks: {
    superseded: (by: string): string => `replaced by: ${by}`,
    retracted: 'taken back by the feed',
    corrected: (was: string): string => (was === '' ? 'corrected' : `corrected; was ${was}`),
    late: (time: string, day: string | undefined): string =>
      `reported at ${time}${day === undefined ? '' : ` on ${day}`}`,
    irregular: (code: string, law: string | undefined): string =>
      `against the Laws: ${code}${law === undefined ? '' : ` (Law ${law})`}`,
    statuses: {
      duplicate: 'sent twice',
      'suspected-duplicate': 'perhaps the same again',
      conflict: 'says otherwise than before; not applied',
      parked: 'waits for what it refers to',
      'unknown-subject': 'corrects what nobody knows',
    },
  },

  struck: { superseded: 'superseded', retracted: 'taken back', corrected: 'corrected' },

  statistics: {
    xg: 'Expected goals',
    shots: 'Shots',
    shotsOnTarget: 'Shots on target',
    shotsOffTarget: 'Shots off target',
    shotsBlocked: 'Shots blocked',
    possession: 'Possession',
    corners: 'Corners',
    fouls: 'Fouls',
    offsides: 'Offsides',
    chances: 'Chances',
    woodwork: 'Woodwork',
    penalties: 'Penalties',
    saves: 'Saves',
    passes: 'Passes',
    passAccuracy: 'Pass accuracy',
  } as Readonly<Record<string, string>>,

  positions: {
    GK: 'goalkeeper',
    DF: 'defender',
    WB: 'wing-back',
    MF: 'midfielder',
    AM: 'attacking midfielder',
    FW: 'forward',
    'head-coach': 'head coach',
  } as Readonly<Record<string, string>>,

  capacities: {
    player: '',
    substitute: 'on the bench',
    substituted: 'already replaced',
    staff: 'staff',
  } satisfies Record<Capacity, string>,

  kicks: {
    scored: 'scored',
    saved: 'saved',
    'off-target': 'off target',
    missed: 'missed',
    woodwork: 'against the woodwork',
    forfeited: 'forfeited',
  } satisfies Record<KickView['outcome'], string>,

  source: {
    nobody: 'the feed',
    facts: {
      established: 'established',
      reported: 'reported',
      disputed: 'disputed',
      reconstructed: 'reconstructed',
    } satisfies Record<(typeof FACT_SURENESS)[number], string>,
    times: {
      exact: 'time exact',
      minute: 'time to the minute',
      estimated: 'time estimated',
    } satisfies Record<(typeof TIME_SURENESS)[number], string>,
  },

  deeds: {
    assist: (name: string): string => `Assist for ${name}`,
    on: 'On',
    onFor: (name: string): string => `On for ${name}`,
    offFor: (name: string): string => `Off for ${name}`,
  },

  thenAndNow: {
    stand: 'How it stands',
    reviews: 'Reviews',
    cards: 'Cards',
    teams: 'On the pitch',
    told: 'Told differently',
    score: 'Score',
    clock: 'Clock',
    aggregate: 'Aggregate',
    through: 'Going through',
    result: 'Result',
    level: 'level',
    open: 'open',
    yellow: (labels: string): string => `yellow ${labels}`,
    sentOff: (label: string, by: string): string => `sent off ${label} (${by})`,
    rescinded: 'rescinded',
    changes: (count: number): string => (count === 1 ? '1 change made' : `${count} changes made`),
  },

  changes: {
    goal: (score: string, scorer: string | undefined): string =>
      `Goal${scorer === undefined ? '' : `, ${scorer}`}. ${score}.`,
    scoreBack: (score: string): string => `The score goes back to ${score}.`,
    red: (name: string, club: string): string => `Red card: ${name}, ${club}.`,
    secondYellow: (name: string, club: string): string => `Second yellow card: ${name}, ${club}.`,
    yellow: (name: string, club: string): string => `Yellow card: ${name}, ${club}.`,
    period: (period: string, score: string): string => `${period}. ${score}.`,
    correction: 'The feed has corrected itself.',
  },
} as const;

/** `Yellow card`; what has no word of its own is spelled out. */
export const kindInWords = (kind: string): string => words.kinds[kind] ?? upperFirst(inWords(kind));

/** `shotsOnTarget` in words. */
export const statisticInWords = (name: string): string => words.statistics[name] ?? upperFirst(spelled(name));
