import { describe, expect, test } from 'vitest';
import { runningClock, spokenMinute } from '../../src/feeds/clock.ts';
import { codeOfCountry } from '../../src/feeds/countries.ts';
import { dateTimeOf, parseJson, textOf } from '../../src/feeds/json.ts';
import { Squads, slugOf } from '../../src/feeds/squads.ts';
import { entryId, journalOf, type Told } from '../../src/feeds/telling.ts';
import { withWhistles } from '../../src/feeds/whistles.ts';
import { labelOf, type Period } from '../../src/match/time.ts';

describe('clocks', () => {
  test.each([
    ["57'", spokenMinute(57)],
    ["45+2'", spokenMinute(45, 2)],
    ["90+6'", runningClock('2H', 95, 22)],
    ["46'", spokenMinute(46)],
    ["90+1'", spokenMinute(91, 0, '2H')],
    ["91'", spokenMinute(91)],
    ["120+3'", spokenMinute(120, 3)],
    ["1'", spokenMinute(0)],
  ])('%s', (label, watch) => expect(labelOf(watch)).toBe(label));

  test('a date is ISO 8601 with an offset, and one that never was is none', () => {
    expect(dateTimeOf('2018-07-15 15:00:00')).toBe('2018-07-15T15:00:00Z');
    expect(dateTimeOf('2018-07-15T18:00+0300')).toBe('2018-07-15T18:00:00+03:00');
    expect(dateTimeOf('2018-02-30 15:00')).toBeUndefined();
  });
});

describe('squads', () => {
  test('two of a name are told apart, and the provider’s id names its man again', () => {
    const squads = new Squads();
    const den = squads.club('7712', { name: 'Denmark' });
    expect(squads.person(den, '1', { name: 'Nicolai Jørgensen' })).toBe('jorgensen');
    expect(squads.person(den, '2', { name: 'Mathias Jørgensen' })).toBe('mathias-jorgensen');
    expect(squads.person(den, '1', { name: 'N. Jørgensen' })).toBe('jorgensen');
    expect(squads.personOf(2)).toBe('mathias-jorgensen');
    expect(squads.clubs.DEN?.people.jorgensen).toEqual({ name: 'Nicolai Jørgensen', ref: '1' });
  });

  test('a club has the code that it is known by, and never another’s', () => {
    const squads = new Squads();
    expect(squads.club('1', { name: 'Real Madrid' })).toBe('REA');
    expect(squads.club('2', { name: 'Real Sociedad' })).toBe('REAL');
    expect(squads.club('3', { name: 'Real Betis' })).toBe('C2');
    expect(squads.club('4', { name: 'Croatia' })).toBe('CRO');
    expect(squads.club('5', { name: 'Atalanta', code: 'ATA' })).toBe('ATA');
    expect(codeOfCountry("Côte d'Ivoire")).toBe('CIV');
  });

  test.each([
    ['Luka Modrić', 'luka-modric'],
    ["N'Golo Kanté", 'n-golo-kante'],
    ['Đorđe Đurić', 'dorde-duric'],
    ['Ødegaard', 'odegaard'],
  ])('%s is written %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  test.each([
    ['Giovanni Di Lorenzo', 'Di Lorenzo', 'di-lorenzo'],
    ['Marc-André ter Stegen', 'ter Stegen', 'ter-stegen'],
    ['Rafael van der Vaart', 'van der Vaart', 'van-der-vaart'],
    ['Alexis Mac Allister', 'Mac Allister', 'mac-allister'],
    ['Kevin De Bruyne', 'De Bruyne', 'de-bruyne'],
    ['Vinícius Júnior', 'Vinícius Júnior', 'vinicius-junior'],
    ['De Gea', 'De Gea', 'de-gea'],
    ['Ben White', undefined, 'white'],
    ['D. Silva', undefined, 'silva'],
    ['Luka Modrić', undefined, 'modric'],
    ['Pelé', undefined, 'pele'],
    ['No. 7', 'No. 7', 'no-7'],
  ])('%s is called %s', (name, known, id) => {
    const squads = new Squads();
    const club = squads.club('1', { name: 'France' });
    expect(squads.person(club, '1', { name })).toBe(id);
    expect(squads.clubs.FRA?.people[id]?.known).toBe(known);
  });

  test('a word that every object has is no id', () => {
    const squads = new Squads();
    const club = squads.club('1', { name: 'France' });
    expect(squads.person(club, '1', { name: 'Constructor' })).not.toBe('constructor');
  });
});

describe('a journal of what was told', () => {
  const foul = (id: string, period: Period, elapsed: number, heardAt?: number): Told => ({
    id,
    event: { type: 'foul', at: { leg: 1, period, elapsed }, club: 'FRA' },
    ...(heardAt === undefined ? {} : { heardAt }),
  });
  const KICK_OFF = Date.parse('2018-07-15T15:00:00Z');

  test('lies in match order, an hour before kick-off and the intervals between', () => {
    const told = withWhistles([foul('b', '2H', 60_000), foul('a', '1H', 60_000)], '2H');
    const { startedAt, entries } = journalOf(told, { by: 'somebody', kickOff: '2018-07-15T18:00:00+03:00' });
    expect(startedAt).toBe('2018-07-15T17:00:00+03:00');
    expect(entries.map((entry) => [entry.kind === 'event' && entry.id, entry.offset / 60_000])).toEqual([
      ['kick-off-1H', 60],
      ['a', 61],
      ['end-1H', 105],
      ['kick-off-2H', 120],
      ['b', 121],
      ['end-2H', 165],
    ]);
  });

  test('has what was told late when it was told', () => {
    const told = [foul('late', '1H', 60_000, KICK_OFF + 600_000), foul('in-time', '1H', 300_000, KICK_OFF + 301_000)];
    const { entries } = journalOf(told, { by: 'somebody', kickOff: '2018-07-15T15:00:00Z' });
    expect(entries.map((entry) => entry.kind === 'event' && entry.id)).toEqual(['in-time', 'late']);
  });

  test('a match that is being played has no last whistle yet', () => {
    const types = (told: readonly Told[], last?: '2H'): string[] =>
      withWhistles(told, last).map(({ event }) => event.type);
    expect(types([foul('a', '2H', 60_000)])).toEqual(['foul', 'kick-off', 'half-time', 'kick-off']);
    expect(types([foul('a', '2H', 60_000)], '2H')).toContain('full-time');
    expect(types([foul('a', 'ET1', 60_000)], '2H')).toContain('period-end');
  });

  test('two rows of one id stay two, and odd ids are made into such as a journal takes', () => {
    const { entries } = journalOf([foul('a', '1H', 0), foul('a', '1H', 0)], { by: 'somebody' });
    expect(entries.map((entry) => entry.kind === 'event' && entry.id)).toEqual(['a', 'a.2']);
    expect(entryId('e', 'no id/at all')).toBe('eno-id-at-all');
  });
});

test('what is no JSON is told with its place', () => {
  const problemOf = (text: string) => parseJson({ name: 'a.json', text });
  const message = 'this is no JSON, or was cut off';
  expect(problemOf('{\n  "a": [1 2] }')).toEqual({ problem: { file: 'a.json', at: '2:11', message } });
  expect(problemOf('{\n  "a": ')).toEqual({ problem: { file: 'a.json', at: '2:8', message } });
  expect(textOf('null')).toBeUndefined();
});
