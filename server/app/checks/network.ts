import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { Encryption } from '../../../contract/email-forwarding.ts';
import { ConnectionFailure, MailRefusal, type Probe, type TlsFacts } from '../../ports.ts';
import { diagnoseCertificate, diagnoseConnection } from '../diagnosis/connection.ts';
import { diagnoseMail } from '../diagnosis/mail.ts';
import { StepFailure, type Found } from './ladder.ts';

interface Servers {
  /** Null where Microsoft's identity endpoint plays no part. */
  identity: { host: string; port: number; encrypted: boolean } | null;
  smtp: { host: string; port: number; encryption: Encryption };
}

type Secured = { host: string; facts: TlsFacts };

/** Reaches the identity endpoint and the mail server, both at once. */
export async function reachAll(probe: Probe, { identity, smtp }: Servers, signal: AbortSignal): Promise<Found> {
  const servers = identity ? [identity, smtp] : [smtp];
  await Promise.all(servers.map((server) => explained(server, () => probe.reach(server.host, server.port, signal))));
  const { host, port } = smtp;
  return identity ? { code: 'network-reached', params: { host, port, identity: identity.host } } : { code: 'network-mail-reached', params: { host, port } };
}

/** Encrypts with both and looks at their certificates; what it says is about the mail server's, unless somebody in between has issued one of them. */
export async function secureAll(probe: Probe, { identity, smtp }: Servers, note: (line: string) => void, signal: AbortSignal): Promise<Found> {
  const secure = async (server: { host: string; port: number; encryption: Encryption }, tell: (line: string) => void): Promise<Secured> => {
    const facts = await explained(server, () => probe.tls(server, tell, signal));
    const fault = diagnoseCertificate(facts, server);
    if (fault) throw new StepFailure(fault);
    return { host: server.host, facts };
  };
  const ofMail = secure(smtp, note);
  const secured = await Promise.all([ofMail, ...(identity?.encrypted ? [secure({ ...identity, encryption: 'tls' as const }, () => {})] : [])]);
  const { facts } = await ofMail;
  const params = { protocol: facts.protocol.replace('v', ' '), validTo: facts.validTo.slice(0, 10) };
  const intercepted = secured.find(({ host, facts: { publicAuthority } }) => !publicAuthority && isMicrosoftHost(host));
  if (!intercepted) return { code: 'tls-valid', params };
  return { code: 'tls-intercepted', params: { ...params, host: intercepted.host, issuer: intercepted.facts.issuer } };
}

async function explained<T>(server: { host: string; port: number }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConnectionFailure) throw new StepFailure(diagnoseConnection(error, server));
    // Before any sign-in it does not matter which one would follow.
    throw error instanceof MailRefusal ? new StepFailure(diagnoseMail(error, server, {}, 'basic')) : error;
  }
}
