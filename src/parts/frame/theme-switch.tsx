import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

type Theme = 'system' | 'light' | 'dark';

/** System, light or dark; remembered in this browser. */
export function ThemeSwitch() {
  const { t } = useLingui();
  const [theme, setTheme] = useState<Theme>(() => readTheme());
  const choose = (next: Theme) => {
    setTheme(next);
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
    try {
      if (next === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Without storage it holds for this page.
    }
  };
  return (
    <label className="bar-select icon">
      <span className="visually-hidden">{t`Theme`}</span>
      <span aria-hidden="true">◐</span>
      <select value={theme} onChange={(event) => choose(event.target.value as Theme)}>
        <option value="system">{t`System`}</option>
        <option value="light">{t`Light`}</option>
        <option value="dark">{t`Dark`}</option>
      </select>
    </label>
  );
}

function readTheme(): Theme {
  const stored = document.documentElement.dataset['theme'];
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
