import type { Clock, MailSession, Random } from '../../ports.ts';
import { newId } from '../ids.ts';

/** The mail that a check sends: it says what it is, in both languages, and nothing else. */
export function testMail({ from, to, clock, random }: { from: string; to: string; clock: Clock; random: Random }): Parameters<MailSession['send']>[0] {
  const date = clock.now();
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    from,
    to,
    date,
    messageId: `<${newId(random)}@${domain}>`,
    subject: 'Postern: test of e-mail forwarding',
    text: [
      `E-mail forwarding works. This test mail was sent by ${from} on ${date.toISOString()}.`,
      `Die E-Mail-Weiterleitung funktioniert. Diese Testnachricht hat ${from} am ${date.toISOString()} gesendet.`,
    ].join('\n\n'),
  };
}
