import { describe, expect, test } from 'vitest';
import type { AuditedMatch } from '../../src/feeds/import.ts';
import { importMatch, importMatches } from '../../src/feeds/import.ts';
import { history } from '../../src/playback/views.ts';
import { ashfordWestbrook } from './samples.ts';

const PROVIDERS = ['statsbomb', 'opta', 'statsperform', 'sportradar'] as const;

const viewsOf = ({ recording }: AuditedMatch) => history(recording).viewsAt(recording.entries.length);

describe.each(PROVIDERS)('Ashford v Westbrook as %s tells it', (provider) => {
  const match = importMatch(ashfordWestbrook(provider));
  const views = viewsOf(match);

  test('is recognised, and agrees with its own record and the Laws', () => {
    expect(match.provider).toBe(provider);
    expect(match.name).toBe('2025-10-18-ash-wes');
    expect(match.audit).toMatchObject({ differences: [], breaches: [] });
    expect(match.audit.compared).toEqual(expect.arrayContaining(['score', 'cards', 'substitutions', 'lineups']));
    expect(match.problems).toEqual([]);
  });

  test('ends 2–2 and 4–2 on kicks, which are no goals', () => {
    expect(views.scoreboard).toMatchObject({
      home: { club: 'ASH', score: 2 },
      away: { club: 'WES', score: 2 },
      halfTime: { home: 1, away: 1 },
      normalTime: { home: 2, away: 2 },
      extraTime: { home: 0, away: 0 },
      shootout: { home: 4, away: 2 },
    });
    expect(views.shootout).toMatchObject({ first: 'ASH', winner: 'ASH' });
    expect(Object.keys(views.shootout?.kicks ?? {})).toHaveLength(8);
    expect(views.clock.period).toBe('FT');
  });

  test('has the own goal for the other side, named by the offender, at the watch of the 32nd minute', () => {
    const goals = Object.values(views.timeline).filter(
      ({ kind, supersededBy }) => kind === 'goal' && supersededBy === undefined,
    );
    expect(goals.map(({ label, club, person, own }) => `${label} ${club} ${person}${own ? ' o.g.' : ''}`)).toEqual([
      "13' ASH sorrel",
      "32' WES vane o.g.",
      "66' ASH sorrel",
      "89' WES prior",
    ]);
  });

  test('sends off the man with two yellow cards, and cards the one on the bench', () => {
    expect(views.cards.people.donnelly).toMatchObject({
      yellows: ["24'", "64'"],
      sentOff: { by: 'second-yellow', label: "64'" },
    });
    expect(views.cards.people.lind).toMatchObject({ role: 'substitute', yellows: ["71'"] });
    expect(views.lineups.WES).toMatchObject({ count: 10, substitutions: { used: 1 } });
  });

  test('gives the penalty before it is taken and scored', () => {
    const penalty = match.recording.entries.flatMap((entry) =>
      entry.kind === 'event' && ['penalty-awarded', 'penalty', 'goal'].includes(entry.event.type) ? [entry] : [],
    );
    const at = penalty.findIndex(({ event }) => event.type === 'penalty-awarded');
    const [award, kick, goal] = penalty.slice(at, at + 3);
    expect(award?.event).toMatchObject({ type: 'penalty-awarded', club: 'ASH' });
    expect(kick?.event).toMatchObject({ type: 'penalty', by: 'sorrel', outcome: 'scored', award: award?.id });
    expect(goal?.event).toMatchObject({ type: 'goal', by: 'sorrel', penalty: kick?.id });
    expect(views.stats.ASH?.counted.penalties).toBe(1);
  });

  test('tells of each period once, though its rows may come once for each side', () => {
    const whistles = match.recording.entries.flatMap(({ kind, ...entry }) =>
      kind === 'event' && 'event' in entry && WHISTLES.has(entry.event.type)
        ? [`${entry.event.type} ${entry.event.at.period}`]
        : [],
    );
    expect(whistles).toEqual(['half-time 1H', 'period-end 2H', 'period-end ET1', 'period-end ET2', 'full-time PEN']);
    const starts = match.recording.entries.filter(
      (entry) => entry.kind === 'event' && entry.event.type === 'kick-off' && entry.event.at.elapsed === 0,
    );
    expect(starts).toHaveLength(4);
  });

  test('keeps the ids that the provider gave to rows, people and clubs', () => {
    const { entries, header } = match.recording;
    const rows = entries.filter(({ reported }) => reported?.ref !== undefined);
    expect(rows.every(({ reported }) => reported?.by === provider)).toBe(true);
    expect(rows.length).toBeGreaterThan(35);
    expect(header.fixture.clubs.ASH?.people.sorrel).toMatchObject({ name: 'Adam Sorrel', shirt: 9 });
    expect(header.fixture.clubs.ASH?.people.sorrel?.ref).toMatch(/9/);
  });
});

const WHISTLES: ReadonlySet<string> = new Set(['half-time', 'full-time', 'period-end']);

test('the files of all four at once are four matches, each read by its own', () => {
  const files = PROVIDERS.flatMap((provider) => ashfordWestbrook(provider));
  const matches = [...importMatches(files)];
  expect(matches.map((read) => ('audit' in read ? read.provider : read)).toSorted()).toEqual([...PROVIDERS].toSorted());
});
