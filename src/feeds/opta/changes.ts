import { given } from '../given.ts';
import type { Told } from '../telling.ts';
import type { OptaBook } from './book.ts';
import { has, type OptaRow, qualifier } from './row.ts';
import { formationNumbered } from './words.ts';

const OFF = 18;
const ON = 19;
const INJURY = 41;
const TACTICAL = 42;

/** Types 18 and 19, which name one another: who goes off and who comes on is one substitution. */
export const tellChange = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = book.at(row);
  if (at === undefined) return undefined;
  const other = otherHalf(row, book);
  // The two rows are one change; it has the id of the first.
  if (row.type === ON && other !== undefined) return [];
  const [off, on] = row.type === OFF ? [row, other] : [undefined, row];
  const reason = has(row, INJURY) ? 'injury' : has(row, TACTICAL) ? 'tactical' : undefined;
  return [
    book.told(row, {
      type: 'substitution',
      at,
      ...given('off', off && book.person(off)),
      ...given('on', on && book.person(on)),
      ...given('club', book.club(row)),
      ...given('reason', reason),
    }),
  ];
};

const otherHalf = (row: OptaRow, book: OptaBook): OptaRow | undefined => {
  const wanted = row.type === OFF ? ON : OFF;
  const named = book.fellow(row);
  if (named?.type === wanted) return named;
  // One of the two may have been put right, and name a row that isn't there any more.
  return book.rows.find((each) => each.type === wanted && each.team === row.team && book.fellow(each) === row);
};

/** Types 20, 21, 22 and 77: who goes, comes back or takes the gloves. */
export const tellMove = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const at = book.at(row);
  const person = book.person(row);
  if (at === undefined || person === undefined) return undefined;
  const whose = { at, person, ...given('club', book.club(row)) };
  switch (row.type) {
    case 20:
      return [book.told(row, { type: 'left', ...whose })];
    case 21:
      return [book.told(row, { type: 'back-on', ...whose })];
    case 22:
      return [book.told(row, { type: 'goalkeeper', ...whose })];
    case 77:
      return [book.told(row, { type: 'temporarily-off', ...whose })];
    default:
      return undefined;
  }
};

/** Type 40. */
export const tellFormation = (row: OptaRow, book: OptaBook): readonly Told[] | undefined => {
  const [at, club] = [book.at(row), book.club(row)];
  const formation = formationNumbered(qualifier(row, 130));
  return at === undefined || club === undefined || formation === undefined
    ? undefined
    : [book.told(row, { type: 'formation', at, club, formation })];
};
