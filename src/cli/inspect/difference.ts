import { inWords, shortNameOf, spelled } from '../../english/words.ts';
import { personName } from '../../faces/names.ts';
import type { Fixture } from '../../match/fixture.ts';
import type {
  KickView,
  LineupsView,
  PersonCards,
  ReviewView,
  StatsView,
  TimelineItem,
  ViewName,
  Views,
} from '../../projections/views.ts';
import { aboutItem, notesOn } from '../words/moments.ts';
import { aggregateOf, scoreOf, verdictOf } from '../words/wording.ts';

/** Something that differs between what was known at two moments, in plain words. */
export interface Difference {
  readonly view: ViewName;
  readonly change: 'came' | 'changed' | 'taken-back' | 'gone';
  /** Of the item within its view: a person's, a review's, an entry's id. */
  readonly key?: string;
  /** When in the match it was. */
  readonly label?: string;
  /** What or whom it's about. */
  readonly about: string;
  readonly was?: string;
  readonly is?: string;
}

/**
 * What differs between two states of the views, in the order in which one asks: how does it stand, who may still play,
 * what was decided, what happened. The commentary is left out: it tells the same once more.
 */
export const differencesBetween = (before: Views, after: Views, fixture: Fixture): Difference[] => [
  ...single('clock', 'Clock', clockOf(before), clockOf(after)),
  ...single('scoreboard', 'Score', scoreOf(before.scoreboard), scoreOf(after.scoreboard)),
  ...single('aggregate', 'Aggregate', tieOf(before, fixture), tieOf(after, fixture)),
  ...single('result', 'Result', resultOf(before, fixture), resultOf(after, fixture)),
  ...keyed('cards', before.cards.people, after.cards.people, (cards) => ({
    about: `${cards.name} (${cards.club})`,
    says: cardsOf(cards),
  })),
  ...keyed('var', before.var.reviews, after.var.reviews, (review) => ({
    label: review.openedAt,
    about: `Review of ${review.category}${review.for === undefined ? '' : ` (${review.for})`}`,
    says: reviewOf(review),
  })),
  ...keyed('shootout', before.shootout?.kicks ?? {}, after.shootout?.kicks ?? {}, (kick) => ({
    about: `Kick ${kick.number}, ${kick.club}`,
    says: kickOf(kick, fixture),
  })),
  ...keyed('lineups', placesIn(before.lineups), placesIn(after.lineups), ({ about, says }) => ({ about, says })),
  ...keyed('stats', figuresIn(before.stats), figuresIn(after.stats), (says) => ({ about: '', says })).map((each) => ({
    ...each,
    about: each.key ?? '',
  })),
  ...inTimeline(before, after, fixture),
];

/** `Score: ATA 3–1 BVB → ATA 4–1 BVB`; of something that came, what it is; of something that went, what it was. */
export const sentenceOn = ({ change, about, was, is }: Difference): string => {
  switch (change) {
    case 'came':
      return is === undefined ? about : `${about}: ${is}`;
    case 'changed':
      return `${about}: ${was ?? 'nothing'} → ${is ?? 'nothing'}`;
    case 'taken-back':
      return `${about}: taken back${is === undefined ? '' : `, ${is}`}`;
    case 'gone':
      return `${about}: no longer${was === undefined ? '' : ` ${was}`}`;
  }
};

const single = (view: ViewName, about: string, was: string | undefined, is: string | undefined): Difference[] => {
  if (was === is) return [];
  if (was === undefined) return [{ view, change: 'came', about, ...(is === undefined ? {} : { is }) }];
  return [{ view, change: is === undefined ? 'gone' : 'changed', about, was, ...(is === undefined ? {} : { is }) }];
};

interface Spoken {
  readonly label?: string;
  readonly about: string;
  readonly says: string;
}

/** Items that came, went, or say something else now. */
const keyed = <Item>(
  view: ViewName,
  before: Readonly<Record<string, Item>>,
  after: Readonly<Record<string, Item>>,
  spoken: (item: Item) => Spoken,
): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [old, now] = [before[key], after[key]].map((item) => (item === undefined ? undefined : spoken(item)));
    const { label, about } = now ?? old ?? { about: key };
    return single(view, about, old?.says, now?.says).map((each) => ({
      ...each,
      key,
      ...(label === undefined ? {} : { label }),
    }));
  });

const clockOf = ({ clock: { leg, period, label, running, status } }: Views): string =>
  [`leg ${leg}`, [...new Set([period, label])].join(' '), status ?? (running ? 'running' : 'standing')].join(', ');

const tieOf = ({ aggregate, scoreboard, ...rest }: Views, fixture: Fixture): string | undefined => {
  if (aggregate === undefined) return undefined;
  const lead = aggregate.leader === undefined ? 'level' : `${shortNameOf(fixture, aggregate.leader)} lead`;
  // The tie is told by club: home and away swap between the legs.
  const clubs = `${scoreboard.home.club} ${aggregateOf(aggregate, scoreboard)} ${scoreboard.away.club}`;
  return `${clubs}, ${verdictOf({ aggregate, scoreboard, ...rest }, fixture) ?? lead}`;
};

const resultOf = ({ result: { status, winner, level, by } }: Views, fixture: Fixture): string | undefined => {
  if (status === 'none') return undefined;
  const who = winner === undefined ? (level === true ? ['level'] : []) : [`${shortNameOf(fixture, winner)} win`];
  return [status, ...who, ...(by === undefined ? [] : [by])].map(inWords).join(', ');
};

