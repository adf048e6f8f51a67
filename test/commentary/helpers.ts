import { commentary } from '../../src/commentary/commentary.ts';
import type { Entry, Reported } from '../../src/journal/entry.ts';
import { History } from '../../src/journal/history.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import type { Fixture } from '../../src/match/fixture.ts';
import { type MatchTime, MINUTE, type Period, parseTime } from '../../src/match/time.ts';
import type { CommentaryItem } from '../../src/projections/views.ts';

/** Two clubs with names short and long, namesakes and staff; Dortmund at home first. */
export const fixture: Fixture = {
  regulations: 'uefa-champions-league-2025-26',
  next: 'Arsenal or Bayern Munich in the round of 16',
  clubs: {
    ATA: {
      name: 'Atalanta',
      people: {
        carnesecchi: { name: 'Marco Carnesecchi', position: 'GK' },
        scalvini: { name: 'Giorgio Scalvini' },
        zappacosta: { name: 'Davide Zappacosta' },
        bernasconi: { name: 'Lorenzo Bernasconi' },
        'de-roon': { name: 'Marten de Roon', known: 'De Roon' },
        pasalic: { name: 'Mario Pašalić' },
        samardzic: { name: 'Lazar Samardžić' },
        scamacca: { name: 'Gianluca Scamacca' },
        krstovic: { name: 'Nikola Krstović' },
        djimsiti: { name: 'Berat Djimsiti' },
        sulemana: { name: 'Kamaldeen Sulemana' },
        'm-rossi': { name: 'Mario Rossi' },
        palladino: { name: 'Raffaele Palladino', role: 'staff', position: 'head-coach' },
      },
    },
    BVB: {
      name: 'Borussia Dortmund',
      short: 'Dortmund',
      people: {
        kobel: { name: 'Gregor Kobel', position: 'GK' },
        bensebaini: { name: 'Ramy Bensebaini' },
        anton: { name: 'Waldemar Anton' },
        can: { name: 'Emre Can' },
        beier: { name: 'Maximilian Beier' },
        brandt: { name: 'Julian Brandt' },
        guirassy: { name: 'Serhou Guirassy' },
        adeyemi: { name: 'Karim Adeyemi' },
        chukwuemeka: { name: 'Carney Chukwuemeka' },
        schlotterbeck: { name: 'Nico Schlotterbeck' },
        'l-rossi': { name: 'Luca Rossi' },
        'bvb-staff': { name: "A member of Dortmund's staff", known: "the member of Dortmund's staff", role: 'staff' },
      },
    },
  },
  legs: [
    { home: 'BVB', away: 'ATA', venue: 'Westfalenstadion, Dortmund' },
    { home: 'ATA', away: 'BVB', venue: 'New Balance Arena, Bergamo' },
  ],
};

/** Atalanta at home, one leg, extra time when it ends level. */
export const cupTie: Fixture = {
  ...fixture,
  legs: [{ home: 'ATA', away: 'BVB', venue: 'New Balance Arena, Bergamo' }],
};

/** The same, where a draw stands. */
export const leagueMatch: Fixture = { ...cupTie, regulations: 'domestic-league' };

type Unplaced<E> = E extends MatchEvent ? Omit<E, 'at'> : never;
export type Happens = Unplaced<MatchEvent>;

/** What comes next in a journal, once its place in it is known. */
export type Step = (seq: number, offset: number) => Entry;

interface Extra {
  readonly id?: string;
  /** Feed time in milliseconds since the recording began, where it isn't the moment itself. */
  readonly offset?: number;
  readonly reported?: Reported;
}

/** Something happens, `time` being the running clock: `2H 97:53`; of the second leg where the fixture has one. */
export const on = (time: string, event: Happens, { id, offset, reported }: Extra = {}): Step => {
  return (seq, earlier) => ({
    kind: 'event',
    seq,
    offset: Math.max(earlier, offset ?? feedTime(timeOf(time))),
    id: id ?? `e${seq}`,
    event: { ...event, at: timeOf(time) } as MatchEvent,
    ...(reported === undefined ? {} : { reported }),
  });
};

export const amend = (of: string, time: string, event: Happens, offset = 0): Step => {
  return (seq, earlier) => ({
    kind: 'amendment',
    seq,
    offset: Math.max(earlier, offset),
    of,
    event: { ...event, at: timeOf(time) } as MatchEvent,
  });
};

export const retract = (of: string, offset = 0): Step => {
  return (seq, earlier) => ({ kind: 'retraction', seq, offset: Math.max(earlier, offset), of });
};

export const journal = (...steps: readonly Step[]): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const step of steps) entries.push(step(entries.length + 1, entries.at(-1)?.offset ?? 0));
  return entries;
};

/** The lines as told, in order. */
export const linesOf = (
  entries: readonly Entry[],
  played: Fixture = fixture,
): readonly (CommentaryItem & { key: string })[] => {
  const history = new History<{ commentary: Readonly<Record<string, CommentaryItem>> }>(
    { fixture: played, startedAt: '2026-02-17T20:00:00+01:00' },
    { match: {}, record: { commentary } },
  );
  for (const entry of entries) history.append(entry);
  const view = history.viewsAt(history.length).commentary;
  return Object.entries(view)
    .map(([key, item]) => ({ key, ...item }))
    .sort((a, b) => a.order - b.order);
};

export const tell = (...steps: readonly Step[]) => linesOf(journal(...steps));

/** The last line that these entries bring, in a fixture of one leg. */
export const last = (...steps: readonly Step[]): string => linesOf(journal(...steps), cupTie).at(-1)?.text ?? '';

export const lastOf = (played: Fixture, ...steps: readonly Step[]): string =>
  linesOf(journal(...steps), played).at(-1)?.text ?? '';

/** Dortmund 2–0 Atalanta, and the second leg kicked off. */
export const secondLeg: readonly Step[] = [
  on('L1 1H 00:00', { type: 'kick-off' }),
  on('L1 1H 02:04', { type: 'goal', by: 'guirassy' }),
  on('L1 1H 41:16', { type: 'goal', by: 'beier' }),
  on('L1 1H 46:00', { type: 'half-time' }),
  on('L1 2H 45:00', { type: 'kick-off' }),
  on('L1 2H 93:00', { type: 'full-time' }),
  on('L2 1H 00:00', { type: 'kick-off' }),
];

export const kickOff: Step = on('1H 00:00', { type: 'kick-off' });
export const secondHalf: readonly Step[] = [
  kickOff,
  on('1H 46:00', { type: 'half-time' }),
  on('2H 45:00', { type: 'kick-off' }),
];

const timeOf = (time: string): MatchTime => {
  const ref = parseTime(time);
  if (ref?.kind !== 'clock') throw new Error(`no time: ${time}`);
  return { leg: ref.leg ?? 1, period: ref.period, elapsed: ref.from };
};

const WEEK = 7 * 24 * 60 * MINUTE;
const STARTS: Readonly<Record<Period, number>> = {
  pre: 0,
  '1H': 60,
  HT: 110,
  '2H': 125,
  ENT: 180,
  ET1: 185,
  ETHT: 203,
  ET2: 205,
  EET: 225,
  PEN: 230,
  FT: 240,
};

const feedTime = ({ leg, period, elapsed }: MatchTime): number => (leg - 1) * WEEK + STARTS[period] * MINUTE + elapsed;
