/**
 * The widget's looks. A page sets its own with the custom properties, and anything else with the parts; what it doesn't
 * set follows the system's light or dark.
 */
export const STYLE = `
:host {
  color-scheme: light dark;
  --_background: var(--touchline-background, light-dark(#ffffff, #12161c));
  --_text: var(--touchline-text, light-dark(#10151c, #f2f5f8));
  --_quiet: var(--touchline-quiet, light-dark(#515c69, #a9b4c0));
  --_edge: var(--touchline-edge, light-dark(#d5dbe2, #2b333d));
  --_review: var(--touchline-review, light-dark(#6b3fd4, #c3a6ff));
  --_review-text: var(--touchline-review-text, light-dark(#ffffff, #170b33));
  --_alert: var(--touchline-alert, light-dark(#8a4b00, #ffc26b));
  container-type: inline-size;
  display: block;
  max-inline-size: 30rem;
  font: var(--touchline-font, 500 1rem/1.3 ui-sans-serif, system-ui, sans-serif);
}
:host([hidden]) { display: none; }
.board {
  background: var(--_background);
  border: 1px solid var(--_edge);
  border-radius: var(--touchline-radius, 0.75rem);
  color: var(--_text);
  overflow: hidden;
}
.score {
  align-items: center;
  display: grid;
  gap: 0.25rem 0.75rem;
  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
  padding: 0.875rem 1rem 0.25rem;
}
.side { align-items: center; display: flex; gap: 0.625rem; min-inline-size: 0; }
.away { flex-direction: row-reverse; text-align: end; }
.colour {
  background: var(--club, var(--_edge));
  block-size: 1.75rem;
  border-radius: 0.1875rem;
  box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_text) 25%, transparent);
  flex: none;
  inline-size: 0.375rem;
}
.name { font-weight: 650; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.code { display: none; font-weight: 650; letter-spacing: 0.03em; }
.goals {
  display: flex;
  font-size: 2rem;
  font-variant-numeric: tabular-nums;
  font-weight: 750;
  gap: 0.375rem;
  letter-spacing: -0.02em;
  line-height: 1.1;
}
.dash { color: var(--_quiet); font-weight: 400; }
.time {
  color: var(--_quiet);
  display: flex;
  font-size: 0.9375rem;
  font-variant-numeric: tabular-nums;
  gap: 0.375rem;
  justify-content: center;
  padding-block-end: 0.75rem;
}
.clock { color: var(--_text); font-weight: 600; }
.note {
  border-block-start: 1px solid var(--_edge);
  color: var(--_quiet);
  font-size: 0.875rem;
  padding: 0.5rem 1rem;
  text-align: center;
}
.var { background: var(--_review); border-color: transparent; color: var(--_review-text); font-weight: 650; }
.var[data-stage='unavailable'] { background: none; border-color: var(--_edge); color: var(--_quiet); }
.state { color: var(--_alert); }
.score[hidden] ~ .state { border: 0; }
.stale .score, .stale .time { opacity: 0.72; }
[hidden] { display: none; }
.spoken { block-size: 1px; clip-path: inset(50%); inline-size: 1px; overflow: hidden; position: absolute; white-space: nowrap; }
@container (max-width: 19rem) {
  .name { display: none; }
  .code { display: inline; }
  .score { padding-inline: 0.75rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .news { animation: news 1.6s ease-out; }
  @keyframes news { from { background: color-mix(in srgb, var(--_text) 22%, transparent); } }
}
@media (forced-colors: active) {
  .colour { forced-color-adjust: none; }
  .var { border: 2px solid Highlight; }
}
`;
