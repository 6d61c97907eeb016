import type { ReactNode } from 'react';
import type { Role } from '../../contract/roles.ts';
import { later } from './later.tsx';
import { useMay } from './use-may.ts';

/** `RoleNote` for what is there at once: it comes when it is needed. */
export const LaterRoleNote = later(async () => (await import('./role-note.tsx')).RoleNote);

interface NeedsProps {
  needed: Role;
  /** What the button is called that does it. */
  action: ReactNode;
  children: ReactNode;
}

/** Fields and buttons that take a role. Who has another one reads the fields, without the buttons, and why. */
export function Needs({ needed, action, children }: NeedsProps) {
  if (useMay(needed)) return children;
  return (
    <>
      <LaterRoleNote needed={needed} action={action} />
      <fieldset disabled className="read-only">
        {children}
      </fieldset>
    </>
  );
}
