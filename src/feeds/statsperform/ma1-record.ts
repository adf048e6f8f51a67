import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { labelOf } from '../../match/time.ts';
import { runningClock } from '../clock.ts';
import { given } from '../given.ts';
import type { CardOnRecord, ChangeOnRecord, GoalOnRecord, MatchRecord, Tally } from '../importer.ts';
import { countOf, type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import { staffRef } from '../opta/fouls.ts';
import { PERIOD_OF } from '../opta/row.ts';
import type { Squads } from '../squads.ts';
import { idsOf, isStarter } from './ma1.ts';

interface Sides {
  readonly home: ClubCode;
  readonly away: ClubCode;
}

/**
 * What MA1 says in sum: `total` is the score without the shoot-out, `ft` that after ninety minutes, `et` the one after
 * extra time. MA3 says the scores alone.
 */
export const recordOfMa1 = (live: Fields, squads: Squads, sides: Sides): MatchRecord => {
  const scores = fieldsOf(fieldsOf(live.matchDetails).scores);
  const [total, normalTime, after] = [tallyOf(scores.total), tallyOf(scores.ft), tallyOf(scores.et)];
  const lineUps = listOf(live.lineUp).map(fieldsOf);
  const isSummary = lineUps.length > 0;
  return {
    ...given('score', total ?? after ?? normalTime),
    ...given('halfTime', tallyOf(scores.ht)),
    // Without extra time it's the score itself.
    ...given('normalTime', after === undefined ? undefined : normalTime),
    ...given('extraTime', extraTimeAlone(after, normalTime)),
    ...given('shootout', tallyOf(scores.pen)),
    ...(isSummary
      ? {
          goals: rowsOf(live.goal).map((row) => goalOf(row, squads, sides)),
          cards: rowsOf(live.card).flatMap((row) => cardOf(row, squads) ?? []),
          substitutions: rowsOf(live.substitute).flatMap((row) => changeOf(row, squads) ?? []),
          lineups: lineupsOf(lineUps, squads),
        }
      : {}),
  };
};

const rowsOf = (value: unknown): Fields[] => listOf(value).map(fieldsOf);

const tallyOf = (value: unknown): Tally | undefined => {
  const [home, away] = [countOf(fieldsOf(value).home), countOf(fieldsOf(value).away)];
  return home === undefined || away === undefined ? undefined : { home, away };
};

const extraTimeAlone = (after: Tally | undefined, before: Tally | undefined): Tally | undefined =>
  after === undefined || before === undefined || after.home < before.home || after.away < before.away
    ? undefined
    : { home: after.home - before.home, away: after.away - before.away };

/** An own goal is the offender's, whichever side lists it. */
const goalOf = (row: Fields, squads: Squads, { home, away }: Sides): GoalOnRecord => {
  const person = squads.personOf(textOf(row.scorerId));
  const listed = squads.clubOf(textOf(row.contestantId)) ?? home;
  if (textOf(row.type) !== 'OG') return { club: listed, ...given('person', person), ...labelled(row) };
  const offenders = person === undefined ? listed : clubOf(person, squads, { home, away });
  return { club: offenders === home ? away : home, own: true, ...given('person', person), ...labelled(row) };
};

const clubOf = (person: PersonId, squads: Squads, { home, away }: Sides): ClubCode =>
  squads.clubs[home]?.people[person] === undefined ? away : home;

const cardOf = (row: Fields, squads: Squads): CardOnRecord | undefined => {
  const club = squads.clubOf(textOf(row.contestantId));
  const kind = CARDS[textOf(row.type) ?? ''];
  if (club === undefined || kind === undefined) return undefined;
  const official = textOf(row.teamOfficialId);
  const person = squads.personOf(textOf(row.playerId)) ?? squads.personOf(official && staffRef(official));
  return { club, kind, ...given('person', person), ...labelled(row) };
};

const CARDS: Readonly<Record<string, CardOnRecord['kind']>> = { YC: 'yellow', Y2C: 'second-yellow', RC: 'red' };

const changeOf = (row: Fields, squads: Squads): ChangeOnRecord | undefined => {
  const club = squads.clubOf(textOf(row.contestantId));
  if (club === undefined) return undefined;
  const [on, off] = [squads.personOf(textOf(row.playerOnId)), squads.personOf(textOf(row.playerOffId))];
  return { club, ...given('on', on), ...given('off', off), ...labelled(row) };
};

/** `timeMin` is the minute as people say it, `timeMinSec` the watch. */
const labelled = ({ periodId, timeMinSec }: Fields): { readonly label?: string } => {
  const period = PERIOD_OF.get(numberOf(periodId) ?? 0);
  const [, minutes, seconds] = /^(\d+):(\d\d)$/.exec(textOf(timeMinSec) ?? '') ?? [];
  if (period === undefined || minutes === undefined) return {};
  return { label: labelOf(runningClock(period, Number(minutes), Number(seconds))) };
};

const lineupsOf = (lineUps: readonly Fields[], squads: Squads): Record<ClubCode, readonly PersonId[]> =>
  Object.fromEntries(
    lineUps.flatMap(({ contestantId, player }) => {
      const club = squads.clubOf(textOf(contestantId));
      return club === undefined ? [] : [[club, idsOf(rowsOf(player).filter(isStarter), squads)]];
    }),
  );
