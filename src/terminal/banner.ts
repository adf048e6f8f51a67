import type { Change } from '../faces/changes.ts';
import type { ReviewStage, ReviewStep } from '../faces/review-stage.ts';
import { words } from '../faces/words.ts';
import type { Fixture } from '../match/fixture.ts';
import { ACCENT, ACCENT_QUIET, clubLook, DIM, PLATES } from './looks.ts';
import { ends, fit, type Line, type Span, span } from './span.ts';
import { says } from './words.ts';

/** Video assistance across the whole width: what is looked at, how far it is, and the verdict. */
export const banner = (stage: ReviewStage, width: number): Line[] => {
  if (stage.phase === 'idle') return [];
  const { title, what, now, from, to, clubName, openedAt, phase } = stage;
  const change: Span[] =
    from === undefined ? [] : to === undefined ? [onField(from)] : [span(`   ${from} → ${to}`, ACCENT)];
  const about = [what, clubName].filter((word) => word !== undefined && word !== '').join(', ');
  const verdict = phase === 'decided' ? `${verdictMark(stage)}${now.toUpperCase()}` : now;
  return [
    ends(
      [span(`  ${title.toUpperCase()}`, ACCENT), span(`   ${about}`, ACCENT_QUIET)],
      width < 80 || openedAt === undefined ? [] : [span(`${says.since(openedAt)}  `, ACCENT_QUIET)],
      width,
      ACCENT_QUIET,
    ),
    ends([span(`  ${verdict}`, ACCENT), ...change], width < 96 ? [] : stepsOf(stage.steps), width, ACCENT_QUIET),
  ];
};

/** A goal or a dismissal across the whole width, for a moment. */
export const flashBanner = ({ text, tone, club }: Change, fixture: Fixture, width: number): Line => {
  const look = tone === 'goal' && club !== undefined ? clubLook(fixture.clubs[club]?.colours) : PLATES[tone];
  return fit([span(`  ${text}`, look)], width, look);
};

/** The same of a match that isn't open: quieter, so that nobody takes it for this one's. */
export const elsewhereBanner = ({ text, tone }: Change, width: number): Line =>
  fit([span(`  ${says.elsewhere} `, DIM), span(` ${text} `, PLATES[tone])], width);

const onField = (decision: string): Span => span(`   ${words.review.onTheField(decision)}`, ACCENT_QUIET);

/** Changed or not, for whoever can't see colours. */
const verdictMark = ({ outcome }: ReviewStage): string =>
  outcome === 'overturned' || outcome === 'amended' ? '≠ ' : '= ';

/** `✓ Check 90+5' ── ● Review 90+6' ── ○ Decision` */
const stepsOf = (steps: readonly ReviewStep[]): Line => [
  ...steps.flatMap(({ name, state, label }, at): Span[] => {
    const text = `${STATES[state]} ${name}${label === undefined ? '' : ` ${label}`}`;
    return [...(at === 0 ? [] : [span(' ── ', ACCENT_QUIET)]), span(text, state === 'now' ? ACCENT : ACCENT_QUIET)];
  }),
  span('  ', ACCENT_QUIET),
];

const STATES: Readonly<Record<ReviewStep['state'], string>> = { done: '✓', now: '●', ahead: '○', skipped: '–' };
