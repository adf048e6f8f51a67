import { fullNameOf } from '../../english/words.ts';
import type { PersonId } from '../../match/fixture.ts';
import type { PersonView, TeamView } from '../../projections/views.ts';
import type { Section, Table } from './block.ts';
import { knownAs, type Subject } from './subject.ts';

export const teamsOf = (subject: Subject): Section | undefined => {
  const { views, fixture } = subject;
  const { home, away } = views.scoreboard;
  const tables = [home.club, away.club].flatMap((club) => {
    const team = views.lineups[club];
    return team === undefined ? [] : [teamTable(subject, fullNameOf(fixture, club), team)];
  });
  if (tables.every(({ rows }) => rows.length === 0)) return undefined;
  return { id: 'line-ups', title: 'Line-ups', blocks: [{ kind: 'pair', tables }] };
};

const teamTable = (subject: Subject, name: string, team: TeamView): Table => {
  const everybody = { ...team.onPitch, ...team.off, ...team.bench };
  const { starting, bench } = sheetOf(subject, everybody, team);
  const unused = bench.filter((id) => everybody[id]?.on === undefined);
  const used = bench
    .filter((id) => everybody[id]?.on !== undefined)
    .sort((a, b) => minute(everybody[a]) - minute(everybody[b]));
  // Somebody without a part is a place kept for a report that named nobody.
  const staff = Object.entries(team.staff)
    .filter(([id, { position }]) => position !== undefined || subject.views.cards.people[id] !== undefined)
    .map(([id, person]) => ['', person.name, roleText(id, person, subject)]);
  const rows = (ids: readonly PersonId[]): string[][] => ids.map((id) => personRow(subject, id, everybody[id], team));
  return {
    kind: 'table',
    caption: team.formation === undefined ? name : `${name} ${team.formation}`,
    heads: ['No.', 'Name', 'Notes'],
    figures: [0],
    rows: [
      ...rows(starting),
      ...(used.length === 0 ? [] : [['', '§Substitutes used', ''], ...rows(used)]),
      ...(unused.length === 0 ? [] : [['', '§On the bench', ''], ...rows(unused)]),
      ...(staff.length === 0 ? [] : [['', '§Staff', ''], ...staff]),
    ],
  };
};

/** The goalkeeper first, then as the sheet has them; without a sheet whoever never came on is taken to have started. */
const sheetOf = (
  { claims, fixture, leg }: Subject,
  everybody: TeamView['onPitch'],
  { goalkeeper, bench }: TeamView,
): { readonly starting: PersonId[]; readonly bench: PersonId[] } => {
  const sheets = [
    fixture.legs[leg - 1]?.teams,
    ...claims.flatMap(({ event }) => (event.type === 'line-ups' ? [event.teams] : [])),
  ].flatMap((teams) => Object.values(teams ?? {}));
  const ids = Object.keys(everybody);
  const sheet = sheets.findLast(({ starting }) => starting.some((id) => Object.hasOwn(everybody, id)));
  const known = sheet?.starting.filter((id) => Object.hasOwn(everybody, id)) ?? [];
  const started =
    known.length > 0 ? known : ids.filter((id) => everybody[id]?.on === undefined && !Object.hasOwn(bench, id));
  const first = started.filter((id) => isKeeper(id, everybody[id], goalkeeper));
  return {
    starting: [...first, ...started.filter((id) => !first.includes(id))],
    bench: ids.filter((id) => !started.includes(id)),
  };
};

const isKeeper = (id: PersonId, person: PersonView | undefined, goalkeeper: PersonId | undefined): boolean =>
  person?.position === undefined ? id === goalkeeper : person.position === 'GK';

const personRow = (subject: Subject, id: PersonId, person: PersonView | undefined, team: TeamView): string[] => {
  const cards = subject.views.cards.people[id];
  const notes = [
    ...(id === team.captain ? ['captain'] : []),
    ...(person?.on === undefined
      ? []
      : [`on ${person.on}${person.replaced === undefined ? '' : ` for ${knownAs(subject, person.replaced)}`}`]),
    ...(cards?.yellows.map((label) => `yellow ${label}`) ?? []),
    ...(person?.offAt === undefined || person.offFor === 'red' ? [] : [`off ${person.offAt}`]),
    ...(cards?.sentOff === undefined || cards.sentOff.rescinded === true ? [] : [`sent off ${cards.sentOff.label}`]),
  ];
  return [String(person?.shirt ?? ''), person?.name ?? id, notes.join(', ')];
};

const roleText = (id: PersonId, { position }: PersonView, { views }: Subject): string => {
  const sentOff = views.cards.people[id]?.sentOff;
  return [
    ...(position === undefined ? [] : [position.replaceAll('-', ' ')]),
    ...(sentOff === undefined ? [] : [`sent off ${sentOff.label}`]),
  ].join(', ');
};

/** `90+2'` as a number to sort by. */
const minute = (person: PersonView | undefined): number => {
  const [whole = 0, added = 0] = (person?.on ?? '').split('+').map((part) => Number.parseInt(part, 10) || 0);
  return whole + added / 100;
};
