import { describe, expect, test } from 'vitest';
import { auditOf } from '../../src/feeds/audit.ts';
import { importMatch } from '../../src/feeds/import.ts';
import type { MatchRecord } from '../../src/feeds/importer.ts';
import { excerpt, worldCup } from './samples.ts';

const { recording } = importMatch([excerpt(worldCup(2018), '  France v Croatia')]);
const differences = (record: MatchRecord) => auditOf(recording, record).differences;

describe('an audit', () => {
  test('looks at nothing that the record does not say', () => {
    expect(auditOf(recording, {})).toMatchObject({ compared: [], differences: [], score: { home: 4, away: 2 } });
  });

  test('tells both sides of a score', () => {
    expect(differences({ score: { home: 4, away: 3 }, halfTime: { home: 2, away: 1 } })).toEqual([
      { part: 'score', record: '4–3', views: '4–2' },
    ]);
  });

  test('tells of a shoot-out that never was', () => {
    expect(differences({ shootout: { home: 4, away: 3 } })).toEqual([
      { part: 'shootout', record: '4–3', views: 'none' },
    ]);
  });

  test('tells whose card is missing, and whose is too many', () => {
    const cards = [
      { club: 'FRA', person: 'kante', kind: 'yellow' },
      { club: 'FRA', person: 'hernandez', kind: 'red' },
      { club: 'CRO', person: 'vrsaljko', kind: 'yellow' },
    ] as const;
    expect(differences({ cards })).toEqual([
      { part: 'cards', about: 'FRA hernandez red', record: 'yes', views: 'no' },
      { part: 'cards', about: 'FRA hernandez yellow', record: 'no', views: 'yes' },
    ]);
  });

  test('compares changes by whoever the record names', () => {
    const substitutions = [
      { club: 'FRA', on: 'nzonzi', off: 'kante' },
      { club: 'FRA', on: 'tolisso', off: 'matuidi' },
      { club: 'FRA', on: 'fekir' },
      { club: 'CRO', on: 'kramaric', off: 'rebic' },
      { club: 'CRO', on: 'pjaca', off: 'vida' },
    ];
    expect(differences({ substitutions })).toEqual([
      { part: 'substitutions', about: 'CRO pjaca for vida', record: 'yes', views: 'no' },
      { part: 'substitutions', about: 'CRO pjaca for strinic', record: 'no', views: 'yes' },
    ]);
  });

  test('compares who started, and who scored for whom', () => {
    const starting = Object.keys(recording.header.fixture.clubs.CRO?.people ?? {}).slice(0, 11);
    expect(differences({ lineups: { CRO: [...starting.slice(1), 'kovacic'] } }).map(({ about }) => about)).toContain(
      'CRO kovacic',
    );
    const goals = [
      { club: 'FRA', person: 'mandzukic', own: true },
      { club: 'FRA', person: 'griezmann' },
      { club: 'FRA', person: 'pogba' },
      { club: 'FRA', person: 'mbappe' },
      { club: 'CRO', person: 'perisic' },
      { club: 'CRO', person: 'mandzukic' },
    ];
    expect(differences({ goals })).toEqual([]);
    expect(differences({ goals: goals.slice(1) })).toEqual([
      { part: 'goals', about: 'FRA mandzukic own goal', record: 'no', views: 'yes' },
    ]);
  });

  test('counts what is against the Laws, and names the entries', () => {
    const [first, ...others] = recording.entries;
    const goal = others.find((entry) => entry.kind === 'event' && entry.event.type === 'goal');
    if (first === undefined || goal?.kind !== 'event') throw new Error('there is no goal');
    const offside = { ...goal, id: 'goal-of-the-bench', event: { ...goal.event, by: 'fekir', own: false } };
    const entries = [first, ...others, offside].map((entry, index) => ({ ...entry, seq: index + 1 }));
    expect(auditOf({ ...recording, entries }, {}).breaches).toEqual([
      { code: 'not-on-the-pitch', law: '3', entries: [{ id: 'goal-of-the-bench', label: "18'" }] },
    ]);
  });
});
