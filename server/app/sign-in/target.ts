import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { permissions } from '../../../contract/permissions.ts';
import type { SignInTarget } from '../../store.ts';

/** The settings' part that a sign-in belongs to. */
export function targetOf({ cloud, tenantId, applicationId }: Pick<EmailForwarding, 'cloud' | 'tenantId' | 'applicationId'>): SignInTarget {
  return { cloud, tenantId, applicationId };
}

/** What the sentences about a sign-in with a code name. */
export function paramsOf(settings: Pick<EmailForwarding, 'cloud' | 'tenantId' | 'applicationId' | 'emailAddress' | 'signInAs'>): Params {
  const { api, names } = permissions['email-forwarding/microsoft-oauth'];
  return { ...targetOf(settings), mailbox: settings.emailAddress, account: settings.signInAs ?? settings.emailAddress, address: settings.signInAs ?? settings.emailAddress, permission: names[0] ?? '', api };
}

/** Is this the same sign-in: same cloud, tenant and application? */
export function sameTarget(a: SignInTarget, b: SignInTarget): boolean {
  const same = (x: string, y: string) => x.toLowerCase() === y.toLowerCase();
  return a.cloud === b.cloud && same(a.tenantId, b.tenantId) && same(a.applicationId, b.applicationId);
}
