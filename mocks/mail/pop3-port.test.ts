import { expect, test } from 'vitest';
import { clouds } from '../../contract/clouds.ts';
import { pop3Port } from '../../contract/pop3-place.ts';
import { reasonOf } from '../../server/contracts/mail-contract.ts';
import { pop3Contract } from '../../server/contracts/pop3-contract.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { clock } from '../clock.ts';
import { playedMicrosoft } from '../microsoft/state.ts';
import { issueApplicationToken } from '../microsoft/tokens.ts';
import { relayHost } from './places.ts';
import { playMailPorts } from './port.ts';

const user = 'queue@contoso.com';
const grant = { tenantGuid: 'x', clientId: 'x', scope: 'https://outlook.office365.com/.default' };
const signal = new AbortController().signal;

pop3Contract('played in the browser', async (scenario, encryption) => {
  const microsoft = playedMicrosoft(processState(), { scenario, intervalSeconds: 1, latencyMs: 0 });
  const token = async (roles: string[]) => (await issueApplicationToken(microsoft.change, { ...grant, roles }, Date.now())).access_token;
  const at = (host: string) => ({ host, port: pop3Port(encryption), encryption, protocol: 'pop3' as const });
  return {
    ...playMailPorts(microsoft, clock),
    exchange: at('outlook.office365.com'),
    relay: at(relayHost),
    user,
    applicationToken: await token(['POP.AccessAsApp']),
    otherToken: await token(['SMTP.SendAsApp', 'full_access_as_app']),
    changes: async () => (await microsoft.read()).mailboxChanges,
    close: async () => {},
  };
});

test('POP3 is at Exchange of each cloud and at the company’s own server, and nowhere else', async () => {
  const { mail } = playMailPorts(playedMicrosoft(processState(), { scenario: 'all-well', intervalSeconds: 1, latencyMs: 0 }), clock);
  const open = (host: string, port: number) => mail.openPop3({ host, port, encryption: port === 110 || port === 587 ? 'starttls' : 'tls' }, () => {}, signal);
  for (const { exchangeHost } of Object.values(clouds)) for (const port of [995, 110]) await (await open(exchangeHost, port)).close();
  expect(await reasonOf(open('smtp.office365.com', 995))).toBe('refused');
  expect(await reasonOf(open('pop.contoso.com', 995))).toBe('host-not-found');
  // SMTP answers there; and TLS where nobody speaks POP3.
  expect(await reasonOf(open('smtp.office365.com', 587))).toBe('protocol');
  expect(await reasonOf(open(relayHost, 465))).toBe('protocol');
});
