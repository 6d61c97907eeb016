import { connectionExplanations } from './connection.ts';
import { exchangeExplanations } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import { identityExplanations } from './identity.ts';
import { mailExplanations } from './mail.ts';
import { noticeExplanations } from './notices.ts';
import { otherExplanations } from './other.ts';
import { pop3Explanations } from './pop3.ts';
import { providerExplanations } from './providers.ts';
import { signInExplanations } from './sign-in.ts';

/** The day on which the table was last changed: two answers of the same version are explained alike. */
export const explanationsVersion = '2026-11-25';

/** Every explanation by its code: the one place that says which answer means what. */
export const explanations = {
  ...connectionExplanations,
  ...identityExplanations,
  ...signInExplanations,
  ...mailExplanations,
  ...otherExplanations,
  ...pop3Explanations,
  ...exchangeExplanations,
  ...providerExplanations,
  ...noticeExplanations,
} satisfies Record<string, Explanation>;
export type DiagnosisCode = keyof typeof explanations;
