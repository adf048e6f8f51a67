import type { Command } from 'commander';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../exports/formats.ts';
import { WrongUse } from './complaint.ts';
import { oneOf, speed, wholeNumber } from './options.ts';

export interface ExportFlags {
  readonly to?: FormatName;
  readonly output?: string;
  readonly force?: true;
  readonly leg?: number;
  readonly kickOff?: number;
  readonly secondHalf?: number;
  readonly extraTime?: number;
  readonly extraTime2?: number;
  readonly shootOut?: number;
  readonly key?: true;
  readonly speed?: number | 'max';
}

/** `touchline export`: a match for other people's tools. */
export const exportCommand = (program: Command): Command =>
  program
    .command('export')
    .summary('write a match for other tools')
    .usage('<match...> -o <file> [options]')
    .description(
      'Writes a match as a file that other tools read: a recording, events, a table, subtitles, a report, a cast of the ' +
        "replay, a calendar. The format is guessed from the file's ending where --to is absent.",
    )
    .argument('<match...>', 'a name, a path or -; several for cloudevents, csv and ical')
    .option('--to <format>', `one of ${FORMAT_NAMES.join(', ')}`, oneOf('to', FORMAT_NAMES))
    .option('-o, --output <file>', 'where to; - is standard output')
    .option('--force', 'write over a file that is there already')
    .option('--leg <number>', 'the leg that subtitles and reports are of (the last)', wholeNumber('leg', 1, 2))
    .optionsGroup('Subtitles, in sync with a video:')
    .option('--kick-off <time>', 'where the video shows the kick-off, like 00:03:12 (0)', timecode('kick-off'))
    .option(
      '--second-half <time>',
      'the same of the second half, where not as long after as the feed says',
      timecode('second-half'),
    )
    .option('--extra-time <time>', 'and of extra time', timecode('extra-time'))
    .option('--extra-time-2 <time>', 'and of its second half', timecode('extra-time-2'))
    .option('--shoot-out <time>', 'and of the kicks from the mark', timecode('shoot-out'))
    .option('--key', 'key moments only')
    .optionsGroup('Casts:')
    .option('--speed <factor>', 'how fast the replay runs (60)', speed)
    .addHelpText('after', HELP)
    .action(async (words: readonly string[], _options: object, command: Command) => {
      const { exportMatches } = await import('./export/exporting.ts');
      await exportMatches(words, command.optsWithGlobals<ExportFlags>());
    });

/** `00:03:12`, `3:12`, `3:12.5`; in milliseconds. */
const timecode =
  (option: string) =>
  (text: string): number => {
    const [, hours = '0', minutes, seconds] = /^(?:(\d{1,3}):)?(\d{1,2}):([0-5]\d(?:\.\d{1,3})?)$/.exec(text) ?? [];
    if (minutes !== undefined && seconds !== undefined)
      return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
    throw new WrongUse(`--${option} ${text} is no place in a video; one reads like 00:03:12, 3:12 or 3:12.5`);
  };

const HELP = `
Formats:
${FORMAT_NAMES.map((name) => `  ${name.padEnd(12)} ${FORMATS[name].about} (.${FORMATS[name].endings.join(', .')})`).join('\n')}

Examples:
  $ touchline export atalanta-dortmund -o report.html
  $ touchline export atalanta-dortmund -o match.vtt --kick-off 00:03:12 --second-half 01:05:00
  $ touchline export atalanta-dortmund --to csv -o - | head -5
  $ touchline export world-cup/*.jsonl -o fixtures.ics
  $ touchline export match.jsonl -o match.cast --speed 120 && asciinema play match.cast`;
