import { isToken } from '../../server/token.ts';
import { WrongUse } from '../complaint.ts';
import { harmless, printText } from '../output.ts';
import type { RecordOptions } from '../record.ts';
import { awaitStop } from '../signal.ts';
import { Line } from '../watch/line.ts';
import { chosen, isAtEnd } from '../watch/tuning.ts';
import { placeOf } from '../watch/way.ts';
import { Tape } from './tape.ts';

/** Records a showing of a server's until it has ended, or until somebody has had enough. */
export const tape = async (word: string, { match, token, output, force }: RecordOptions): Promise<void> => {
  if (output === undefined) throw new WrongUse('record needs -o: the file to write, like -o match.jsonl');
  if (output === '-')
    throw new WrongUse('record needs a file, since what is rewound is cut off it again; watch --format json prints');
  const place = placeOf(word);
  if (token !== undefined && !isToken(token)) throw new WrongUse('--token is none that a server could have given out');
  const kept = new Tape(output, force === true, say);
  if (match !== undefined && kept.match !== undefined && kept.match !== match)
    throw new WrongUse(`${output} was begun with "${kept.match}", not with "${match}"; --force begins anew`);
  const stop = awaitStop();
  const line = new Line(place, token);
  try {
    const welcome = await Promise.race([stop.asked, line.welcome]);
    if (typeof welcome === 'object') {
      const id = chosen(welcome, match ?? kept.match, place);
      if (process.stderr.isTTY) say(`Recording ${id} from ${place.shown}; Ctrl-C ends it`);
      const signal = await Promise.race([stop.asked, heard(line, id, kept)]);
      if (signal === undefined) kept.finish();
      else process.exitCode = signal === 'SIGINT' ? 130 : 143;
    } else process.exitCode = welcome === 'SIGINT' ? 130 : 143;
  } finally {
    stop.forget();
    line.hangUp();
    kept.stop();
  }
  const { path, length } = kept;
  const entries = `${length} ${length === 1 ? 'entry' : 'entries'}`;
  if (process.exitCode === undefined) await printText([`${path}: ${entries}`]);
  else if (kept.hasBegun) say(`${path} has ${entries}; the same command goes on from there`);
};

/** Resolves when the showing has ended, and all of it has been written down. */
const heard = async (line: Line, match: string, kept: Tape): Promise<undefined> => {
  const end = Promise.withResolvers<undefined>();
  const { since } = kept;
  let endsAt: number | undefined;
  const settle = (): void => {
    if (endsAt !== undefined && kept.told === endsAt) end.resolve(undefined);
  };
  line.client.journal(match, since === undefined ? {} : { since }, (told) => {
    try {
      kept.hear(told);
      settle();
    } catch (problem) {
      line.fail(problem);
    }
  });
  // A server holds its last frame, so that it's over is to be seen from the head alone.
  line.client.follow(match, { views: [] }, ({ head, cause }) => {
    // Whoever pauses a feed at its newest entry hasn't ended it.
    endsAt = isAtEnd({ head }) && cause !== 'control' ? head.cursor : undefined;
    settle();
  });
  return Promise.race([end.promise, line.over]);
};

const say = (sentence: string): void => {
  process.stderr.write(`${harmless(sentence)}\n`);
};
