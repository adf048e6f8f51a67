import type { EventOf } from '../../match/event.ts';
import type { ClubCode } from '../../match/fixture.ts';
import type { DisallowedFact, GoalFact } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { meaningOf } from './meaning.ts';
import { linksOf } from './parts.ts';
import { at, footed, from, into, isSaid, say, spare, standing } from './words.ts';

export const goal = (fact: GoalFact, v: Voice): readonly Sentence[] => {
  const { event, club, now, meaning } = fact;
  if (club === undefined) return [say("A goal is reported, but not for which side; it doesn't count yet.")];
  const [what, ...shorter] = goalWhat(fact, club, v);
  const confirmed = fact.confirmed ? 'Confirmed: ' : '';
  const meant = meaning === undefined ? '' : meaningOf(meaning, event.own === true, v);
  return [
    { text: `${confirmed}${what}`, shorter: shorter.map((text) => `${confirmed}${text}`) },
    ...(now === undefined ? [] : [say(`${standing(now, v)}.`)]),
    ...(meant === '' ? [] : [spare(meant)]),
  ];
};

/** The goal in falling length. */
const goalWhat = (fact: GoalFact, code: ClubCode, v: Voice): readonly [string, ...string[]] => {
  const { event } = fact;
  const frame = frameOf(fact, v.club(code), v);
  if (event.tentative === true || !frame.includes(GAP)) return [frame];
  const header = event.bodyPart === 'head' && event.own !== true;
  const manner = (...words: readonly (string | undefined)[]): string => {
    const said = words.filter(isSaid).join(' ');
    return said === '' ? '' : header ? ` ${said}` : `, ${said}`;
  };
  const [foot, place, target] = [
    footed(event.bodyPart),
    header ? at(event.place) : from(event.place),
    into(event.into),
  ];
  const origin = ORIGINS[event.from ?? 'open-play'];
  const { all, main } = linksOf(event, code, v);
  const fill = (...parts: readonly string[]): string => frame.replace(GAP, () => parts.join(''));
  if (event.own === true) return [fill(all), fill(main), fill()];
  const full = manner(foot, place, target);
  return [fill(full, origin, all), fill(full, origin, main), fill(manner(foot), main), fill(full)];
};

/** Where the manner of the goal goes. */
const GAP = '\u{E00F}';

const frameOf = ({ event, substitute, meaning, fallen }: GoalFact, club: string, v: Voice): string => {
  const scorer = event.own === true ? v.ofTheirClub(event.by) : v.who(event.by);
  if (event.tentative === true) {
    return `A possible goal for ${club}${scorer === undefined ? '' : `, by ${scorer}`}: it isn't confirmed yet.`;
  }
  if (fallen === true) {
    return `A goal for ${club}${scorer === undefined ? '' : `, by ${scorer}`}, which doesn't count: it was disallowed before it was told.`;
  }
  if (event.own === true) {
    if (scorer === undefined) return `An own goal${GAP}, and it counts for ${club}.`;
    return v.vary('own goal', [
      `Own goal by ${scorer}${GAP}: it counts for ${club}.`,
      `${scorer} scores an own goal${GAP}, and it counts for ${club}.`,
    ]);
  }
  const penalty = event.penalty !== undefined || event.from === 'penalty';
  if (scorer === undefined) {
    return penalty
      ? `${club} score from the penalty mark${GAP}.`
      : `Goal for ${club}${GAP}; the scorer hasn't been named.`;
  }
  // Once is enough: the meaning may be how short a while ago the scorer came on.
  const by = substitute && meaning?.kind !== 'came-on' ? `substitute ${scorer}` : scorer;
  if (penalty) {
    return v.vary('penalty scored', [
      `${by} scores the penalty for ${club}${GAP}.`,
      `${club} score from the penalty mark: ${by}${GAP}.`,
    ]);
  }
  return event.bodyPart === 'head'
    ? v.vary('header scored', [
        `${by} heads in for ${club}${GAP}.`,
        `Goal for ${club}: ${by}, with a header${GAP}.`,
        `${club} score through a header by ${by}${GAP}.`,
      ])
    : v.vary('goal', [
        `${by} scores for ${club}${GAP}.`,
        `Goal for ${club}: ${by}${GAP}.`,
        `${club} score through ${by}${GAP}.`,
      ]);
};

const ORIGINS: Readonly<Record<NonNullable<EventOf<'goal'>['from']>, string>> = {
  'open-play': '',
  penalty: '',
  'free-kick': ', from a free kick',
  corner: ', after a corner',
  'throw-in': ', after a throw-in',
  counter: ', on the counter',
  rebound: ', from the rebound',
};

export const disallowed = ({ event, club, now, known }: DisallowedFact, v: Voice): readonly Sentence[] => {
  const why = event.for === undefined || event.for === 'other' ? '' : DISALLOWED_FOR[event.for];
  if (known) return [say(`The goal is disallowed${why === '' ? '' : ` for ${why}`}.`)];
  const by = v.ofClub(event.by);
  const side = club === undefined ? '' : ` for ${v.club(club)}`;
  const who =
    by === undefined
      ? `No goal${side}`
      : v.vary('disallowed', [`${by} has the ball in the net, but it doesn't count`, `No goal for ${by}`]);
  return [
    say(`${who}${why === '' ? '' : `: ${why}`}.`),
    ...(now === undefined ? [] : [say(`It is ${standing(now, v)} again.`)]),
  ];
};

const DISALLOWED_FOR: Readonly<Record<NonNullable<EventOf<'goal-disallowed'>['for']>, string>> = {
  offside: 'offside',
  foul: 'a foul',
  handball: 'handball',
  'ball-out': 'the ball had gone out',
  encroachment: 'encroachment',
  'double-touch': 'a double touch',
  whistle: 'the whistle had gone',
  'extra-person': 'an extra person on the pitch',
  other: '',
};
