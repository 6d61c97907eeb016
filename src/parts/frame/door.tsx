import { Trans } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import { Announcer } from '../../ui/announcer.tsx';
import { LanguageSelect } from './language-select.tsx';
import { Logo } from './logo.tsx';
import { SimulatedBanner } from './simulated-banner.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The pages before the sign-in: one column. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Postern`;
  }, [title]);
  return (
    <>
      <header className="bar">
        <span className="brand">
          <Logo />
          Postern
        </span>
        <div className="bar-end">
          <LanguageSelect />
          <ThemeSwitch />
        </div>
      </header>
      <SimulatedBanner />
      <main className="door">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>Postern connects the telephone system to Microsoft 365, and says what is wrong when it does not work.</Trans>
        </p>
        {children}
      </main>
      <Announcer />
    </>
  );
}
