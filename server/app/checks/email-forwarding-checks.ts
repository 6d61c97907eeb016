import { emailForwardingInput, emailForwardingReadOnly, type EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Ports } from '../../ports.ts';
import { secretsOf } from '../email-forwarding/secrets.ts';
import { checkMailHost, readSettings } from '../email-forwarding/settings.ts';
import { receive, type Received } from '../secrets/received.ts';
import { readRow } from '../sign-in/rows.ts';
import { hourAfterLast, type Checkable } from './checkable.ts';
import { emailForwardingLadder } from './email-forwarding.ts';
import { findSecret, given, inPlace, writable, type Secret } from './subject.ts';

/** How E-mail forwarding is checked: `sendTo` is where the test mail goes, which the hourly check does not send. */
export const emailForwardingChecks: Checkable<Received<EmailForwardingInput>> = {
  async planDraft(services, settings, { input: { sendTo = null } }) {
    checkMailHost(services.config, settings, '/draft');
    const secret = await usedSecret(services.ports, settings, '/draft');
    return ({ note }) => emailForwardingLadder(services, { settings, secret, sendTo, note });
  },

  async planSaved(services, { input: { sendTo = null } }, { byHand, automatic, clientSecret }) {
    const { configured, settings: stored } = await services.ports.store.transaction(readSettings);
    const settings = configured ? receive(emailForwardingInput.parse(writable(stored, emailForwardingReadOnly))) : null;
    const found = settings && (clientSecret ? given(clientSecret) : usedSecret(services.ports, settings, ''));
    const secret = found && (await (byHand ? found : inPlace(found)));
    return ({ note }) => emailForwardingLadder(services, { settings, secret, sendTo: automatic ? null : sendTo, note });
  },

  async nextByItself(rows) {
    const { configured, settings } = await readSettings(rows);
    const canSignIn = settings.authMethod !== 'microsoft-oauth' || (await readRow(rows)).current !== null;
    return hourAfterLast(rows, 'email-forwarding', configured && canSignIn ? settings.changedAt : null);
  },
};

function usedSecret(ports: Ports, settings: Received<EmailForwardingInput>, at: string): Promise<Secret | null> {
  return findSecret(ports, settings, secretsOf(settings), at);
}
