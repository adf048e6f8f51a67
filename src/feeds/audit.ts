import { History } from '../journal/history.ts';
import { Journal } from '../journal/journal.ts';
import { type Irregularity, judgeJournal } from '../journal/lawfulness.ts';
import type { Recording } from '../journal/recording.ts';
import { breachesOf } from '../match/decide.ts';
import { labelOf } from '../match/time.ts';
import { cards } from '../projections/cards.ts';
import { lineups } from '../projections/lineups.ts';
import { scoreboard } from '../projections/scoreboard.ts';
import { shootout } from '../projections/shootout.ts';
import { timeline } from '../projections/timeline.ts';
import type { Views } from '../projections/views.ts';
import { compare, type Difference, type Seen } from './comparison.ts';
import type { MatchRecord } from './importer.ts';

/** An import looked over: whether the views tell the match that the provider's record tells, and by the Laws. */
export interface Audit {
  readonly differences: readonly Difference[];
  /** What the record says, and so was compared: `score`, `cards` … */
  readonly compared: readonly (keyof MatchRecord)[];
  /** By what they break, in the order in which they came. */
  readonly breaches: readonly BreachCount[];
  /** As the views have it. */
  readonly score: { readonly home: number; readonly away: number };
  readonly shootout?: { readonly home: number; readonly away: number };
}

export interface BreachCount {
  readonly code: string;
  readonly law?: string;
  readonly entries: readonly { readonly id: string; readonly label: string }[];
}

/** Folds a recording and compares its views with the provider's own match record, and its entries with the Laws. */
export const auditOf = (recording: Recording, record: MatchRecord): Audit => {
  const seen = seenIn(recording);
  const { views } = seen;
  return {
    differences: compare(seen, record),
    compared: (Object.keys(record) as (keyof MatchRecord)[]).filter((part) => record[part] !== undefined),
    breaches: countedBreaches(seen.irregular),
    score: { home: views.scoreboard.home.score, away: views.scoreboard.away.score },
    ...(views.scoreboard.shootout === undefined ? {} : { shootout: views.scoreboard.shootout }),
  };
};

/** The five views that a match record can be held against. */
type AuditedViews = Pick<Views, 'scoreboard' | 'cards' | 'lineups' | 'shootout' | 'timeline'>;

const PROJECTIONS = { match: { scoreboard, cards, lineups, shootout }, record: { timeline } };

const seenIn = (recording: Recording): Seen & { readonly irregular: readonly Irregular[] } => {
  const history = new History<AuditedViews>(recording.header, PROJECTIONS);
  const irregular: Irregular[] = [];
  let kickedOff: number | undefined;
  let isPlain = true;
  for (const entry of recording.entries) {
    const { late, effect, moves } = history.append(entry);
    isPlain &&= entry.kind === 'event' && effect === 'applied' && !late;
    for (const { now, before } of isPlain ? moves : []) {
      const breaches = now === undefined ? [] : breachesOf(before, now.event);
      if (now !== undefined && breaches.length > 0) irregular.push({ claim: now, breaches });
    }
    if (entry.kind === 'event' && entry.event.type === 'kick-off') kickedOff ??= history.length;
  }
  return {
    views: history.viewsAt(history.length),
    start: history.viewsAt(kickedOff ?? history.length).lineups,
    irregular: isPlain ? irregular : judged(recording),
  };
};

type Irregular = Pick<Irregularity, 'claim' | 'breaches'>;

/** Where entries came late or were corrected: what is believed at the end, each event at its place in the match. */
const judged = ({ header, entries }: Recording): readonly Irregular[] => {
  const journal = new Journal();
  for (const entry of entries) journal.append(entry);
  return judgeJournal(header.fixture, journal).irregular;
};

/** As `touchline check` tells them. */
const countedBreaches = (irregular: readonly Irregular[]): BreachCount[] => {
  const counts = new Map<string, { code: string; law?: string; entries: { id: string; label: string }[] }>();
  for (const { claim, breaches } of irregular) {
    const place = { id: claim.id, label: labelOf(claim.event.at) };
    for (const { code, law } of breaches) {
      const count = counts.get(code) ?? { code, ...(law === 'record' ? {} : { law }), entries: [] };
      count.entries.push(place);
      counts.set(code, count);
    }
  }
  return [...counts.values()];
};
