import type { Leg, Officials } from '../../match/fixture.ts';
import { regulationsOf } from '../../match/regulations/regulations.ts';
import type { Half } from '../../match/time.ts';
import { importedFrom } from '../imported.ts';
import type { FeedProblem, Imported, MatchRecord } from '../importer.ts';
import { Squads } from '../squads.ts';
import type { Told } from '../telling.ts';
import { regulationsFor } from './competition.ts';
import { kickOffOf } from './date-line.ts';
import type { Section } from './document.ts';
import { readGoalLine, readKickLine } from './goal-line.ts';
import { writtenOut } from './names.ts';
import { teamOf } from './people.ts';
import { type Stage, toldOf } from './told.ts';

/** One match of a file. */
export const matchOf = (section: Section): Imported | FeedProblem => {
  const { file, score, title, round, group, day } = section;
  const problems: FeedProblem[] = section.strange.map(({ text, line }) => ({
    file,
    at: String(line),
    message: `this line was left out: "${text.slice(0, 60)}"`,
  }));
  const unknown = new Map<string, number>();
  const squads = new Squads();
  const home = teamOf(section, score.home, squads, problems);
  const away = teamOf(section, score.away, squads, problems);
  for (const { name } of section.parts) {
    const known = [score.home, score.away].some((club) => club.toLowerCase() === name.toLowerCase());
    if (!known && !KNOWN_PARTS.test(name)) unknown.set(name, (unknown.get(name) ?? 0) + 1);
  }
  const goals = section.goals === undefined ? [] : readGoalLine(section.goals.text, score.score);
  const kicks = section.parts.filter(({ name }) => /^penalties$/i.test(name)).flatMap(({ text }) => readKickLine(text));
  const expected = (score.score?.home ?? 0) + (score.score?.away ?? 0);
  if (goals.length !== expected)
    problems.push({
      file,
      at: String(section.goals?.line ?? section.line),
      message: `the score says ${expected} ${expected === 1 ? 'goal' : 'goals'}, and ${goals.length === 0 ? 'none' : goals.length} ${goals.length === 1 ? 'is' : 'are'} listed`,
    });
  const playedTo: Half | undefined = score.score === undefined ? undefined : score.extraTime ? 'ET2' : '2H';
  const golden = score.extraTime && isGolden(title);
  const stage: Stage = { home, away, extraTime: score.extraTime, playedTo, golden };
  const kickOff = kickOffOf(day);
  const officials = officialsIn(section);
  const leg: Leg = {
    home: home.club,
    away: away.club,
    ...(kickOff === undefined ? {} : { kickOff }),
    ...(day.venue === undefined ? {} : { venue: day.venue }),
    ...(officials === undefined ? {} : { officials }),
    ...(day.attendance === undefined ? {} : { attendance: day.attendance }),
  };
  const told: Told[] = toldOf(stage, goals, kicks);
  return importedFrom({
    provider: 'openfootball',
    file,
    fixture: {
      title: [`${score.home} v ${score.away}`, title, group ?? round]
        .filter((part) => part !== undefined)
        .join(', ')
        .slice(0, 400),
      ...(title === undefined ? {} : { competition: title.slice(0, 400) }),
      ...(round === undefined || round === '' ? {} : { round: (group ?? round).slice(0, 400) }),
      regulations: regulationsFor(title, group !== undefined),
      clubs: squads.clubs,
      legs: [leg],
    },
    told,
    playedTo:
      golden && told.some(({ event }) => event.type === 'goal' && event.at.period.startsWith('ET')) ? '2H' : playedTo,
    record: recordOf(section),
    unknown,
    problems,
  });
};

const KNOWN_PARTS = /^(?:penalties|refs?|referees?|coach(?:es)?|att(?:endance)?)$/i;

const recordOf = ({ score }: Section): MatchRecord => ({
  ...(score.score === undefined ? {} : { score: score.score }),
  ...(score.halfTime === undefined ? {} : { halfTime: score.halfTime }),
  ...(score.normalTime === undefined ? {} : { normalTime: score.normalTime }),
  ...(score.shootout === undefined ? {} : { shootout: score.shootout }),
});

/** Whether the first goal of extra time ended it. */
const isGolden = (title: string | undefined): boolean =>
  regulationsOf(regulationsFor(title, false)).extraTime === 'golden';

/** `Refs: Néstor Fabián Pitana (ARG), …`: the referee, then his assistants. */
const officialsIn = ({ parts }: Section): Officials | undefined => {
  const text = parts.find(({ name }) => /^ref(?:s|erees?)?$/i.test(name))?.text;
  const names = (text ?? '')
    .split(',')
    .map((each) => writtenOut(each.replace(/\([^)]*\)/g, '').trim()).name.slice(0, 400))
    .filter((name) => name !== '');
  const [referee, ...assistants] = names;
  if (referee === undefined) return undefined;
  return { referee, ...(assistants.length === 0 ? {} : { assistants: assistants.slice(0, 10) }) };
};
