import type { Replay } from '../playback/replay.ts';
import { type Server, serve } from '../server/server.ts';
import { showingOf } from '../server/showing.ts';
import { STEADY } from '../server/steady.ts';
import { PROTOCOL } from '../wire/message.ts';
import type { LiveMatch } from './feed.ts';
import { FLAGSHIP, isLive, type Match, openShow } from './match.ts';
import { harmless, print } from './output.ts';
import type { ServeOptions } from './serve.ts';
import { showingOf as replayOf } from './showing.ts';
import { awaitStop } from './signal.ts';

/** Serves matches until this process is asked to end; after the last whistle it holds the final frame. */
export const goOnAir = async (words: readonly string[], asked: ServeOptions): Promise<void> => {
  const { speed, loop = false, paused = false, port, host, rate, allowOrigin = [] } = asked;
  const matches: (Match | LiveMatch)[] = [];
  // One after the other: standard input can be read but once, and complaints come in the order asked.
  for (const word of words.length === 0 ? [FLAGSHIP] : words) matches.push(await openShow(word));
  const options = { speed, loop, playing: !paused, hold: true };
  const showings = matches.map((match) =>
    showingOf(match.name, match, {
      title: match.title,
      ...options,
      ...(isLive(match) ? { replay: replayOf(match, { ...options, scheduler: STEADY }) } : {}),
    }),
  );
  const server = await serve(showings, { port, host, rate, allowOrigin, closeTimeoutMs: CLOSE_TIMEOUT_MS });
  const stop = awaitStop();
  await print([howToConnect(server, matches)]);
  const signal = await stop.asked;
  await server.close('stopping');
  // A feed may never end by itself.
  if (matches.some(isLive)) process.stdin.destroy();
  process.exitCode = signal === 'SIGINT' ? 130 : 0;
};

/** Puts a showing that is told in the terminal on the air as well. */
export const putOnAir = (match: Match | LiveMatch, replay: Replay, port: number): Promise<Server> =>
  serve([showingOf(match.name, match, { title: match.title, replay })], { port, closeTimeoutMs: CLOSE_TIMEOUT_MS });

/** A supervisor that waits two seconds must see it end by itself. */
const CLOSE_TIMEOUT_MS = 1500;

/** The address, what is shown there, and what a client says first. */
export const howToConnect = ({ url, newToken }: Server, matches: readonly (Match | LiveMatch)[]): string => {
  const [{ name } = { name: '' }] = matches;
  const width = Math.max(...matches.map((match) => match.name.length));
  return [
    `On the air: ${url}`,
    ...matches.map((match) => `  ${match.name.padEnd(width)}  ${harmless(match.title)}`),
    ...(newToken === undefined ? [] : ['', `Whoever has this token may steer it: ${newToken}`]),
    '',
    `Connect a WebSocket (subprotocol ${PROTOCOL}) and send`,
    `  ${JSON.stringify({ type: 'join', match: name, channel: 'views' })}`,
    'Ctrl-C takes it off the air.',
  ].join('\n');
};
