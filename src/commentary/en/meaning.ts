import { numberOf } from '../../english/words.ts';
import type { Voice } from '../language.ts';
import type { Meaning } from '../meaning.ts';
import { counted, duration, goals, minutes, need, ordinal, possessive } from './words.ts';

export const meaningOf = (meaning: Meaning, own: boolean, v: Voice): string => {
  switch (meaning.kind) {
    case 'ends-match':
      return `That ends the match: ${v.club(meaning.club)} win it.`;
    case 'through-as-it-stands':
      return meaning.scope === 'tie'
        ? `As it stands ${v.club(meaning.club)} go through without ${need(meaning.instead)}.`
        : `As it stands ${v.club(meaning.club)} win without ${need(meaning.instead)}.`;
    case 'after-added-time':
      return `It comes after the ${counted(meaning.minutes, 'minute')} announced.`;
    case 'leads-tie':
      if (meaning.first === undefined) return `${v.club(meaning.club)} are ahead in the tie.`;
      if (!meaning.first) return `${v.club(meaning.club)} are ahead in the tie again.`;
      return `It is ${possessive(v.club(meaning.club))} first lead of the tie${meaning.from === undefined ? '' : `, after being ${goals(meaning.from)} behind`}.`;
    case 'ahead-on-away-goals':
      return `As it stands ${v.club(meaning.club)} go through on away goals.`;
    case 'levels-tie':
      if (meaning.firstLegLead !== undefined)
        return `The ${numberOf(meaning.firstLegLead)}-goal deficit of the first leg is made up.`;
      return meaning.needs === undefined
        ? 'The tie is level.'
        : v.vary('level tie', [
            `The tie is level: as it stands, ${need(meaning.needs)}.`,
            `Level, so as it stands ${need(meaning.needs)} will follow.`,
          ]);
    case 'leads': {
      const club = v.club(meaning.club);
      if (meaning.from !== undefined) return `${club} lead after being ${goals(meaning.from)} down.`;
      if (meaning.within !== undefined)
        return `The answer comes within ${minutes(meaning.within)}, and ${club} are in front.`;
      if (meaning.again === undefined) return '';
      return meaning.again ? `${club} are back in front.` : `${club} lead for the first time.`;
    }
    case 'levels':
      if (meaning.from !== undefined)
        return `${v.club(meaning.club)} are level after being ${goals(meaning.from)} down.`;
      return meaning.lasted === undefined ? '' : `The lead has lasted ${minutes(meaning.lasted)}.`;
    case 'goals-of-one': {
      const who = v.who(meaning.by) ?? 'the scorer';
      if (meaning.count === 2) return `It is the second goal of the match for ${who}.`;
      return meaning.count === 3
        ? `That is a hat-trick for ${who}.`
        : `It is the ${ordinal(meaning.count)} goal of the match for ${who}.`;
    }
    case 'came-on':
      return `${v.who(meaning.by) ?? 'The scorer'} came on ${minutes(meaning.minutes)} ago.`;
    case 'answers':
      return `The answer comes within ${minutes(meaning.minutes)}.`;
    case 'opener':
      if (meaning.tie !== undefined)
        return meaning.tie.from === 2 * meaning.tie.to
          ? 'That halves the deficit in the tie.'
          : `The deficit in the tie is down to ${goals(meaning.tie.to)}.`;
      return meaning.minute < 60
        ? `It comes ${duration(meaning.elapsed)} after the kick-off.`
        : `It is the first goal, after ${meaning.minute - 1} minutes.`;
    case 'reviewed-penalty':
      return 'The penalty came from a video review.';
    case 'numbers':
      return own
        ? ''
        : `${v.club(meaning.club)} score with ${numberOf(meaning.own)} against ${numberOf(meaning.other)}.`;
    case 'reduces': {
      const where = meaning.scope === 'tie' ? ' in the tie' : '';
      if (meaning.late && meaning.to >= 2)
        return `${v.club(meaning.club)} are still ${numberOf(meaning.to)} behind${where}.`;
      return meaning.to === 1
        ? `${v.club(meaning.club)} are within a goal${where}.`
        : `The deficit${where} is down to ${numberOf(meaning.to)}.`;
    }
    case 'stretches':
      return meaning.scope === 'tie' ? `${v.club(meaning.other)} need ${numberOf(meaning.lead)} to level the tie.` : '';
  }
};
