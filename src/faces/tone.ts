import type { TimelineItem } from '../projections/views.ts';

/** What a thing means to a viewer; each face has its own colours for it. */
export type Tone = 'goal' | 'caution' | 'dismissal' | 'review' | 'correction' | 'quiet';

/** What it looks like, so that nobody needs colours to tell it. */
export type Shape =
  | 'goal'
  | 'own-goal'
  | 'disallowed'
  | 'penalty'
  | 'penalty-missed'
  | 'caution'
  | 'second-yellow'
  | 'red'
  | 'review'
  | 'substitution'
  | 'whistle'
  | 'correction'
  | 'other';

type About = Pick<TimelineItem, 'kind' | 'own' | 'outcome' | 'supersededBy' | 'retractedBy' | 'status'>;

export const toneOf = (item: About): Tone => {
  switch (shapeOf(item)) {
    case 'goal':
    case 'own-goal':
    case 'penalty':
      return 'goal';
    case 'caution':
      return 'caution';
    case 'second-yellow':
    case 'red':
      return 'dismissal';
    case 'review':
    case 'disallowed':
      return 'review';
    case 'correction':
      return 'correction';
    case 'penalty-missed':
    case 'substitution':
    case 'whistle':
    case 'other':
      return 'quiet';
  }
};

export const shapeOf = (item: About): Shape => {
  const { kind, own, outcome } = item;
  switch (kind) {
    case 'goal':
      if (!stands(item)) return 'disallowed';
      return own === true ? 'own-goal' : 'goal';
    case 'goal-disallowed':
      return 'disallowed';
    case 'penalty-awarded':
      return 'penalty';
    case 'penalty':
    case 'kick':
      return outcome === undefined || outcome === 'scored' ? 'penalty' : 'penalty-missed';
    case 'caution':
    case 'second-yellow':
    case 'red':
    case 'substitution':
      return kind;
    case 'var-check':
    case 'var-review':
    case 'var-decision':
      return 'review';
    case 'kick-off':
    case 'half-time':
    case 'full-time':
    case 'period-end':
      return 'whistle';
    case 'amendment':
    case 'retraction':
    case 'ruling':
    case 'clock-correction':
      return 'correction';
    default:
      return 'other';
  }
};

/** It was told, and still holds: not superseded, not taken back, not waiting for anything. */
export const stands = ({ supersededBy, retractedBy, status }: About): boolean =>
  supersededBy === undefined && retractedBy === undefined && status === undefined;
