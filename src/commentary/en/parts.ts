import { listOf } from '../../english/words.ts';
import type { EventOf } from '../../match/event.ts';
import type { ClubCode } from '../../match/fixture.ts';
import type { Voice } from '../language.ts';
import { isSaid, possessive } from './words.ts';

/** Who had a part in a goal: all of them, and the weightiest alone. */
export const linksOf = (
  event: EventOf<'goal'>,
  club: ClubCode,
  v: Voice,
): { readonly all: string; readonly main: string } => {
  const { made, before, touched } = partsIn(event, club, v);
  const after = before.length === 0 ? undefined : `after ${listOf(before)}`;
  const linked = (...parts: readonly (string | undefined)[]): string =>
    parts
      .filter(isSaid)
      .map((part) => `, ${part}`)
      .join('');
  return { all: linked(made, after, touched), main: linked(made, touched) };
};

const partsIn = (event: EventOf<'goal'>, club: ClubCode, v: Voice) => {
  const { assist, contributions = [] } = event;
  const maker = v.who(assist);
  const madeBy = contributions.find(({ by, kind }) => by === assist && kind !== 'deflection')?.kind;
  const made =
    maker === undefined ? undefined : madeBy === 'cross' ? `from ${possessive(maker)} cross` : `set up by ${maker}`;
  const before: string[] = [];
  const touched: string[] = [];
  for (const { by, kind } of contributions) {
    if (by === assist && by !== undefined) continue;
    const opponent = v.clubOf(by) !== club;
    const name = opponent ? v.ofTheirClub(by) : v.who(by);
    if (name === undefined) continue;
    switch (kind) {
      case 'deflection':
        touched.push(`deflected in off ${name}`);
        break;
      case 'flick-on':
        touched.push(`touched on by ${name}`);
        break;
      case 'dummy':
        touched.push(`with a dummy by ${name}`);
        break;
      case 'pass':
      case 'run':
        // Whoever made the goal has been named; what came before that is left to the record.
        if (maker === undefined) before.push(`a ${kind} by ${name}`);
        break;
      case 'cross':
      case 'clearance':
      case 'save':
        before.push(`a ${kind} by ${name}`);
        break;
      case 'rebound':
        before.push(`a rebound off ${name}`);
        break;
      case 'error':
        before.push(`a mistake by ${name}`);
        break;
      case 'foul-won':
        before.push(`a foul on ${name}`);
        break;
    }
  }
  return { made, before: before.slice(0, 2), touched: touched.length === 0 ? undefined : listOf(touched.slice(0, 2)) };
};
