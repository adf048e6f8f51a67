import { given } from '../given.ts';
import type { FeedFile, FeedProblem, Importer } from '../importer.ts';
import { countOf, fieldsOf, listOf, textOf } from '../json.ts';
import { Squads } from '../squads.ts';
import { factsOfF7 } from './f7.ts';
import { type F24Game, readF24 } from './f24.ts';
import type { OptaFacts } from './facts.ts';
import { londonIso } from './london.ts';
import { importOpta } from './reading.ts';
import { parseXml } from './xml.ts';

/**
 * Opta's F24 (every event) with F7 (people, and the summary of the match), XML. F24 alone makes a match as well, in
 * which people are known by their shirts.
 */
export const opta: Importer = {
  provider: 'opta',
  recognises: (file) => kindOf(file) !== undefined,
  *read(files) {
    const games = new Map<string, F24Game>();
    const summaries: Summary[] = [];
    for (const file of files) {
      const kind = kindOf(file);
      if (kind === 'f24') {
        const read = readF24(file);
        // A damaged file is told of with its match, where there is one.
        for (const game of read.games) {
          const known = games.get(game.id ?? game.file);
          games.set(
            game.id ?? game.file,
            withEarlier(known, { ...game, problems: [...read.problems, ...game.problems] }),
          );
        }
        if (read.games.length === 0) yield* read.problems;
      } else if (kind === 'f7') {
        const read = readF7(file);
        summaries.push(...read);
        yield* read.length === 0 ? parseXml(file).problems : [];
      } else yield { file: file.name, message: "this isn't one of Opta's files: F24 or F7, in XML" };
    }
    const used = new Set<Summary>();
    for (const game of games.values()) {
      const summary = summaryOf(game, summaries, games.size);
      if (summary !== undefined) used.add(summary);
      yield importGame(game, summary);
    }
    for (const summary of summaries) if (!used.has(summary)) yield unused(summary);
  },
};

/** What an F7 file says of a match, or why it says nothing. */
interface Summary {
  readonly file: string;
  readonly facts: OptaFacts | FeedProblem;
  readonly problems: readonly FeedProblem[];
}

const unused = ({ file, facts }: Summary): FeedProblem =>
  'message' in facts ? facts : { file, message: 'no F24 file comes with this F7 file; a match takes both' };

const kindOf = ({ text }: FeedFile): 'f24' | 'f7' | undefined => {
  const head = text.slice(0, 4000);
  if (/<SoccerFeed\b/.test(head)) return 'f7';
  return /<Games?\b/.test(head) && /<(Event|Game)\b[^>]*\b(event_id|home_team_id)=/.test(head) ? 'f24' : undefined;
};

const readF7 = (file: FeedFile): Summary[] => {
  const { root, problems } = parseXml(file);
  return listOf(fieldsOf(root.SoccerFeed).SoccerDocument)
    .map(fieldsOf)
    .map((document) => ({ file: file.name, facts: factsOfF7(document, file.name), problems }));
};

/** Two versions of a match's file hold versions of the same rows. */
const withEarlier = (earlier: F24Game | undefined, game: F24Game): F24Game =>
  earlier === undefined
    ? game
    : { ...game, rows: [...earlier.rows, ...game.rows], problems: [...earlier.problems, ...game.problems] };

/** By the id of the match; of several versions the last. Where one of two lone files has no id, they belong together. */
const summaryOf = (game: F24Game, summaries: readonly Summary[], games: number): Summary | undefined => {
  const readable = summaries.filter(({ facts }) => 'squads' in facts);
  const idOf = ({ facts }: Summary) => ('squads' in facts ? facts.id : undefined);
  const [only, another] = readable;
  const alone = games === 1 && only !== undefined && another === undefined;
  const byId = readable.findLast((summary) => idOf(summary) !== undefined && idOf(summary) === game.id);
  return byId ?? (alone && (idOf(only) === undefined || game.id === undefined) ? only : undefined);
};

const importGame = (game: F24Game, summary: Summary | undefined) => {
  const facts = summary !== undefined && 'squads' in summary.facts ? summary.facts : factsOfGame(game);
  if (facts === undefined) return { file: game.file, message: 'this F24 file names no home and away team' };
  const problems = [...(summary?.problems ?? []), ...game.problems];
  return importOpta({ provider: 'opta', file: game.file, facts, rows: game.rows, problems });
};

/** What F24 says of the match itself. */
const factsOfGame = ({ id, game, rows }: F24Game): OptaFacts | undefined => {
  const [home, away] = [textOf(game.home_team_id), textOf(game.away_team_id)];
  if (home === undefined || away === undefined || home === away) return undefined;
  const squads = new Squads();
  const codes = {
    home: squads.club(home, { name: textOf(game.home_team_name) ?? `Team ${home}` }),
    away: squads.club(away, { name: textOf(game.away_team_name) ?? `Team ${away}` }),
  };
  const [ours, theirs] = [countOf(game.home_score), countOf(game.away_score)];
  return {
    id,
    squads,
    ...codes,
    teams: [home, away],
    sheets: {},
    cardedStaff: new Map(),
    leg: { ...codes, ...given('kickOff', londonIso(textOf(game.game_date))) },
    about: {
      ...given('competition', textOf(game.competition_name)),
      ...given('season', textOf(game.season_name)?.replace(/^Season /, '')),
    },
    record: ours === undefined || theirs === undefined ? {} : { score: { home: ours, away: theirs } },
    isOver: rows.some(({ type, period }) => type === 30 && period === 14),
  };
};
