import { inThousands, listOf, upperFirst } from '../../english/words.ts';
import type { EventOf, MatchEvent } from '../../match/event.ts';
import type { Voice } from '../language.ts';
import { isSaid, short } from './words.ts';

type Aside =
  | 'officials'
  | 'conditions'
  | 'delay'
  | 'clock-correction'
  | 'var-unavailable'
  | 'var-available'
  | 'note'
  | 'captain'
  | 'goalkeeper'
  | 'formation'
  | 'excluded';

/** What is told beside the play. */
export const aside = (
  event: Extract<MatchEvent, { readonly type: Aside }>,
  sources: readonly string[] | undefined,
  side: string | undefined,
  v: Voice,
): string | undefined => {
  switch (event.type) {
    case 'officials': {
      const { referee, var: video } = event.officials;
      if (referee === undefined) return video && `The video assistant referee is ${video}.`;
      return `The referee is ${referee}${video === undefined ? '' : `, with ${video} as video assistant`}.`;
    }
    case 'conditions':
      return conditions(event);
    case 'delay': {
      if (event.ended === true) return 'The delay is over.';
      const what = event.at.period === 'pre' ? 'The kick-off is delayed' : 'There is a delay';
      return `${what}${event.until === undefined ? '' : ` until ${short(event.until)}`}${because(event.why)}.`;
    }
    case 'clock-correction':
      return `The clock is set right${because(event.why)}.`;
    case 'var-unavailable':
      return `VAR is out of action${because(event.why)}.`;
    case 'var-available':
      return 'VAR is working again.';
    case 'note':
      return note(event.text, sources ?? []);
    case 'captain':
      return withName(v.ofClub(event.person), 'is captain now.');
    case 'goalkeeper':
      return withName(v.ofClub(event.person), 'goes in goal.');
    case 'formation':
      return side && `${side} play in a ${short(event.formation)}.`;
    case 'excluded':
      return withName(v.ofClub(event.person), `is left out of the kicks${because(event.why)}.`);
  }
};

const conditions = (event: EventOf<'conditions'>): string | undefined => {
  const parts = [
    event.attendance === undefined ? undefined : `attendance ${inThousands(event.attendance)}`,
    event.weather === undefined ? undefined : `weather ${short(event.weather)}`,
    event.temperature === undefined ? undefined : `${event.temperature} °C`,
    event.pitch === undefined ? undefined : `pitch ${short(event.pitch)}`,
  ].filter(isSaid);
  return parts.length === 0 ? undefined : `${upperFirst(parts.join('; '))}.`;
};

/** A source that goes by a name is worth naming; "feed 2" tells a reader nothing. */
const note = (text: string, sources: readonly string[]): string => {
  const told = text.trim().replace(/[.!]+$/, '');
  const named = sources.filter((source) => /^\p{Lu}/u.test(source));
  return `${told}${named.length === 0 || named.length > 2 ? '' : ` (${listOf(named)})`}.`;
};

const because = (why: string | undefined): string => (why === undefined ? '' : `: ${short(why)}`);

const withName = (who: string | undefined, does: string): string | undefined => who && `${who} ${does}`;
