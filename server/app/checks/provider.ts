import type { ProviderInput, ProviderName } from '../../../contract/external-providers.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import type { Confidential } from '../../confidential.ts';
import type { CheckRow } from '../../store.ts';
import type { Services } from '../context.ts';
import { ofExchange } from '../diagnosis/exchange.ts';
import { paramsOf, permissionsOf } from '../external-providers/connection.ts';
import type { ExchangePlace } from '../external-providers/exchange/place.ts';
import { serverOf } from '../external-providers/server.ts';
import type { Received } from '../secrets/received.ts';
import { endpoints } from '../sign-in/authority.ts';
import { rememberLastToken } from '../sign-in/last-token.ts';
import { targetOf } from '../sign-in/target.ts';
import { heard } from '../protocols/identity-lines.ts';
import { applicationRungs, type ApplicationRungs } from './application-rungs.ts';
import { nothingSetUp, type Ladder, type Reports } from './checkable.ts';
import { checkMailbox, exchangeRungs } from './exchange-rungs.ts';
import { say, StepFailure, type Rung } from './ladder.ts';
import { mailboxesRung } from './mailboxes-rung.ts';
import { reachAll, secureAll } from './network.ts';
import type { Secret } from './subject.ts';
import { tenantRungs, withoutToken } from './tenant-rungs.ts';

// What is said where Exchange or Graph finds the application's right wanting.
const ofPermission = ['exchange-role-missing', 'exchange-token-refused', 'graph-access-denied', 'impersonation-denied', 'ews-forbidden'];

interface Subject {
  name: ProviderName;
  /** Null where nothing is set up. */
  settings: Received<ProviderInput> | null;
  secret: Secret | null;
  input: CheckRow['input'];
}

/** The ladder of an external provider. Basic authentication has nothing to do with Microsoft's identity endpoints. */
export function providerLadder(services: Services, { name, settings, secret, input }: Subject, { note, mailboxes: report }: Reports): Ladder {
  const { ports, config } = services;
  if (!settings) return nothingSetUp(new StepFailure({ code: 'provider-not-set-up', params: {} }), say('settings'), say('failed-settings'));
  const { username, authMethod, access } = settings;
  const server = serverOf(config, settings);
  const at = { host: server.host, port: server.port };
  const target = authMethod === 'basic' ? null : targetOf(settings);
  const identity = target && endpoints(config, target);
  const servers = { identity, server, words: ofExchange };
  const params = paramsOf(name, settings);
  const application = settings.authMethod === 'basic' ? null : tokenOf(heard(services, note), name, settings, secret, params);

  const rungs: Rung[] = [
    { name: 'settings', before: say('settings'), failed: say('failed-settings'), run: async () => say('settings-complete') },
    {
      name: 'network',
      before: identity ? say('network', { ...at, identity: identity.host }) : say('network-mail', at),
      failed: say('failed-network', at),
      run: (signal) => reachAll(ports.probe, servers, signal),
    },
    { name: 'tls', before: say('tls'), failed: say('failed-tls', { host: server.host }), run: server.encryption === 'none' ? null : (signal) => secureAll(ports.probe, servers, note, signal) },
    ...(target && application ? [...tenantRungs(heard(services, note), target, params), ...application.rungs] : withoutToken()),
  ];
  const place = async (): Promise<ExchangePlace> => ({ access, server: server.url, credentials: application ? { accessToken: application.accessToken() } : { user: username, password: await passwordOf(secret, params) } });
  const [signIn, ...operation] = exchangeRungs(services, { function: name, place, mailbox: username, name: input.name ?? null, params, note });
  const { mailboxes } = input;
  const read = async (mailbox: string, signal: AbortSignal) => checkMailbox(services, { place: await place(), mailbox, params: { ...params, mailbox }, note }, signal);
  const last = mailboxes ? [mailboxesRung({ mailboxes, read, clock: ports.clock, report })] : operation;
  return { rungs: [...rungs, ...(signIn ? [withRole(signIn, application)] : []), ...last], close: async () => {} };
}

async function passwordOf(secret: Secret | null, params: Params): Promise<Confidential> {
  const password = await secret?.();
  if (password === null || password === undefined) throw new StepFailure({ code: 'secret-unreadable', params });
  return password;
}

// A token without its role may do where Exchange grants the right by itself. Where it then is refused, the role is what is missing.
function withRole(rung: Rung, application: ApplicationRungs | null): Rung {
  const { run } = rung;
  if (!run || !application) return rung;
  return {
    ...rung,
    run: async (signal, tell) => {
      try {
        return await run(signal, tell);
      } catch (error) {
        const missing = application.roleMissing();
        throw missing && error instanceof StepFailure && ofPermission.includes(error.diagnosis.code) ? new StepFailure({ ...missing, ...(error.diagnosis.raw && { raw: error.diagnosis.raw }) }) : error;
      }
    },
  };
}

function tokenOf(services: Services, name: ProviderName, settings: Exclude<Received<ProviderInput>, { authMethod: 'basic' }>, clientSecret: Secret | null, params: Params): ApplicationRungs {
  const target = targetOf(settings);
  return applicationRungs(services, { target, scope: settings.scope, clientSecret, use: permissionsOf(name, settings), exchangeGrants: true, remember: (carried) => rememberLastToken(services.ports, name, target, carried) }, params);
}
