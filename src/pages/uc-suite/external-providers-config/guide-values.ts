import type { Provider } from '../../../../contract/external-providers.ts';
import { known } from '../../../parts/guide/known.ts';
import type { GuideInput } from './provider-steps.ts';

/** What the guide and the sheets say is made of this: empty is what is not known yet. */
export interface GuideValues extends GuideInput {
  /** Of the enterprise application, where a token has told it. */
  objectId: string;
}

/** The values of the form, or of what is saved, as far as they are known. */
export function guideValues({ authMethod, access, cloud, server, username, ...ids }: GuideInput, { applicationId: storedId, lastToken }: Pick<Provider, 'applicationId' | 'lastToken'>): GuideValues {
  const applicationId = known.id(ids.applicationId);
  return {
    authMethod,
    access,
    cloud,
    server,
    // At a server of one's own a name need not be an address.
    username: authMethod === 'basic' ? username.trim() : known.address(username),
    tenantId: known.tenant(ids.tenantId),
    applicationId,
    objectId: applicationId !== '' && applicationId === storedId ? (lastToken?.objectId ?? '') : '',
  };
}
