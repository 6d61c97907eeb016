import { expect } from 'vitest';
import { api } from '../../contract/addresses.ts';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import { providerPlace } from '../../contract/provider-place.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { ConnectionFailure, type Clock, type Ports } from '../../server/ports.ts';
import { settings, testBackend } from '../../server/app/testing.ts';
import { playMailPorts } from '../mail/port.ts';
import { createMicrosoft } from '../microsoft/app.ts';
import { decide, openCode } from '../microsoft/device-codes.ts';
import { playFetch } from '../microsoft/fetch.ts';
import { serviceAt } from '../microsoft/hosts.ts';
import { applySettings, playedMicrosoft } from '../microsoft/state.ts';

export const account = 'pbx@contoso.com';
const application = { authMethod: 'microsoft-oauth', cloud: 'global', tenantId: settings.tenantId, applicationId: settings.applicationId, clientSecret: 'Grüße~8Q', username: account };
const graph = { ...application, access: 'graph', ...providerPlace('graph', 'global') };
const ews = { ...application, access: 'ews', ...providerPlace('ews', 'global') };
const ownServer = { authMethod: 'basic', access: 'ews', cloud: 'global', server: 'https://exchange.contoso.com/EWS/Exchange.asmx', username: 'CONTOSO\\pbx', password: 'correct horse' };
const pilot = { type: 'email', authMethod: 'oauth', username: 'sales@contoso.com', tenantId: settings.tenantId, applicationId: settings.applicationId, clientSecret: 'Grüße~8Q' };
const ownPilot = { type: 'email', authMethod: 'basic', server: 'relay.contoso.com', username: 'sales', password: 'correct horse' };

/** What is set up, and where. */
export const ways = {
  'code': [api.emailForwarding, settings],
  'application': [api.emailForwarding, { ...settings, authMethod: 'microsoft-oauth-application', clientSecret: 'Grüße~8Q', scope: 'https://outlook.office365.com/.default' }],
  'password': [api.emailForwarding, { ...settings, authMethod: 'basic', username: account, password: 'correct horse' }],
  'relay': [api.emailForwarding, { ...settings, authMethod: 'basic', smtp: { host: 'relay.contoso.com', port: 25, encryption: 'none' } }],
  'calendar by Graph': [api.exchangeCalendar, graph],
  'calendar by EWS': [api.exchangeCalendar, ews],
  'calendar of the own server': [api.exchangeCalendar, ownServer],
  'directory': [api.exchangeDirectory, ews],
  'directory of the own server': [api.exchangeDirectory, ownServer],
  'pilot': [api.queues, pilot],
  'pilot by STLS': [api.queues, { ...pilot, encryption: 'starttls' }],
  'pilot of the own server': [api.queues, ownPilot],
} as const;

/** Changes an answer on its way back, by the address that it came from. */
export type Edit = (answer: Response, url: string) => Response | Promise<Response>;

/** The real backend in front of the played Microsoft, set up in this way. */
export async function playedSystem(scenario: string, way: keyof typeof ways = 'code', typed: object = {}, edit: Edit = (answer) => answer) {
  const state = processState();
  const start = { scenario, intervalSeconds: 5, latencyMs: 0 };
  const played = playedMicrosoft(state, start);
  const clock: Clock = { now: () => backend.ports.clock.now(), sleep: async () => {} };
  const played365 = playFetch(createMicrosoft(state, { pagesUrl: 'https://login.microsoft.com/', clock, settings: start }), played);
  // Nobody waits here for an answer that never comes.
  const fetch: Ports['fetch'] = async (url, init) => {
    const { identity, exchange } = await played.scenario();
    const isSilent = (serviceAt(new URL(url).hostname) === 'identity' ? identity : exchange?.breaks)?.answers === 'silent';
    return edit(await played365(url, isSilent ? { ...init, signal: AbortSignal.abort(new ConnectionFailure('timeout')) } : init), url);
  };
  const backend = testBackend({ ports: { fetch, ...playMailPorts(played, clock) } });
  await backend.signIn();
  const [address, chosen] = ways[way];
  const ref = await save(backend, address, { ...chosen, ...typed });
  const life = new AbortController();
  const work = backend.backend.run(life.signal);

  const read = async (address: string, language = 'en') => (await backend.ask('GET', address, undefined, { 'Accept-Language': language })).body;
  const pass = async (seconds: number) => {
    backend.forward(seconds);
    await backend.idle();
    return read(api.authorization);
  };
  const approve = (userCode: string) =>
    played.change((now) => {
      const code = openCode(now, userCode, clock.now().getTime());
      if (code) decide(now, code, { account });
    });
  return {
    ...backend,
    /** Checks what is set up. */
    check: (input?: object) =>
      backend.check(undefined, address === api.emailForwarding ? undefined : { ...(ref === null ? { function: address.replace(/^.*\//, '') } : { function: 'queue-pilot', ref }), ...(input && { input }) }),
    read,
    pass,
    approve,
    choose: (id: string) => played.change((now) => applySettings(now, { scenario: id })),
    /** Asks for a code, lets a person approve, and waits for the end. */
    async signInByCode({ approves = true } = {}) {
      const asked = (await backend.ask('POST', api.authorization)).body;
      await backend.idle();
      if (asked.state !== 'pending') return asked;
      if (approves) await approve(asked.userCode);
      for (let polls = 0; polls < 20; polls++) {
        const found = await pass(5);
        if (found.state !== 'pending') return found;
      }
      throw new Error('The sign-in came to no end.');
    },
    async end() {
      life.abort();
      await work;
    },
  };
}

/** Saves settings at their address; a pilot comes with a queue, and its `ref` is the answer. */
async function save({ ask }: Pick<ReturnType<typeof testBackend>, 'ask'>, address: string, given: object): Promise<string | null> {
  const queue = address === api.queues ? (await ask('POST', address, { name: 'Sales', number: '200' })).body : null;
  const saved = await (queue ? ask('POST', api.pilots(queue.id), given) : ask('PUT', address, given, { 'If-Match': '"0"' }));
  expect(saved).toMatchObject({ status: queue ? 201 : 200 });
  return queue && `${queue.id}/${saved.body.id}`;
}

/** The step at which a check stopped. */
export function failedStep({ steps }: { steps: { name: string; state: string; diagnosis?: Diagnosis }[] }) {
  return steps.find(({ state }) => state === 'failed');
}
