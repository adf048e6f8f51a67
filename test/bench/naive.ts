import { from, last, type Observable, scan } from 'rxjs';
import type { Entry } from '../../src/journal/entry.ts';
import type { Recording } from '../../src/journal/recording.ts';
import type { EventType, MatchEvent } from '../../src/match/event.ts';
import type { ClubCode, PersonId } from '../../src/match/fixture.ts';
import { labelOf } from '../../src/match/time.ts';

// The rivals of the fold: what one would write first. Both take the journal as it comes, so that neither knows of
// corrections, of the Laws (a second caution, what a review takes back) or of going back.

/** Counters in a loop: about the least that can be done for an entry. */
export const countInLoop = ({ entries }: Recording): Readonly<Record<string, number>> => {
  let [home, away, shots, fouls, corners, cautions, changes, touches, passes] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const entry of entries) {
    if (entry.kind !== 'event') continue;
    const { event } = entry;
    switch (event.type) {
      case 'goal':
        if (event.by?.startsWith('home')) home += 1;
        else away += 1;
        break;
      case 'shot':
        shots += 1;
        break;
      case 'foul':
        fouls += 1;
        break;
      case 'corner':
        corners += 1;
        break;
      case 'caution':
        cautions += 1;
        break;
      case 'substitution':
        changes += 1;
        break;
      case 'touch':
        touches += 1;
        if (event.kind === 'pass') passes += 1;
        break;
    }
  }
  return { home, away, shots, fouls, corners, cautions, changes, touches, passes };
};

/** A reducer for each of the eleven views, with object spread, each scanning the entries by itself. */
export const scanEachView = ({ entries }: Recording): Readonly<Record<string, unknown>> => {
  const views: Record<string, unknown> = {};
  for (const [name, view$] of Object.entries(VIEWS)) view$(entries).subscribe((view) => (views[name] = view));
  return views;
};

const scanned =
  <View>(start: View, next: (view: View, event: MatchEvent, entry: Entry) => View) =>
  (entries: readonly Entry[]): Observable<unknown> =>
    from(entries).pipe(
      scan((view, entry) => (entry.kind === 'event' ? next(view, entry.event, entry) : view), start),
      last(),
    );

const sideOf = (person: PersonId | undefined): ClubCode => (person?.startsWith('home') ? 'HOM' : 'AWY');

const plus = (counts: Readonly<Record<string, number>>, name: string): Readonly<Record<string, number>> => ({
  ...counts,
  [name]: (counts[name] ?? 0) + 1,
});

type Counts = Readonly<Record<string, number>>;
type Items = Readonly<Record<string, unknown>>;

const NIL: Counts = { HOM: 0, AWY: 0 };

const VIEWS = {
  clock: scanned({ period: 'pre', elapsed: 0, label: 'pre', running: false }, (clock, { type, at }) => {
    const running = type === 'kick-off' || (clock.running && type !== 'half-time' && type !== 'full-time');
    return { ...clock, period: at.period as string, elapsed: at.elapsed, label: labelOf(at), running };
  }),
  scoreboard: scanned(NIL, (score, event) => (event.type === 'goal' ? plus(score, sideOf(event.by)) : score)),
  aggregate: scanned(NIL, (score, event) => (event.type === 'goal' ? plus(score, sideOf(event.by)) : score)),
  cards: scanned<Readonly<Record<PersonId, readonly string[]>>>({}, (people, event) =>
    event.type === 'caution' && event.person !== undefined
      ? { ...people, [event.person]: [...(people[event.person] ?? []), labelOf(event.at)] }
      : people,
  ),
  var: scanned<Items>({}, (reviews, event, entry) => {
    if (event.type === 'var-check' && entry.kind === 'event') {
      return { ...reviews, [entry.id]: { category: event.category, openedAt: labelOf(event.at) } };
    }
    if (event.type !== 'var-decision') return reviews;
    const open = reviews[event.of] as object;
    return { ...reviews, [event.of]: { ...open, outcome: event.outcome, closedAt: labelOf(event.at) } };
  }),
  lineups: scanned<Readonly<Record<PersonId, string>>>({}, (people, event) => {
    if (event.type === 'line-ups') {
      const sheets = Object.values(event.teams);
      const on = sheets.flatMap(({ starting }) => starting.map((id) => [id, 'on']));
      return Object.fromEntries([...on, ...sheets.flatMap(({ bench = [] }) => bench.map((id) => [id, 'bench']))]);
    }
    if (event.type !== 'substitution') return people;
    return { ...people, [event.on ?? '']: 'on', [event.off ?? '']: 'off' };
  }),
  shootout: scanned<readonly unknown[]>([], (kicks, event) => (event.type === 'kick' ? [...kicks, event] : kicks)),
  stats: scanned<Readonly<Record<ClubCode, Counts>>>({ HOM: {}, AWY: {} }, (stats, event) => {
    if (!COUNTED.has(event.type)) return stats;
    const club = 'club' in event && event.club !== undefined ? event.club : 'by' in event ? sideOf(event.by) : 'HOM';
    return { ...stats, [club]: plus(stats[club] ?? {}, event.type) };
  }),
  timeline: scanned<Items>({}, (items, event, { seq }) =>
    TOLD.has(event.type)
      ? { ...items, [`e${seq}`]: { order: seq, at: event.at, label: labelOf(event.at), kind: event.type } }
      : items,
  ),
  commentary: scanned<Items>({}, (lines, event, { seq }) =>
    TOLD.has(event.type)
      ? { ...lines, [`c${seq}`]: { order: seq, label: labelOf(event.at), text: sentenceOf(event) } }
      : lines,
  ),
  result: scanned({ score: NIL, status: 'none' }, (result, event) => {
    if (event.type === 'goal') return { ...result, score: plus(result.score, sideOf(event.by)) };
    return event.type === 'full-time' ? { ...result, status: 'provisional' } : result;
  }),
};

const sentenceOf = (event: MatchEvent): string => {
  const who = 'by' in event && event.by !== undefined ? event.by : 'person' in event ? event.person : 'play';
  return `${labelOf(event.at)} ${event.type.replace('-', ' ')}: ${who}.`;
};

const COUNTED: ReadonlySet<EventType> = new Set<EventType>([
  'touch',
  'shot',
  'goal',
  'foul',
  'corner',
  'offside',
  'throw-in',
]);

const TOLD: ReadonlySet<EventType> = new Set<EventType>([
  'line-ups',
  'kick-off',
  'half-time',
  'full-time',
  'added-time',
  'goal',
  'shot',
  'foul',
  'corner',
  'offside',
  'caution',
  'substitution',
  'injury',
  'var-check',
  'var-review',
  'var-decision',
]);
