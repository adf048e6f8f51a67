import { spelled, upperFirst } from '../../english/words.ts';
import type { AccountAnswer, AccountQuestion, Accounts } from '../../exports/matter.ts';
import { personName } from '../../faces/names.ts';
import { isSame } from '../../journal/same.ts';
import type { Fixture } from '../../match/fixture.ts';
import { formatClock, labelOf, type TimeRef } from '../../match/time.ts';
import type { MatchHistory } from '../../playback/views.ts';
import type { Claim } from '../../scenario/scenario.ts';
import { judge } from '../../scenario/verdict.ts';
import { aboutItem } from '../words/moments.ts';

/**
 * Lays claims out as a table: each single thing that is claimed is a question, asked of the log at the claim's own
 * moment. A moment that the recording doesn't have is a sentence instead.
 */
export const accountsOf = (history: MatchHistory, claims: readonly Claim[]): Accounts | string => {
  const questions = new Map<string, Omit<AccountQuestion, 'parts'> & { readonly answers: AccountAnswer[] }>();
  for (const claim of claims) {
    for (const [path, says] of leavesOf(claim.says.views)) {
      const judged = judge(history, { ...claim, says: { ...claim.says, views: nested(path, says) } });
      if ('problem' in judged) return judged.problem;
      const moment = momentOf(claim);
      const key = JSON.stringify([path, moment]);
      let question = questions.get(key);
      if (question === undefined) {
        const log = seenAt(history, claim, path);
        question = {
          about: inWords(path, history),
          path,
          ...(moment === undefined ? {} : { moment }),
          ...(log === undefined ? {} : { log }),
          answers: [],
        };
        questions.set(key, question);
      }
      question.answers.push({ by: claim.by, says, verdict: judged.verdict });
    }
  }
  return {
    accounts: [...new Set(claims.map(({ by }) => by))],
    questions: [...questions.values()].map((question) => ({ ...question, parts: parts(question.answers) })),
  };
};

const parts = (answers: readonly AccountAnswer[]): boolean =>
  answers.some(({ verdict, says }) => verdict !== 'upheld' || !isSame(says, answers[0]?.says));

type Leaf = readonly [path: readonly string[], says: unknown];

/** The single things that are claimed. A list is one thing. */
const leavesOf = (says: unknown, path: readonly string[] = []): Leaf[] =>
  typeof says === 'object' && says !== null && !Array.isArray(says) && Object.keys(says).length > 0
    ? Object.entries(says).flatMap(([key, part]) => leavesOf(part, [...path, key]))
    : [[path, says]];

const nested = (path: readonly string[], says: unknown): Record<string, unknown> =>
  path.reduceRight((inner: unknown, key) => ({ [key]: inner }), says) as Record<string, unknown>;

const seenAt = (history: MatchHistory, { at, asOf }: Claim, path: readonly string[]): unknown => {
  const answer = history.answer({ ...(at === undefined ? {} : { at }), ...(asOf === undefined ? {} : { asOf }) });
  if (!answer.ok) return undefined;
  return path.reduce<unknown>(
    (seen, key) =>
      typeof seen === 'object' && seen !== null && Object.hasOwn(seen, key)
        ? (seen as Readonly<Record<string, unknown>>)[key]
        : undefined,
    answer.views,
  );
};

const momentOf = ({ at, asOf }: Claim): string | undefined => {
  const parts = [
    ...(at === undefined ? [] : [`at ${timeText(at)}`]),
    ...(asOf === undefined ? [] : [`as of ${typeof asOf === 'number' ? `entry ${asOf}` : timeText(asOf)}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
};

const timeText = (time: TimeRef): string => {
  switch (time.kind) {
    case 'name':
      return time.name;
    case 'leg':
      return `L${time.leg}`;
    case 'clock': {
      const { period, to: elapsed } = time;
      // A minute means its end: everything that has its label.
      if ((elapsed + 1) % 60_000 === 0) return labelOf({ period, elapsed });
      return `${period} ${formatClock({ period, elapsed })}`;
    }
  }
};

/** A path as one would ask: people by their names, entries by what they tell, keys in words. */
const inWords = (path: readonly string[], history: MatchHistory): string => {
  const { fixture } = history;
  const { timeline } = history.viewsAt(history.length);
  const people = peopleIn(fixture);
  const [view = '', ...keys] = path;
  const words = keys
    .filter((key) => !GROUPS.has(key))
    .map((key) => {
      if (people.has(key)) return personName(fixture, key);
      const item = view === 'timeline' ? timeline[key] : undefined;
      if (item !== undefined) return `${aboutItem(item, fixture)} ${item.label}`;
      return Object.hasOwn(fixture.clubs, key) ? key : spelled(key).replaceAll('-', ' ');
    });
  // Of an entry and of a man it's clear where he is found.
  return upperFirst([...(PLAIN.has(view) ? [] : [view]), ...words].join(', '));
};

/** Keys that hold others together, and say nothing. */
const GROUPS: ReadonlySet<string> = new Set(['people', 'reviews', 'kicks']);
const PLAIN: ReadonlySet<string> = new Set(['timeline']);

const peopleIn = ({ clubs }: Fixture): ReadonlySet<string> =>
  new Set(Object.values(clubs).flatMap(({ people }) => Object.keys(people)));
