import { useState } from 'react';
import { Icon } from '../icon.tsx';
import { chooseTheme, storedTheme, THEMES, type Theme } from '../theme.ts';
import { WORDS } from '../words.ts';

export const ThemeSwitch = () => {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  return (
    <label className="quiet-button theme-switch" title={WORDS.theme.label}>
      <Icon name="theme" />
      <span className="unseen">{WORDS.theme.label}</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const chosen = THEMES.find((each) => each === target.value) ?? 'system';
          chooseTheme(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {WORDS.theme[each]}
          </option>
        ))}
      </select>
    </label>
  );
};
