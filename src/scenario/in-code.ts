import type { Reported } from '../journal/entry.ts';
import type { EventOf, EventType } from '../match/event.ts';
import type { Views } from '../projections/views.ts';
import { compile } from './compile.ts';
import { readExpected } from './expected.ts';
import type { Place, Written } from './place.ts';
import { Complaints } from './problem.ts';
import type { Mode, Scenario } from './scenario.ts';

/**
 * A line of a scenario's log as an object in code, in the words of a scenario file:
 * `{ at: '1H 46:10', goal: { by: 'away 9', assist: 'away 10' }, id: 'g1' }`.
 */
export type Line = Beside &
  EventsInCode & { readonly retract?: Correction; readonly amend?: Correction & EventsInCode };

interface Beside {
  /** The running clock: `1H 46:10`, `2H 97:53`, `57'`, `L1 1H 02:04`, `PEN 3`. */
  readonly at?: string | number;
  /** What other lines call it; `e<seq>` where absent. */
  readonly id?: string;
  /** When it came in: `+40s`, `+11d`, a date and time, or a time. */
  readonly received?: string | number;
  readonly reported?: Reported;
  readonly incidentAt?: string | number;
  readonly order?: number;
  readonly detail?: string;
  readonly irregular?: string | readonly string[];
}

interface Correction {
  readonly of: string;
  readonly at?: string | number;
  readonly why?: string;
}

type EventsInCode = { readonly [Type in EventType]?: EventInCode<Type> };

/** The event's fields, a bare reference (`home`, `home 9`), or `true` where it needs none. */
type EventInCode<Type extends EventType> = string | number | true | (Fields<Type> & Aliases);
type Fields<Type extends EventType> = Partial<Omit<EventOf<Type>, 'type' | 'at' | 'incidentAt'>>;

interface Aliases {
  readonly by?: string;
  readonly person?: string;
  readonly for?: string;
  readonly team?: string;
  readonly to?: string;
}

/** What a scenario in code may say besides its log; each as in a scenario file. */
export interface Setting {
  readonly title?: string;
  readonly regulations?: string | Readonly<Record<string, unknown>>;
  readonly fixture?: Readonly<Record<string, unknown>>;
  readonly mode?: Mode;
  readonly startedAt?: string;
}

/** A partial match of the views: what isn't named isn't compared, `null` means absent. */
export type PartialViews = { readonly [Name in keyof Views]?: Partially<NonNullable<Views[Name]>> | null };

type Partially<T> = T extends readonly unknown[] | string | number | boolean
  ? T
  : { readonly [Key in keyof T]?: Partially<NonNullable<T[Key]>> | null };

/** A scenario from objects in code. Throws with all that is wrong, each thing with the number of its line. */
export const scenarioInCode = (setting: Setting, lines: readonly unknown[]): Scenario => {
  const complaints = new Complaints('code');
  const { title = 'A scenario in code', ...rest } = setting;
  const head = writtenIn({ title, ...rest }, AT_THE_TOP);
  const items = lines.map((line, index) => writtenIn(line, { line: index + 1, column: 1 }));
  const log: Written = { kind: 'list', place: AT_THE_TOP, items };
  const fields = head.kind === 'mapping' ? [...head.fields, ['log', { place: AT_THE_TOP, value: log }] as const] : [];
  const scenario = compile(
    { kind: 'mapping', place: AT_THE_TOP, fields: new Map(fields) },
    { name: 'code', complaints, sharedFixture: ({ place }) => void complaints.add(place, NO_PATHS) },
  );
  if (scenario === undefined) throw new Error(told(complaints));
  return scenario;
};

/** Throws where a view is named, or a key of it, that there isn't. */
export const checkPartialViews = (views: unknown): void => {
  const complaints = new Complaints('code');
  readExpected(writtenIn(views, AT_THE_TOP), complaints);
  if (!complaints.none) throw new Error(told(complaints));
};

const NO_PATHS = 'a fixture in code is an object; a file of its own is for scenario files';

const AT_THE_TOP: Place = { line: 0, column: 1 };

const told = ({ problems }: Complaints): string =>
  problems.map(({ line, message }) => (line === 0 ? message : `line ${line}: ${message}`)).join('\n');

/** A value as if it had been written in a file, all at one place. */
const writtenIn = (value: unknown, place: Place): Written => {
  if (Array.isArray(value)) return { kind: 'list', place, items: value.map((item) => writtenIn(item, place)) };
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return {
      kind: 'mapping',
      place,
      fields: new Map(members.map(([key, member]) => [key, { place, value: writtenIn(member, place) }])),
    };
  }
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', place, value: isScalar ? value : null };
};
