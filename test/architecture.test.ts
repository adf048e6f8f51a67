import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Who may import whom. A room may import itself; `types` lists rooms of which it may import types alone. Packages from
 * the registry are open to a room only where they are named.
 */
const ROOMS: Readonly<Record<string, Room>> = {
  match: { packages: ['zod'] },
  journal: { rooms: ['match'], packages: ['zod', 'fastest-levenshtein'] },
  projections: { rooms: ['match', 'journal'] },
  // What several rooms say in English.
  english: { types: ['match'] },
  commentary: { rooms: ['match', 'journal', 'projections', 'english'] },
  playback: { rooms: ['match', 'journal', 'projections', 'commentary'], packages: ['rxjs'] },
  simulator: { rooms: ['match', 'journal', 'english'], packages: ['pure-rand'] },
  feeds: { rooms: ['match', 'journal', 'projections'], packages: ['fast-xml-parser'] },
  exports: {
    rooms: ['match', 'journal', 'projections', 'commentary', 'playback', 'english'],
    packages: ['csv-stringify', 'ical-generator', 'hono'],
  },
  wire: { types: ['match', 'journal', 'projections', 'playback'] },
  scenario: {
    rooms: ['match', 'journal', 'projections', 'commentary', 'playback', 'wire'],
    packages: ['yaml', 'zod', 'canonicalize'],
  },
  server: {
    rooms: ['match', 'journal', 'projections', 'commentary', 'playback', 'wire'],
    packages: ['ws', 'rxjs', 'fastest-levenshtein', 'zod', 'hono', '@hono/node-server', 'pino', 'prom-client'],
  },
  client: {
    rooms: ['wire'],
    types: ['match', 'journal', 'projections', 'playback'],
    // The schemas bring zod along, which no page should pay for.
    notAtRunTime: ['wire/message.ts'],
  },
  // What terminal and page share; the one thing that they compute with is match time.
  faces: {
    rooms: ['wire', 'english'],
    types: ['match', 'journal', 'projections', 'playback'],
    files: ['match/time.ts'],
  },
  terminal: {
    rooms: ['faces', 'client', 'wire', 'english'],
    types: ['match', 'journal', 'projections', 'playback', 'commentary'],
    files: ['match/time.ts'],
    packages: ['ink', 'react', 'string-width'],
  },
  dashboard: {
    rooms: ['faces', 'client', 'wire', 'english'],
    types: ['match', 'journal', 'projections', 'playback', 'commentary'],
    files: ['match/time.ts', 'history.ts'],
    packages: [
      ...['react', 'react-dom', '@tanstack/react-virtual', 'd3-scale', 'd3-shape'],
      '@fontsource-variable/inter',
    ],
  },
  // An element for anybody's page: what it brings along is counted in bytes.
  widget: {
    rooms: ['faces', 'client', 'wire', 'english'],
    types: ['match', 'journal', 'projections', 'playback'],
    files: ['match/time.ts'],
  },
  cli: { rooms: 'all', packages: 'all' },
  // Entry points: they hand out what others made.
  'index.ts': { rooms: 'all', packages: 'all' },
  'protocol.ts': { rooms: ['wire', 'match', 'journal', 'playback', 'projections'] },
  'history.ts': { rooms: ['match', 'journal', 'playback'], types: ['wire', 'projections'] },
  'testing.ts': { rooms: 'all', packages: 'all' },
};

/** Single files that may more than their room. */
const EXCEPTIONS: Readonly<Record<string, Room>> = {
  'wire/message.ts': { rooms: ['match', 'journal', 'projections', 'playback'], packages: ['zod'] },
  'projections/schema.ts': { rooms: ['match'], packages: ['zod'] },
  // The protocol's documents are made from the schemas.
  'wire/json-schemas.ts': { rooms: ['match', 'journal', 'projections'], packages: ['zod'] },
  'wire/openapi.ts': { rooms: ['projections'] },
};

interface Room {
  readonly notAtRunTime?: readonly string[];
  readonly rooms?: readonly string[] | 'all';
  readonly types?: readonly string[];
  /** Single files of other rooms. */
  readonly files?: readonly string[];
  readonly packages?: readonly string[] | 'all';
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const SRC = join(import.meta.dirname, '..', 'src');

test('each import stays within the table of who may import whom', () => {
  const crossings = imports().filter((each) => !isAllowed(each));
  expect(crossings.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('each room of the source stands in the table', () => {
  const rooms = readdirSync(SRC, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
    .map(({ name }) => name);
  expect(rooms.filter((room) => ROOMS[room] === undefined)).toEqual([]);
});

test('the table would catch a projection that imports the server', () => {
  expect(isAllowed({ from: 'projections/clock.ts', to: 'server/hub.ts', typeOnly: false })).toBe(false);
  expect(isAllowed({ from: 'wire/patch.ts', to: 'projections/views.ts', typeOnly: false })).toBe(false);
  expect(isAllowed({ from: 'wire/mirror.ts', to: 'projections/views.ts', typeOnly: true })).toBe(true);
  expect(isAllowed({ from: 'match/state.ts', to: 'package:rxjs', typeOnly: false })).toBe(false);
});

const isAllowed = ({ from, to, typeOnly }: Import): boolean =>
  [EXCEPTIONS[from], ROOMS[roomOf(from)]].some((room) => room !== undefined && allows(room, from, to, typeOnly));

const allows = (room: Room, from: string, to: string, typeOnly: boolean): boolean => {
  if (to.startsWith('node:')) return DOORS.has(roomOf(from));
  if (to.startsWith('package:'))
    return room.packages === 'all' || (room.packages ?? []).includes(to.slice('package:'.length));
  if (!typeOnly && room.notAtRunTime?.includes(to)) return false;
  if (room.files?.includes(to)) return true;
  const target = roomOf(to);
  if (target === roomOf(from) || room.rooms === 'all' || (room.rooms ?? []).includes(target)) return true;
  return typeOnly && (room.types ?? []).includes(target);
};

/** Only the doors meet the machine. */
const DOORS: ReadonlySet<string> = new Set(['cli', 'server', 'index.ts', 'testing.ts']);

const roomOf = (file: string): string => file.split('/')[0] ?? file;

const imports = (): Import[] =>
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => importsOf(join(entry.parentPath, entry.name)));

const importsOf = (path: string): Import[] => {
  const from = relative(SRC, path);
  const text = readFileSync(path, 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'"]*?from\s+)?['"]([^'"]+)['"]/gm);
  const dynamic = text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [
    ...[...statements].map(([, type, names, to]) => ({
      from,
      to: targetOf(path, to ?? ''),
      typeOnly: type !== undefined || allTypes(names),
    })),
    ...[...dynamic].map(([, to]) => ({ from, to: targetOf(path, to ?? ''), typeOnly: false })),
  ];
};

/** `import { type A, type B } from …` brings nothing at run time. */
const allTypes = (names: string | undefined): boolean => {
  const inside = /\{([^}]*)\}/.exec(names ?? '')?.[1];
  return inside?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
};

const targetOf = (path: string, to: string): string => {
  if (to.startsWith('.')) return relative(SRC, join(dirname(path), to));
  if (to.startsWith('node:')) return to;
  return `package:${to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? to)}`;
};
