import { describe, expect, test } from 'vitest';
import { type AuditedMatch, importMatches } from '../../../src/feeds/import.ts';
import { history } from '../../../src/playback/views.ts';
import { WORLD_CUPS, worldCup } from '../samples.ts';

const matchesOf = (year: (typeof WORLD_CUPS)[number]): AuditedMatch[] =>
  [...importMatches([worldCup(year)])].map((read) => {
    if (!('audit' in read)) throw new Error(read.message);
    return read;
  });

const ALL = WORLD_CUPS.map((year) => ({ year, text: worldCup(year).text, matches: matchesOf(year) }));

/** Matches whose views don't show what their own line says, and why. */
const DIFFERING: Readonly<Record<string, string>> = {};
/** Of the lines, that many must agree. */
const AGREE_MIN = 0.995;

describe('the six World Cups', () => {
  test('every line of a match becomes a match', () => {
    const lines = ALL.map(({ text }) => text.match(/^ {2}\S.* v .+? {2}\d+-\d+/gm)?.length);
    expect(ALL.map(({ matches }) => matches.length)).toEqual(lines);
    expect(lines).toEqual([52, 64, 64, 64, 64, 64]);
  });

  test('score and shoot-out agree with the line of the match, but for those that are named', () => {
    const all = ALL.flatMap(({ matches }) => matches);
    const differing = all.filter(({ audit }) => audit.differences.length > 0).map(({ name }) => name);
    expect(differing).toEqual(Object.keys(DIFFERING));
    expect(1 - differing.length / all.length).toBeGreaterThanOrEqual(AGREE_MIN);
    expect(all.every(({ audit }) => audit.compared.includes('score'))).toBe(true);
    expect(all.filter(({ audit }) => audit.compared.includes('shootout'))).toHaveLength(20);
  });

  // Read from the text by another way than the importer's.
  test.each(ALL)('in $year as many goals are scored as the lines add up to', ({ text, matches }) => {
    const lines = [...text.matchAll(/^ {2}\S.* v .+? {2}(\d+)-(\d+)/gm)];
    const told = lines.reduce((sum, [, home, away]) => sum + Number(home) + Number(away), 0);
    const goals = matches.flatMap(({ recording }) =>
      recording.entries.filter((entry) => entry.kind === 'event' && entry.event.type === 'goal'),
    );
    expect(goals).toHaveLength(told);
  });

  test.each(ALL)('in $year as many cards and changes are told as the file has marks', ({ text, matches }) => {
    const events = matches.flatMap(({ recording }) =>
      recording.entries.flatMap((entry) => (entry.kind === 'event' ? entry.event.type : [])),
    );
    const count = (...types: readonly string[]): number => events.filter((type) => types.includes(type)).length;
    const body = text.replace(/^#.*$/gm, '');
    expect(count('caution', 'second-yellow', 'red')).toBe(body.match(/\[(?:Y|Y\/R|R) \d/g)?.length);
    expect(count('substitution')).toBe(body.match(/\(\d+(?:\+\d+)?' /g)?.length);
  });

  test('nothing in them is against the Laws, and no line is left over', () => {
    const all = ALL.flatMap(({ matches }) => matches);
    expect(all.filter(({ audit }) => audit.breaches.length > 0).map(({ name }) => name)).toEqual([]);
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(all.flatMap(({ unknown }) => [...unknown])).toEqual([]);
  });

  test('each side of each match starts with eleven', () => {
    const short = ALL.flatMap(({ matches }) => matches).filter(({ recording }) => {
      const [first] = recording.entries;
      if (first?.kind !== 'event' || first.event.type !== 'line-ups') return true;
      return Object.values(first.event.teams).some(({ starting }) => starting.length !== 11);
    });
    expect(short.map(({ name }) => name)).toEqual([]);
  });
});

describe('dialects of the years', () => {
  const views = (year: (typeof WORLD_CUPS)[number], name: string) => {
    const match = ALL.find((each) => each.year === year)?.matches.find((each) => each.name === name);
    if (match === undefined) throw new Error(`there is no ${name}`);
    return history(match.recording).viewsAt(match.recording.entries.length);
  };

  test('a golden goal ends the match of 1998, and no whistle follows it', () => {
    const { clock, result, timeline } = views(1998, '1998-06-28-fra-par');
    expect(clock).toMatchObject({ period: 'FT', label: "114'" });
    expect(result).toMatchObject({ winner: 'FRA', by: 'golden-goal' });
    expect(Object.values(timeline).at(-1)).toMatchObject({ kind: 'goal', person: 'blanc' });
  });

  test('a goal written 45 of somebody who came on in the interval is the second half’s', () => {
    const { timeline } = views(2002, '2002-06-11-sen-uru');
    expect(timeline['goal-URU-1']).toMatchObject({ label: "46'", person: 'morales' });
    expect(timeline['change-abreu'] ?? timeline['change-romero']).toMatchObject({ label: 'HT' });
  });

  test('a second caution of 2018 is one, and a red card after a caution of 2002 is told with a note', () => {
    expect(views(2018, '2018-06-25-uru-rus').cards.people.smolnikov).toMatchObject({
      sentOff: { by: 'second-yellow' },
    });
    const match = ALL.find(({ year }) => year === 2002)?.matches.find(({ name }) => name === '2002-06-06-den-sen');
    const red = match?.recording.entries.find((entry) => entry.kind === 'event' && entry.event.type === 'red');
    expect(red?.reported?.note).toMatch(/caution/);
  });

  test('Batty misses the last kick of 1998 against Argentina', () => {
    const { shootout, result } = views(1998, '1998-06-30-arg-eng');
    expect(shootout).toMatchObject({ first: 'ARG', score: { ARG: 4, ENG: 3 }, winner: 'ARG' });
    expect(shootout?.kicks.k10).toMatchObject({ by: 'batty', outcome: 'missed' });
    expect(result).toMatchObject({ by: 'shoot-out' });
  });

  test('an own goal counts for the others, and names its scorer', () => {
    const { timeline, lineups } = views(2018, '2018-07-15-fra-cro');
    expect(timeline['goal-FRA-1']).toMatchObject({ person: 'mandzukic', club: 'FRA', own: true, label: "18'" });
    expect(lineups.FRA?.off.kante).toMatchObject({ offFor: 'substitution', replacedBy: 'nzonzi' });
  });

  test('a place, its crowd and the referees stand in the fixture', () => {
    const match = ALL.find(({ year }) => year === 2018)?.matches[0];
    expect(match?.recording.header.fixture.legs[0]).toMatchObject({
      kickOff: '2018-06-14T18:00:00+03:00',
      venue: 'Lenin, Moscow',
      attendance: 78011,
      officials: { referee: 'Néstor Fabián Pitana' },
    });
  });
});
