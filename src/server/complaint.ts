import { closest } from 'fastest-levenshtein';
import type { Refusal } from '../playback/replay.ts';
import type { clientMessage } from '../wire/message.ts';

type Issue = NonNullable<ReturnType<typeof clientMessage.safeParse>['error']>['issues'][number];

/**
 * The first thing that is wrong with a message, in a sentence: where, what was expected, and the nearest name that
 * exists. `said` is the message as it came.
 */
export const complain = (
  type: string,
  [issue]: readonly Issue[],
  said: unknown,
): { readonly code: string; readonly message: string } => {
  if (issue === undefined) return { code: 'invalid-message', message: `${type}: not a message` };
  const value = issue.path.reduce<unknown>((outer, key) => (isObject(outer) ? outer[String(key)] : undefined), said);
  const place = [type, ...issue.path.map(String)].join('.');
  const invalid = (what: string) => ({ code: 'invalid-message', message: `${place}: ${what}` });
  switch (issue.code) {
    case 'invalid_value': {
      const names = issue.values.map(String);
      if (issue.path[0] !== 'views') return invalid(unknown('value', value, names, 'expected'));
      return { code: 'unknown-view', message: `${place}: ${unknown('view', value, names, 'views')}` };
    }
    case 'invalid_union': {
      // A discriminated union names its options, though its published type doesn't.
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : undefined;
      return invalid(options === undefined ? issue.message : unknown('type', value, options, 'expected'));
    }
    case 'unrecognized_keys':
      return invalid(`no such field ${listed(issue.keys.map(quote), 3)}`);
    case 'invalid_type':
      return invalid(
        value === undefined ? `expected ${issue.expected}, but it is missing` : `expected ${issue.expected}`,
      );
    case 'too_small':
      if (typeof value !== 'number') return invalid(issue.message);
      return invalid(`expected ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`);
    case 'too_big':
      if (typeof value !== 'number') return invalid(issue.message);
      return invalid(`expected ${issue.inclusive === true ? 'at most' : 'less than'} ${issue.maximum}`);
    default:
      return invalid(issue.message);
  }
};

/** Said over the socket and over HTTP. */
export const NOT_OPERATOR: Refusal = {
  code: 'not-operator',
  message: "only an operator, or who asked for it, controls a showing; the operator's token says that you are one",
};

/** `no such view "clok"; did you mean "clock"? views: clock, scoreboard …` */
export const unknown = (noun: string, given: unknown, names: readonly string[], list: string): string => {
  const nearest = typeof given === 'string' && names.length > 0 ? closest(given.slice(0, 200), [...names]) : undefined;
  const what = given === undefined ? `the ${noun} is missing` : `no such ${noun} ${quote(given)}`;
  const hint = nearest === undefined ? '' : `did you mean ${quote(nearest)}? `;
  return `${what}; ${hint}${list}: ${listed(names, 20) || 'none'}`;
};

/** What was given, as JSON and short, so that nothing that a client says can stretch or break a line. */
export const quote = (given: unknown): string => {
  const text = typeof given === 'string' ? JSON.stringify(given.slice(0, 100)) : shapeOf(given);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const listed = (names: readonly string[], most: number): string =>
  (names.length > most ? [...names.slice(0, most), '…'] : names).join(', ');

// JSON may be nested more deeply than it can be written out again.
const shapeOf = (given: unknown): string => {
  if (Array.isArray(given)) return 'a list';
  return isObject(given) ? 'an object' : String(given);
};
