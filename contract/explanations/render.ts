import type { Diagnosis, Params, StoredDiagnosis } from '../diagnosis.ts';
import type { Language } from '../fields.ts';
import { connectionExplanations } from './connection.ts';
import { evidence } from './evidence.ts';
import { exchangeExplanations } from './exchange.ts';
import { fill, type Explanation, type Sentence } from './explanation.ts';
import { identityExplanations } from './identity.ts';
import { mailExplanations } from './mail.ts';
import { pop3Explanations } from './pop3.ts';
import { providerExplanations } from './providers.ts';
import { cloud } from '../cloud.ts';
import { portalLink, type PortalTarget } from '../portal.ts';
import { quoteForPowerShell } from '../powershell.ts';
import { signInExplanations } from './sign-in.ts';

/** Every explanation by its code. */
export const explanations = {
  ...connectionExplanations,
  ...exchangeExplanations,
  ...identityExplanations,
  ...mailExplanations,
  ...pop3Explanations,
  ...providerExplanations,
  ...signInExplanations,
};
export type DiagnosisCode = keyof typeof explanations;

const unknown: Explanation = {
  owner: 'telephone-admin',
  cause: { en: 'Something went wrong that this version has no words for ({code}).', de: 'Etwas ist schiefgegangen, wofür diese Version keine Worte hat ({code}).' },
  fix: { en: 'Check again to have it explained anew.', de: 'Prüfen Sie erneut, um es neu erklären zu lassen.' },
};

/** A stored diagnosis with its sentences, in the reader's language. */
export function renderDiagnosis(stored: StoredDiagnosis, language: Language): Diagnosis {
  const explanation: Explanation = Object.hasOwn(explanations, stored.code) ? explanations[stored.code as DiagnosisCode] : unknown;
  const params = { ...stored.params, code: stored.code };
  const { script, tries } = explanation;
  const { retryAfterMinutes = explanation.retryAfterMinutes } = stored.params;
  return {
    code: stored.code,
    params: stored.params,
    owner: explanation.owner,
    cause: fill(explanation.cause[language], params),
    fix: fill(explanation.fix[language], params),
    ...(script && { script: typeof script === 'string' ? fill(script, params, quoteForPowerShell) : script(params) }),
    ...(tries && { tries: tries.map(({ what, script: look }) => ({ what: fill(what[language], params), ...(look && { script: fill(look, params, quoteForPowerShell) }) })) }),
    ...(explanation.pointer && { pointer: explanation.pointer }),
    ...(explanation.link && { link: { text: explanation.link.text[language], href: portalLink(explanation.link.to, targetOf(params)) } }),
    ...(explanation.offer && { offer: explanation.offer }),
    ...(typeof retryAfterMinutes === 'number' && { retryAfterMinutes }),
    ...(stored.raw && { raw: stored.raw }),
  };
}

/** A step's sentence in the reader's language; the code itself where a newer version wrote it. */
export function renderEvidence(stored: { code: string; params: Params }, language: Language): string {
  const sentences: Record<string, Sentence | ((params: Params) => Sentence)> = evidence;
  const sentence = Object.hasOwn(sentences, stored.code) ? sentences[stored.code] : undefined;
  if (typeof sentence === 'function') return sentence(stored.params)[language];
  return sentence ? fill(sentence[language], stored.params) : stored.code;
}

function targetOf(params: Params): PortalTarget {
  const { data: known = 'global' } = cloud.safeParse(params['cloud']);
  return { cloud: known, tenantId: String(params['tenantId'] ?? ''), applicationId: String(params['applicationId'] ?? '') };
}
