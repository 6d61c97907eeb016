import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { Encryption } from '../../../contract/email-forwarding.ts';
import { ConnectionFailure, MailRefusal, type Probe, type TlsFacts } from '../../ports.ts';
import { diagnoseCertificate, diagnoseConnection } from '../diagnosis/connection.ts';
import { diagnoseMail } from '../diagnosis/mail.ts';
import { diagnosePop3 } from '../diagnosis/pop3.ts';
import { StepFailure, type Found } from './ladder.ts';

interface Servers {
  /** Null where Microsoft's identity endpoint plays no part. */
  identity: { host: string; port: number; encrypted: boolean } | null;
  /** The one that the function is about. */
  server: { host: string; port: number; encryption: Encryption; protocol?: 'pop3' };
  /** Puts what was found of the server into the function's own words. */
  words?: (found: StoredDiagnosis) => StoredDiagnosis;
}

type Secured = { host: string; facts: TlsFacts };

/** Reaches the identity endpoint and the server, both at once. */
export async function reachAll(probe: Probe, { identity, server, words }: Servers, signal: AbortSignal): Promise<Found> {
  const servers = identity ? [identity, server] : [server];
  await Promise.all(servers.map((one) => explained(one, one === server ? words : undefined, () => probe.reach(one.host, one.port, signal))));
  const { host, port } = server;
  return identity ? { code: 'network-reached', params: { host, port, identity: identity.host } } : { code: 'network-mail-reached', params: { host, port } };
}

/** Encrypts with both and looks at their certificates; what it says is about the server's, unless somebody in between has issued one of them. */
export async function secureAll(probe: Probe, { identity, server, words }: Servers, note: (line: string) => void, signal: AbortSignal): Promise<Found> {
  const secure = async (one: Servers['server'], tell: (line: string) => void): Promise<Secured> => {
    const own = one === server ? words : undefined;
    const facts = await explained(one, own, () => probe.tls(one, tell, signal));
    const fault = diagnoseCertificate(facts, one);
    if (fault) throw new StepFailure(own?.(fault) ?? fault);
    return { host: one.host, facts };
  };
  const first = secure(server, note);
  const secured = await Promise.all([first, ...(identity?.encrypted ? [secure({ ...identity, encryption: 'tls' as const }, () => {})] : [])]);
  const { facts } = await first;
  const params = { protocol: facts.protocol.replace('v', ' '), validTo: facts.validTo.slice(0, 10), issuer: facts.issuer };
  const intercepted = secured.find(({ host, facts: { publicAuthority } }) => !publicAuthority && isMicrosoftHost(host));
  if (!intercepted) return { code: 'tls-valid', params };
  return { code: 'tls-intercepted', params: { ...params, host: intercepted.host, issuer: intercepted.facts.issuer } };
}

async function explained<T>(server: Pick<Servers['server'], 'host' | 'port' | 'protocol'>, words: Servers['words'], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (server.protocol === 'pop3') throw new StepFailure(diagnosePop3(error, server, {}, 'basic'));
    if (error instanceof ConnectionFailure) {
      const found = diagnoseConnection(error, server);
      throw new StepFailure(words?.(found) ?? found);
    }
    // Before any sign-in it does not matter which one would follow.
    throw error instanceof MailRefusal ? new StepFailure(diagnoseMail(error, server, {}, 'basic')) : error;
  }
}
