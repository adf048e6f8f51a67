import type { ClubCode, PersonId } from '../match/fixture.ts';
import { MINUTE, type Millis, type Period } from '../match/time.ts';
import { playHalf } from './half.ts';
import { namedSheet } from './line-up.ts';
import type { LegPlan } from './plan.ts';
import { RATES } from './rates.ts';
import { substitution } from './scenes/changes.ts';
import { playShootOut } from './shoot-out.ts';
import { SECOND, type Stage } from './stage.ts';
import { tellOnTheBrink } from './suspensions.ts';

/** Feed time begins so long before the first kick-off. */
export const BEFORE_KICK_OFF: Millis = 70 * MINUTE;

/**
 * Plays a leg from the team sheets to the last whistle, or kick. `begins` is the feed time of its team sheets' day, so
 * long before kick-off; `banned` aren't named, and a caution keeps `brink` out of the next leg. Whether it goes on after ninety minutes is what the state makes of the score.
 */
export const playLeg = (
  stage: Stage,
  plan: LegPlan,
  {
    number,
    begins,
    banned,
    brink,
  }: {
    readonly number: number;
    readonly begins: Millis;
    readonly banned: readonly PersonId[];
    readonly brink: ReadonlySet<PersonId>;
  },
): void => {
  stage.beginLeg(number, begins);
  announce(stage, number, { banned, brink });
  const [first, second] = stage.random.shuffle([stage.club('home'), stage.club('away')]) as [ClubCode, ClubCode];
  const possession = shareOfBall(stage);
  stage.until(BEFORE_KICK_OFF + stage.random.int(0, 90) * SECOND);
  playHalf(stage, plan['1H'], first);
  interval(stage, 'HT', 15, () => {
    told(stage, possession);
    stage.until(13 * MINUTE);
    for (const side of ['home', 'away'] as const)
      if (stage.random.chance(RATES.changesAtHalfTime)) substitution(stage, stage.club(side), stage.random.int(1, 2));
  });
  playHalf(stage, plan['2H'], second);
  if (goesOn(stage) && stage.state.rules.extraTime !== 'none') extraTime(stage, plan);
  if (goesOn(stage)) {
    interval(stage, stage.state.clock.base, 3);
    playShootOut(stage);
  }
  afterwards(stage, possession);
};

/** Officials, both team sheets, the weather. */
const announce = (
  stage: Stage,
  number: number,
  { banned, brink }: { readonly banned: readonly PersonId[]; readonly brink: ReadonlySet<PersonId> },
): void => {
  const { random, state } = stage;
  const { fixture, rules } = state;
  const leg = fixture.legs[number - 1];
  if (leg === undefined) return;
  const sheet = (club: ClubCode) => namedSheet(fixture, leg, club, { random, bench: rules.bench, banned });
  stage.until(2 * MINUTE);
  if (leg.officials !== undefined) stage.must({ type: 'officials', officials: leg.officials });
  stage.until(random.int(5, 12) * MINUTE);
  stage.must({ type: 'line-ups', teams: { [leg.home]: sheet(leg.home), [leg.away]: sheet(leg.away) } });
  tellOnTheBrink(stage, brink);
  stage.until(random.int(55, 62) * MINUTE);
  stage.must({
    type: 'conditions',
    weather: random.pick(['clear', 'light rain', 'overcast', 'cold and dry', 'windy', 'fog']),
    temperature: random.int(-3, 16),
    ...(leg.attendance === undefined ? {} : { attendance: leg.attendance }),
  });
};

/** Of so many minutes, in which something may be told. */
const interval = (stage: Stage, period: Period, minutes: number, meanwhile: () => void = () => undefined): void => {
  stage.enter(period);
  stage.wait(MINUTE);
  meanwhile();
  stage.until(minutes * MINUTE + stage.random.int(0, 50) * SECOND);
};

/** After a whistle: nobody is through, and there is something that may still be played. */
const goesOn = ({ state }: Stage): boolean => state.clock.period === 'ENT' || state.clock.period === 'EET';

const extraTime = (stage: Stage, plan: LegPlan): void => {
  const [first, second] = stage.random.shuffle([stage.club('home'), stage.club('away')]) as [ClubCode, ClubCode];
  interval(stage, 'ENT', 5, () => {
    for (const side of ['home', 'away'] as const)
      if (stage.random.chance(0.3)) substitution(stage, stage.club(side), 1);
  });
  playHalf(stage, plan.ET1, first);
  if (stage.state.clock.period !== 'ETHT') return;
  interval(stage, 'ETHT', 2);
  playHalf(stage, plan.ET2, second);
};

/** What the home side has of the ball, in percent. */
const shareOfBall = ({ random }: Stage): number => 38 + Math.round((random.float() + random.float()) * 13);

const told = (stage: Stage, possession: number): void => {
  stage.ask({
    type: 'possession',
    clubs: { [stage.club('home')]: possession, [stage.club('away')]: 100 - possession },
  });
};

/** Lots where the competition draws them; and what a source makes of the whole. */
const afterwards = (stage: Stage, possession: number): void => {
  const { random, state } = stage;
  stage.enter('FT');
  stage.wait(2 * MINUTE, 4 * MINUTE);
  const needs =
    state.standing.tie?.needs ??
    (state.fixture.legs.length === 1 && state.standing.leg.level ? state.rules.ifLevel : undefined);
  if (needs === 'lots')
    stage.must({
      type: 'ruling',
      kind: 'advances',
      club: stage.club(random.chance(0.5) ? 'home' : 'away'),
      why: 'lots were drawn',
    });
  const share = Math.min(70, Math.max(30, possession + random.int(-4, 4)));
  const of = (club: ClubCode, ball: number) => ({
    possession: ball,
    passes: ball * 9 + random.int(-40, 40),
    xg: xgOf(stage, club),
  });
  const [home, away] = [stage.club('home'), stage.club('away')];
  stage.ask({
    type: 'statistics',
    source: 'simulator',
    clubs: { [home]: of(home, share), [away]: of(away, 100 - share) },
  });
};

/** What the attempts of this leg that the journal tells of were worth. */
const xgOf = ({ entries, leg, state }: Stage, club: ClubCode): number => {
  let sum = 0;
  for (const entry of entries) {
    if (entry.kind !== 'event' || entry.event.at.leg !== leg || state.superseded[entry.id] !== undefined) continue;
    const { event } = entry;
    const counted =
      event.type === 'shot' || event.type === 'penalty' || (event.type === 'goal' && event.penalty === undefined);
    if (counted && event.by !== undefined && state.roster.get(event.by)?.club === club) sum += event.xg ?? 0;
  }
  return Math.round(sum * 100) / 100;
};
