import { byMeans, dayOf, formatScore, hourOf, inThousands, shortNameOf, upperFirst } from '../../english/words.ts';
import { labelOf } from '../../match/time.ts';
import type { Views } from '../../projections/views.ts';
import { legOf } from '../leg.ts';
import type { ExportOptions, Matter } from '../matter.ts';
import type { Section } from './block.ts';
import { correctionsOf } from './corrections.ts';
import { courseOf, type Turn } from './course.ts';
import { disputesOf } from './disputes.ts';
import { cardsOf, kicksOf, reviewsOf } from './facts.ts';
import { goalsOf } from './goals.ts';
import { leadOf } from './lead.ts';
import { minutesOf } from './minutes.ts';
import { type Picture, pictureOf } from './picture.ts';
import { sourcesOf } from './sources.ts';
import { statisticsOf } from './statistics.ts';
import { type Subject, subjectOf } from './subject.ts';
import { teamsOf } from './teams.ts';

/** A match report, before it's set as Markdown or as a page. */
export interface Report {
  /** `Atalanta 4–1 Borussia Dortmund` */
  readonly title: string;
  /** The competition and its round. */
  readonly occasion: string;
  readonly home: ReportSide;
  readonly away: ReportSide;
  /** `Half-time 2–0`, `Aggregate 4–3` … */
  readonly scores: readonly string[];
  readonly verdict: string;
  /** Where and when, before how many, and who was in charge. */
  readonly circumstances: readonly string[];
  readonly lead: readonly string[];
  readonly picture: Picture;
  readonly sections: readonly Section[];
  readonly colophon: string;
}

export interface ReportSide {
  readonly name: string;
  readonly score: number;
  readonly colour?: string;
  /** `Scamacca 5'` */
  readonly scorers: readonly string[];
}

/** A report of a leg as known at the end of the recording: the facts, then what is disputed and what was put right. */
export const reportOf = (matter: Matter, { leg }: ExportOptions): Report => {
  const subject = subjectOf(matter, legOf(matter.recording, leg));
  const { views } = subject;
  const { scoreboard } = views;
  const turns = courseOf(subject);
  const sections = [
    goalsOf(subject, turns),
    kicksOf(subject),
    cardsOf(subject),
    reviewsOf(subject),
    minutesOf(subject),
    teamsOf(subject),
    statisticsOf(subject),
    disputesOf(subject, matter.accounts),
    correctionsOf(subject),
    sourcesOf(subject),
  ].filter((section) => section !== undefined);
  return {
    title: `${scoreboard.home.name} ${formatScore({ home: scoreboard.home.score, away: scoreboard.away.score })} ${scoreboard.away.name}`,
    occasion: occasionOf(subject),
    home: sideOf(subject, 'home', turns),
    away: sideOf(subject, 'away', turns),
    scores: scoresOf(views),
    verdict: verdictOf(subject),
    circumstances: circumstancesOf(subject),
    lead: leadOf(subject, turns, sections),
    picture: pictureOf(subject, turns),
    sections,
    colophon: `Made from the ${matter.history.length} entries of “${matter.title}”, as known on ${dayOf(matter.history.feedTime(matter.recording.entries.at(-1)?.offset ?? 0))}.`,
  };
};

const sideOf = ({ fixture, views }: Subject, side: 'home' | 'away', turns: readonly Turn[]): ReportSide => {
  const { club, name, score } = views.scoreboard[side];
  const colour = fixture.clubs[club]?.colours?.main;
  return {
    name,
    score,
    ...(colour === undefined || !/^#[0-9a-f]{6}$/i.test(colour) ? {} : { colour }),
    scorers: turns
      .filter((turn) => turn.club === club)
      .map(({ scorer, label, how }) => `${scorer} ${label}${how === undefined ? '' : ` (${how})`}`),
  };
};

const scoresOf = ({ scoreboard, aggregate, shootout }: Views): string[] => {
  const { home, away, halfTime, normalTime, extraTime } = scoreboard;
  const of = (score: Readonly<Record<string, number>>): string =>
    formatScore({ home: score[home.club] ?? 0, away: score[away.club] ?? 0 });
  return [
    ...(halfTime === undefined ? [] : [`Half-time ${formatScore(halfTime)}`]),
    ...(extraTime === undefined || normalTime === undefined ? [] : [`After 90 minutes ${formatScore(normalTime)}`]),
    ...(shootout === undefined ? [] : [`Penalties ${of(shootout.score)}`]),
    ...(aggregate === undefined ? [] : [`Aggregate ${of(aggregate.score)}`]),
  ];
};

const verdictOf = ({ fixture, views: { aggregate, result, clock } }: Subject): string => {
  if (aggregate?.advancing !== undefined)
    return `${shortNameOf(fixture, aggregate.advancing)} go through${byMeans(aggregate.by)}`;
  const ruled = RULED[result.status];
  if (ruled !== undefined) return ruled;
  if (result.status === 'awarded' && result.winner !== undefined)
    return `Awarded ${result.score === undefined ? '' : `${formatScore(result.score)} `}to ${shortNameOf(fixture, result.winner)}`;
  if (clock.status !== undefined && clock.status !== 'delayed') return upperFirst(clock.status);
  if (result.winner !== undefined) return `${shortNameOf(fixture, result.winner)} win${byMeans(result.by)}`;
  if (result.level === true) return 'A draw';
  return clock.period === 'FT' || clock.period === 'pre' ? '' : `As it stands at ${labelOf(clock)}`;
};

const RULED: Readonly<Partial<Record<Views['result']['status'], string>>> = {
  'pending-ruling': 'The result awaits a ruling',
  annulled: 'Annulled',
  'replay-ordered': 'To be replayed',
  void: 'Void',
};

const occasionOf = ({ fixture: { competition, season, round, legs }, leg }: Subject): string =>
  [
    [competition, season].filter((word) => word !== undefined).join(' '),
    round ?? '',
    legs.length === 1 ? '' : leg === 1 ? 'first leg' : 'second leg',
  ]
    .filter((part) => part !== '')
    .join(' · ');

const circumstancesOf = ({ fixture, leg, attendance }: Subject): string[] => {
  const { venue, kickOff, officials = {} } = fixture.legs[leg - 1] ?? {};
  const when = kickOff === undefined ? [] : [`${dayOf(kickOff)}, ${hourOf(kickOff)}`];
  const crowd = attendance === undefined ? [] : [`Attendance ${inThousands(attendance)}`];
  const charge = [
    ...(officials.referee === undefined ? [] : [`referee ${officials.referee}`]),
    ...(officials.var === undefined ? [] : [`video assistant ${officials.var}`]),
  ];
  return [
    ...(venue === undefined ? [] : [venue]),
    ...when,
    ...crowd,
    ...(charge.length === 0 ? [] : [upperFirst(charge.join(', '))]),
  ];
};
