import { formatScore, shortNameOf, spelled } from '../../english/words.ts';
import { personName } from '../../faces/names.ts';
import type { Fixture } from '../../match/fixture.ts';
import { formatClock, parseTime } from '../../match/time.ts';
import type { PersonCards, ReviewView, ViewName, Views } from '../../projections/views.ts';
import { byOrder, table } from '../words/lines.ts';
import { allMoments } from '../words/moments.ts';
import { aggregateOf, scoreOf, verdictOf } from '../words/wording.ts';
import { teamsSideBySide } from './teams.ts';

/** A view as lines of at most `width` where it's bounded; none where there is nothing to show. */
export type Section = (views: Views, fixture: Fixture, width: number | undefined) => string[];

export const SECTIONS: Readonly<Record<ViewName, Section>> = {
  clock: ({ clock }, fixture) => {
    const { leg, period, label, running, addedTime, status, restart } = clock;
    return table([
      ['period', fixture.legs.length > 1 ? `${period} of leg ${leg}` : period],
      ['watch', `${watchOf(clock)}, ${label}${running ? '' : ', standing'}`],
      ...(addedTime === undefined ? [] : [['announced', `${addedTime} min`]]),
      ...(status === undefined ? [] : [['status', status]]),
      ...(restart === undefined
        ? []
        : [
            [
              'owed',
              `${restart.kind}${restart.club === undefined ? '' : ` for ${shortNameOf(fixture, restart.club)}`}`,
            ],
          ]),
    ]);
  },

  scoreboard: ({ scoreboard }) => {
    const { halfTime, normalTime, extraTime, shootout } = scoreboard;
    const parts = { 'half-time': halfTime, 'normal time': normalTime, 'extra time': extraTime, kicks: shootout };
    return [
      scoreOf(scoreboard),
      ...table(
        Object.entries(parts).flatMap(([name, score]) => (score === undefined ? [] : [[name, formatScore(score)]])),
      ),
    ];
  },

  aggregate: ({ aggregate, scoreboard, ...rest }, fixture) => {
    if (aggregate === undefined) return [];
    const { home, away } = scoreboard;
    const verdict = verdictOf({ aggregate, scoreboard, ...rest }, fixture);
    const lead = aggregate.leader === undefined ? 'level' : `${shortNameOf(fixture, aggregate.leader)} lead`;
    return [
      `${home.club} ${aggregateOf(aggregate, scoreboard)} ${away.club}, ${verdict ?? lead}`,
      ...table(
        Object.entries(aggregate.legs).map(([leg, { home, away, score }]) => [
          leg.replace(/^leg/, 'leg '),
          `${home} ${formatScore({ home: score[home] ?? 0, away: score[away] ?? 0 })} ${away}`,
        ]),
      ),
    ];
  },

  result: ({ result }, fixture) => {
    const { status, winner, level, by, score } = result;
    return table([
      ['status', status],
      ...(winner === undefined ? [] : [['winner', shortNameOf(fixture, winner)]]),
      ...(level === undefined ? [] : [['winner', 'none: level']]),
      ...(by === undefined ? [] : [['by', by]]),
      ...(score === undefined ? [] : [['official', formatScore(score)]]),
    ]);
  },

  shootout: ({ shootout, scoreboard }, fixture) =>
    shootout === undefined
      ? []
      : [
          `${scoreboard.home.club} ${aggregateOf(shootout, scoreboard)} ${scoreboard.away.club}`,
          ...table(
            byOrder(shootout.kicks).map(({ number, club, by, outcome, superseded }) => [
              String(number),
              club,
              by === undefined ? '' : personName(fixture, by),
              superseded === true ? `${outcome}, taken again` : outcome,
            ]),
          ),
        ],

  cards: ({ cards }) => table(Object.values(cards.people).map(cardRow)),

  var: ({ var: { status, reviews } }) => {
    const rows = byOrder(reviews).map(reviewRow);
    return [...(status === 'idle' ? [] : [status]), ...table(rows)];
  },

  lineups: teamsSideBySide,

  stats: ({ stats, scoreboard }) => {
    const clubs = [scoreboard.home.club, scoreboard.away.club];
    const rowsOf = (kind: 'counted' | 'reported'): string[][] => {
      const names = new Set(clubs.flatMap((club) => Object.keys(stats[club]?.[kind] ?? {})));
      return [...names].map((name) => [
        spelled(name),
        ...clubs.map((club) => String(stats[club]?.[kind]?.[name] ?? '–')),
      ]);
    };
    const [counted, reported] = [rowsOf('counted'), rowsOf('reported')];
    return table([
      ...(counted.length === 0 ? [] : [['as the journal counts', ...clubs], ...counted]),
      ...(reported.length === 0 ? [] : [['as a source reports', ...clubs], ...reported]),
    ]);
  },

  timeline: allMoments,

  commentary: ({ commentary }, _fixture, width) =>
    table(
      byOrder(commentary).map(({ label, text }) => [label.padStart(6), text]),
      width,
    ),
};

/** The running clock; after a whistle that of the half that it ended, which the label is of. */
const watchOf = ({ period, elapsed, label }: Views['clock']): string => {
  const half = parseTime(label);
  return formatClock({ period: half?.kind === 'clock' ? half.period : period, elapsed });
};

const cardRow = ({ name, club, role, yellows, shootoutYellows = [], sentOff }: PersonCards): string[] => {
  const rescinded = sentOff?.rescinded === true ? ' (rescinded)' : '';
  const shown = [
    ...(yellows.length === 0 ? [] : [`yellow ${yellows.join(', ')}`]),
    ...(shootoutYellows.length === 0 ? [] : [`yellow in the shoot-out ${shootoutYellows.join(', ')}`]),
    ...(sentOff === undefined
      ? []
      : [sentOff.by === 'second-yellow' ? `sent off${rescinded}` : `red ${sentOff.label}${rescinded}`]),
  ];
  return [club, role === 'player' ? name : `${name} (${role})`, shown.join(': ')];
};

const reviewRow = ({ openedAt, closedAt, category, kind, outcome, from, to, for: cause }: ReviewView): string[] => {
  const change = from === undefined || to === undefined ? '' : `: ${from} → ${to}`;
  return [
    closedAt === undefined || closedAt === openedAt ? openedAt : `${openedAt} to ${closedAt}`,
    cause === undefined ? category : `${category} (${cause})`,
    kind,
    `${outcome ?? 'open'}${change}`,
  ];
};
