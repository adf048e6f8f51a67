import type { ClubCode, PersonId } from '../../match/fixture.ts';
import type { Half, MatchTime } from '../../match/time.ts';
import { atWatch, halfOf, spokenMinute } from '../clock.ts';
import type { Told } from '../telling.ts';
import type { GoalMark, KickMark } from './goal-line.ts';
import { kicksOf } from './kicks.ts';
import { afterTheInterval, inTurn } from './order.ts';
import type { Team } from './people.ts';
import type { CardMark, Minute } from './team-line.ts';

export interface Stage {
  readonly home: Team;
  readonly away: Team;
  readonly extraTime: boolean;
  readonly playedTo: Half | undefined;
  /** Extra time ended with its first goal. */
  readonly golden: boolean;
}

/** What the file tells of a match as events: line-ups, goals, cards, changes, kicks. */
export const toldOf = (stage: Stage, goals: readonly GoalMark[], kicks: readonly KickMark[]): Told[] => {
  const { home, away } = stage;
  const sheets = [home, away].filter(({ sheet }) => sheet.starting.length > 0);
  return [
    ...(sheets.length === 0
      ? []
      : [
          {
            id: 'line-ups',
            event: {
              type: 'line-ups',
              at: atWatch({ period: 'pre', elapsed: 0 }),
              teams: Object.fromEntries(sheets.map(({ club, sheet }) => [club, sheet])),
            },
          } satisfies Told,
        ]),
    ...inTurn(afterTheInterval([...goalsOf(stage, goals), ...[home, away].flatMap((team) => ofTeam(stage, team))])),
    ...kicksOf(home, away, kicks),
  ];
};

/** The watch at a minute of the file. What lies beyond ninety is added time, unless extra time was played. */
const timeOf = ({ minute, added }: Minute, { extraTime }: Stage): MatchTime =>
  atWatch(spokenMinute(Math.max(1, minute), added, extraTime || minute <= 90 ? halfOf(minute) : '2H'));

const goalsOf = (stage: Stage, goals: readonly GoalMark[]): Told[] => {
  const counted = new Map<ClubCode, number>();
  return goals.flatMap(({ side, name, minute, penalty, own }): Told[] => {
    const team = stage[side];
    const number = (counted.get(team.club) ?? 0) + 1;
    counted.set(team.club, number);
    const by = (own ? stage[side === 'home' ? 'away' : 'home'] : team).personOf(name);
    const at = timeOf(minute ?? LAST_MINUTE, stage);
    const time = minute === undefined ? 'estimated' : 'minute';
    const kick = `penalty-${team.club}-${number}`;
    const isKick = penalty && !own;
    return [
      ...(isKick
        ? [{ id: kick, event: { type: 'penalty', at, by, club: team.club, outcome: 'scored' }, time } satisfies Told]
        : []),
      {
        id: `goal-${team.club}-${number}`,
        event: {
          type: 'goal',
          at,
          by,
          club: team.club,
          ...(own ? { own } : {}),
          ...(isKick ? { from: 'penalty', penalty: kick } : {}),
        },
        time,
      },
    ];
  });
};

const LAST_MINUTE: Minute = { minute: 90, added: 0 };

const ofTeam = (stage: Stage, { club, listed, personOf }: Team): Told[] =>
  listed.flatMap(({ id, listed: { cards, replacedBy } }): Told[] => [
    ...cards.map((card, index) => cardOf(stage, club, id, card, index, cards)),
    ...(replacedBy === undefined
      ? []
      : [
          {
            id: `change-${id}`,
            event: {
              type: 'substitution',
              at: changeTime(replacedBy.minute, stage),
              off: id,
              on: personOf(replacedBy.by.name),
              club,
            },
            time: isInterval(replacedBy.minute) ? 'estimated' : 'minute',
          } satisfies Told,
        ]),
  ]);

/**
 * Changes of the interval are written 45', 45+1' or 46', each file in its own way; hardly ever is one made in the last
 * seconds of the half, or the first of the next.
 */
const isInterval = ({ minute, added }: Minute): boolean =>
  (minute === 45 && added <= 1) || (minute === 46 && added === 0);

const changeTime = (minute: Minute, stage: Stage): MatchTime =>
  isInterval(minute) ? atWatch({ period: 'HT', elapsed: 0 }) : timeOf(minute, stage);

const cardOf = (
  stage: Stage,
  club: ClubCode,
  person: PersonId,
  { kind, minute }: CardMark,
  index: number,
  cards: readonly CardMark[],
): Told => {
  const at = timeOf(minute ?? LAST_MINUTE, stage);
  const type = kind === 'Y' ? 'caution' : kind === 'R' ? 'red' : 'second-yellow';
  const isUnclear = kind === 'R' && cards.slice(0, index).some((earlier) => earlier.kind === 'Y');
  return {
    id: `card-${person}-${index + 1}`,
    event: { type, at, person, club },
    time: minute === undefined ? 'estimated' : 'minute',
    ...(isUnclear ? { note: 'a red card after a caution: not every file tells a second caution apart' } : {}),
  };
};
