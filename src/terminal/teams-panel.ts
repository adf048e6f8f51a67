import type { SeenPerson } from '../faces/people.ts';
import type { SeenTeam } from '../faces/teams.ts';
import { BOLD, clubLook, DIM, letter } from './looks.ts';
import { beside, cut, EMPTY, fit, type Line, padStart, type Span, span, widthOfLine } from './span.ts';
import { says } from './words.ts';

/** Both teams side by side: those on the pitch from the goalkeeper forward, then changes and the bench. */
export const teamsPanel = (teams: readonly [SeenTeam, SeenTeam], width: number, height: number): Line[] => {
  if (teams.every(({ count }) => count === 0)) return [[span(says.noLineups, DIM)]];
  const column = Math.floor((width - GAP.length) / 2);
  return beside(
    teams.map((team) => ({ lines: teamLines(team, column), width: column })),
    height,
    [span(GAP)],
  );
};

const GAP = '  ';

const teamLines = (team: SeenTeam, width: number): Line[] => {
  const { short, colours, formation, count, rows, off, bench, staff, changes } = team;
  const shown = count < 11 && count > 0 ? [span(` ${count}`, BOLD)] : [];
  return [
    fit([span(` ${cut(short, width - 10)} `, clubLook(colours)), span(` ${formation ?? ''}`, DIM), ...shown], width),
    ...rows.flatMap((row) => row.map((person) => personLine(person, width))),
    EMPTY,
    [span(says.changes(changes.used, changes.left), DIM)],
    ...off.map((person) => personLine(person, width)),
    EMPTY,
    ...(bench.length === 0 ? [] : [[span(says.bench, DIM)], ...bench.map((person) => personLine(person, width))]),
    ...staff
      .filter(({ sentOff, yellows }) => sentOff !== undefined || yellows.length > 0)
      .map((person) => personLine(person, width)),
  ];
};

/** `10 Samardžić Y ▲72'` */
const personLine = (person: SeenPerson, width: number): Line => {
  const { shirt, known, where, captain } = person;
  const marks = marksOf(person);
  const room = width - 3 - widthOfLine(marks);
  const name = `${known}${captain ? ' (c)' : ''}`;
  const isHere = where === 'pitch';
  return [
    span(`${padStart(shirt === undefined ? '' : String(shirt), 2)} `, DIM),
    span(cut(name, room), isHere ? undefined : DIM),
    ...marks,
  ];
};

const marksOf = ({ goals, ownGoals, yellows, sentOff, on, offAt, offFor, where }: SeenPerson): Line => {
  const spaced = (each: Span): Span[] => [span(' '), each];
  const isOff = sentOff !== undefined && !sentOff.rescinded;
  return [
    ...(goals === 0 ? [] : spaced(span(`●${goals > 1 ? goals : ''}`, BOLD))),
    ...(ownGoals === 0 ? [] : spaced(letter('own-goal', 'goal'))),
    ...(yellows.length > 0 && sentOff?.by !== 'second-yellow' ? spaced(letter('caution', 'caution')) : []),
    ...(isOff ? spaced(letter(sentOff.by === 'second-yellow' ? 'second-yellow' : 'red', 'dismissal')) : []),
    ...(on === undefined ? [] : spaced(span(`▲${on}`, DIM))),
    ...(offAt === undefined || (isOff && where === 'off' && offFor === 'red')
      ? isOff
        ? spaced(span(sentOff.label, DIM))
        : []
      : spaced(span(`▼${offAt}`, DIM))),
  ];
};
