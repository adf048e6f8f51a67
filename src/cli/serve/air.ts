import { networkInterfaces } from 'node:os';
import { matchday, matchdayOf } from '../../playback/matchday.ts';
import type { Replay, ReplayOptions } from '../../playback/replay.ts';
import { authorityOf } from '../../server/address.ts';
import { type Log, type LogLevel, openLog, SILENT } from '../../server/log.ts';
import { type Server, serve } from '../../server/server.ts';
import { showingOf } from '../../server/showing.ts';
import { STEADY } from '../../server/steady.ts';
import { newToken, TOKEN_PROTOCOL } from '../../server/token.ts';
import { PROTOCOL } from '../../wire/message.ts';
import { WrongUse } from '../complaint.ts';
import { catalogue, isMatchFile } from '../matches/catalogue.ts';
import type { LiveMatch } from '../matches/feed.ts';
import { FLAGSHIP, isLive, type Match, openShow } from '../matches/match.ts';
import { harmless, print } from '../output.ts';
import { showingOf as replayOf } from '../play/showing.ts';
import type { ServeOptions } from '../serve.ts';
import { awaitStop } from '../signal.ts';
import { dashboardFolder } from './dashboard.ts';

/** Serves matches until this process is asked to end; after the last whistle it holds the final frame. */
export const goOnAir = async (words: readonly string[], asked: ServeOptions): Promise<void> => {
  const { speed, loop = false, paused = false, waitFor = 0, port, host, rate } = asked;
  if (typeof asked.token === 'string') await complainOfMatch(asked.token);
  const matches: (Match | LiveMatch)[] = [];
  // One after the other: standard input can be read but once, and complaints come in the order asked.
  for (const word of words.length === 0 ? [FLAGSHIP] : words) matches.push(await openShow(word));
  const options = { speed, loop, playing: !paused && waitFor === 0, hold: true };
  const replays = replaysOf(matches, asked.clock, { ...options, scheduler: STEADY });
  const showings = matches.map((match, place) =>
    showingOf(match.name, match, {
      ...options,
      ...(replays[place] === undefined ? {} : { replay: replays[place] }),
    }),
  );
  const token = asked.token === true ? newToken() : asked.token;
  const server = await serve(showings, {
    ...{ port, host, rate, waitFor },
    ...(token === undefined ? {} : { token }),
    viewerTokens: asked.viewerToken ?? [],
    allowOrigin: asked.allowOrigin ?? [],
    trustProxy: asked.trustProxy ?? [],
    log: await logOf(asked.log),
    ...page(),
    closeTimeoutMs: CLOSE_TIMEOUT_MS,
    ...asked.bounds,
  });
  const stop = awaitStop();
  await print([
    howToConnect(
      asked.token === true && token !== undefined ? { ...server, newToken: token } : server,
      matches,
      asked.viewerToken,
    ),
  ]);
  const signal = await stop.asked;
  await server.close('stopping');
  // A feed may never end by itself.
  if (matches.some(isLive)) process.stdin.destroy();
  process.exitCode = signal === 'SIGINT' ? 130 : 0;
};

/** The showings that aren't made from a recording by itself: of feeds, and of the matches of a matchday. */
const replaysOf = (
  matches: readonly (Match | LiveMatch)[],
  clock: ServeOptions['clock'],
  options: ReplayOptions,
): readonly (Replay | undefined)[] => {
  const recordings = matches.filter((match): match is Match => !isLive(match));
  const areFeeds = recordings.length < matches.length;
  if (areFeeds && clock === 'one')
    throw new WrongUse(
      'a feed runs by its own clock; give recordings and scenarios to run at one, or leave --clock out',
    );
  const alone = matches.map((match) => (isLive(match) ? replayOf(match, options) : undefined));
  if (areFeeds || matches.length < 2 || clock === 'own') return alone;
  return clock === 'one' ? matchday(recordings, options) : (matchdayOf(recordings, options) ?? alone);
};

/** `--token` takes the word after it, and the name of a match would be a token that anybody guesses. */
const complainOfMatch = async (token: string): Promise<void> => {
  if (!isMatchFile(token) && !(await catalogue()).some(({ name }) => name === token)) return;
  throw new WrongUse(
    `--token took the match for a token; put the match first (serve ${token} --token), or give a token that is none's name`,
  );
};

/** On a terminal the log would stand between the lines that people read. */
const logOf = async (level: LogLevel = process.stderr.isTTY ? 'silent' : 'warn'): Promise<Log> =>
  level === 'silent' ? SILENT : openLog(level);

/** A match, and how it is shown in the terminal. */
export interface ShownHere {
  readonly match: Match | LiveMatch;
  readonly showing: Replay;
}

/** Puts what is told in the terminal on the air as well. */
export const putOnAir = (shown: readonly ShownHere[], port: number): Promise<Server> =>
  serve(
    shown.map(({ match, showing }) => showingOf(match.name, match, { replay: showing })),
    { port, closeTimeoutMs: CLOSE_TIMEOUT_MS, ...page() },
  );

/** Where a browser sees it: the dashboard, where there is one. */
export const pageOf = ({ url }: Pick<Server, 'url'>): string =>
  dashboardFolder() === undefined ? url : url.replace(/^ws/, 'http');

const page = (): { readonly assets?: string } => {
  const assets = dashboardFolder();
  return assets === undefined ? {} : { assets };
};

/** A supervisor that waits two seconds must see it end by itself. */
const CLOSE_TIMEOUT_MS = 1500;

/** The addresses, what is shown there, and what a client says first. */
export const howToConnect = (
  { url, address, newToken }: Pick<Server, 'url' | 'address' | 'newToken'>,
  matches: readonly (Match | LiveMatch)[],
  viewerTokens: readonly string[] = [],
): string => {
  const [{ name } = { name: '' }] = matches;
  const width = Math.max(...matches.map((match) => match.name.length));
  return [
    `On the air: ${url}`,
    ...elsewhere(address).map((other) => `            ${other}`),
    ...matches.map((match) => `  ${match.name.padEnd(width)}  ${harmless(match.title)}`),
    ...(newToken === undefined
      ? []
      : [
          '',
          `Whoever has this token may steer it, and it isn't told again: ${newToken}`,
          `It goes as a second subprotocol, ${TOKEN_PROTOCOL}<token>, or as "Authorization: Bearer <token>".`,
        ]),
    '',
    dashboardFolder() === undefined
      ? 'There is no dashboard to see it in: npm run build makes it.'
      : `See it in a browser: ${url.replace(/^ws/, 'http')}`,
    `Follow it with touchline watch ${url}${viewerTokens.length === 0 ? '' : ' --token <token>'}, or`,
    `connect a WebSocket (subprotocol ${PROTOCOL}) and send`,
    `  ${JSON.stringify({ type: 'join', match: name, channel: 'views' })}`,
    'Ctrl-C takes it off the air.',
  ].join('\n');
};

/** Where other machines find a server that listens everywhere. */
const elsewhere = ({ host, port }: Server['address']): string[] => {
  if (host !== '0.0.0.0' && host !== '::') return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family, scopeid }) => !internal && (family === 'IPv4' || (host === '::' && !scopeid)))
    .map(({ address }) => `ws://${authorityOf(address, port)}/`);
};
