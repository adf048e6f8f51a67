import { describe, expect, test } from 'vitest';
import { type AuditedMatch, importMatch, importMatches } from '../../../src/feeds/import.ts';
import type { FeedFile } from '../../../src/feeds/importer.ts';
import { history } from '../../../src/playback/views.ts';
import { wyscoutMatch } from '../samples.ts';

const FINAL = wyscoutMatch('fra-cro-2018-final');
const LAST_16 = wyscoutMatch('cro-den-2018-r16');

const viewsOf = ({ recording }: AuditedMatch) => history(recording).viewsAt(recording.entries.length);

/** The same files, one of them changed as JSON. */
const changed = (files: readonly FeedFile[], index: number, change: (json: Json) => void): FeedFile[] =>
  files.map((file, at) => {
    if (at !== index) return file;
    const json = JSON.parse(file.text) as Json;
    change(json);
    return { name: file.name, text: JSON.stringify(json) };
  });
// biome-ignore lint/suspicious/noExplicitAny: a provider's file, taken as it is
type Json = any;

describe('France v Croatia, the final of 2018', () => {
  const match = importMatch(FINAL);
  const views = viewsOf(match);

  test('agrees with its match record in score, half-time, cards, changes and line-ups', () => {
    expect(match.name).toBe('2018-07-15-fra-cro');
    expect(match.audit).toMatchObject({ differences: [], breaches: [], score: { home: 4, away: 2 } });
    expect(match.audit.compared).toEqual(['score', 'halfTime', 'cards', 'substitutions', 'lineups']);
  });

  test('a goal is counted once, though the keeper’s row has its tag too', () => {
    const goals = Object.values(views.timeline).filter(({ kind }) => kind === 'goal');
    expect(goals.map(({ label, club, person }) => `${label} ${club} ${person}`)).toEqual([
      "18' FRA mandzukic",
      "28' CRO perisic",
      "38' FRA griezmann",
      "59' FRA pogba",
      "65' FRA mbappe",
      "69' CRO mandzukic",
    ]);
    expect(goals[0]).toMatchObject({ own: true });
  });

  test('the penalty is a kick and the goal that it scores', () => {
    const entry = match.recording.entries.find((each) => each.kind === 'event' && each.event.type === 'penalty');
    expect(entry).toMatchObject({ event: { by: 'griezmann', outcome: 'scored' }, reported: { by: 'wyscout' } });
    expect(views.stats.FRA?.counted).toMatchObject({ penalties: 1, shots: 8 });
  });

  test('each row keeps its id, each man his, and nothing is left uncounted', () => {
    const rows = (JSON.parse(FINAL[0].text) as Json).events.length;
    const refs = new Set(match.recording.entries.flatMap(({ reported }) => reported?.ref ?? []));
    expect(refs.size).toBe(rows + 5);
    expect(match.unknown.size).toBe(0);
    expect(match.recording.header.fixture.clubs.CRO?.people.modric).toEqual({
      name: 'Luka Modrić',
      known: 'Modrić',
      position: 'MF',
      ref: '8287',
    });
  });

  test('names that were escaped twice are mended', () => {
    expect(match.recording.header.fixture.clubs.FRA?.people.kante).toMatchObject({
      name: "N'Golo Kanté",
      known: 'Kanté',
    });
  });

  test('whoever was replaced is not seen after it', () => {
    expect(views.lineups.CRO?.off.rebic).toMatchObject({ offAt: "71'", replacedBy: 'kramaric' });
    expect(match.audit.breaches).toEqual([]);
  });
});

describe('Croatia v Denmark, decided from the penalty mark', () => {
  const match = importMatch(LAST_16);
  const views = viewsOf(match);

  test('agrees with its match record, shoot-out included', () => {
    expect(match.audit).toMatchObject({ differences: [], score: { home: 1, away: 1 }, shootout: { home: 3, away: 2 } });
    expect(match.audit.compared).toContain('shootout');
    expect(views.result).toMatchObject({ winner: 'CRO', by: 'shoot-out' });
  });

  test('a penalty missed in extra time is no kick of the shoot-out', () => {
    expect(Object.values(views.shootout?.kicks ?? {})).toHaveLength(10);
    expect(views.stats.CRO?.counted.penalties).toBe(1);
  });

  test('the keeper who faced it stands on each kick', () => {
    const kicks = match.recording.entries.flatMap((each) =>
      each.kind === 'event' && each.event.type === 'kick' ? [each.event] : [],
    );
    expect(kicks.map(({ keeper }) => keeper)).toEqual(
      Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 'subasic' : 'schmeichel')),
    );
  });

  test('changes at 46 and 106 are made in the intervals', () => {
    const changes = Object.values(views.timeline).filter(({ kind }) => kind === 'substitution');
    expect(changes.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['HT', "66'", "71'", "97'", "98'", 'ETHT', "108'"]),
    );
  });
});

