import type { ProviderInput, ProviderName } from '../../../contract/external-providers.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import type { CheckRow } from '../../store.ts';
import type { Services } from '../context.ts';
import { rememberLastToken } from '../external-providers/last-token.ts';
import { serverOf } from '../external-providers/server.ts';
import { endpoints } from '../sign-in/authority.ts';
import { targetOf } from '../sign-in/target.ts';
import { applicationRungs, type ApplicationRungs } from './application-rungs.ts';
import { nothingSetUp, type Ladder, type Reports } from './checkable.ts';
import { say, StepFailure, type Rung } from './ladder.ts';
import { reachAll, secureAll } from './network.ts';
import type { Secret } from './subject.ts';
import { tenantRungs, withoutToken } from './tenant-rungs.ts';

interface Subject {
  name: ProviderName;
  /** Null where nothing is set up. */
  settings: ProviderInput | null;
  secret: Secret | null;
  input: CheckRow['input'];
}

/** The ladder of an external provider. Basic authentication has nothing to do with Microsoft's identity endpoints. */
export function providerLadder(services: Services, { name, settings, secret }: Subject, { note }: Reports): Ladder {
  const { ports, config } = services;
  if (!settings) return nothingSetUp(new StepFailure({ code: 'provider-not-set-up', params: {} }), say('settings'), say('failed-settings'));
  const { username, authMethod } = settings;
  const server = serverOf(config, settings);
  const place = { host: server.host, port: server.port };
  const target = authMethod === 'basic' ? null : targetOf(settings);
  const identity = target && endpoints(config, target);
  const servers = { identity, server };
  const params: Params = { mailbox: username, host: server.host, server: settings.server, ...target };
  const application = settings.authMethod === 'basic' ? null : tokenOf(services, name, settings, secret, params);

  const rungs: Rung[] = [
    { name: 'settings', before: say('settings'), failed: say('failed-settings'), run: async () => say('settings-complete') },
    {
      name: 'network',
      before: identity ? say('network', { ...place, identity: identity.host }) : say('network-mail', place),
      failed: say('failed-network', place),
      run: (signal) => reachAll(ports.probe, servers, signal),
    },
    { name: 'tls', before: say('tls'), failed: say('failed-tls', { host: server.host }), run: server.encryption === 'none' ? null : (signal) => secureAll(ports.probe, servers, note, signal) },
    ...(target && application ? [...tenantRungs(services, target, params), ...application.rungs] : withoutToken()),
  ];
  return { rungs, close: async () => {} };
}

function tokenOf(services: Services, name: ProviderName, settings: Exclude<ProviderInput, { authMethod: 'basic' }>, clientSecret: Secret | null, params: Params): ApplicationRungs {
  const target = targetOf(settings);
  const use = name === 'exchange-calendar' ? (`exchange-calendar/${settings.access}` as const) : 'exchange-directory/ews';
  return applicationRungs(services, { target, scope: settings.scope, clientSecret, use, exchangeGrants: true, remember: (carried) => rememberLastToken(services.ports, name, target, carried) }, params);
}
