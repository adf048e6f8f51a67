import { inWords, shortNameOf, upperFirst } from '../english/words.ts';
import type { Fixture } from '../match/fixture.ts';
import type { TimelineItem, Views } from '../projections/views.ts';
import { personName } from './names.ts';
import { kindInWords, words } from './words.ts';

/** The same moment as it was known and as it is known now, fact by fact, side by side. */
export interface Comparison {
  readonly groups: readonly ComparedGroup[];
  readonly differing: number;
}

export interface ComparedGroup {
  readonly name: string;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  readonly key: string;
  readonly about: string;
  /** Absent: nothing was known of it. */
  readonly was?: string;
  readonly is?: string;
  readonly differs: boolean;
}

/** `then` and `now` are the views of one match time, as known at two moments; of two times it works as well. */
export const thenAndNow = (then: Views, now: Views, fixture: Fixture): Comparison => {
  const groups = [
    group(WORDS.stand, compared(standOf(then, fixture), standOf(now, fixture))),
    group(WORDS.reviews, compared(reviewsOf(then), reviewsOf(now))),
    group(WORDS.cards, compared(cardsOf(then), cardsOf(now))),
    group(WORDS.teams, compared(teamsOf(then, fixture), teamsOf(now, fixture))),
    group(
      WORDS.told,
      compared(toldOf(then, fixture), toldOf(now, fixture)).filter(({ differs }) => differs),
    ),
  ].filter(({ rows }) => rows.length > 0);
  const differing = groups.reduce((sum, { rows }) => sum + rows.filter(({ differs }) => differs).length, 0);
  return { groups, differing };
};

const WORDS = words.thenAndNow;

type Facts = ReadonlyMap<string, readonly [about: string, says: string]>;

const group = (name: string, rows: readonly ComparedRow[]): ComparedGroup => ({ name, rows });

const compared = (then: Facts, now: Facts): ComparedRow[] =>
  [...new Set([...then.keys(), ...now.keys()])].map((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    return {
      key,
      about: is?.[0] ?? was?.[0] ?? key,
      ...(was === undefined ? {} : { was: was[1] }),
      ...(is === undefined ? {} : { is: is[1] }),
      differs: was?.[1] !== is?.[1],
    };
  });

const standOf = ({ scoreboard, clock, aggregate, result }: Views, fixture: Fixture): Facts => {
  const { home, away } = scoreboard;
  const facts = new Map<string, readonly [string, string]>([
    ['clock', [WORDS.clock, `${words.periods[clock.period]}, ${clock.label}`]],
    ['score', [WORDS.score, `${home.club} ${home.score}–${away.score} ${away.club}`]],
  ]);
  if (aggregate !== undefined) {
    const [a, b] = [aggregate.score[home.club] ?? 0, aggregate.score[away.club] ?? 0];
    facts.set('aggregate', [WORDS.aggregate, `${a}–${b}${aggregate.level ? `, ${WORDS.level}` : ''}`]);
    if (aggregate.advancing !== undefined)
      facts.set('through', [WORDS.through, shortNameOf(fixture, aggregate.advancing)]);
  }
  if (result.status !== 'none') {
    const winner = result.winner === undefined ? WORDS.level : shortNameOf(fixture, result.winner);
    facts.set('result', [WORDS.result, `${winner} (${inWords(result.status)})`]);
  }
  return facts;
};

const reviewsOf = ({ var: { reviews } }: Views): Facts =>
  new Map(
    Object.entries(reviews)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, { category, openedAt, outcome, from, to }]) => {
        const became =
          from !== undefined && to !== undefined && from !== to ? `: ${inWords(from)} → ${inWords(to)}` : '';
        const says = outcome === undefined ? WORDS.open : `${words.review.outcomes[outcome]}${became}`;
        return [id, [`${openedAt} ${upperFirst(words.review.categories[category])}`, says]];
      }),
  );

const cardsOf = ({ cards }: Views): Facts =>
  new Map(
    Object.entries(cards.people).map(([id, { name, club, yellows, shootoutYellows = [], sentOff }]) => {
      const yellow = [...yellows, ...shootoutYellows];
      const says = [
        yellow.length === 0 ? '' : WORDS.yellow(yellow.join(', ')),
        sentOff === undefined ? '' : WORDS.sentOff(sentOff.label, inWords(sentOff.by)),
        sentOff?.rescinded === true ? WORDS.rescinded : '',
      ].filter((part) => part !== '');
      return [id, [`${name} (${club})`, says.join('; ')]];
    }),
  );

const teamsOf = ({ lineups }: Views, fixture: Fixture): Facts =>
  new Map(
    Object.entries(lineups).map(([club, { count, formation, substitutions }]) => {
      const shape = formation === undefined ? '' : `, ${formation}`;
      return [club, [shortNameOf(fixture, club), `${count}${shape}, ${WORDS.changes(substitutions.used)}`]];
    }),
  );

const toldOf = ({ timeline }: Views, fixture: Fixture): Facts =>
  new Map(
    Object.entries(timeline)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, item]) => [id, [`${item.label} ${kindInWords(item.kind)}`, saysOf(item, fixture)]]),
  );

const saysOf = (item: TimelineItem, fixture: Fixture): string => {
  const { person, club, label, kind, supersededBy, retractedBy, status, score } = item;
  return [
    person === undefined ? kindInWords(kind) : personName(fixture, person),
    club === undefined ? '' : `(${club})`,
    label,
    score === undefined ? '' : `${score.home}–${score.away}`,
    supersededBy === undefined ? '' : `· ${words.struck.superseded}`,
    retractedBy === undefined ? '' : `· ${words.struck.retracted}`,
    status === undefined ? '' : `· ${words.marks.statuses[status]}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
};
