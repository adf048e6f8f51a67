import { feedTime } from '../journal/feed-time.ts';
import type { Club, ClubCode, Fixture, Leg, Officials, Person, PersonId, RegulationsChoice } from '../match/fixture.ts';
import { CLUBS, FAMILY_NAMES, GIVEN_NAMES, type InventedClub } from './names.ts';
import type { Random } from './random.ts';

/** A fixture of two clubs that don't exist: 23 footballers and a head coach each, officials, a date in winter. */
export const inventFixture = (
  random: Random,
  { legs, regulations }: { readonly legs: 1 | 2; readonly regulations?: RegulationsChoice },
): Fixture => {
  const [home, away] = random.shuffle(CLUBS) as [InventedClub, InventedClub];
  const surnames = random.shuffle(FAMILY_NAMES).values();
  const name = () => `${random.pick(GIVEN_NAMES)} ${surnames.next().value ?? 'Nemo'}`;
  const clubs = { [home.code]: squadOf(home, random, name), [away.code]: squadOf(away, random, name) };
  const first = random.int(0, WEEKS - 1) * WEEK + random.int(0, 1) * DAY;
  const leg = (number: number, host: InventedClub, guest: InventedClub): Leg => ({
    home: host.code,
    away: guest.code,
    kickOff: feedTime(`${START_OF_ALL}${ZONE}`, first + (number - 1) * WEEK),
    venue: host.venue,
    officials: officials(name),
    attendance: random.int(90, 480) * 100 + random.int(0, 99),
  });
  return {
    competition: 'A competition that nobody played',
    ...(regulations === undefined ? {} : { regulations }),
    clubs,
    legs: legs === 2 ? [leg(1, away, home), leg(2, home, away)] : [leg(1, home, away)],
  };
};

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Tuesdays and Wednesdays of winter, when the zone is the same throughout. */
const START_OF_ALL = '2025-11-04T21:00:00';
const ZONE = '+01:00';
const WEEKS = 15;

const squadOf = ({ name, short, colours }: InventedClub, random: Random, invent: () => string): Club => {
  const shirts = random.shuffle(Array.from({ length: 32 }, (_, index) => index + 2).filter((shirt) => shirt !== 12));
  const footballers = SQUAD.map((position, index): [PersonId, Person] => {
    const named = invent();
    const shirt = index === 0 ? 1 : index === 1 ? 12 : (shirts[index] ?? 90 + index);
    return [slugOf(named), { name: named, shirt, position }];
  });
  const coach = invent();
  const staff: [PersonId, Person] = [slugOf(coach), { name: coach, role: 'staff', position: 'head-coach' }];
  return { name, short, colours, people: Object.fromEntries([...footballers, staff]) };
};

const SQUAD = ['GK', 'GK', ...Array(8).fill('DF'), ...Array(8).fill('MF'), ...Array(5).fill('FW')] as readonly string[];

/** `Rémy Hradecný` → `hradecny`. */
const slugOf = (name: string): PersonId =>
  name
    .slice(name.indexOf(' ') + 1)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

const officials = (name: () => string): Officials => ({
  referee: name(),
  assistants: [name(), name()],
  fourth: name(),
  var: name(),
});

export const footballersOf = (fixture: Fixture, club: ClubCode): readonly (readonly [PersonId, Person])[] =>
  Object.entries(fixture.clubs[club]?.people ?? {}).filter(([, { role }]) => role !== 'staff');

export const headCoachOf = (fixture: Fixture, club: ClubCode): PersonId | undefined =>
  Object.entries(fixture.clubs[club]?.people ?? {}).find(([, { role }]) => role === 'staff')?.[0];
