import type { Matter, Screenful } from '../../exports/matter.ts';
import { positionOf } from '../../playback/pacing.ts';
import { cuesOf } from '../../playback/replay.ts';
import { history as historyOf, type MatchHistory } from '../../playback/views.ts';
import { WrongUse } from '../complaint.ts';
import { accountsOf } from '../inspect/accounts.ts';
import type { Match } from '../matches/match.ts';
import { colours } from '../words/ink.ts';
import { headingOf, linesOf, standingOf, summaryOf, tellingOf } from '../words/text.ts';

/** What exporters need of a match. Throws `WrongUse` where a claim asks for a moment that the recording doesn't have. */
export const matterOf = ({ name, title, header, entries, claims = [] }: Match): Matter => {
  const recording = { header, entries };
  const history = historyOf(recording);
  const accounts = claims.length === 0 ? undefined : accountsOf(history, claims);
  if (typeof accounts === 'string') throw new WrongUse(accounts);
  return {
    name,
    title,
    recording,
    history,
    ...(accounts === undefined ? {} : { accounts }),
    screen: (columns) => screenOf(history, header.from, columns),
  };
};

/** What `play` prints on a terminal of so many columns, and when. */
const screenOf = (history: MatchHistory, from: string | undefined, columns: number): Screenful[] => {
  const manner = { columns, ink: colours(24) };
  const cues = cuesOf(history, from === undefined ? {} : { from });
  const { first, last, duration } = cues;
  const { fixture } = history;
  const opening = history.viewsAt(first);
  const told = tellingOf(history, first, manner);
  return [
    {
      position: 0,
      lines: [
        ...headingOf(fixture, opening, manner),
        ...told,
        ...standingOf(opening, manner).filter((line) => !told.includes(line)),
      ],
    },
    ...Array.from({ length: last - first }, (_, at) => ({
      position: positionOf(cues, first + at + 1),
      lines: linesOf(history, first + at + 1, manner),
    })),
    { position: duration, lines: summaryOf(fixture, history.viewsAt(last), manner) },
  ];
};
