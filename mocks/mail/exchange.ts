import type { Clock } from '../../server/ports.ts';
import { randomText } from '../microsoft/random.ts';
import type { PlayedMicrosoft, ReceivedMail } from '../microsoft/state.ts';
import type { Refusal } from '../scenarios/scenario.ts';

export const hostName = 'FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM';
export const greeting = 'FR0P281CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready';

/** What Exchange Online's mail server answers, whichever way it is asked: as port or by listener. */
export function playExchange(microsoft: PlayedMicrosoft, clock: Clock) {
  const trailer = () => `[${hostName} ${clock.now().toISOString().replace(/\.\d+/, '')} ${randomText(16, '0123456789ABCDEF')}]`;
  return {
    /** How the scenario refuses this command, or null. */
    async refusal(command: Refusal['command']): Promise<string | null> {
      const { smtp } = await microsoft.scenario();
      if (smtp?.command !== command) return null;
      return smtp.reply.replace('[{host} {now} {id}]', trailer());
    },
    /** Is this a token of this user, and for sending? Answers the refusal, or null. */
    async refusesToken(user: string, accessToken: string): Promise<string | null> {
      const { accessTokens } = await microsoft.read();
      const known = accessTokens.find(({ token }) => token === accessToken);
      const fits = known && known.expiresAt > clock.now().getTime() && known.grant.account.toLowerCase() === user.toLowerCase() && known.grant.scope.includes('/SMTP.Send');
      return fits ? null : `535 5.7.3 Authentication unsuccessful ${trailer()}`;
    },
    /** Takes a mail in; answers the reply. */
    async accept(mail: Omit<ReceivedMail, 'at'>): Promise<string> {
      const id = randomText(24, '0123456789abcdef');
      await microsoft.change((played) => {
        played.mails.push({ at: clock.now().toISOString(), ...mail });
      });
      return `250 2.0.0 OK <${id}@${hostName}> [Hostname=${hostName}]`;
    },
  };
}
