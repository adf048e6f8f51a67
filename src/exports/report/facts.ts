import { compareTime } from '../../match/time.ts';
import type { PersonCards, ReviewView } from '../../projections/views.ts';
import { scoreText, shortOf, spelled, upperFirst } from '../words.ts';
import type { Block, Section } from './block.ts';
import { isStanding, type Turn } from './course.ts';
import { eventsOf, knownAs, type Subject } from './subject.ts';

export const goalsOf = (subject: Subject, turns: readonly Turn[]): Section => {
  const { fixture, views } = subject;
  const { home, away } = views.scoreboard;
  const isTie = views.aggregate !== undefined;
  return {
    id: 'goals',
    title: 'Goals',
    blocks: [
      turns.length === 0
        ? { kind: 'text', text: 'There were none.' }
        : {
            kind: 'table',
            caption: 'Goals',
            captionHidden: true,
            heads: ['Minute', 'Scorer', 'For', 'How', 'Set up by', 'Score', ...(isTie ? ['Aggregate'] : [])],
            figures: [0],
            rows: turns.map(({ id, label, scorer, maker, club, score, tie, how }) => [
              label,
              how === undefined ? scorer : `${scorer} (${how})`,
              shortOf(fixture, club),
              howIn(subject, id),
              maker ?? '',
              scoreText(score),
              ...(isTie ? [scoreText({ home: tie[home.club] ?? 0, away: tie[away.club] ?? 0 })] : []),
            ]),
          },
      ...earlierLegs(subject).map((text): Block => ({ kind: 'text', text })),
    ],
  };
};

/** `First leg: Dortmund 2–0 Atalanta (Guirassy 3', Beier 42').` */
const earlierLegs = (subject: Subject): string[] => {
  const { fixture, history, leg, views } = subject;
  const { timeline } = history.viewsAt(history.length);
  return Object.entries(views.aggregate?.legs ?? {}).flatMap(([name, { home, away, score }]) => {
    const number = Number(name.replace(/^leg/, ''));
    if (number >= leg) return [];
    const goals = Object.values(timeline)
      .filter((item) => item.at.leg === number && isStanding(item))
      .sort((a, b) => compareTime(a.at, b.at) || a.order - b.order)
      .map(({ person, label, own }) => `${knownAs(subject, person)} ${label}${own === true ? ' o.g.' : ''}`);
    const result = `${shortOf(fixture, home)} ${score[home] ?? 0}–${score[away] ?? 0} ${shortOf(fixture, away)}`;
    return [
      `${number === 1 ? 'First leg' : `Leg ${number}`}: ${result}${goals.length === 0 ? '' : ` (${goals.join(', ')})`}.`,
    ];
  });
};

/** `Right foot, edge of the area, deflected by Bensebaini`; empty where the entry says nothing. */
const howIn = (subject: Subject, id: string): string => {
  const goal = eventsOf(subject, 'goal').find((each) => each.id === id)?.event;
  if (goal === undefined) return '';
  const { bodyPart, place, into, contributions = [] } = goal;
  const others = contributions.flatMap(({ by, kind }) => {
    if (kind === 'deflection') return [`deflected by ${knownAs(subject, by)}`];
    if (kind === 'flick-on') return [`touched on by ${knownAs(subject, by)}`];
    return kind === 'error' ? [`after a mistake by ${knownAs(subject, by)}`] : [];
  });
  const parts = [
    ...(bodyPart === undefined || bodyPart === 'other' ? [] : [BODY[bodyPart]]),
    ...(place === undefined ? [] : [place]),
    ...(into === undefined ? [] : [/^the /.test(into) ? `into ${into}` : `into the ${into}`]),
    ...others,
  ];
  return upperFirst(parts.join(', '));
};

const BODY = { 'right-foot': 'right foot', 'left-foot': 'left foot', head: 'header' } as const;

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
          shortOf(subject.fixture, club),
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
    shortOf(subject.fixture, club),
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
    ...(from === undefined || to === undefined ? [] : [`the ${spelled(from)} became a ${spelled(to)}`]),
  ].join(': '),
];

const KINDS: Readonly<Record<ReviewView['kind'], string>> = {
  check: 'Checked',
  'var-only': 'Reviewed by the video assistant',
  'on-field': 'Referee at the monitor',
};
