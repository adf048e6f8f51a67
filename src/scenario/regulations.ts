import * as z from 'zod';
import { found, instead, quote } from '../journal/complaint.ts';
import { VAR_CATEGORIES } from '../match/event.ts';
import type { RegulationsChoice } from '../match/fixture.ts';
import { contradictionsIn } from '../match/regulations/contradictions.ts';
import { REGULATIONS, type Regulations, regulationsOf } from '../match/regulations/regulations.ts';
import { check } from './check.ts';
import { fieldOf, placeAt, plain, textOf, type Written } from './place.ts';
import type { Complaints } from './problem.ts';

const count = z.exactOptional(z.int().min(0).max(99));
const flag = z.exactOptional(z.boolean());
const oneOf = <const T extends readonly string[]>(names: T) => z.exactOptional(z.enum(names));

/** Every field of the regulations, each optional; a group is merged with the base's, field by field. */
const overrides = {
  name: z.exactOptional(z.string().min(1).max(200)),
  laws: z.exactOptional(z.string().min(1).max(40)),
  extraTime: oneOf(['full', 'golden', 'silver', 'none']),
  ifLevel: oneOf(['shoot-out', 'draw', 'replay', 'lots']),
  awayGoals: flag,
  awayGoalsInET: flag,
  substitutions: z.exactOptional(
    z.strictObject({
      normal: count,
      windows: count,
      extraTime: count,
      extraTimeWindows: count,
      concussion: count,
    } satisfies Fields<Regulations['substitutions']>),
  ),
  bench: count,
  var: z.exactOptional(
    z.strictObject({
      enabled: flag,
      categories: z.exactOptional(z.array(z.enum(VAR_CATEGORIES)).max(20)),
    } satisfies Fields<Regulations['var']>),
  ),
  minPlayers: count,
  shootOut: z.exactOptional(
    z.strictObject({
      carryCautions: flag,
      order: oneOf(['ABAB', 'ABBA']),
      equateDuring: flag,
      kicks: count,
    } satisfies Fields<Regulations['shootOut']>),
  ),
  penalties: z.exactOptional(
    z.strictObject({
      encroachment: oneOf(['impact', 'any']),
      goalkeeperOffLine: oneOf(['2020', '2016']),
      doubleTouch: oneOf(['retake-if-scored', 'offence']),
    } satisfies Fields<Regulations['penalties']>),
  ),
  staffCards: flag,
  forfeit: count,
} satisfies Fields<Regulations>;

/** The compiler complains where the regulations gain a field that a scenario couldn't write. */
type Fields<Group> = Readonly<Record<keyof Group, z.ZodType>>;

export const REGULATION_NAMES: readonly string[] = Object.keys(REGULATIONS);

const writtenChanges = z.strictObject({ base: z.exactOptional(z.string()), ...overrides });

/** A set by its name, or one to start from (`base`) and the fields that differ. */
export const writtenRegulations = z.union([z.string(), writtenChanges]);

export const readRegulations = (written: Written, complaints: Complaints): RegulationsChoice | undefined => {
  if (written.kind === 'mapping') {
    const base = fieldOf(written, 'base');
    const named = base === undefined || isNamed(base, complaints);
    const changes = check(writtenChanges, written, complaints, 'a set of regulations');
    if (!named || changes === undefined) return undefined;
    refuseContradictions(written, changes, complaints);
    return changes;
  }
  return isNamed(written, complaints) ? textOf(written) : undefined;
};

/** Those between what is written here, or between that and the base; each is told where it's written. */
const refuseContradictions = (written: Written, changes: RegulationsChoice, complaints: Complaints): void => {
  for (const { fields, message } of contradictionsIn(regulationsOf(changes))) {
    const field = fields.find((path) => isWritten(written, path));
    if (field !== undefined) complaints.add(placeAt(written, field), message);
  }
};

const isWritten = (written: Written, path: readonly string[]): boolean =>
  path.reduce<Written | undefined>((part, key) => fieldOf(part, key), written) !== undefined;

const isNamed = (written: Written, complaints: Complaints): boolean => {
  const name = textOf(written);
  if (name !== undefined && Object.hasOwn(REGULATIONS, name)) return true;
  if (name === undefined)
    complaints.add(
      written.place,
      `expected the name of a set of regulations, or its base and what differs; found ${found(plain(written))}`,
    );
  else
    complaints.add(
      written.place,
      () => `no such regulations ${quote(name)}${instead(name, REGULATION_NAMES, 'there are')}`,
    );
  return false;
};
