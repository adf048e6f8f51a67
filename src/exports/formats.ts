/** What a match can be exported to: how its files end, and whether one file takes several matches. */
export interface Format {
  readonly name: FormatName;
  readonly about: string;
  /** How a file of this format ends, without the dot; the format is guessed from it. */
  readonly endings: readonly string[];
  readonly several: boolean;
}

export const FORMAT_NAMES = [
  'recording',
  'cloudevents',
  'csv',
  'webvtt',
  'srt',
  'markdown',
  'html',
  'asciicast',
  'ical',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export const FORMATS: Readonly<Record<FormatName, Omit<Format, 'name'>>> = {
  recording: { about: "Touchline's own JSON Lines", endings: ['jsonl'], several: false },
  cloudevents: { about: 'CloudEvents 1.0, one a line', endings: ['ndjson', 'cloudevents'], several: true },
  csv: { about: 'a row for each entry', endings: ['csv'], several: true },
  webvtt: { about: 'the commentary as subtitles', endings: ['vtt'], several: false },
  srt: { about: 'the same as SubRip', endings: ['srt'], several: false },
  markdown: { about: 'a match report', endings: ['md', 'markdown'], several: false },
  html: { about: 'a match report as a page of its own', endings: ['html', 'htm'], several: false },
  asciicast: { about: 'a terminal recording of the replay (asciinema, version 2)', endings: ['cast'], several: false },
  ical: { about: 'the fixtures as calendar entries', endings: ['ics', 'ical'], several: true },
};

/** The format whose files end like this one. */
export const formatOfFile = (path: string): FormatName | undefined => {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return FORMAT_NAMES.find((name) => ending !== undefined && FORMATS[name].endings.includes(ending));
};

export const isFormat = (word: string): word is FormatName => FORMAT_NAMES.some((name) => name === word);
