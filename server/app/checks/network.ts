import type { Encryption } from '../../../contract/email-forwarding.ts';
import { ConnectionFailure, type Probe } from '../../ports.ts';
import { diagnoseCertificate, diagnoseConnection } from '../diagnosis/connection.ts';
import { StepFailure, type Found } from './ladder.ts';

interface Servers {
  identity: { host: string; port: number; encrypted: boolean };
  smtp: { host: string; port: number; encryption: Encryption };
}

/** Reaches the identity endpoint and the mail server, both at once. */
export async function reachAll(probe: Probe, { identity, smtp }: Servers, signal: AbortSignal): Promise<Found> {
  await Promise.all([identity, smtp].map((server) => explained(server, () => probe.reach(server.host, server.port, signal))));
  return { code: 'network-reached', params: { host: smtp.host, port: smtp.port, identity: identity.host } };
}

/** Encrypts with both and looks at their certificates; what it says is about the mail server's. */
export async function secureAll(probe: Probe, { identity, smtp }: Servers, note: (line: string) => void, signal: AbortSignal): Promise<Found> {
  const secure = async (server: { host: string; port: number; encryption: Encryption }, tell: (line: string) => void) => {
    const facts = await explained(server, () => probe.tls(server, tell, signal));
    const fault = diagnoseCertificate(facts, server);
    if (fault) throw new StepFailure(fault);
    return facts;
  };
  const [facts] = await Promise.all([secure(smtp, note), identity.encrypted ? secure({ ...identity, encryption: 'tls' }, () => {}) : null]);
  return { code: 'tls-valid', params: { protocol: facts.protocol.replace('v', ' '), validTo: facts.validTo.slice(0, 10) } };
}

async function explained<T>(server: { host: string; port: number }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ConnectionFailure ? new StepFailure(diagnoseConnection(error, server)) : error;
  }
}
