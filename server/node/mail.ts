import type { Mail } from '../ports.ts';
import type { Dial } from './dial.ts';
import { createPop3 } from './pop3.ts';

const defaultLimits = { greetingMs: 15_000, socketMs: 30_000, answerMs: 60_000 };

/** SMTP and POP3 over a dial. `answerMs` is the time for a whole answer of POP3. */
export function createMail(dial: Dial, limits: Partial<typeof defaultLimits> = {}): Mail {
  const { greetingMs, socketMs, answerMs } = { ...defaultLimits, ...limits };
  return {
    openPop3: createPop3(dial, { greetingMs, lineMs: socketMs, answerMs }),
    async open(...asked) {
      // It takes memory that a system at rest can do without.
      const { createSmtp } = await import('./smtp.ts');
      return createSmtp(dial, { greetingMs, socketMs })(...asked);
    },
  };
}
