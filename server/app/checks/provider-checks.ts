import { exchangeCalendarInput, providerReadOnly, type ProviderInput, type ProviderName } from '../../../contract/external-providers.ts';
import type { Ports } from '../../ports.ts';
import { secretsOf } from '../external-providers/secrets.ts';
import { checkExchangeHost, readProvider } from '../external-providers/settings.ts';
import { receive, type Received } from '../secrets/received.ts';
import { hourAfterLast, type Checkable } from './checkable.ts';
import { providerLadder } from './provider.ts';
import { findSecret, given, inPlace, writable, type Secret } from './subject.ts';

/** How an external provider is checked: a calendar is read of `mailboxes`, or of the settings' own; a directory is searched for `name`, or only opened. Nobody sees it, so the hourly check does the same. */
export function providerChecks(name: ProviderName): Checkable<Received<ProviderInput>> {
  const usedSecret = (ports: Ports, settings: Received<ProviderInput>, at: string): Promise<Secret | null> => findSecret(ports, settings, secretsOf(name, settings), at);
  return {
    async planDraft(services, settings, { input }) {
      checkExchangeHost(services.config, settings, '/draft');
      const secret = await usedSecret(services.ports, settings, '/draft');
      return (reports) => providerLadder(services, { name, settings, secret, input }, reports);
    },

    async planSaved(services, { input }, { byHand, clientSecret }) {
      const { configured, settings: stored } = await services.ports.store.transaction((rows) => readProvider(rows, name));
      const settings = configured ? receive(exchangeCalendarInput.parse(writable(stored, providerReadOnly))) : null;
      const found = settings && (clientSecret ? given(clientSecret) : usedSecret(services.ports, settings, ''));
      const secret = found && (await (byHand ? found : inPlace(found)));
      return (reports) => providerLadder(services, { name, settings, secret, input }, reports);
    },

    async nextByItself(rows) {
      const { configured, settings } = await readProvider(rows, name);
      return hourAfterLast(rows, name, configured ? settings.changedAt : null);
    },
  };
}
