import { quote } from '../journal/complaint.ts';
import type { Fixture } from '../match/fixture.ts';
import { compile } from './compile.ts';
import { readFixture } from './fixture.ts';
import { beside, nameOf } from './path.ts';
import { textOf, type Written } from './place.ts';
import { Complaints, type Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { readYaml } from './yaml.ts';

export type Loaded =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Gives a file's text; `undefined` where it can't be read. */
export type Read = (path: string) => string | undefined;

/**
 * Reads a scenario from its text. `file` is its path, for complaints and for what it's called; `read` gives the text
 * of a fixture that it shares with others (`fixture: ../tie.yaml`, relative to the scenario). Never throws: all that
 * is wrong comes back, each problem with its file, line and column.
 */
export const load = (text: string, file: string, read: Read = () => undefined): Loaded => {
  const complaints = new Complaints(file);
  const written = readYaml(text, complaints);
  if (written === undefined) return { ok: false, problems: complaints.problems };

  let shared: readonly Problem[] = [];
  const sharedFixture = (path: Written): Fixture | undefined => {
    const found = readShared(path, file, read, complaints);
    shared = found.problems;
    return found.fixture;
  };
  const scenario = compile(written, { name: nameOf(file), complaints, sharedFixture });
  if (scenario !== undefined) return { ok: true, scenario };
  return { ok: false, problems: [...complaints.problems, ...shared] };
};

interface Shared {
  readonly fixture: Fixture | undefined;
  /** In that file. */
  readonly problems: readonly Problem[];
}

const readShared = (written: Written, from: string, read: Read, complaints: Complaints): Shared => {
  const wrong = (message: string): Shared => {
    complaints.add(written.place, message);
    return { fixture: undefined, problems: [] };
  };
  const path = textOf(written);
  if (path === undefined || path.trim() === '')
    return wrong('a fixture is a mapping, or the path of a file that holds one');
  const file = beside(from, path);
  if (file === undefined)
    return wrong(`the path of a fixture is relative to the scenario's folder; found ${quote(path)}`);
  const text = read(file);
  if (text === undefined) return wrong(`no fixture can be read from ${file}`);

  const others = new Complaints(file);
  const fixture = readYaml(text, others);
  const whole = fixture === undefined ? undefined : readFixture(fixture, others);
  return { fixture: whole, problems: others.problems };
};
