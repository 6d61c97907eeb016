import type { CheckTarget } from '../../../contract/check-runs.ts';
import { pilotIdOf } from '../../../contract/secret-source.ts';
import type { CheckRunItemRow } from '../../check-run-rows.ts';
import type { Repositories } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { readProvider } from '../external-providers/settings.ts';

/** Against what a function, or a queue pilot, is checked as it is saved now; null where it is not there any more. */
export async function readTarget(rows: Repositories, { function: name, ref }: Pick<CheckRunItemRow, 'function' | 'ref'>): Promise<CheckTarget | null> {
  if (name === 'queue-pilot') {
    const pilot = await rows.pilots.get(pilotIdOf(ref ?? ''));
    const queue = pilot && (await rows.queues.get(pilot.queueId));
    if (!pilot?.email || !queue || pilot.deletedAt !== null || queue.deletedAt !== null) return null;
    const { email } = pilot;
    return describe({ ...email, server: `${email.server}:${email.port}`, mailbox: email.username });
  }
  if (name === 'email-forwarding') {
    const { configured, settings } = await readSettings(rows);
    return configured ? describe({ ...settings, server: `${settings.smtp.host}:${settings.smtp.port}`, mailbox: settings.emailAddress }) : null;
  }
  const { configured, settings } = await readProvider(rows, name);
  return configured ? describe({ ...settings, mailbox: settings.username }) : null;
}

type Described = Pick<CheckTarget, 'server' | 'mailbox' | 'authMethod'> & { [Member in 'cloud' | 'tenantId' | 'applicationId']: NonNullable<CheckTarget[Member]> };

function describe({ server, mailbox, authMethod, cloud, tenantId, applicationId }: Described): CheckTarget {
  const application = authMethod === 'basic' ? { cloud: null, tenantId: null, applicationId: null } : { cloud, tenantId, applicationId };
  return { server, mailbox, authMethod, ...application };
}
