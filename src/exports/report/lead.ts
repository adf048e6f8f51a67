import { byMeans, formatScore, listOf, numberOf, shortNameOf, upperFirst } from '../../english/words.ts';
import type { ClubCode } from '../../match/fixture.ts';
import { formatClock, HALVES, isHalf, MINUTE } from '../../match/time.ts';
import type { Section } from './block.ts';
import { before, type Turn } from './course.ts';
import { eventsOf, knownAs, type Subject } from './subject.ts';

/** The first paragraphs: how it ended, how it came to that, who was sent off, and what isn't agreed. */
export const leadOf = (subject: Subject, turns: readonly Turn[], sections: readonly Section[]): string[] => {
  const mentions = sections.flatMap(({ mention }) => mention ?? []);
  return [
    [ending(subject), comeback(subject, turns)].filter((text) => text !== '').join(' '),
    [overtime(subject, turns), review(subject, turns), dismissals(subject)].filter((text) => text !== '').join(' '),
    mentions.length === 0
      ? ''
      : `${upperFirst(mentions.join(', and '))}; ${mentions.length === 1 ? 'it is' : 'both are'} set out below.`,
  ].filter((text) => text !== '');
};

/** `Atalanta beat Dortmund 4–1 and went through 4–3 on aggregate.` */
const ending = (subject: Subject): string => {
  const { fixture, views } = subject;
  const { scoreboard, aggregate, shootout } = views;
  const { home, away } = scoreboard;
  const short = unfinished(subject);
  if (short !== undefined) return short;
  const [won, lost] = home.score >= away.score ? [home, away] : [away, home];
  const score = `${won.score}–${lost.score}`;
  const match =
    won.score === lost.score
      ? `${shortNameOf(fixture, won.club)} and ${shortNameOf(fixture, lost.club)} drew ${score}`
      : `${shortNameOf(fixture, won.club)} beat ${shortNameOf(fixture, lost.club)} ${score}`;
  const kicks = shootout?.winner;
  if (kicks !== undefined) {
    const other = kicks === home.club ? away.club : home.club;
    const result = `${shootout?.score[kicks] ?? 0}–${shootout?.score[other] ?? 0}`;
    return `${match}, and ${shortNameOf(fixture, kicks)} won ${result} on penalties.`;
  }
  const through = aggregate?.advancing;
  if (through === undefined || aggregate === undefined) return `${match}.`;
  const other = through === home.club ? away.club : home.club;
  const whole = `${aggregate.score[through] ?? 0}–${aggregate.score[other] ?? 0} on aggregate`;
  const who =
    through === won.club && won.score !== lost.score
      ? 'and went through'
      : `and ${shortNameOf(fixture, through)} went through`;
  return `${match} ${who} ${whole}${byMeans(aggregate.by)}.`;
};

/** How it ended where it wasn't by playing it to its end. */
const unfinished = ({ fixture, views: { clock, result, scoreboard } }: Subject): string | undefined => {
  const stood = formatScore({ home: scoreboard.home.score, away: scoreboard.away.score });
  const cut = clock.status === 'abandoned' ? `abandoned at ${clock.label} with the score at ${stood}` : undefined;
  if (result.status === 'awarded' && result.winner !== undefined) {
    const to = `${result.score === undefined ? '' : `${formatScore(result.score)} `}to ${shortNameOf(fixture, result.winner)}`;
    if (clock.period === 'pre') return `The match was awarded ${to} without having been played.`;
    return `The match was awarded ${to}; it had ${cut === undefined ? `ended ${stood} on the pitch` : `been ${cut}`}.`;
  }
  if (cut !== undefined) return `The match was ${cut}.`;
  if (clock.status === 'postponed' || clock.status === 'cancelled') return `The match was ${clock.status}.`;
  if (clock.period === 'pre') return "The match hasn't begun.";
  return clock.period === 'FT' ? undefined : `This match isn't over: it stands at ${clock.label}.`;
};

/** The winners' way: when they were behind, level and ahead. */
const comeback = (subject: Subject, turns: readonly Turn[]): string => {
  const { views } = subject;
  const { home, away } = views.scoreboard;
  const winner = views.aggregate?.advancing ?? views.result.winner;
  if (winner === undefined || views.result.status === 'awarded' || views.aggregate?.by === 'ruling') return '';
  const loser = winner === home.club ? away.club : home.club;
  const lead = (score: Readonly<Record<ClubCode, number>>): number => (score[winner] ?? 0) - (score[loser] ?? 0);
  const start = lead(before(subject));
  const margins = turns.map(({ tie }) => lead(tie));
  if ((margins.at(-1) ?? start) < 0) return '';
  const steps = stepsOf(turns, start, lead, winner);
  const opening =
    start < 0
      ? `${upperFirst(numberOf(-start))} ${start === -1 ? 'goal' : 'goals'} down from the first leg, they`
      : start > 0
        ? `${upperFirst(numberOf(start))} ${start === 1 ? 'goal' : 'goals'} up from the first leg, they`
        : 'They';
  return steps.length === 0 ? '' : `${opening} ${listOf(steps)}.`;
};

