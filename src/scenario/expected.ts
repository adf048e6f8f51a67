import { instead, quote } from '../journal/complaint.ts';
import { VIEW_NAMES } from '../projections/views.ts';
import { check } from './check.ts';
import { writtenViews } from './format.ts';
import type { Written } from './place.ts';
import type { Complaints } from './problem.ts';
import type { ExpectedViews } from './scenario.ts';
import { type Keys, VIEW_KEYS } from './view-keys.ts';

/** A partial match of the views: at least one, under its name, with keys that views have. The runner compares it. */
export const readExpected = (written: Written, complaints: Complaints): ExpectedViews | undefined => {
  const views = check(writtenViews, written, complaints, 'a frame');
  if (views === undefined) return undefined;
  if (Object.keys(views).length === 0) {
    complaints.add(written.place, `nothing is expected here; name a view: ${VIEW_NAMES.join(', ')}`);
    return undefined;
  }
  return areKnown(written, VIEW_KEYS, 'a frame', complaints) ? { views, written } : undefined;
};

/** Complains about each key that no view has there; `what` is the thing whose keys they'd be. */
const areKnown = (written: Written, keys: Keys, what: string, complaints: Complaints): boolean => {
  if (written.kind !== 'mapping' || keys === true) return true;
  let known = true;
  for (const [key, { place, value }] of written.fields) {
    const inner = 'each' in keys ? keys.each : own(keys.keys, key);
    if (inner === undefined) {
      const names = 'keys' in keys ? Object.keys(keys.keys) : [];
      complaints.add(
        place,
        () =>
          `${what} has no ${quote(key)}${instead(
            key,
            names.filter((name) => !written.fields.has(name)),
            'there is',
          )}`,
      );
      known = false;
    } else known = areKnown(value, inner, quote(key), complaints) && known;
  }
  return known;
};

const own = <T>(object: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
