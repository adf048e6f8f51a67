import * as z from 'zod';
import { instead, quote } from '../journal/complaint.ts';
import {
  type Club,
  type ClubCode,
  club,
  clubCode,
  type Fixture,
  fixture,
  identifier,
  type Leg,
  leg,
  type Person,
  person,
  type TeamSheet,
} from '../match/fixture.ts';
import { check } from './check.ts';
import { INSTANT_EXAMPLE, normaliseInstant } from './instant.ts';
import { fieldOf, keyAt, placeAt, type Written } from './place.ts';
import type { Complaints } from './problem.ts';
import { readRegulations, writtenRegulations } from './regulations.ts';

/** A date and time as people write it; see `normaliseInstant`. */
export const writtenInstant = z
  .string()
  .refine((text) => normaliseInstant(text) !== undefined, `expected a date and time like ${INSTANT_EXAMPLE}`);

const PEOPLE_MAX = 200;
const people = z
  .record(identifier, person)
  .refine((all) => Object.keys(all).length <= PEOPLE_MAX, `expected at most ${PEOPLE_MAX} people in a club`);
const writtenClub = club.extend({ people: z.exactOptional(people) });
const writtenSide = writtenClub.extend({ name: z.exactOptional(club.shape.name), code: z.exactOptional(clubCode) });
const writtenLeg = leg.extend({
  home: z.exactOptional(clubCode),
  away: z.exactOptional(clubCode),
  kickOff: z.exactOptional(writtenInstant),
});

/**
 * A fixture as written in a scenario: what `Fixture` holds, with anything left out that has a default. The clubs are
 * given under `home` and `away` (of the last leg) or, by code, under `clubs`; `legs` may be their number alone.
 */
export const writtenFixture = fixture.extend({
  regulations: z.exactOptional(writtenRegulations),
  home: z.exactOptional(writtenSide),
  away: z.exactOptional(writtenSide),
  clubs: z.exactOptional(z.record(clubCode, writtenClub)),
  legs: z.exactOptional(z.union([z.int().min(1).max(2), z.array(writtenLeg).min(1).max(2)])),
});
type WrittenFixture = z.infer<typeof writtenFixture>;

/** Two clubs nobody supports: Home (HOM) and Away (AWY), one leg, 23 people each in a 4-4-2, and a coach. */
export const defaultFixture = (): Fixture => complete({});

/** Checks a fixture as written and fills in what it leaves out. `undefined` where it is wrong. */
export const readFixture = (written: Written, complaints: Complaints): Fixture | undefined => {
  const given = check(writtenFixture, written, complaints, 'a fixture');
  const regulations = fieldOf(written, 'regulations');
  if (regulations !== undefined && readRegulations(regulations, complaints) === undefined) return undefined;
  if (given === undefined || !areTwo(given, written, complaints)) return undefined;
  const whole = complete(given);
  return isCoherent(whole, written, complaints) ? whole : undefined;
};

const complete = (given: WrittenFixture): Fixture => {
  const { home, away, clubs, legs, ...rest } = given;
  const sides = sidesOf(given);
  const [homeCode, awayCode] = sides.map(({ code }) => code) as [ClubCode, ClubCode];
  const wholeClubs = sides.map(({ code, side, given: club }): [ClubCode, Club] => [code, withPeople(club, side)]);
  const partial = typeof legs === 'number' ? Array.from({ length: legs }, () => ({})) : (legs ?? [{}]);
  return {
    ...rest,
    clubs: Object.fromEntries(wholeClubs),
    legs: partial.map((leg: z.infer<typeof writtenLeg>, index): Leg => {
      const swapped = index < partial.length - 1;
      const [first, second] = swapped ? [awayCode, homeCode] : [homeCode, awayCode];
      const hosts = leg.home ?? (leg.away === first ? second : first);
      const guests = leg.away ?? (hosts === first ? second : first);
      const sheets = sides
        .filter((side) => side.given.people === undefined)
        .map(({ code, side }) => [code, teamSheetOf(side)] as const);
      const teams = { ...Object.fromEntries(sheets), ...leg.teams };
      const kickOff = leg.kickOff === undefined ? undefined : normaliseInstant(leg.kickOff);
      const { kickOff: _written, ...other } = leg;
      return {
        ...other,
        home: hosts,
        away: guests,
        ...(kickOff === undefined ? {} : { kickOff }),
        ...(Object.keys(teams).length === 0 ? {} : { teams }),
      };
    }),
  };
};

interface SideGiven {
  readonly code: ClubCode;
  /** What ids begin with: the side at which the club plays the last leg. */
  readonly side: 'home' | 'away';
  readonly given: { readonly name: string; readonly people?: Club['people'] };
}

