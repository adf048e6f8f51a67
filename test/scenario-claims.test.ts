import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { load } from '../src/scenario/load.ts';
import { type Run, run } from '../src/scenario/run.ts';

const FLAGSHIP = 'scenarios/atalanta-dortmund.yaml';
const ACCOUNT_002 = 'scenarios/atalanta-dortmund-002.yaml';

const textOf = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

const runOf = (file: string, text = textOf(file)): Run => {
  const loaded = load(text, file);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return run(loaded.scenario);
};

const flagship = runOf(FLAGSHIP);

/** Where an account parts from the log: the parts of the views, claim by claim. */
const contradicted = ({ claims }: Run, by: string): string[] =>
  claims
    .filter(({ claim, verdict }) => claim.by === by && verdict === 'contradicted')
    .map(({ mismatches }) => mismatches.map(({ path }) => path.join('.')).join(', '));

describe('five accounts of one match', () => {
  test('each claim gets the verdict from the log that is written beside it', () => {
    expect(flagship.failures).toEqual([]);
    expect(flagship.claims).toHaveLength(flagship.scenario.claims.length);
  });

  test('every account has its say, and each of them is right about something', () => {
    const upheld = flagship.claims.filter(({ verdict }) => verdict === 'upheld').map(({ claim }) => claim.by);
    expect([...new Set(upheld)].sort()).toEqual([
      'account 000',
      'account 001',
      'account 002',
      'account 003',
      'account 004',
    ]);
  });

  test('account 000 has one card for one of the staff, which the reports have since given to another man', () => {
    expect(contradicted(flagship, 'account 000')).toEqual([
      'cards.people.bvb-staff',
      'cards.totals.ATA.red, cards.totals.BVB.red',
    ]);
  });

  test('account 001 misspells a name and misses the third card', () => {
    expect(contradicted(flagship, 'account 001')).toEqual(['cards.people.bensebaini.name', 'cards.totals.ATA.red']);
  });

  test('account 002 tells another match from the foul on, with another coach and sums that are wrong', () => {
    expect(contradicted(flagship, 'account 002')).toEqual([
      'lineups.ATA.staff.gasperini, lineups.ATA.staff.palladino',
      'aggregate.level, aggregate.leader',
      'aggregate.level, aggregate.by',
      'scoreboard.normalTime, scoreboard.extraTime, aggregate.by',
      'timeline.foul1.person',
      'timeline.foul1.label',
      'var.reviews.r1.outcome',
      'cards.people.bensebaini.yellows, cards.people.bensebaini.sentOff',
      'cards.people.schlotterbeck.role, timeline.red1.reason',
      'cards.people.schlotterbeck',
      'cards.totals.ATA.red, cards.totals.BVB.secondYellow',
      'cards.people.bensebaini.yellows.0',
      'cards.people.hien.yellows.0',
      'cards.people.fabio-silva.yellows.0',
      'timeline.g5.label, timeline.g5.at.period',
    ]);
  });

  test('account 003 has the foul a minute late and one red card of three', () => {
    expect(contradicted(flagship, 'account 003')).toEqual([
      'timeline.foul1.label',
      'cards.totals.ATA.red, cards.totals.BVB.red',
    ]);
  });

  test("account 004 has Schlotterbeck's card after the goal, and misses the third", () => {
    expect(contradicted(flagship, 'account 004')).toEqual(['cards.people.schlotterbeck', 'cards.totals.ATA.red']);
  });

  test('a claim is true as of one moment and false as of another', () => {
    const staff = flagship.claims.filter(({ claim }) => JSON.stringify(claim.says.views).includes('bvb-staff'));
    expect(staff.map(({ claim, verdict }) => [claim.asOf === undefined ? 'today' : 'at the whistle', verdict])).toEqual(
      [
        ['at the whistle', 'upheld'],
        ['today', 'contradicted'],
      ],
    );
  });

  test('a claim with the wrong verdict fails where it stands', () => {
    const text = textOf(FLAGSHIP);
    const says = '    says: { timeline: { foul1: { label: "96\'" } } }\n    verdict: ';
    const wrong = runOf(FLAGSHIP, text.replace(`${says}contradicted`, `${says}upheld`));
    const line = text.slice(0, text.indexOf(says)).split('\n').length;
    expect(wrong.failures).toMatchObject([
      {
        kind: 'claim',
        place: { line },
        message:
          'the claim of account 002 is contradicted, not upheld: timeline.foul1.label: expected "96\'", found "90+4\'"',
      },
    ]);
  });
});

describe('account 002 as a match of its own', () => {
  const told = runOf(ACCOUNT_002);
  const [views, other] = [flagship, told].map(({ played: { history } }) => history.viewsAt(history.length));

  test('is a match that holds together', () => {
    expect(told.failures).toEqual([]);
  });

  test('ends with the same score, and the same side goes through', () => {
    expect(other?.scoreboard).toMatchObject({ home: views?.scoreboard.home, away: views?.scoreboard.away });
    expect([views?.aggregate, other?.aggregate]).toMatchObject([
      { score: { ATA: 4, BVB: 3 }, advancing: 'ATA', by: 'normal-time' },
      { score: { ATA: 4, BVB: 3 }, advancing: 'ATA', by: 'extra-time' },
    ]);
  });

  test("97' of extra time isn't 90+7'", () => {
    expect([views?.timeline.y2?.label, other?.timeline.g5?.label]).toEqual(["90+7'", "97'"]);
    expect([views?.timeline.g5?.at.period, other?.timeline.g5?.at.period]).toEqual(['2H', 'ET1']);
  });

  test('has Dortmund down to ten by another man', () => {
    expect([views?.lineups.BVB?.count, other?.lineups.BVB?.count]).toEqual([10, 10]);
    expect(views?.cards.people.schlotterbeck?.role).toBe('substitute');
    expect(other?.cards.people.schlotterbeck?.role).toBe('player');
    expect(other?.cards.people.bensebaini?.sentOff).toBeUndefined();
  });
});
