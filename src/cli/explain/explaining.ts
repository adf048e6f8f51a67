import { explain as explanationOf } from '../../playback/explain.ts';
import { VIEW_NAMES, type ViewName } from '../../projections/views.ts';
import { WrongUse } from '../complaint.ts';
import type { ExplainOptions } from '../explain.ts';
import { openMatchAloud } from '../matches/match.ts';
import { mannerOf, print, printText } from '../output.ts';
import { questionOf } from '../question.ts';
import { explanationLines } from './explanation-lines.ts';
import { partNamed } from './part.ts';

/** Prints why a part of a view is what it is. */
export const explainAloud = async (word: string, options: ExplainOptions): Promise<void> => {
  const { view: asked, at, asOf, format, color } = options;
  const [name = '', ...path] = asked.split('.');
  const view = viewNamed(name);
  const question = questionOf(at, asOf);
  const match = await openMatchAloud(word);
  partNamed(match, view, path);
  const explained = explanationOf(match, { view, path, ...question });
  if (!explained.ok) throw new WrongUse(explained.message);
  const { explanation } = explained;
  if (format === 'json') await print([JSON.stringify({ match: match.name, ...explanation }, null, 2)]);
  else await printText(explanationLines(explanation, match.header.fixture, whenOf(options), mannerOf(color)));
};

const viewNamed = (name: string): ViewName => {
  const view = VIEW_NAMES.find((each) => each === name);
  if (view === undefined) throw new WrongUse(`there is no view "${name}"`, { word: name, names: VIEW_NAMES });
  return view;
};

/** `up to 60', as known at the end` */
const whenOf = ({ at, asOf }: ExplainOptions): string => {
  const moment = asOf === undefined || asOf === 'end' ? 'the end' : /^\d+$/.test(asOf) ? `entry ${asOf}` : asOf;
  return `${at === undefined ? '' : `up to ${at}, `}as known at ${moment}`;
};
