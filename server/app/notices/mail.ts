import type { Encryption } from '../../../contract/email-forwarding.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { Confidential } from '../../confidential.ts';
import { ConnectionFailure, MailRefusal, type MailSession } from '../../ports.ts';
import type { Context } from '../context.ts';
import { diagnoseConnection } from '../diagnosis/connection.ts';
import { oneLine } from '../diagnosis/identity.ts';
import { withTimeLimit } from './time-limit.ts';
import type { Outcome } from './webhook.ts';

const limitSeconds = 60;

export interface MailPlace {
  smtp: { host: string; port: number; encryption: Encryption };
  username: string;
  /** Null where the server asks for no sign-in. */
  password: Confidential | null;
  from: string;
  to: readonly string[];
}

interface Letter {
  id: string;
  subject: string;
  text: string;
}

/** Sends a mail to each recipient that `done` does not know yet; whoever has got it is put there. One who is refused does not keep the others from theirs. Rejects where `outer` is aborted. */
export function sendMail({ ports }: Context, { smtp, username, password, from, to }: MailPlace, { id, subject, text }: Letter, done: string[], outer: AbortSignal): Promise<Outcome> {
  return withTimeLimit(ports.clock, limitSeconds * 1000, outer, async (signal, isOver) => {
    let session: MailSession | null = null;
    let refused: StoredDiagnosis | null = null;
    const close = async () => {
      await session?.close();
      session = null;
    };
    const open = async (): Promise<MailSession> => {
      const opened = await ports.mail.open(smtp, () => {}, signal);
      session = opened;
      if (password) await opened.signIn({ user: username, password });
      return opened;
    };
    try {
      for (const [at, recipient] of to.entries()) {
        if (done.includes(recipient)) continue;
        try {
          // The same in each try, so that a mail that arrives twice is seen as a double.
          const messageId = `<${id}.${at}@${from.slice(from.lastIndexOf('@') + 1)}>`;
          await (session ?? (await open())).send({ from, to: recipient, subject, text, date: ports.clock.now(), messageId });
          done.push(recipient);
        } catch (error) {
          if (!(error instanceof MailRefusal) || error.command !== 'RCPT TO') throw error;
          refused = diagnose(error, smtp);
          await close();
        }
      }
      return refused && { diagnosis: refused, final: false, retryAfterSeconds: null };
    } catch (error) {
      outer.throwIfAborted();
      const failure = isOver() ? new ConnectionFailure('timeout') : error;
      return { diagnosis: diagnose(failure, smtp), final: false, retryAfterSeconds: null };
    } finally {
      await close();
    }
  });
}

function diagnose(error: unknown, { host, port }: MailPlace['smtp']): StoredDiagnosis {
  if (error instanceof ConnectionFailure) return diagnoseConnection(error, { host, port });
  if (!(error instanceof MailRefusal)) throw error;
  const { command, reply } = error;
  return { code: command === 'AUTH' ? 'notice-mail-sign-in-refused' : 'notice-mail-refused', params: { host, port, command }, raw: oneLine(reply) };
}
