import { shortNameOf, spelled, upperFirst } from '../../english/words.ts';
import type { PersonCards, ReviewView } from '../../projections/views.ts';
import type { Section } from './block.ts';
import { knownAs, type Subject } from './subject.ts';

export const kicksOf = (subject: Subject): Section | undefined => {
  const { shootout } = subject.views;
  if (shootout === undefined) return undefined;
  const kicks = Object.values(shootout.kicks).sort((a, b) => a.order - b.order);
  return {
    id: 'shoot-out',
    title: 'Kicks from the penalty mark',
    blocks: [
      {
        kind: 'table',
        caption: 'Kicks from the penalty mark',
        captionHidden: true,
        heads: ['Kick', 'For', 'Taken by', 'Outcome'],
        figures: [0],
        rows: kicks.map(({ number, club, by, outcome, superseded }) => [
          String(number),
          shortNameOf(subject.fixture, club),
          by === undefined ? '' : knownAs(subject, by),
          superseded === true ? `${spelled(outcome)}, taken again` : spelled(outcome),
        ]),
      },
    ],
  };
};

export const cardsOf = (subject: Subject): Section | undefined => {
  const rows = Object.entries(subject.views.cards.people).map(([id, cards]) => cardRow(subject, id, cards));
  if (rows.length === 0) return undefined;
  return {
    id: 'cards',
    title: 'Cards',
    blocks: [
      {
        kind: 'table',
        caption: 'Cards',
        captionHidden: true,
        heads: ['Shown to', 'Of', 'Yellow', 'Sent off', 'For'],
        rows,
      },
    ],
  };
};

const CARDS: ReadonlySet<string> = new Set(['caution', 'second-yellow', 'red']);

const cardRow = (
  subject: Subject,
  id: string,
  { name, club, role, yellows, shootoutYellows = [], sentOff }: PersonCards,
): string[] => {
  const reasons = subject.items.flatMap(({ kind, person, reason, retractedBy }) =>
    CARDS.has(kind) && person === id && reason !== undefined && retractedBy === undefined ? [spelled(reason)] : [],
  );
  const off =
    sentOff === undefined
      ? ''
      : `${sentOff.label}, ${sentOff.by === 'second-yellow' ? 'second yellow' : 'red'}${sentOff.rescinded === true ? ' (rescinded)' : ''}`;
  return [
    role === 'player' ? name : `${name} (${CAPACITIES[role]})`,
    shortNameOf(subject.fixture, club),
    [...yellows, ...shootoutYellows.map((label) => `${label} in the shoot-out`)].join(', '),
    off,
    upperFirst([...new Set(reasons)].join(', then ')),
  ];
};

const CAPACITIES = { substitute: 'substitute', substituted: 'already replaced', staff: 'staff' } as const;

export const reviewsOf = ({ views, leg, fixture, items }: Subject): Section | undefined => {
  const own = new Set(items.map(({ id }) => id));
  const reviews = Object.entries(views.var.reviews)
    .filter(([id]) => fixture.legs.length === 1 || leg === views.clock.leg || own.has(id))
    .map(([, review]) => review)
    .sort((a, b) => a.order - b.order);
  if (reviews.length === 0) return undefined;
  return {
    id: 'var',
    title: 'Video reviews',
    blocks: [
      {
        kind: 'table',
        caption: 'Video reviews',
        captionHidden: true,
        heads: ['When', 'Looked at', 'How', 'Outcome'],
        figures: [0],
        rows: reviews.map(reviewRow),
      },
    ],
  };
};

const reviewRow = ({ openedAt, closedAt, category, kind, outcome, from, to, for: cause }: ReviewView): string[] => [
  closedAt === undefined || closedAt === openedAt ? openedAt : `${openedAt} – ${closedAt}`,
  `${upperFirst(spelled(category))}${cause === undefined ? '' : `, ${cause}`}`,
  KINDS[kind],
  [
    upperFirst(outcome ?? 'open'),
    ...(from === undefined || to === undefined
      ? []
      : [`the ${spelled(from)} became ${to === 'no-goal' ? 'no goal' : `a ${spelled(to)}`}`]),
  ].join(': '),
];

const KINDS: Readonly<Record<ReviewView['kind'], string>> = {
  check: 'Checked',
  'var-only': 'Reviewed by the video assistant',
  'on-field': 'Referee at the monitor',
};
