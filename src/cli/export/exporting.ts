import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { exported } from '../../exports/export.ts';
import { FORMAT_NAMES, FORMATS, type FormatName, formatOfFile, isFormat } from '../../exports/formats.ts';
import { NoSuchLeg } from '../../exports/leg.ts';
import type { ExportOptions, Matter } from '../../exports/matter.ts';
import { WrongUse } from '../complaint.ts';
import type { ExportFlags } from '../export.ts';
import { type Match, openMatch, openMatchAloud } from '../matches/match.ts';
import { harmless, printText } from '../output.ts';
import { alreadyThere, writeNew } from '../writing.ts';
import { matterOf } from './matter.ts';

/** Writes matches to a file or to standard output. Never writes over a file unasked. */
export const exportMatches = async (words: readonly string[], flags: ExportFlags): Promise<void> => {
  const { output, force = false } = flags;
  if (output === undefined) throw new WrongUse('export needs -o: a file (-o report.html), or - for standard output');
  const format = flags.to ?? guessed(output);
  if (words.length > 1 && !FORMATS[format].several) {
    const several = FORMAT_NAMES.filter((name) => FORMATS[name].several);
    throw new WrongUse(`${format} takes one match, and got ${words.length}; several are for ${several.join(', ')}`);
  }
  // Before a long piece of work; the writing itself makes sure.
  if (output !== '-' && !force && existsSync(output)) throw alreadyThere(output);
  const matters: Matter[] = [];
  const times = new Map<string, number>();
  for (const word of words) {
    const match = await opened(word, format);
    const time = (times.get(match.name) ?? 0) + 1;
    times.set(match.name, time);
    // Files in different folders may share a name, and what is told of each mustn't be taken for the other's.
    matters.push(matterOf(time === 1 ? match : { ...match, name: `${match.name}-${time}` }));
  }
  const [first, ...more] = matters;
  if (first === undefined) return;
  const text = written([first, ...more], format, optionsOf(flags));
  if (output === '-') {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    return;
  }
  await writeNew(output, text, force);
  await printText([`${output}: ${more.length === 0 ? first.title : `${matters.length} matches`}`]);
};

const written = (matters: readonly [Matter, ...Matter[]], format: FormatName, options: ExportOptions): string => {
  try {
    return exported(matters, format, options);
  } catch (problem) {
    throw problem instanceof NoSuchLeg ? new WrongUse(`--leg ${options.leg}: ${problem.message}`) : problem;
  }
};

/** A fixture is a calendar entry before anything of it has been told. */
const opened = async (word: string, format: FormatName): Promise<Match> => {
  if (format !== 'ical') return openMatchAloud(word);
  const match = await openMatch(word);
  for (const warning of match.warnings) process.stderr.write(`${harmless(warning)}\n`);
  return match;
};

const guessed = (output: string): FormatName => {
  const format = formatOfFile(output);
  if (format !== undefined) return format;
  const ending = /\.([^./\\]+)$/.exec(output)?.[1]?.toLowerCase() ?? '';
  if (isFormat(ending)) return ending;
  throw output === '-'
    ? new WrongUse(`-o - doesn't say which format; add --to: ${FORMAT_NAMES.join(', ')}`)
    : new WrongUse(`${output} doesn't say which format by its ending`, {
        word: ending,
        names: FORMAT_NAMES.flatMap((name) => FORMATS[name].endings),
        otherwise: `add --to: ${FORMAT_NAMES.join(', ')}`,
      });
};

const optionsOf = (flags: ExportFlags): ExportOptions => {
  const { leg, key, speed, kickOff, secondHalf, extraTime, extraTime2, shootOut } = flags;
  const starts = { '1H': kickOff, '2H': secondHalf, ET1: extraTime, ET2: extraTime2, PEN: shootOut };
  return {
    starts: Object.fromEntries(Object.entries(starts).filter(([, start]) => start !== undefined)),
    ...(leg === undefined ? {} : { leg }),
    ...(key === undefined ? {} : { key }),
    ...(speed === undefined ? {} : { speed: speed === 'max' ? Number.POSITIVE_INFINITY : speed }),
  };
};
