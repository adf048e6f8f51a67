import type { LineupsView, TimelineItem, Views } from '../projections/views.ts';
import type { CardOnRecord, ChangeOnRecord, GoalOnRecord, MatchRecord, Tally } from './importer.ts';

/** Where the provider's record and the views part. */
export interface Difference {
  readonly part: keyof MatchRecord;
  /** Whom or what it's about, where the part has several. */
  readonly about?: string;
  readonly record: string;
  readonly views: string;
}

/** What the recording shows at its end, and who was on the pitch when it began. */
export interface Seen {
  readonly views: Pick<Views, 'scoreboard' | 'cards' | 'timeline'>;
  readonly start: LineupsView;
}

/** Whatever the record says, held against the views; what it leaves out isn't looked at. */
export const compare = ({ views, start }: Seen, record: MatchRecord): Difference[] => {
  const { scoreboard } = views;
  return [
    ...tallies('score', { home: scoreboard.home.score, away: scoreboard.away.score }, record.score),
    ...tallies('halfTime', scoreboard.halfTime, record.halfTime),
    ...tallies('normalTime', scoreboard.normalTime, record.normalTime),
    ...tallies('extraTime', scoreboard.extraTime, record.extraTime),
    ...tallies('shootout', scoreboard.shootout, record.shootout),
    ...(record.goals === undefined ? [] : lists('goals', goalsIn(views), record.goals.map(goalLine))),
    ...(record.cards === undefined ? [] : lists('cards', cardsIn(views, record.cards), record.cards.map(cardLine))),
    ...(record.substitutions === undefined
      ? []
      : lists('substitutions', changesIn(views, record.substitutions), record.substitutions.map(changeLine))),
    ...Object.entries(record.lineups ?? {}).flatMap(([club, people]) =>
      lists('lineups', Object.keys(start[club]?.onPitch ?? {}), people).map((each) => ({
        ...each,
        about: `${club} ${each.about}`,
      })),
    ),
  ];
};

const tallies = (part: keyof MatchRecord, views: Tally | undefined, record: Tally | undefined): Difference[] => {
  if (record === undefined || (views?.home === record.home && views.away === record.away)) return [];
  return [{ part, record: scoreLine(record), views: views === undefined ? 'none' : scoreLine(views) }];
};

export const scoreLine = ({ home, away }: Tally): string => `${home}–${away}`;

/** What one side has more often than the other. */
const lists = (part: keyof MatchRecord, views: readonly string[], record: readonly string[]): Difference[] => {
  const [ours, theirs] = [counted(views), counted(record)];
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((about) => {
    const [here, there] = [ours.get(about) ?? 0, theirs.get(about) ?? 0];
    return here === there ? [] : [{ part, about, record: times(there), views: times(here) }];
  });
};

const counted = (lines: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
};

const times = (count: number): string => (count === 0 ? 'no' : count === 1 ? 'yes' : `${count} times`);

const goalLine = ({ club, person, own }: GoalOnRecord): string =>
  [club, person ?? 'somebody', ...(own === true ? ['own goal'] : [])].join(' ');

const goalsIn = ({ timeline }: Seen['views']): string[] =>
  standing(timeline, 'goal')
    .filter(({ at }) => at.period !== 'PEN')
    .map(({ club = '?', person, own }) =>
      goalLine({ club, ...(person === undefined ? {} : { person }), ...(own === true ? { own } : {}) }),
    );

const cardLine = ({ club, person, kind }: CardOnRecord): string => `${club} ${person ?? 'somebody'} ${kind}`;

/** A card whose owner nobody named is in no view of people; it's looked for in the timeline. */
const cardsIn = ({ cards, timeline }: Seen['views'], record: readonly CardOnRecord[]): string[] => {
  const named = Object.entries(cards.people).flatMap(([person, { club, yellows, shootoutYellows = [], sentOff }]) => {
    const second = sentOff?.by === 'second-yellow';
    const shown = yellows.length + shootoutYellows.length - (second ? 1 : 0);
    const kinds = [
      ...Array.from({ length: Math.max(0, shown) }, () => 'yellow' as const),
      ...(second ? ['second-yellow' as const] : []),
      ...(sentOff?.by === 'straight-red' ? ['red' as const] : []),
    ];
    return kinds.map((kind) => cardLine({ club, person, kind }));
  });
  if (record.every(({ person }) => person !== undefined)) return named;
  const nameless = (['caution', 'second-yellow', 'red'] as const).flatMap((kind) =>
    standing(timeline, kind)
      .filter(({ person }) => person === undefined)
      .map(({ club = '?' }) => cardLine({ club, kind: kind === 'caution' ? 'yellow' : kind })),
  );
  return [...named, ...nameless];
};

const changeLine = ({ club, on, off }: ChangeOnRecord): string =>
  `${club} ${on ?? 'somebody'} for ${off ?? 'somebody'}`;

const changesIn = ({ timeline }: Seen['views'], record: readonly ChangeOnRecord[]): string[] => {
  // Where the record names one of the two, one is compared.
  const both = record.every(({ on, off }) => on !== undefined && off !== undefined);
  return standing(timeline, 'substitution').map(({ club = '?', person, other }) => {
    const off = both || record.some((each) => each.on === person && each.off !== undefined) ? other : undefined;
    return changeLine({ club, ...(person === undefined ? {} : { on: person }), ...(off === undefined ? {} : { off }) });
  });
};

const standing = (timeline: Views['timeline'], kind: string): TimelineItem[] =>
  Object.values(timeline).filter(
    (item) =>
      item.kind === kind &&
      item.supersededBy === undefined &&
      item.retractedBy === undefined &&
      item.status === undefined,
  );