const stepsOf = (
  turns: readonly Turn[],
  start: number,
  lead: (score: Readonly<Record<ClubCode, number>>) => number,
  winner: ClubCode,
): string[] => {
  const steps: string[] = [];
  const margins = turns.map(({ tie }) => lead(tie));
  for (const [index, turn] of turns.entries()) {
    const [was, now] = [margins[index - 1] ?? start, margins[index] ?? start];
    const when = `${turn.label}${turn.how === undefined ? '' : `, ${turn.how}`}`;
    const by = `(${turn.scorer}, ${when})`;
    const isLast = index === turns.length - 1;
    if (now > 0 && was <= 0) {
      const again = margins.slice(0, index).some((margin) => margin > 0) ? ' again' : '';
      const forGood = margins.slice(index).every((margin) => margin > 0) ? ' for good' : '';
      if (isLast) steps.push(`settled it ${late(turn)}through ${turn.scorer} (${when})`);
      else steps.push(`went ahead${again}${forGood} ${by}`);
    } else if (now === 0) steps.push(`${turn.club === winner ? 'drew level' : 'were pulled back'} ${by}`);
    else if (now < 0 && was >= 0) steps.push(`fell behind ${by}`);
    else if (now < was && now < 0) {
      const back = [start, ...margins.slice(0, index)].some((margin) => margin <= now);
      steps.push(`fell ${back ? 'back to ' : ''}${numberOf(-now)} behind ${by}`);
    }
  }
  return steps;
};

/** So deep in added time that it's worth telling. */
const late = ({ label }: Turn): string => (/^(90|120)\+/.test(label) ? 'in added time ' : '');

/** A last goal after the added time that was announced. */
const overtime = ({ views: { clock } }: Subject, turns: readonly Turn[]): string => {
  const last = turns.at(-1);
  if (last === undefined || clock.addedTime === undefined || !isHalf(last.at.period)) return '';
  const { from, to } = HALVES[last.at.period];
  if (last.at.elapsed <= (to - from + clock.addedTime) * MINUTE) return '';
  const announced = `${upperFirst(numberOf(clock.addedTime))} ${clock.addedTime === 1 ? 'minute' : 'minutes'} of added time had been announced`;
  return `${announced}; the last goal came when the watch showed ${formatClock(last.at)}.`;
};

/** Where the last goal came of a review. */
const review = (subject: Subject, turns: readonly Turn[]): string => {
  const goal = eventsOf(subject, 'goal').find(({ id }) => id === turns.at(-1)?.id)?.event;
  const kick = eventsOf(subject, 'penalty').find(({ id }) => id === goal?.penalty)?.event;
  const found = Object.values(subject.views.var.reviews).find(
    ({ replacedBy }) => replacedBy !== undefined && replacedBy === kick?.award,
  );
  if (found === undefined) return '';
  const first = found.from === undefined ? 'no penalty' : `a ${found.from.replaceAll('-', ' ')}`;
  const how = found.kind === 'on-field' ? 'after a look at the monitor' : 'after a video review';
  return `The penalty came of a review: the referee had given ${first} at first, and ${how} at ${found.closedAt ?? found.openedAt} it became a penalty${found.for === undefined ? '' : `, for a ${found.for}`}.`;
};

const dismissals = (subject: Subject): string => {
  const off = Object.entries(subject.views.cards.people).filter(
    ([, { sentOff }]) => sentOff !== undefined && sentOff.rescinded !== true,
  );
  if (off.length === 0) return '';
  const each = off.map(([id, { club, role, sentOff }]) => {
    const why = sentOff?.by === 'second-yellow' ? 'a second yellow card' : 'a red card';
    return `${shortNameOf(subject.fixture, club)}'s ${knownAs(subject, id)} (${[why, ...(role === 'player' ? [] : [CAPACITIES[role]])].join(', ')})`;
  });
  return `${upperFirst(numberOf(off.length))} ${off.length === 1 ? 'was' : 'were'} sent off: ${listOf(each)}.`;
};

const CAPACITIES = {
  substitute: 'as a substitute on the bench',
  substituted: 'after he had been replaced',
  staff: 'of the staff',
};
