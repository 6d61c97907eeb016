import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { RoleNote } from './role-note.tsx';

/** In place of a page that is for experts: what it is, which role it takes, and who has it. */
export function NeedsExpert({ page, what }: { page: ReactNode; what: ReactNode }) {
  return (
    <section className="empty">
      <p>{what}</p>
      <RoleNote needed="expert" action={page} />
      <p className="muted">
        <Trans>Whoever has set up this system is an expert, and can give you the role.</Trans>
      </p>
    </section>
  );
}
