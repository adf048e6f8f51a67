import { formatScore, numberOf, shortNameOf, upperFirst } from '../../english/words.ts';
import type { ClubCode } from '../../match/fixture.ts';
import { HALVES, type Half, isHalf, MINUTE, type Millis } from '../../match/time.ts';
import { before, type Turn } from './course.ts';
import { knownAs, type Subject } from './subject.ts';

/** The leg on a line, before it's drawn: halves one after the other, as long as they took. */
export interface Picture {
  readonly halves: readonly Stretch[];
  readonly marks: readonly Mark[];
  /** How far home was ahead from a place on; of the tie where there is one. */
  readonly margins: readonly Margin[];
  readonly isTie: boolean;
  readonly home: string;
  readonly away: string;
  /** What it shows, for those who can't see it. */
  readonly text: string;
}

export interface Stretch {
  readonly half: Half;
  /** Parts of the whole, 0 … 1. */
  readonly from: number;
  readonly to: number;
  /** Where added time begins. */
  readonly added: number;
}

export interface Mark {
  readonly x: number;
  readonly kind: 'goal' | 'yellow' | 'second-yellow' | 'red' | 'review' | 'change';
  readonly side: 'home' | 'away' | undefined;
  readonly label: string;
  readonly text: string;
}

export interface Margin {
  readonly x: number;
  readonly home: number;
  readonly label: string;
}

export const pictureOf = (subject: Subject, turns: readonly Turn[]): Picture => {
  const halves = halvesOf(subject);
  const placeOf = (at: { readonly period: string; readonly elapsed: Millis }): number | undefined => {
    const half = halves.find((each) => each.half === at.period);
    if (half === undefined) return undefined;
    return half.from + Math.min(1, at.elapsed / half.length) * (half.to - half.from);
  };
  const { home, away } = subject.views.scoreboard;
  const start = before(subject);
  const margin = (tie: Readonly<Record<ClubCode, number>>): Omit<Margin, 'x'> => {
    const [ours, theirs] = [tie[home.club] ?? 0, tie[away.club] ?? 0];
    return { home: ours - theirs, label: formatScore({ home: ours, away: theirs }) };
  };
  return {
    halves: halves.map(({ half, from, to, added }) => ({ half, from, to, added })),
    marks: marksOf(subject, turns).flatMap(({ at, ...mark }) => {
      const x = placeOf(at);
      return x === undefined ? [] : [{ ...mark, x }];
    }),
    margins: [
      { x: 0, ...margin(start) },
      ...turns.flatMap(({ at, tie }) => {
        const x = placeOf(at);
        return x === undefined ? [] : [{ x, ...margin(tie) }];
      }),
    ],
    isTie: subject.views.aggregate !== undefined,
    home: shortNameOf(subject.fixture, home.club),
    away: shortNameOf(subject.fixture, away.club),
    text: textOf(subject, turns),
  };
};

interface Measured extends Stretch {
  readonly length: Millis;
}

/** As long as each was: up to its last event, at least its forty-five or fifteen minutes where something of it is told. */
const halvesOf = ({ claims }: Subject): Measured[] => {
  const lengths = (Object.keys(HALVES) as Half[]).flatMap((half) => {
    const its = claims.filter(({ event }) => event.at.period === half);
    if (its.length === 0) return [];
    const regular = (HALVES[half].to - HALVES[half].from) * MINUTE;
    return [{ half, regular, length: Math.max(regular, ...its.map(({ event }) => event.at.elapsed)) }];
  });
  const whole = lengths.reduce((sum, { length }) => sum + length, 0);
  const room = 1 - GAP * Math.max(0, lengths.length - 1);
  let from = 0;
  return lengths.map(({ half, regular, length }) => {
    const to = from + (length / whole) * room;
    const stretch = { half, from, to, added: from + (regular / length) * (to - from), length };
    from = to + GAP;
    return stretch;
  });
};

const GAP = 0.02;

const marksOf = (
  subject: Subject,
  turns: readonly Turn[],
): (Omit<Mark, 'x'> & { readonly at: { readonly period: string; readonly elapsed: Millis } })[] => {
  const { home, away } = subject.views.scoreboard;
  const sideOf = (club: ClubCode | undefined): Mark['side'] =>
    club === home.club ? 'home' : club === away.club ? 'away' : undefined;
  const goals = turns.map(({ at, club, scorer, how, label, score }) => ({
    at,
    kind: 'goal' as const,
    side: sideOf(club),
    label: `${scorer}${how === undefined ? '' : ` (${how})`} ${label}`,
    text: formatScore(score),
  }));
  const others = subject.items.flatMap((item) => {
    const kind = KINDS[item.kind];
    if (kind === undefined || !isHalf(item.at.period) || item.retractedBy !== undefined || item.status !== undefined)
      return [];
    const who = item.person === undefined ? '' : ` ${knownAs(subject, item.person)}`;
    return [{ at: item.at, kind, side: sideOf(item.club), label: `${item.kind}${who} ${item.label}`, text: '' }];
  });
  return [...goals, ...others];
};

const KINDS: Readonly<Record<string, Mark['kind']>> = {
  caution: 'yellow',
  'second-yellow': 'second-yellow',
  red: 'red',
  'var-decision': 'review',
  substitution: 'change',
};

const textOf = ({ views }: Subject, turns: readonly Turn[]): string => {
  const { home, away } = views.scoreboard;
  const cards = Object.values(views.cards.people).filter(({ sentOff }) => sentOff !== undefined).length;
  const goals = turns.map(({ scorer, label, score }) => `${scorer} ${label}, ${formatScore(score)}`).join('; ');
  return `Timeline of ${home.name} against ${away.name}. Goals: ${goals === '' ? 'none' : goals}. ${cards === 0 ? 'Nobody' : upperFirst(numberOf(cards))} sent off.`;
};
