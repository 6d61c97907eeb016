import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../frame/page.tsx';

interface SheetFrameProps {
  title: string;
  /** Where its page stands in the menu. */
  above: readonly string[];
  back: string;
  configured: boolean;
  /** Is there nothing to do for this administrator? */
  isEmpty: boolean;
  /** What it is for, to somebody who does not know the page. */
  intro: ReactNode;
  /** The steps. */
  children: ReactNode;
}

/** What one administrator has to do, to be printed and handed over. */
export function SheetFrame({ title, above, back, configured, isEmpty, intro, children }: SheetFrameProps) {
  return (
    <Page title={title} above={above}>
      <div className="row not-printed">
        {!isEmpty && (
          <Button look="primary" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        )}
        <Link to={back} className="button plain">
          <Trans>Back</Trans>
        </Link>
      </div>
      {!configured && (
        <Notice tone="info">
          <p>
            <Trans>Nothing is saved yet. What is still open stands in angle brackets.</Trans>
          </p>
        </Notice>
      )}
      {isEmpty ? (
        <p>
          <Trans>With the settings that are saved there is nothing to do for this administrator.</Trans>
        </p>
      ) : (
        <div className="sheet">
          <p>{intro}</p>
          {children}
          <p>
            <Trans>There is no password and no secret on this sheet.</Trans>
          </p>
        </div>
      )}
    </Page>
  );
}
