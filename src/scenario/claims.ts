import { check } from './check.ts';
import { readExpected } from './expected.ts';
import { writtenClaim } from './format.ts';
import { fieldOf, type Written } from './place.ts';
import type { Complaints } from './problem.ts';
import type { Claim } from './scenario.ts';
import { readTime } from './times.ts';

/** What accounts say of the match. Those that are wrong are complained about, and left out. */
export const readClaims = (written: Written | undefined, legs: number, complaints: Complaints): readonly Claim[] =>
  written?.kind === 'list' ? written.items.flatMap((claim) => readClaim(claim, legs, complaints) ?? []) : [];

const readClaim = (written: Written, legs: number, complaints: Complaints): Claim | undefined => {
  const claim = check(writtenClaim, written, complaints, 'a claim');
  const saying = fieldOf(written, 'says');
  const says = claim === undefined || saying === undefined ? undefined : readExpected(saying, complaints);
  const at = timeIn(fieldOf(written, 'at'), legs, complaints);
  // A bare number is the seq of an entry, as it is for --as-of.
  const seq = typeof claim?.asOf === 'number' ? claim.asOf : undefined;
  const asOf = seq ?? timeIn(fieldOf(written, 'asOf'), legs, complaints);
  if (claim === undefined || says === undefined) return undefined;
  const { by, verdict } = claim;
  return {
    place: written.place,
    by,
    says,
    verdict,
    ...(at === undefined ? {} : { at }),
    ...(asOf === undefined ? {} : { asOf }),
  };
};

const timeIn = (written: Written | undefined, legs: number, complaints: Complaints) =>
  written === undefined ? undefined : readTime(written, legs, complaints);
