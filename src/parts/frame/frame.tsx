import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { paths } from '../../paths.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSelect } from './language-select.tsx';
import { Logo } from './logo.tsx';
import { SessionKeeper } from './session-keeper.tsx';
import { SimulatedBanner } from './simulated-banner.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { Tree } from './tree.tsx';
import { UndoKeeper } from './undo-keeper.tsx';

/** Navigation bar, tree and workspace; on a telephone the tree is a drawer. */
export function Frame() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <a className="skip" href="#page">
        <Trans>To the content</Trans>
      </a>
      <header className="bar">
        <button type="button" className="bar-button tree-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span aria-hidden="true">☰</span>
          <span className="visually-hidden">
            <Trans>Menu</Trans>
          </span>
        </button>
        <Link to={paths.home()} className="brand">
          <Logo />
          Postern
        </Link>
        <nav className="centers" aria-label={t`Task centers`}>
          <NavLink to={paths.home()}>
            <Trans context="start page">Home</Trans>
          </NavLink>
          <NavLink to={paths.administrators()}>
            <Trans>Administrators</Trans>
          </NavLink>
          <NavLink to={paths.emailForwarding()}>
            <Trans>Service Center</Trans>
          </NavLink>
          <NavLink to={paths.externalProviders()}>
            <Trans>UC Suite</Trans>
          </NavLink>
          <NavLink to={paths.backupAndRestore()}>
            <Trans>Backup and Restore</Trans>
          </NavLink>
        </nav>
        <div className="bar-end">
          <LanguageSelect />
          <ThemeSwitch />
          <AccountMenu />
        </div>
      </header>
      <SimulatedBanner />
      <div className={open ? 'frame tree-open' : 'frame'}>
        <Tree onChoose={() => setOpen(false)} />
        <UndoKeeper />
        <Outlet />
      </div>
      <Announcer />
      <SessionKeeper />
      <ScrollRestoration />
    </>
  );
}
