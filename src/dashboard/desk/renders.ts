/**
 * Counts how often a component is rendered, where somebody has put `window.__touchline = { renders: {} }` before the
 * page was loaded: a test does, to see that an update draws no more than what changed.
 */
export const counted = (component: string): void => {
  if (renders !== undefined) renders[component] = (renders[component] ?? 0) + 1;
};

declare global {
  var __touchline: { readonly renders: Record<string, number> } | undefined;
}

const renders = globalThis.__touchline?.renders;
