import type { Confidential } from '../../confidential.ts';
import { createHider, type Hider } from '../../hide-secrets.ts';
import type { Credentials, Mail, Ports, Secrets } from '../../ports.ts';

// As much of a line as a transcript holds.
const mostOfLine = 4000;

/**
 * The same doors, with one rule: what went out through one as a secret does not come back in by it. Who was given a secret may repeat it, be it a mail server in its refusal or our own adapter
 * in an error: it is hidden in each protocol line, answer, error, stack and cause from then on.
 */
export function guardPorts(ports: Ports): Ports {
  return { ...ports, fetch: guardFetch(ports.fetch), mail: guardMail(ports.mail), secrets: guardSecrets(ports.secrets) };
}

function guardFetch(fetch: Ports['fetch']): Ports['fetch'] {
  return async (url, init) => {
    const { secrets = [] } = init;
    return hiding(secrets, () => fetch(url, init));
  };
}

function guardMail(mail: Mail): Mail {
  return {
    async open(server, note, signal) {
      const hider = createHider();
      const session = await mail.open(server, (line) => note(hider.hide(line.slice(0, mostOfLine))), signal);
      return {
        signIn: (credentials) => signIn(hider, credentials, (known) => session.signIn(known)),
        send: async (message) => hider.hide((await within(hider, () => session.send(message))).slice(0, mostOfLine)),
        close: () => session.close(),
      };
    },
    async openPop3(server, note, signal) {
      const hider = createHider();
      const session = await mail.openPop3(server, (line) => note(hider.hide(line.slice(0, mostOfLine))), signal);
      return {
        signIn: (credentials) => signIn(hider, credentials, (known) => session.signIn(known)),
        count: () => within(hider, () => session.count()),
        header: (message) => within(hider, () => session.header(message)),
        close: () => session.close(),
      };
    },
  };
}

function guardSecrets(secrets: Secrets): Secrets {
  return {
    seal: (plain, context) => hiding([plain], () => secrets.seal(plain, context)),
    open: (sealed, context) => secrets.open(sealed, context),
    hashPassword: (password) => hiding([password], () => secrets.hashPassword(password)),
    verifyPassword: (password, hash) => hiding([password], () => secrets.verifyPassword(password, hash)),
  };
}

function signIn(hider: Hider, credentials: Credentials, work: (credentials: Credentials) => Promise<void>): Promise<void> {
  hider.add(['accessToken' in credentials ? credentials.accessToken : credentials.password]);
  return within(hider, () => work(credentials));
}

function hiding<T>(secrets: readonly Confidential[], work: () => Promise<T>): Promise<T> {
  const hider = createHider();
  hider.add(secrets);
  return within(hider, work);
}

async function within<T>(hider: Hider, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw hider.hideIn(error);
  }
}
