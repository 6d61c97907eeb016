import type { Pilot } from '../../../../../../contract/contact-center.ts';
import { pop3Place, pop3Port } from '../../../../../../contract/pop3-place.ts';
import { isTenantAlias } from '../../../../../../contract/tenant-alias.ts';
import { known } from '../../../../../parts/guide/known.ts';
import type { PilotValues } from '../pilot-values.ts';

/** What the guide depends on, as it is typed or saved. */
export type GuideInput = Pick<PilotValues, 'authMethod' | 'cloud' | 'username' | 'tenantId' | 'applicationId' | 'server' | 'port' | 'encryption' | 'scope'>;

/** What the guide and the sheets say is made of this, for one application: empty is what is not known yet. */
export interface GuideValues extends Omit<GuideInput, 'username'> {
  mailboxes: readonly string[];
  /** Of the enterprise application, where a token has told it. */
  objectId: string;
}

/** The pilot that nobody has entered yet. */
export const newPilot: GuideValues = { authMethod: 'oauth', cloud: 'global', tenantId: '', applicationId: '', mailboxes: [], objectId: '', ...pop3Place('global') };

/** The values of the form, or of what is saved, as far as they are known. */
export function guideValues({ authMethod, cloud, username, server, port, encryption, scope, ...ids }: GuideInput, stored: Pick<Pilot, 'cloud' | 'tenantId' | 'applicationId' | 'lastToken'>): GuideValues {
  const usual = pop3Place(cloud);
  const mailbox = known.address(username);
  // An application signs in at a tenant of its own only.
  const tenantId = isTenantAlias(ids.tenantId.trim()) ? '' : known.tenant(ids.tenantId);
  const applicationId = known.id(ids.applicationId);
  // In another tenant the same application has another enterprise application.
  const isStored = applicationId !== '' && applicationId === stored.applicationId && tenantId === stored.tenantId && cloud === stored.cloud;
  return {
    authMethod,
    cloud,
    tenantId,
    applicationId,
    mailboxes: mailbox ? [mailbox] : [],
    objectId: isStored ? (stored.lastToken?.objectId ?? '') : '',
    server: known.host(server) || usual.server,
    port: Number.isInteger(port) && port > 0 && port <= 65_535 ? port : pop3Port(encryption),
    encryption,
    scope: scope.trim() || usual.scope,
  };
}
