/** The field of play, 105 m by 68 m (Law 1): lying, or standing where there is more height than width. */
export const Grass = () => (
  <>
    <svg
      className="grass grass-lying"
      viewBox="0 0 105 68"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <Lines />
    </svg>
    <svg
      className="grass grass-standing"
      viewBox="0 0 68 105"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <g transform="rotate(90) translate(0 -68)">
        <Lines />
      </g>
    </svg>
  </>
);

const Lines = () => (
  <>
    {STRIPES.map((x) => (
      <rect key={x} className="grass-stripe" x={x} y="0" width="8.75" height="68" />
    ))}
    <g className="grass-lines">
      <path d="M2 2h101v64H2zM52.5 2v64" />
      <circle cx="52.5" cy="34" r="9.15" />
      <path d="M2 13.84h16.5v40.32H2M2 24.84h5.5v18.32H2M18.5 26.7a9.15 9.15 0 0 1 0 14.6" />
      <path d="M103 13.84H86.5v40.32H103M103 24.84h-5.5v18.32H103M86.5 26.7a9.15 9.15 0 0 0 0 14.6" />
    </g>
    <circle className="grass-spot" cx="52.5" cy="34" r="0.6" />
  </>
);

const STRIPES = [8.75, 26.25, 43.75, 61.25, 78.75, 96.25];
