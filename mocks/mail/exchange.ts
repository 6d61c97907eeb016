import type { Clock } from '../../server/ports.ts';
import { randomText } from '../microsoft/random.ts';
import type { Played, PlayedMicrosoft, ReceivedMail } from '../microsoft/state.ts';
import type { Refusal, SignInKind } from '../scenarios/scenario.ts';
import { relayHost, secondHost, type MailPlace } from './places.ts';

export const hostName = 'FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM';
const wrongPassword = 'wrong';

/** With what somebody signs in, as it comes to the server. */
export type Presented = { user: string; accessToken: string } | { user: string; password: string };

/** What a played mail server answers, whichever way it is asked: as port or by listener. Exchange Online as the scenario has it; the relay takes everything. */
export function playExchange(microsoft: PlayedMicrosoft, clock: Clock, kind: MailPlace['kind'] = 'exchange') {
  const own = { exchange: null, relay: relayHost, second: secondHost }[kind];
  const trailer = () => `[${hostName} ${clock.now().toISOString().replace(/\.\d+/, '')} ${randomText(16, '0123456789ABCDEF')}]`;

  async function scenarioRefuses(command: Refusal['command'], signIn?: SignInKind): Promise<string | null> {
    const { smtp } = await microsoft.scenario();
    if ((smtp?.by ?? 'exchange') !== kind || smtp?.command !== command || (smtp.signIn && smtp.signIn !== signIn)) return null;
    return smtp.reply.replace('[{host} {now} {id}]', trailer()).replaceAll('{host}', hostName);
  }

  // A person's token opens the own mailbox, an application's any of its tenant.
  function isGood(known: Played['accessTokens'][number] | undefined, user: string): boolean {
    if (!known || known.expiresAt <= clock.now().getTime()) return false;
    const { grant } = known;
    if ('roles' in grant) return grant.roles.includes('SMTP.SendAsApp');
    return grant.account.toLowerCase() === user.toLowerCase() && grant.scope.includes('/SMTP.Send');
  }

  return {
    greeting: own ? `${own} ESMTP` : 'FR0P281CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready',
    methods: own ? ['PLAIN', 'LOGIN'] : ['LOGIN', 'XOAUTH2'],

    /** What is said in place of a greeting, or null. */
    refusesConnection: () => scenarioRefuses('CONNECT'),

    /** Does it offer STARTTLS? */
    offersStartTls: async () => own !== null || !(await microsoft.scenario()).noStartTls,

    /** Does it cut the connection while it gets the mail? */
    cutsData: async () => kind === 'exchange' && (await microsoft.scenario()).cut === 'DATA',

    /** How a sign-in is refused, or null. Every password is right but the word “wrong”. */
    async refusesSignIn(credentials: Presented): Promise<string | null> {
      if ('accessToken' in credentials) {
        const known = (await microsoft.read()).accessTokens.find(({ token }) => token === credentials.accessToken);
        const refused = await scenarioRefuses('AUTH', known && 'roles' in known.grant ? 'application-token' : 'token');
        return refused ?? (isGood(known, credentials.user) ? null : `535 5.7.3 Authentication unsuccessful ${trailer()}`);
      }
      const refused = await scenarioRefuses('AUTH', 'password');
      if (refused) return refused;
      if (credentials.password !== wrongPassword) return null;
      return own ? '535 5.7.8 Error: authentication failed' : `535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. ${trailer()}`;
    },

    /** How a command of a session is refused, or null; `user` is empty where nobody has signed in. */
    async refuses(command: 'MAIL FROM' | 'RCPT TO' | 'DATA', user: string): Promise<string | null> {
      if (command === 'MAIL FROM' && kind === 'exchange' && user === '') return `530 5.7.57 Client not authenticated to send mail. ${trailer()}`;
      return scenarioRefuses(command);
    },

    /** Takes a mail in; answers the reply. */
    async accept(mail: Omit<ReceivedMail, 'at'>): Promise<string> {
      const id = randomText(24, '0123456789abcdef');
      await microsoft.change((played) => {
        played.mails.push({ at: clock.now().toISOString(), ...mail });
      });
      return own ? `250 2.0.0 Ok: queued as ${id.slice(0, 12).toUpperCase()}` : `250 2.0.0 OK <${id}@${hostName}> [Hostname=${hostName}]`;
    },
  };
}
