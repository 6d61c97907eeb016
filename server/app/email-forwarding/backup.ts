import { emailForwardingDefaults, emailForwardingInput, type EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import { endOfSecret, functionPart, inputOf } from '../backup/function-part.ts';
import { checkSecretEnd } from '../secrets/settings-secrets.ts';
import { secretsOf } from './secrets.ts';
import { checkMailHost, valueOf } from './settings.ts';

/** What of E-mail forwarding belongs to a backup. */
export const emailForwardingBackup = functionPart({
  name: 'email-forwarding',
  check({ ports, config }, item) {
    const input = inputOf(emailForwardingInput, item.value);
    checkMailHost(config, input);
    checkSecretEnd(ports.clock, input);
    return { ...valueOf(input, emailForwardingDefaults), clientSecretExpiresAt: endOfSecret(item) };
  },
  secretsOf: (value) => secretsOf(value as EmailForwardingInput),
});
