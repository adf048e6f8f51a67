import type { ClubCode } from '../../match/fixture.ts';
import type { Score } from '../../match/laws/tie.ts';
import type { MatchTime } from '../../match/time.ts';
import type { TimelineItem } from '../../projections/views.ts';
import { knownAs, type Subject } from './subject.ts';

/** A goal that stands, and where it left match and tie. */
export interface Turn {
  readonly id: string;
  readonly at: MatchTime;
  readonly label: string;
  readonly club: ClubCode;
  readonly scorer: string;
  readonly maker?: string;
  /** `pen.`, `o.g.` */
  readonly how?: string;
  readonly score: Score;
  /** By club, earlier legs included; the same as the score where there is no tie. */
  readonly tie: Readonly<Record<ClubCode, number>>;
}

/** The goals of the leg that stand, in match order. */
export const courseOf = (subject: Subject): readonly Turn[] => {
  const { items, views, claims } = subject;
  const { home, away } = views.scoreboard;
  const tie = before(subject);
  const penalties = new Set(
    claims.flatMap(({ id, event }) => (event.type === 'goal' && event.penalty !== undefined ? [id] : [])),
  );
  return items.filter(isStanding).map((item) => {
    const club = item.club ?? home.club;
    tie[club] = (tie[club] ?? 0) + 1;
    const how = item.own === true ? 'o.g.' : penalties.has(item.id) ? 'pen.' : undefined;
    return {
      id: item.id,
      at: item.at,
      label: item.label,
      club,
      scorer: knownAs(subject, item.person),
      ...(item.other === undefined ? {} : { maker: knownAs(subject, item.other) }),
      ...(how === undefined ? {} : { how }),
      score: item.score ?? { home: 0, away: 0 },
      tie: { [home.club]: tie[home.club] ?? 0, [away.club]: tie[away.club] ?? 0 },
    };
  });
};

/** The tie before this leg. */
export const before = ({ views, leg }: Pick<Subject, 'views' | 'leg'>): Record<ClubCode, number> => {
  const total: Record<ClubCode, number> = {};
  for (const [name, { score }] of Object.entries(views.aggregate?.legs ?? {})) {
    if (Number(name.replace(/^leg/, '')) >= leg) continue;
    for (const [club, goals] of Object.entries(score)) total[club] = (total[club] ?? 0) + goals;
  }
  return total;
};

/** A goal that counts. A tentative one, one that is parked and one that was sent twice have no score. */
export const isStanding = ({ kind, supersededBy, retractedBy, status, score }: TimelineItem): boolean =>
  kind === 'goal' &&
  supersededBy === undefined &&
  retractedBy === undefined &&
  status === undefined &&
  score !== undefined;
