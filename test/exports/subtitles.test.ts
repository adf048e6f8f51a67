import { parse as parsed } from '@plussub/srt-vtt-parser';
import { describe, expect, test } from 'vitest';
import { exported } from '../../src/exports/export.ts';
import { subtitles } from '../../src/exports/subtitles.ts';
import { matterNamed, simulated } from './matters.ts';

/** Its package's types aren't found by those who import it as a module. */
const parse = parsed as (text: string) => { readonly entries: readonly Cue[] };

interface Cue {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const flagship = await matterNamed('atalanta-dortmund');
const minutes = (count: number, seconds = 0): number => (count * 60 + seconds) * 1000;
const starts = { '1H': minutes(3, 12), '2H': minutes(65) };

describe('in sync with a video', () => {
  const { entries } = parse(exported([flagship], 'webvtt', { starts }));
  const at = (text: string): number =>
    entries.find((entry) => entry.text.replaceAll('\n', ' ').includes(text))?.from ?? Number.NaN;

  test('the kick-off is told when the video shows it, and a goal as long after it as the watch says', () => {
    expect(at('The second leg kicks off')).toBe(minutes(3, 12));
    expect(at('Goal for Atalanta: Gianluca Scamacca')).toBe(minutes(3, 12) + 260_000);
  });

  test('the second half goes by its own start', () => {
    expect(at('The second half begins')).toBe(minutes(65));
    expect(at('Samardžić scores the penalty')).toBe(minutes(65) + 3_173_000);
  });

  test('a start that is not given is as far from the one before as the feed says', () => {
    const untold = parse(exported([flagship], 'webvtt', { starts: { '1H': minutes(3, 12) } })).entries;
    const offset = (id: string): number =>
      flagship.recording.entries.find((entry) => entry.kind === 'event' && entry.id === id)?.offset ?? Number.NaN;
    const begins = untold.find(({ text }) => text.includes('The second half begins'))?.from;
    expect(begins).toBe(minutes(3, 12) + offset('e75') - offset('e58'));
  });

  test('what was put right later is told right at once, and the correction is not told', () => {
    const all = entries.map(({ text }) => text.replaceAll('\n', ' ')).join(' ');
    expect(all).toContain("Red card for Atalanta's Scalvini, already substituted");
    expect(all).not.toContain("member of Dortmund's staff");
    expect(all).not.toContain('Correction');
  });

  test('with --key there are goals and cards, and no shots', () => {
    const key = parse(exported([flagship], 'webvtt', { starts, key: true }))
      .entries.map(({ text }) => text)
      .join(' ');
    expect(key).toContain('Samardžić scores');
    expect(key).not.toContain('over the bar');
  });
});

test('SubRip tells the same at the same times', () => {
  const [vtt, srt] = (['webvtt', 'srt'] as const).map((to) => parse(exported([flagship], to, { starts })).entries);
  expect(srt?.length).toBeGreaterThan(80);
  expect(srt?.map(({ from, to }) => ({ from, to }))).toEqual(vtt?.map(({ from, to }) => ({ from, to })));
  expect(srt?.map(({ text }) => text.replaceAll('\r', ''))).toEqual(vtt?.map(({ text }) => text));
});

test('subtitles never overlap, fit on two lines, can be read, and stay near the picture', () => {
  const matters = [flagship, ...[11, 12, 13].map((seed) => simulated(seed, { until: 'shoot-out' }))];
  for (const matter of matters) {
    let free = 0;
    for (const { from, to, lines } of subtitles(matter, {})) {
      expect(from).toBeGreaterThanOrEqual(free);
      expect(to - from).toBeGreaterThanOrEqual(1000);
      expect(lines.join(' ').length / ((to - from) / 1000)).toBeLessThan(24.5);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
      free = to;
    }
  }
});

test('angles and ampersands in a name are text in WebVTT, and no tag in SubRip', () => {
  const { header, entries } = flagship.recording;
  const fixture = JSON.parse(JSON.stringify(header.fixture).replaceAll('Scamacca', 'Sca<b>&macca'));
  const matter = { ...simulated(1), recording: { header: { ...header, fixture }, entries }, history: flagship.history };
  expect(exported([matter], 'webvtt')).toContain('Sca&lt;b&gt;&amp;macca');
  expect(exported([matter], 'srt')).toContain('Sca‹b›&macca');
});
