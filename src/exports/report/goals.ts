import { formatScore, shortNameOf, upperFirst } from '../../english/words.ts';
import { compareTime } from '../../match/time.ts';
import type { Block, Section } from './block.ts';
import { isStanding, type Turn } from './course.ts';
import { eventsOf, knownAs, type Subject } from './subject.ts';

/** The goals that stand, and those of earlier legs in a line. */
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
              shortNameOf(fixture, club),
              howIn(subject, id),
              maker ?? '',
              formatScore(score),
              ...(isTie ? [formatScore({ home: tie[home.club] ?? 0, away: tie[away.club] ?? 0 })] : []),
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
    const result = `${shortNameOf(fixture, home)} ${score[home] ?? 0}–${score[away] ?? 0} ${shortNameOf(fixture, away)}`;
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
