import { inWords } from '../english/words.ts';
import type { ClubCode, Fixture, Side } from '../match/fixture.ts';
import type { Score } from '../match/laws/tie.ts';
import { compareTime, type MatchTime } from '../match/time.ts';
import type { TimelineItem, Views } from '../projections/views.ts';
import { nameOrSomebody } from './names.ts';
import { type Shape, shapeOf, type Tone, toneOf } from './tone.ts';
import { kindInWords, words } from './words.ts';

/** What one jumps to. */
export interface KeyMoment {
  /** The timeline's key. */
  readonly id: string;
  readonly at: MatchTime;
  readonly label: string;
  readonly kind: string;
  /** `Goal`, `VAR decision` */
  readonly title: string;
  /** `Pašalić`, `overturned`; empty where there is nothing to add. */
  readonly about: string;
  readonly side?: Side;
  readonly club?: ClubCode;
  readonly score?: Score;
  readonly shape: Shape;
  readonly tone: Tone;
  /** Superseded or taken back. */
  readonly void: boolean;
  /** Entries that had been shown once it was told: a cursor to seek to. */
  readonly cursor: number;
}

type Seen = Pick<Views, 'timeline' | 'clock' | 'scoreboard'>;

/** Those of the leg being played, in match order. */
export const keyMomentsOf = ({ timeline, clock, scoreboard }: Seen, fixture: Fixture): readonly KeyMoment[] =>
  Object.entries(timeline)
    .filter(([, item]) => item.key === true && item.at.leg === clock.leg && item.status !== 'duplicate')
    .sort(([, a], [, b]) => compareTime(a.at, b.at) || a.order - b.order)
    .map(([id, item]) => {
      const { at, label, kind, club, score, order } = item;
      return {
        id,
        at,
        label,
        kind,
        title: kindInWords(kind),
        about: aboutOf(item, fixture),
        ...(club === undefined ? {} : { club, side: club === scoreboard.home.club ? 'home' : 'away' }),
        ...(score === undefined ? {} : { score }),
        shape: shapeOf(item),
        tone: toneOf(item),
        void: item.supersededBy !== undefined || item.retractedBy !== undefined,
        cursor: Math.floor(order),
      };
    });

const aboutOf = ({ person, outcome, reason, own }: TimelineItem, fixture: Fixture): string =>
  [
    ...(person === undefined ? [] : [nameOrSomebody(fixture, person)]),
    ...(own === true ? [words.ownGoal] : []),
    ...[outcome, reason].filter((word) => word !== undefined).map(inWords),
  ].join(', ');
