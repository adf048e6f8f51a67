import { dayOf, formatScore, fullNameOf, hourOf, shortNameOf } from '../../english/words.ts';
import { words } from '../../faces/words.ts';
import type { Fixture } from '../../match/fixture.ts';
import type { Millis } from '../../match/time.ts';
import type { AggregateView, ScoreboardView, Views } from '../../projections/views.ts';

/** `Atalanta v Borussia Dortmund`, of that leg. */
export const titleOf = (fixture: Fixture, leg: number): string => {
  const { home, away } = fixture.legs[leg - 1] ?? fixture.legs[0] ?? { home: '', away: '' };
  return `${fullNameOf(fixture, home)} v ${fullNameOf(fixture, away)}`;
};

/** `UEFA Champions League 2025/26, knockout phase play-off, second leg`; empty where the fixture says nothing. */
export const occasionOf = ({ competition, season, round, legs }: Fixture, leg: number): string =>
  [
    [competition, season].filter((word) => word !== undefined).join(' '),
    round === undefined ? '' : lowerFirst(round),
    legs.length > 1 ? (leg === 1 ? 'first leg' : 'second leg') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

/** `New Balance Arena, Bergamo · 25 February 2026, 18:45`; empty where the fixture says nothing. */
export const placeOf = (fixture: Fixture, leg: number): string => {
  const { venue, kickOff } = fixture.legs[leg - 1] ?? {};
  const when = kickOff === undefined ? undefined : `${dayOf(kickOff)}, ${hourOf(kickOff)}`;
  return [venue, when].filter((part) => part !== undefined).join(' · ');
};

/** `ATA 4–1 BVB` */
export const scoreOf = ({ home, away }: ScoreboardView): string =>
  `${home.club} ${formatScore({ home: home.score, away: away.score })} ${away.club}`;

/** `4–3`, of the tie or of a shoot-out, from the home side of the leg being played. */
export const aggregateOf = ({ score }: Pick<AggregateView, 'score'>, { home, away }: ScoreboardView): string =>
  formatScore({ home: score[home.club] ?? 0, away: score[away.club] ?? 0 });

/** `Atalanta go through`, `as it stands Atalanta go through on away goals`, `a draw`; `undefined` where there is none. */
export const verdictOf = ({ aggregate, result }: Views, fixture: Fixture): string | undefined => {
  const { standing } = words;
  if (aggregate?.advancing !== undefined)
    return standing.through(shortNameOf(fixture, aggregate.advancing), aggregate.by);
  const { advancing, by } = aggregate?.asItStands ?? {};
  if (advancing !== undefined) return standing.leadThrough(shortNameOf(fixture, advancing), by);
  if (aggregate?.needs !== undefined) return `level; as it stands, ${standing.need(aggregate.needs)}`;
  if (result.winner !== undefined) return standing.won(shortNameOf(fixture, result.winner), result.by);
  return result.level === true ? 'a draw' : undefined;
};

/** `1 min 42 s`, `40 s`. */
export const lasting = (span: Millis): string => {
  const seconds = Math.max(1, Math.round(span / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
};

// `UEFA` stays as it is, and so does `Fourth Round`.
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) && !/ \p{Lu}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
