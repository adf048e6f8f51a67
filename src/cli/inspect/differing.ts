import { dayOf, hourOf } from '../../english/words.ts';
import type { Frame } from '../../playback/frame.ts';
import type { ViewName } from '../../projections/views.ts';
import { diff } from '../../wire/patch.ts';
import type { InspectOptions } from '../inspect.ts';
import type { Match } from '../matches/match.ts';
import { type Manner, print, printText } from '../output.ts';
import { padStart, wrap } from '../words/lines.ts';
import { titleOf } from '../words/wording.ts';
import { type Difference, differencesBetween, sentenceOn } from './difference.ts';

/** One of two moments: the views, and up to which match time where not all of it is shown. */
export interface Side {
  readonly frame: Frame;
  readonly at: string | undefined;
}

/** Prints what differs between two moments: in words, or as a merge patch (RFC 7396) with the list. */
export const printDifference = async (
  { name, header: { fixture } }: Match,
  sides: readonly [Side, Side],
  { view, format }: Pick<InspectOptions, 'view' | 'format'>,
  manner: Manner,
): Promise<void> => {
  const [before, after] = [sides[0].frame, sides[1].frame];
  const all = differencesBetween(before.views, after.views, fixture);
  const differences = view === undefined ? all : all.filter((each) => each.view === view);
  if (format === 'json') {
    const patch = diff(only(before, view), only(after, view)) ?? {};
    const told = differences.map((each) => ({ ...each, text: sentenceOn(each) }));
    await print([
      JSON.stringify({ match: name, from: before.head, to: after.head, patch, differences: told }, null, 2),
    ]);
    return;
  }
  const { ink, columns } = manner;
  await printText([
    '',
    ...wrap(titleOf(fixture, after.views.clock.leg), columns).map(ink.bold),
    ...wrap(`From ${momentOf(sides[0])}`, columns).map(ink.dim),
    ...wrap(`to ${momentOf(sides[1])}.`, columns).map(ink.dim),
    '',
    ...(differences.length === 0 ? ['Nothing differs.', ''] : sections(differences, manner)),
  ]);
};

const only = ({ views }: Frame, view: ViewName | undefined) => (view === undefined ? views : { [view]: views[view] });

const momentOf = ({ frame: { head }, at }: Side): string => {
  const { cursor, entries } = head;
  const what = at === undefined ? 'what was known' : `what was known of the match up to ${at}`;
  const when = cursor === entries ? 'at the end' : `after entry ${cursor} of ${entries}`;
  return `${what} ${when} (${dayOf(head.at)}, ${hourOf(head.at)})`;
};

const sections = (differences: readonly Difference[], manner: Manner): string[] =>
  HEADINGS.flatMap(([heading, views]) => {
    const those = differences.filter(({ view }) => views.includes(view));
    return those.length === 0 ? [] : [manner.ink.bold(heading), ...those.flatMap((each) => lineOf(each, manner)), ''];
  });

const HEADINGS: readonly (readonly [heading: string, views: readonly ViewName[]])[] = [
  ['How it stands', ['clock', 'scoreboard', 'aggregate', 'result', 'shootout']],
  ['Cards', ['cards']],
  ['Video reviews', ['var']],
  ['Line-ups', ['lineups']],
  ['Statistics', ['stats']],
  ['Timeline', ['timeline']],
];

/** `   90+8' + goal, Samardzic (ATA): 4–1` */
const lineOf = (difference: Difference, { columns }: Manner): string[] => {
  const { label = '', change } = difference;
  const width = columns === undefined ? undefined : Math.max(20, columns - INDENT.length);
  return wrap(sentenceOn(difference), width).map((line, index) =>
    index === 0 ? `${padStart(label, LABEL_WIDTH)} ${SIGNS[change]} ${line}` : `${INDENT}${line}`,
  );
};

const LABEL_WIDTH = 7;
const INDENT = ' '.repeat(LABEL_WIDTH + 3);

/** Told by a sign too, so that it's seen at a glance; the words say the same. */
const SIGNS: Readonly<Record<Difference['change'], string>> = { came: '+', changed: '~', 'taken-back': '-', gone: '-' };