const cardsOf = ({ yellows, shootoutYellows = [], sentOff }: PersonCards): string =>
  [
    ...(yellows.length === 0 ? [] : [`yellow ${yellows.join(', ')}`]),
    ...(shootoutYellows.length === 0 ? [] : [`yellow in the shoot-out ${shootoutYellows.join(', ')}`]),
    ...(sentOff === undefined ? [] : [`sent off ${sentOff.label}${sentOff.rescinded === true ? ' (rescinded)' : ''}`]),
  ].join(', ') || 'no card';

const reviewOf = ({ kind, outcome, from, to }: ReviewView): string =>
  [inWords(kind), outcome ?? 'open', ...(from === undefined || to === undefined ? [] : [`${from} to ${to}`])].join(
    ', ',
  );

const kickOf = ({ by, outcome, superseded }: KickView, fixture: Fixture): string =>
  [
    ...(by === undefined ? [] : [personName(fixture, by)]),
    inWords(outcome),
    ...(superseded ? ['taken again'] : []),
  ].join(', ');

/** Everybody's place: on the pitch, on the bench, gone. */
const placesIn = (lineups: LineupsView): Record<string, Omit<Spoken, 'label'>> =>
  Object.fromEntries(
    Object.entries(lineups).flatMap(([club, { onPitch, bench, off, staff }]) => [
      ...Object.entries(onPitch).map(([id, { name, on }]) =>
        placed(id, club, name, on === undefined ? 'on the pitch' : `on the pitch since ${on}`),
      ),
      ...Object.entries(bench).map(([id, { name }]) => placed(id, club, name, 'on the bench')),
      ...Object.entries(off).map(([id, { name, offAt, offFor }]) =>
        placed(id, club, name, `${offFor === 'red' ? 'sent off' : 'off'}${offAt === undefined ? '' : ` ${offAt}`}`),
      ),
      ...Object.entries(staff).map(([id, { name }]) => placed(id, club, name, 'in the technical area')),
    ]),
  );

const placed = (id: string, club: string, name: string, says: string) =>
  [id, { about: `${name} (${club})`, says }] as const;

/** `shots` → `ATA 10, BVB 7`; what a source reports apart from what the journal counts. */
const figuresIn = (stats: StatsView): Record<string, string> => {
  const figures = new Map<string, string[]>();
  const note = (name: string, club: string, value: number): void => {
    figures.set(name, [...(figures.get(name) ?? []), `${club} ${value}`]);
  };
  for (const [club, { counted, reported = {} }] of Object.entries(stats)) {
    for (const [name, value] of Object.entries(counted)) note(spelled(name), club, value);
    for (const [name, value] of Object.entries(reported)) note(`${spelled(name)} as reported`, club, value);
  }
  return Object.fromEntries([...figures].map(([name, values]) => [name, values.join(', ')]));
};

/** A correction is told with what it corrects, and not a second time for itself. */
const inTimeline = (before: Views, after: Views, fixture: Fixture): Difference[] => {
  const isCorrection = ({ kind, of }: TimelineItem): boolean =>
    (kind === 'amendment' || kind === 'retraction') && of !== undefined && Object.hasOwn(after.timeline, of);
  return [
    ...inOrder(after).flatMap(([key, item]) => {
      if (isCorrection(item)) return [];
      const old = before.timeline[key];
      const told = old === undefined ? arrived(item, fixture) : altered(old, item, fixture);
      return told === undefined ? [] : [{ view: 'timeline' as const, key, label: item.label, ...told }];
    }),
    ...inOrder(before)
      .filter(([key]) => !Object.hasOwn(after.timeline, key))
      .map(([key, item]) => ({
        view: 'timeline' as const,
        change: 'gone' as const,
        key,
        label: item.label,
        about: aboutItem(item, fixture),
        was: 'told up to this moment',
      })),
  ];
};

const inOrder = ({ timeline }: Views): [string, TimelineItem][] =>
  Object.entries(timeline).sort(([, a], [, b]) => a.order - b.order);

const arrived = (item: TimelineItem, fixture: Fixture): Omit<Difference, 'view'> => {
  const notes = notesOn(item, fixture).join(', ');
  return { change: 'came', about: aboutItem(item, fixture), ...(notes === '' ? {} : { is: notes }) };
};

const altered = (old: TimelineItem, item: TimelineItem, fixture: Fixture): Omit<Difference, 'view'> | undefined => {
  const about = aboutItem(item, fixture);
  if (old.retractedBy === undefined && item.retractedBy !== undefined) return { change: 'taken-back', about };
  if (old.supersededBy === undefined && item.supersededBy !== undefined) {
    return { change: 'taken-back', about, is: 'superseded by a later decision' };
  }
  const whole = old.kind !== item.kind;
  const [was, is] = [old, item].map((each) => wordsOf(each, fixture, { whole, labelled: old.label !== item.label }));
  if (was === undefined || is === undefined || was === is) return undefined;
  return { change: 'changed', about: whole ? 'told otherwise' : inWords(item.kind), was, is };
};

/** What is said of an item, its flags included; what it was before is told by the difference itself. */
const wordsOf = (
  item: TimelineItem,
  fixture: Fixture,
  { whole, labelled }: { readonly whole: boolean; readonly labelled: boolean },
): string => {
  const { corrected: _corrected, received: _received, supersededBy, retractedBy, ...plain } = item;
  const { person, club } = item;
  const who =
    person === undefined ? (club ?? '') : `${personName(fixture, person)}${club === undefined ? '' : ` (${club})`}`;
  return [
    ...(labelled ? [item.label] : []),
    whole ? aboutItem(item, fixture) : who,
    ...notesOn(plain, fixture),
    ...(supersededBy === undefined && retractedBy === undefined ? [] : ['taken back']),
  ]
    .filter((part) => part !== '')
    .join(', ');
};