/** The two clubs, the last leg's hosts first. */
const sidesOf = ({ home = {}, away = {}, clubs, legs }: WrittenFixture): SideGiven[] => {
  if (clubs !== undefined) {
    const last = Array.isArray(legs) ? legs.at(-1) : undefined;
    const codes = Object.keys(clubs);
    const hosts = last?.home ?? codes.find((code) => code !== last?.away) ?? codes[0];
    return codes
      .toSorted((a, b) => Number(b === hosts) - Number(a === hosts))
      .map((code, index) => ({ code, side: index === 0 ? 'home' : 'away', given: clubs[code] ?? { name: code } }));
  }
  const { code: homeCode = 'HOM', ...hosts } = home;
  const { code: awayCode = 'AWY', ...guests } = away;
  return [
    { code: homeCode, side: 'home', given: { name: 'Home', ...hosts } },
    { code: awayCode, side: 'away', given: { name: 'Away', ...guests } },
  ];
};

const POSITIONS = ['GK', 'DF', 'DF', 'DF', 'DF', 'MF', 'MF', 'MF', 'FW', 'FW', 'MF'] as const;
const BENCH_POSITIONS = ['GK', 'DF', 'DF', 'DF', 'DF', 'MF', 'MF', 'MF', 'MF', 'FW', 'FW', 'FW'] as const;
const SQUAD = [...POSITIONS, ...BENCH_POSITIONS];

const withPeople = (given: SideGiven['given'] & { readonly short?: string }, side: SideGiven['side']): Club => {
  const called = given.short ?? given.name;
  const footballers = SQUAD.map((position, index): [string, Person] => [
    `${side}-${index + 1}`,
    { name: `${called} ${index + 1}`, shirt: index + 1, position },
  ]);
  const coach: [string, Person] = [`${side}-coach`, { name: `${called} coach`, role: 'staff', position: 'head-coach' }];
  return { ...given, people: given.people ?? Object.fromEntries([...footballers, coach]) };
};

const teamSheetOf = (side: SideGiven['side']): TeamSheet => ({
  starting: POSITIONS.map((_, index) => `${side}-${index + 1}`),
  bench: BENCH_POSITIONS.map((_, index) => `${side}-${POSITIONS.length + index + 1}`),
  formation: '4-4-2',
  goalkeeper: `${side}-1`,
  captain: `${side}-6`,
});

const areTwo = ({ home, away, clubs }: WrittenFixture, written: Written, complaints: Complaints): boolean => {
  if (clubs === undefined) {
    if ((home?.code ?? 'HOM') !== (away?.code ?? 'AWY')) return true;
    complaints.add(placeAt(written, ['away', 'code']), 'the two clubs need different codes');
    return false;
  }
  if (home !== undefined || away !== undefined) {
    complaints.add(
      keyAt(written, [], 'clubs'),
      'the clubs are given twice: write them under "clubs", or under "home" and "away"',
    );
    return false;
  }
  if (Object.keys(clubs).length === 2) return true;
  complaints.add(keyAt(written, [], 'clubs'), `a fixture has two clubs; here are ${Object.keys(clubs).length}`);
  return false;
};

/** What a schema can't say: legs between these clubs, ids that are one person's, team sheets of people there are. */
const isCoherent = (whole: Fixture, written: Written, complaints: Complaints): boolean => {
  const codes = Object.keys(whole.clubs);
  const owner = new Map<string, ClubCode>();
  let coherent = true;
  const wrong = (path: readonly PropertyKey[], message: string): void => {
    coherent = false;
    complaints.add(placeAt(written, path), message);
  };

  for (const [code, { people }] of Object.entries(whole.clubs)) {
    for (const id of Object.keys(people)) {
      const other = owner.get(id);
      if (other !== undefined)
        wrong(['clubs', code, 'people', id], `the id ${quote(id)} is taken by somebody at ${other}`);
      owner.set(id, code);
    }
  }
  for (const [index, leg] of whole.legs.entries()) {
    for (const side of ['home', 'away'] as const) {
      if (!codes.includes(leg[side]))
        wrong(['legs', index, side], `no such club ${quote(leg[side])}${instead(leg[side], codes)}`);
    }
    if (leg.home === leg.away) wrong(['legs', index, 'away'], `${leg.home} can't play itself`);
    for (const [code, sheet] of Object.entries(leg.teams ?? {})) {
      const path = ['legs', index, 'teams', code];
      const squad = Object.keys(whole.clubs[code]?.people ?? {});
      if (!codes.includes(code)) wrong(path, `no such club ${quote(code)}${instead(code, codes)}`);
      else
        for (const [place, id] of namedOn(sheet)) {
          if (owner.get(id) !== code)
            wrong([...path, ...place], `nobody at ${code} has the id ${quote(id)}${instead(id, squad)}`);
        }
    }
  }
  return coherent;
};

const namedOn = ({ starting, bench = [], goalkeeper, captain }: TeamSheet): [PropertyKey[], string][] => [
  ...starting.map((id, index): [PropertyKey[], string] => [['starting', index], id]),
  ...bench.map((id, index): [PropertyKey[], string] => [['bench', index], id]),
  ...(goalkeeper === undefined ? [] : [[['goalkeeper'], goalkeeper] as [PropertyKey[], string]]),
  ...(captain === undefined ? [] : [[['captain'], captain] as [PropertyKey[], string]]),
];
