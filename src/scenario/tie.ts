import * as z from 'zod';
import { amissIn } from '../journal/amiss.ts';
import { instead, quote } from '../journal/complaint.ts';
import { resolveTie as resolve, type TieAnswer, type TieQuestion } from '../match/laws/tie.ts';
import { REGULATION_NAMES, writtenRegulations } from './regulations.ts';

/**
 * Who goes through, from the scores alone, under the rules of a competition and a season. Throws a TypeError that says
 * in a sentence what is wrong with a question that isn't one: there is no such competition, a score that is no number.
 */
export const resolveTie = (question: TieQuestion): TieAnswer => {
  const [amiss] = amissIn(tieQuestion, question, 'a tie');
  if (amiss !== undefined) {
    const place = [...amiss.path, ...(amiss.key === undefined ? [] : [amiss.key])].join('.');
    throw new TypeError(`resolveTie: ${place === '' ? '' : `${place}: `}${amiss.message()}`);
  }
  const { regulations } = question;
  const name = typeof regulations === 'string' ? regulations : regulations?.base;
  if (typeof name === 'string' && !REGULATION_NAMES.includes(name)) {
    throw new TypeError(
      `resolveTie: regulations: no such regulations ${quote(name)}${instead(name, REGULATION_NAMES, 'there are')}`,
    );
  }
  return resolve(question);
};

const goals = z.int().min(0);
const score = z.strictObject({ home: goals, away: goals });
const club = z.string().min(1);

const tieQuestion = z.strictObject({
  regulations: z.exactOptional(writtenRegulations),
  legs: z.array(z.strictObject({ home: club, away: club, score, extraTime: z.exactOptional(score) })).min(1),
  shootout: z.exactOptional(score),
  lots: z.exactOptional(club),
});
