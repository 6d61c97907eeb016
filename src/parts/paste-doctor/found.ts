import type { Cloud } from '../../../contract/clouds.ts';

/** The values that stood in a copied text. */
export interface Found {
  applicationId?: string;
  tenantId?: string;
  clientSecret?: string;
  clientSecretExpiresAt?: string;
  cloud?: Cloud;
}
