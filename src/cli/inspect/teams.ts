import { shortNameOf } from '../../english/words.ts';
import { personName } from '../../faces/names.ts';
import type { Fixture, PersonId } from '../../match/fixture.ts';
import type { PersonCards, PersonView, TeamView, Views } from '../../projections/views.ts';
import { padEnd, widthOf, wrap } from '../words/lines.ts';

/** Both teams side by side: with surnames alone where it's narrow, one above the other where it's narrower still. */
export const teamsSideBySide = (
  { lineups, scoreboard, cards }: Views,
  fixture: Fixture,
  width = Infinity,
): string[] => {
  const clubs = [scoreboard.home.club, scoreboard.away.club];
  const sides = (naming: Naming): string[][] =>
    clubs.map((club) => teamLines(shortNameOf(fixture, club), lineups[club], cards.people, naming));
  const full = sides((_id, { name }) => name);
  if (full.reduce((sum, lines) => sum + widest(lines), GAP) <= width) return sideBySide(full);
  const column = Math.floor((width - GAP) / 2);
  if (column < COLUMN_MIN) return [...(full[0] ?? []), '', ...(full[1] ?? [])];
  const known = sides((id) => personName(fixture, id));
  return sideBySide(known.map((lines) => lines.flatMap((line) => hanging(line, column))));
};

const sideBySide = ([home = [], away = []]: readonly (readonly string[])[]): string[] =>
  Array.from(
    { length: Math.max(home.length, away.length) },
    (_, row) => `${padEnd(home[row] ?? '', widest(home) + GAP)}${away[row] ?? ''}`,
  );

/** Broken where it's too long, the rest below its first word. */
const hanging = (line: string, width: number): string[] => {
  const indent = ' '.repeat(line.length - line.trimStart().length);
  return wrap(line.trimStart(), width - indent.length).map((part) => indent + part);
};

const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map(widthOf));

const GAP = 4;
const COLUMN_MIN = 30;

type Naming = (id: PersonId, person: PersonView) => string;

type Cards = Views['cards']['people'];

const teamLines = (name: string, team: TeamView | undefined, cards: Cards, naming: Naming): string[] => {
  if (team === undefined) return [];
  const { count, formation, substitutions, onPitch, bench, off, staff } = team;
  const { used, left } = substitutions;
  const lines = (people: TeamView['bench']): string[] =>
    Object.entries(people).map(([id, person]) => personLine(id, person, team, cards[id], naming(id, person)));
  return [
    [name, formation].filter((word) => word !== undefined).join(' '),
    `${count} on the pitch, ${used} of ${used + left} changes made`,
    ...lines(inReadingOrder(onPitch, team)),
    ...group('off', lines(off)),
    ...group('bench', lines(bench)),
    ...group('staff', lines(staff)),
  ];
};

/** The goalkeeper, those who started, those who came on. */
const inReadingOrder = (people: TeamView['onPitch'], { goalkeeper }: TeamView): TeamView['onPitch'] => {
  const rank = (id: PersonId, { on }: PersonView): number => (id === goalkeeper ? 0 : on === undefined ? 1 : 2);
  return Object.fromEntries(Object.entries(people).sort((a, b) => rank(...a) - rank(...b)));
};

const group = (name: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`– ${name}`, ...lines]);

const personLine = (
  id: PersonId,
  { shirt, position, on, offAt, offFor }: PersonView,
  team: TeamView,
  cards: PersonCards | undefined,
  name: string,
): string => {
  // From the bench one may be sent off too, and after having been taken off.
  const dismissed = offFor === 'red' || cards?.sentOff?.rescinded === true ? undefined : cards?.sentOff?.label;
  const notes = [
    ...(id === team.goalkeeper && position !== 'GK' ? ['in goal'] : []),
    ...(id === team.captain ? ['captain'] : []),
    ...(on === undefined ? [] : [`on ${on}`]),
    ...(offAt === undefined ? [] : [`${offFor === 'red' ? 'sent off' : 'off'} ${offAt}`]),
    ...(dismissed === undefined ? [] : [`sent off ${dismissed}`]),
  ];
  const known = [String(shirt ?? '').padStart(3), position ?? '', name].filter((word) => word !== '').join(' ');
  return notes.length === 0 ? known : `${known} (${notes.join(', ')})`;
};
