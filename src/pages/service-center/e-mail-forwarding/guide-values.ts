import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { isTenantAlias } from '../../../../contract/tenant-alias.ts';
import type { GuideInput } from './guide-steps.ts';

/** What the guide and the sheets say is made of this: empty is what is not known yet. */
export interface GuideValues extends GuideInput {
  /** Of the enterprise application, where a token has told it. */
  objectId: string;
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^[\w-]+(?:\.[\w-]+)+$/;

/** Values to go by: what is only half typed counts as not known, so that it gets into no link and no script. */
export function guideValues({ authMethod, cloud, ...input }: GuideInput, stored: Pick<EmailForwarding, 'applicationId' | 'lastToken'>): GuideValues {
  const given = (value: string | null, ...forms: readonly RegExp[]) => (value && forms.some((form) => form.test(value.trim())) ? value.trim() : '');
  const applicationId = given(input.applicationId, guid);
  const tenantId = input.tenantId.trim();
  return {
    authMethod,
    cloud,
    emailAddress: given(input.emailAddress, address),
    signInAs: given(input.signInAs, address) || null,
    tenantId: isTenantAlias(tenantId) ? tenantId : given(tenantId, domain, guid),
    applicationId,
    objectId: applicationId !== '' && applicationId === stored.applicationId ? (stored.lastToken?.objectId ?? '') : '',
  };
}
