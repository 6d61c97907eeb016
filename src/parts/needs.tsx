import type { ReactNode } from 'react';
import type { Role } from '../../contract/roles.ts';
import { later } from './later.tsx';
import { useMay } from './use-may.ts';

const RoleNote = later(async () => (await import('./role-note.tsx')).RoleNote);

/** Fields and buttons that take a role. Who has another one reads the fields, and in place of the buttons he reads why. */
export function Needs({ needed, children }: { needed: Role; children: ReactNode }) {
  if (useMay(needed)) return children;
  return (
    <>
      <fieldset disabled className="read-only">
        {children}
      </fieldset>
      <RoleNote needed={needed} />
    </>
  );
}
