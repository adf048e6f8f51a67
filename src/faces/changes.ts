import { formatScore, shortNameOf } from '../english/words.ts';
import type { ClubCode, Fixture } from '../match/fixture.ts';
import type { Score } from '../match/laws/tie.ts';
import type { TimelineItem, Views } from '../projections/views.ts';
import { personName } from './names.ts';
import { reviewStage } from './review-stage.ts';
import { stands, type Tone } from './tone.ts';
import { words } from './words.ts';

/** Something worth saying aloud, or a flash. */
export interface Change {
  readonly kind: 'goal' | 'score-back' | 'caution' | 'dismissal' | 'review' | 'period' | 'correction';
  readonly tone: Tone;
  readonly text: string;
  readonly club?: ClubCode;
  /** The timeline's key of what it was. */
  readonly id?: string;
}

/**
 * What a viewer would want to be told between two frames, each goal with the score that it made. It's for whoever saw
 * the playhead pass what lies between: after a jump all of it is new, and none of it is news. Nothing in another leg.
 */
export const changesBetween = (before: Views, after: Views, fixture: Fixture): readonly Change[] => {
  if (before === after || before.clock.leg !== after.clock.leg) return [];
  return [
    ...goalsBetween(before, after, fixture),
    ...cardsBetween(before, after, fixture),
    ...reviewBetween(before, after, fixture),
    ...periodBetween(before, after, fixture),
    ...correctionsBetween(before, after),
  ];
};

const scoreText = ({ scoreboard: { home, away } }: Views, fixture: Fixture, score?: Score): string =>
  [
    shortNameOf(fixture, home.club),
    formatScore(score ?? { home: home.score, away: away.score }),
    shortNameOf(fixture, away.club),
  ].join(' ');

const goalsBetween = (before: Views, after: Views, fixture: Fixture): Change[] => {
  const [was, is] = [before.scoreboard, after.scoreboard];
  if (was.home.score === is.home.score && was.away.score === is.away.score) return [];
  const isBack = is.home.score < was.home.score || is.away.score < was.away.score;
  if (isBack) {
    return [{ kind: 'score-back', tone: 'correction', text: words.changes.scoreBack(scoreText(after, fixture)) }];
  }
  const goals = Object.entries(after.timeline)
    .filter(([id, item]) => item.at.leg === after.clock.leg && counts(item) && !counts(before.timeline[id]))
    .sort(([, a], [, b]) => a.order - b.order);
  // A score may change without a goal of its own, as by a ruling.
  if (goals.length === 0)
    return [{ kind: 'goal', tone: 'goal', text: words.changes.goal(scoreText(after, fixture), undefined) }];
  return goals.map(([id, { person, club, score }]) => {
    const scorer = person === undefined ? undefined : personName(fixture, person);
    const text = words.changes.goal(scoreText(after, fixture, score), scorer);
    return { kind: 'goal', tone: 'goal', text, id, ...(club === undefined ? {} : { club }) };
  });
};

const counts = (item: TimelineItem | undefined): boolean =>
  item?.kind === 'goal' && item.score !== undefined && stands(item);

const cardsBetween = (before: Views, after: Views, fixture: Fixture): Change[] => {
  if (before.cards === after.cards) return [];
  return Object.entries(after.cards.people).flatMap(([id, { club, name, yellows, sentOff }]): Change[] => {
    const was = before.cards.people[id];
    const team = shortNameOf(fixture, club);
    if (sentOff !== undefined && sentOff.rescinded !== true && was?.sentOff === undefined) {
      const told = sentOff.by === 'second-yellow' ? words.changes.secondYellow : words.changes.red;
      return [{ kind: 'dismissal', tone: 'dismissal', text: told(name, team), club }];
    }
    if (yellows.length > (was?.yellows.length ?? 0)) {
      return [{ kind: 'caution', tone: 'caution', text: words.changes.yellow(name, team), club }];
    }
    return [];
  });
};

const reviewBetween = (before: Views, after: Views, fixture: Fixture): Change[] => {
  if (before.var === after.var) return [];
  const [was, is] = [reviewStage(before, fixture), reviewStage(after, fixture)];
  if (is.phase === 'idle' || (was.phase === is.phase && was.id === is.id)) return [];
  const change = is.from !== undefined && is.to !== undefined ? `, ${is.from} to ${is.to}` : '';
  const text = [`${is.title}: ${is.now}${change}`, is.what].filter((part) => part !== '').join('. ');
  return [{ kind: 'review', tone: 'review', text: `${text}.`, ...(is.club === undefined ? {} : { club: is.club }) }];
};

const periodBetween = (before: Views, after: Views, fixture: Fixture): Change[] => {
  const [was, is] = [before.clock, after.clock];
  if (was.period === is.period && was.status === is.status) return [];
  const name = is.status === undefined ? words.periods[is.period] : words.statuses[is.status];
  return [{ kind: 'period', tone: 'quiet', text: words.changes.period(name, scoreText(after, fixture)) }];
};

const correctionsBetween = (before: Views, after: Views): Change[] => {
  if (before.timeline === after.timeline) return [];
  const came = Object.entries(after.timeline).filter(
    ([id, { kind, status }]) =>
      (kind === 'amendment' || kind === 'retraction') && status === undefined && before.timeline[id] === undefined,
  );
  return came.map(([id, { text }]) => ({
    kind: 'correction',
    tone: 'correction',
    text: text ?? words.changes.correction,
    id,
  }));
};
