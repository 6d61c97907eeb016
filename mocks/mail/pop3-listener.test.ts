import tls from 'node:tls';
import { beforeAll } from 'vitest';
import { pop3Contract } from '../../server/contracts/pop3-contract.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { createDial } from '../../server/node/dial.ts';
import { createMail } from '../../server/node/mail.ts';
import { createProbe } from '../../server/node/probe.ts';
import { clock } from '../clock.ts';
import { playedMicrosoft } from '../microsoft/state.ts';
import { issueApplicationToken } from '../microsoft/tokens.ts';
import { scenarioById } from '../scenarios/scenarios.ts';
import { issueFaulty, makeAuthority, type Authority } from './certificates.ts';
import { listenForPop3 } from './pop3-listener.ts';

const user = 'queue@contoso.com';
const grant = { tenantGuid: 'x', clientId: 'x', scope: 'https://outlook.office365.com/.default' };
const dial = createDial(['localhost']);
let authority: Authority;

beforeAll(async () => {
  authority = await makeAuthority();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority.certificate]);
});

pop3Contract('on Node', async (scenario, encryption) => {
  const microsoft = playedMicrosoft(processState(), { scenario, intervalSeconds: 1, latencyMs: 0 });
  const token = async (roles: string[]) => (await issueApplicationToken(microsoft.change, { ...grant, roles }, Date.now())).access_token;
  const fault = scenarioById(scenario)?.certificate;
  const certificate = await (fault ? issueFaulty(authority, fault, ['localhost']) : authority.issue({ names: ['localhost'] }));
  const [exchange, relay] = await Promise.all((['exchange', 'relay'] as const).map((kind) => listenForPop3(microsoft, clock, certificate, { kind, encryption, protocol: 'pop3' })));
  const at = ({ port } = { port: 0 }) => ({ host: 'localhost', port, encryption, protocol: 'pop3' as const });
  return {
    mail: createMail(dial),
    probe: createProbe(dial, [authority.certificate]),
    exchange: at(exchange),
    relay: at(relay),
    user,
    applicationToken: await token(['POP.AccessAsApp']),
    otherToken: await token(['SMTP.SendAsApp', 'full_access_as_app']),
    changes: async () => (await microsoft.read()).mailboxChanges,
    close: async () => void (await Promise.all([exchange?.close(), relay?.close()])),
  };
});
