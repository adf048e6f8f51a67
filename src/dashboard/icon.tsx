import type { Shape } from '../faces/tone.ts';

export type IconName =
  | Shape
  | 'play'
  | 'pause'
  | 'step-back'
  | 'step-on'
  | 'key-back'
  | 'key-on'
  | 'arrow'
  | 'link'
  | 'done'
  | 'keyboard'
  | 'wall'
  | 'theme'
  | 'lone';

/** A drawing of 24 by 24, in the colour of the text; what it means is said in words beside it. */
export const Icon = ({ name, className }: { readonly name: IconName; readonly className?: string }) => (
  <svg
    className={className === undefined ? 'icon' : `icon ${className}`}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {DRAWINGS[name]}
  </svg>
);

const BALL = (
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="m12 7.6 4.2 3-1.6 5H9.4l-1.6-5z" fill="currentColor" stroke="none" />
    <path d="M12 7.6V3.2m4.2 7.4 4.3-1.5m-5.9 6.5 2.6 3.7m-7.8-3.7-2.6 3.7m1-8.7L3.5 9.1" />
  </>
);

const DRAWINGS: Readonly<Record<IconName, React.ReactNode>> = {
  goal: BALL,
  'own-goal': (
    <>
      {BALL}
      <path d="M19 19h3m-1.5-1.5v3" />
    </>
  ),
  disallowed: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m5.7 5.7 12.6 12.6" strokeWidth="2.6" />
    </>
  ),
  penalty: (
    <>
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="3.4" fill="currentColor" stroke="none" />
    </>
  ),
  'penalty-missed': (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8.5 8.5 7 7m0-7-7 7" strokeWidth="2.4" />
    </>
  ),
  caution: <rect x="6" y="3" width="12" height="18" rx="1.6" className="icon-caution" />,
  'second-yellow': (
    <>
      <rect x="4" y="2.5" width="11" height="16" rx="1.5" className="icon-caution" />
      <rect x="9.5" y="6" width="11" height="16" rx="1.5" className="icon-dismissal" />
    </>
  ),
  red: <rect x="6" y="3" width="12" height="18" rx="1.6" className="icon-dismissal" />,
  review: (
    <>
      <rect x="2.5" y="4" width="19" height="13" rx="1.6" />
      <path d="M8 21h8M9.6 8.2v4.6l4.6-2.3z" fill="currentColor" />
    </>
  ),
  substitution: <path d="M8 20V5m0 0L4 9m4-4 4 4m4-5v15m0 0 4-4m-4 4-4-4" />,
  whistle: (
    <>
      <circle cx="9" cy="14" r="6" />
      <path d="M11 8.4 21 6v5l-6.2 1.6M9 4V2.5M4.5 5.5l-1-1" />
      <circle cx="9" cy="14" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
  correction: <path d="M4 8h13l-3.5-3.5M20 16H7l3.5 3.5" />,
  other: <circle cx="12" cy="12" r="3" fill="currentColor" stroke="none" />,
  play: <path d="M7 4.5v15l12-7.5z" fill="currentColor" />,
  pause: <path d="M8 5v14m8-14v14" strokeWidth="3.6" strokeLinecap="butt" />,
  'step-back': <path d="M15 5.5 8 12l7 6.5" />,
  'step-on': <path d="M9 5.5 16 12l-7 6.5" />,
  'key-back': <path d="M19 5.5 10 12l9 6.5zM6 5v14" fill="currentColor" />,
  'key-on': <path d="M5 5.5 14 12l-9 6.5zM18 5v14" fill="currentColor" />,
  arrow: <path d="M3 12h17m-6-6 6 6-6 6" />,
  link: (
    <path d="M10 14a4.5 4.5 0 0 0 6.6.4l3-3a4.6 4.6 0 0 0-6.5-6.5l-1.6 1.6M14 10a4.5 4.5 0 0 0-6.6-.4l-3 3a4.6 4.6 0 0 0 6.5 6.5l1.6-1.6" />
  ),
  done: <path d="m4.5 12.5 5 5 10-11" />,
  keyboard: (
    <>
      <rect x="2" y="5.5" width="20" height="13" rx="2" />
      <path d="M6 9.5h.1m3.9 0h.1m3.9 0h.1m3.9 0h.1M8 14.5h8" />
    </>
  ),
  wall: <path d="M4 4h6.5v6.5H4zm9.5 0H20v6.5h-6.5zM4 13.5h6.5V20H4zm9.5 0H20V20h-6.5z" />,
  theme: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor" />
    </>
  ),
  lone: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6" />
    </>
  ),
};
