export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** What was chosen here before; the system's wish where nothing was. */
export const storedTheme = (): Theme => {
  const stored = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
};

/** Draws the page in a theme from now on, and remembers it. */
export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(KEY, theme);
  apply(theme);
};

/** Follows the system as long as nobody has chosen otherwise. */
export const followTheme = (): void => {
  for (const query of [CONTRAST, DARK]) query.addEventListener('change', () => apply(storedTheme()));
  apply(storedTheme());
};

const KEY = 'touchline.theme';
const CONTRAST = matchMedia('(prefers-contrast: more)');
const DARK = matchMedia('(prefers-color-scheme: dark)');

const apply = (theme: Theme): void => {
  const wanted = CONTRAST.matches ? 'contrast' : DARK.matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'system' ? wanted : theme;
};
