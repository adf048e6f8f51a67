import { numberOf, upperFirst } from '../../english/words.ts';
import type { AccountQuestion, Accounts } from '../matter.ts';
import type { Dispute, Section } from './block.ts';
import { headingOf, topicOf } from './dispute-topic.ts';
import { answersIn, type Said } from './dispute-words.ts';
import type { Subject } from './subject.ts';

/** Where accounts of the match part from the record or from one another, a topic at a time. */
export const disputesOf = (subject: Subject, accounts: Accounts | undefined): Section | undefined => {
  // Accounts are of the match that the recording is about, which is its last leg.
  if (accounts === undefined || subject.leg !== subject.fixture.legs.length) return undefined;
  const items = topicsIn(accounts)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((topic) => disputeOn(topic, subject));
  if (items.length === 0) return undefined;
  const count = `${numberOf(items.length)} ${items.length === 1 ? 'point' : 'points'}`;
  const agreed = accounts.questions.filter(({ parts }) => !parts).length;
  return {
    id: 'disputes',
    title: 'What is disputed',
    mention: `${numberOf(accounts.accounts.length)} accounts of the match part on ${count}`,
    blocks: [
      {
        kind: 'text',
        text: `${upperFirst(numberOf(accounts.accounts.length))} accounts of the match were held against this record, question by question. Where any of them parts from it, it is told here${agreed === 0 ? '' : `; on ${agreed} further questions every account that speaks of them says what the record says`}.`,
      },
      { kind: 'disputes', items },
    ],
  };
};

interface Topic {
  readonly key: string;
  readonly moment?: string;
  readonly questions: readonly AccountQuestion[];
}

/** Questions about one thing at one moment are one topic; those on which everybody agrees are none. */
const topicsIn = ({ questions }: Accounts): Topic[] => {
  const topics = new Map<string, AccountQuestion[]>();
  for (const question of questions) {
    const key = JSON.stringify([topicOf(question.path), question.moment]);
    const its = topics.get(key);
    if (its === undefined) topics.set(key, [question]);
    else its.push(question);
  }
  return [...topics.values()]
    .filter((its) => its.some(({ parts }) => parts))
    .flatMap((its) => {
      const [first] = its;
      return first === undefined
        ? []
        : [
            {
              key: topicOf(first.path),
              ...(first.moment === undefined ? {} : { moment: first.moment }),
              questions: its,
            },
          ];
    });
};

/** What decides a match first, spellings and line-ups last; how it ended before how it stood. */
const rank = ({ key, moment }: Topic): number => {
  const place = RANKS.findIndex((kind) => key.startsWith(kind));
  return (place === -1 ? RANKS.length : place) * 2 + (moment === undefined ? 0 : 1);
};

const RANKS = [
  'totals',
  'timeline',
  'var',
  'periods',
  'tie',
  'cards',
  'score',
  'shootout',
  'stats',
  'staff',
  'lineups',
];

/** `at 2H 96:00` is `at 96:00`, since the running clock says which half it is. */
const momentText = (moment: string): string => moment.replace(/\b(?:1H|2H|ET1|ET2) (?=\d+:)/g, '');

const disputeOn = ({ key, moment, questions }: Topic, subject: Subject): Dispute => {
  const parting = questions.filter(({ parts }) => parts);
  // Totals say nothing one by one.
  const asked = key === 'totals' || key === 'tie' ? questions : parting;
  const by = [...new Set(questions.flatMap(({ answers }) => answers.map((answer) => answer.by)))].sort();
  const record = asked.map(({ path, log }): Said => ({ path, value: log ?? null }));
  const differ: { by: string; says: string }[] = [];
  const agree: string[] = [];
  for (const account of by) {
    const own = (its: readonly AccountQuestion[]) =>
      its.flatMap(({ path, answers }) =>
        answers.filter((answer) => answer.by === account).map(({ says, verdict }) => ({ path, value: says, verdict })),
      );
    const parted = own(parting).filter(({ verdict }) => verdict !== 'upheld');
    if (parted.length > 0)
      differ.push({ by: account, says: answersIn(key === 'totals' ? own(questions) : parted, subject) });
    else if (own(parting).length > 0) agree.push(account);
  }
  const note = noteOn(key, subject);
  return {
    about: `${headingOf(questions[0]?.path ?? [], subject)}${moment === undefined ? '' : `, ${momentText(moment)}`}`,
    record: answersIn(record, subject),
    ...(note === undefined ? {} : { note }),
    differ,
    agree,
  };
};

/** What the record's own entry says of where its sources part. */
const noteOn = (key: string, { claims }: Subject): string | undefined =>
  claims.find(({ id }) => `timeline ${id}` === key)?.reported?.note;