describe('what differs', () => {
  test('a score that the record has otherwise is told with both sides', () => {
    const files = changed(FINAL, 1, (match) => {
      match.teamsData['4418'].score = 5;
    });
    expect(importMatch(files).audit.differences).toEqual([{ part: 'score', record: '5–2', views: '4–2' }]);
  });

  test('a card that the match file alone has is taken, and told', () => {
    const files = changed(FINAL, 1, (match) => {
      match.teamsData['9598'].formation.bench[0].redCards = '80';
    });
    const match = importMatch(files);
    expect(match.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the card of \w+ \(80'\) is in the match file alone$/),
    ]);
    expect(Object.values(viewsOf(match).cards.people).some(({ sentOff }) => sentOff?.label === "80'")).toBe(true);
  });

  test('a card that the rows alone have is a difference', () => {
    const files = changed(FINAL, 1, (match) => {
      for (const each of match.teamsData['4418'].formation.lineup) each.yellowCards = '0';
    });
    expect(importMatch(files).audit.differences).toEqual([
      { part: 'cards', about: 'FRA kante yellow', record: 'no', views: 'yes' },
      { part: 'cards', about: 'FRA hernandez yellow', record: 'no', views: 'yes' },
    ]);
  });

  test('a row that came twice is told once, and one without a period is named by its place', () => {
    const files = changed(FINAL, 0, ({ events }) => {
      events.splice(3, 0, events[2]);
      events[10].matchPeriod = '3H';
    });
    expect(importMatch(files).problems).toEqual([
      {
        file: FINAL[0].name,
        at: 'events[3]',
        message: `row ${rowId(2)} came before; this one was left out`,
      },
      { file: FINAL[0].name, at: 'events[10]', message: `row ${rowId(9)} has no period; there are 1H, 2H, E1, E2, P` },
    ]);
  });

  test('interruptions, which Touchline has no word for, are counted', () => {
    const files = changed(FINAL, 0, ({ events }) => {
      events[5] = { ...events[5], eventId: 5, eventName: 'Interruption', subEventName: 'Whistle', subEventId: 51 };
    });
    expect([...importMatch(files).unknown]).toEqual([['Interruption: Whistle', 1]]);
  });
});

const rowId = (index: number): number => (JSON.parse(FINAL[0].text) as Json).events[index].id;

describe('files', () => {
  test('of two matches in any order are put together', () => {
    const names = [...importMatches([LAST_16[1], FINAL[0], LAST_16[0], FINAL[1]])].map((each) =>
      'audit' in each ? each.name : each.message,
    );
    expect(names).toEqual(['2018-07-15-fra-cro', '2018-07-01-cro-den']);
  });

  test('of a season hold rows, matches, clubs and people in lists', () => {
    const { events, teams, players } = JSON.parse(FINAL[0].text) as Json;
    const list = (name: string, value: unknown): FeedFile => ({ name, text: JSON.stringify(value) });
    const match = importMatch([
      list('events.json', events),
      list('matches.json', [JSON.parse(FINAL[1].text)]),
      list(
        'teams.json',
        Object.values(teams).map((each: Json) => each.team),
      ),
      list(
        'players.json',
        Object.values(players).flatMap((squad: Json) => squad.map((each: Json) => each.player)),
      ),
    ]);
    expect(match.recording.entries).toEqual(importMatch(FINAL).recording.entries);
  });

  test('without the match file there are no line-ups, and it is told so', () => {
    const match = importMatch([FINAL[0]]);
    expect(match.audit).toMatchObject({ compared: [], score: { home: 2, away: 4 } });
    expect(match.problems).toEqual([
      {
        file: FINAL[0].name,
        message:
          'match 2058017 came without its match file: no line-ups, changes or result, and nobody says who was at home',
      },
    ]);
  });

  test('without the events there is no match, and it is told so', () => {
    expect(() => importMatch([FINAL[1]])).toThrow('no file of events comes with match 2058017; a match takes both');
  });
});
