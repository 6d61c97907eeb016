import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';

interface PageProps {
  title: string;
  /** The part of the page that is open, where it has an address of its own. */
  part?: string;
  /** Is the focus elsewhere on the page, where the way here began? */
  keepsFocus?: boolean;
  /** Where the page stands in the menu, from the top. */
  above: readonly string[];
  /** Beside the title: does it work now? */
  state?: ReactNode;
  /** What must be done at Microsoft for it. */
  guide?: ReactNode;
  children: ReactNode;
}

const foldKey = 'guide-folded';

/** A page of the workspace: its title everywhere where one is, and its guide, which folds away. */
export function Page({ title, part, keepsFocus = false, above, state, guide, children }: PageProps) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const [folded, setFolded] = useState(() => localStorage.getItem(foldKey) === '1');
  const [drawer, setDrawer] = useState(false);
  useEffect(() => {
    document.title = [part, title, 'Postern'].filter(Boolean).join(' · ');
  }, [part, title]);
  // Who came by a link hears where he is; who opened the page starts at its top.
  useEffect(() => {
    if (window.history.state?.idx > 0 && !keepsFocus) heading.current?.focus();
  }, [keepsFocus]);
  const fold = () => {
    if (drawer) return setDrawer(false);
    localStorage.setItem(foldKey, folded ? '0' : '1');
    setFolded(!folded);
  };
  const isNarrow = () => window.matchMedia('(max-width: 1100px)').matches;
  return (
    <>
      <main id="page" className="page" tabIndex={-1}>
        {above.length > 0 && (
          <nav aria-label={t`You are here`} className="crumb">
            <ol>
              {above.map((name) => (
                <li key={name}>{name}</li>
              ))}
              <li aria-current="page">{title}</li>
            </ol>
          </nav>
        )}
        <div className="title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {state}
          {guide && (
            <button
              type="button"
              className={folded ? 'button plain guide-button folded' : 'button plain guide-button'}
              aria-expanded={drawer || (!folded && !isNarrow())}
              onClick={() => (isNarrow() ? setDrawer(true) : fold())}
            >
              <Trans>Guide</Trans>
            </button>
          )}
        </div>
        {children}
      </main>
      {guide && (
        <aside className={`guide guide-text${folded ? ' folded' : ''}${drawer ? ' open' : ''}`} aria-label={t`Guide`}>
          <button type="button" className="button text guide-close" onClick={fold}>
            <Trans>Fold away</Trans>
          </button>
          {guide}
        </aside>
      )}
    </>
  );
}
