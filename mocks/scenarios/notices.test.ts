import { createHmac } from 'node:crypto';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import { mailOn, signingSecret, webhookOn } from '../../server/app/notices/testing.ts';
import { testBackend } from '../../server/app/testing.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { createDial } from '../../server/node/dial.ts';
import { createFetch } from '../../server/node/fetch.ts';
import { createMail } from '../../server/node/mail.ts';
import type { Ports } from '../../server/ports.ts';
import { clock } from '../clock.ts';
import { listenForAll } from '../listeners.ts';
import { playMailPorts } from '../mail/port.ts';
import { createMicrosoft } from '../microsoft/app.ts';
import { playFetch } from '../microsoft/fetch.ts';
import { applySettings, playedMicrosoft } from '../microsoft/state.ts';
import { noticeScenarios } from './notices.ts';

const settings = { scenario: 'all-well', intervalSeconds: 5, latencyMs: 0 };
const pagesUrl = 'https://login.microsoft.com/';
const state = processState();
const played = playedMicrosoft(state, settings);
const overSockets = { authority: '', dial: createDial([]), close: async () => {} };

beforeAll(async () => {
  const listeners = await listenForAll(state, settings, pagesUrl);
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), listeners.authority]);
  Object.assign(overSockets, listeners, { dial: listeners.dial(createDial(['localhost'])) });
});
afterAll(() => overSockets.close());

/** As mock mode goes, and as the sandbox does. */
const modes: Record<string, () => Pick<Ports, 'fetch' | 'mail'>> = {
  'as ports': () => ({ fetch: playFetch(createMicrosoft(state, { pagesUrl, settings }), played), mail: playMailPorts(played, clock).mail }),
  'over sockets': () => ({ fetch: createFetch(overSockets.dial), mail: createMail(overSockets.dial) }),
};

// Nobody waits here for ten seconds.
const hasty: Ports['clock'] = { now: () => clock.now(), sleep: (ms, signal) => clock.sleep(Math.min(ms, 300), signal) };

const said = [
  ['all-well', 'webhook', {}, null],
  ['all-well', 'mail', {}, null],
  ['all-well', 'mail', { password: 'wrong' }, 'notice-mail-sign-in-refused'],
  ['all-well', 'mail', { username: '', smtp: { host: 'alerts.contoso.com', port: 25, encryption: 'none' } }, null],
  ['all-well', 'mail', { smtp: { host: 'alerts.contoso.com', port: 465, encryption: 'tls' } }, null],
  ['all-well', 'mail', { smtp: { host: 'mail.fabrikam.example', port: 587, encryption: 'starttls' } }, 'host-not-found'],
  ['all-well', 'webhook', { url: 'https://slow.hooks.contoso.com/' }, 'webhook-silent'],
  ['all-well', 'webhook', { url: 'https://moved.hooks.contoso.com/' }, 'webhook-redirected'],
  ['all-well', 'webhook', { url: 'https://closed.hooks.contoso.com/' }, 'webhook-refused'],
  ['all-well', 'webhook', { url: 'https://broken.hooks.contoso.com/' }, 'webhook-broken'],
  ['all-well', 'webhook', { url: 'https://gone.hooks.contoso.com/' }, 'webhook-gone'],
  ['all-well', 'webhook', { url: 'https://127.0.0.1/' }, 'webhook-forbidden-address'],
  ['all-well', 'webhook', { url: 'https://169.254.169.254/latest/' }, 'webhook-forbidden-address'],
  ['all-well', 'webhook', { url: 'https://[::1]/' }, 'webhook-forbidden-address'],
  ['all-well', 'webhook', { url: 'https://hooks.contoso.com:8443/' }, 'webhook-connection-refused'],
  ['webhook-silent', 'webhook', {}, 'webhook-silent'],
  ['webhook-redirects', 'webhook', {}, 'webhook-redirected'],
  ['webhook-refuses', 'webhook', {}, 'webhook-refused'],
  ['webhook-gone', 'webhook', {}, 'webhook-gone'],
  ['webhook-busy', 'webhook', {}, 'webhook-throttled'],
  ['webhook-500', 'webhook', {}, 'webhook-broken'],
  ['webhook-cut', 'webhook', {}, 'connection-closed'],
  ['notice-mail-refused', 'mail', {}, 'notice-mail-refused'],
  // What Microsoft's servers do is nothing to the second one.
  ['connection-refused', 'mail', {}, null],
  ['certificate-expired', 'mail', {}, null],
] as const;

test('each scenario of notices is played here', () => {
  const met = new Set<string>(said.map(([scenario]) => scenario));
  expect(noticeScenarios.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
});

describe.each(Object.entries(modes))('%s', (_mode, start) => {
  test.each(said)('%s, by %s %j: %s', async (scenario, channel, typed, code) => {
    await played.change((one) => applySettings(one, { scenario }));
    const { ask, signIn } = testBackend({ ports: { ...start(), clock: hasty } });
    await signIn();
    const draft = channel === 'webhook' ? { ...webhookOn, webhook: { ...webhookOn.webhook, ...typed } } : { ...mailOn, mail: { ...mailOn.mail, ...typed } };
    const { status, body } = await ask('POST', api.noticesTest, { channel, draft });
    expect([status, body.diagnosis?.code ?? null]).toEqual([200, code]);
  });

  test('what the receiver has got is what was signed', async () => {
    await played.change((one) => applySettings(one, { scenario: 'all-well' }));
    const { ask, signIn } = testBackend({ ports: { ...start(), clock: hasty } });
    await signIn();
    const { body } = await ask('POST', api.noticesTest, { channel: 'webhook', draft: webhookOn });
    const got = (await played.read()).notices.at(-1);
    expect(got).toMatchObject({ url: 'https://hooks.contoso.com/postern', headers: { 'webhook-id': body.id } });
    const key = Buffer.from(signingSecret.replace('whsec_', ''), 'base64');
    expect(got?.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(`${body.id}.${got?.headers['webhook-timestamp']}.${got?.body}`).digest('base64')}`);
  });
});
