import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { known } from '../../../parts/guide/known.ts';
import type { GuideInput } from './guide-steps.ts';

/** What the guide and the sheets say is made of this: empty is what is not known yet. */
export interface GuideValues extends GuideInput {
  /** Of the enterprise application, where a token has told it. */
  objectId: string;
}

/** The values of the form, or of what is saved, as far as they are known. */
export function guideValues({ authMethod, cloud, emailAddress, signInAs, ...ids }: GuideInput, stored: Pick<EmailForwarding, 'applicationId' | 'lastToken'>): GuideValues {
  const applicationId = known.id(ids.applicationId);
  return {
    authMethod,
    cloud,
    emailAddress: known.address(emailAddress),
    signInAs: known.address(signInAs) || null,
    tenantId: known.tenant(ids.tenantId),
    applicationId,
    objectId: applicationId !== '' && applicationId === stored.applicationId ? (stored.lastToken?.objectId ?? '') : '',
  };
}
