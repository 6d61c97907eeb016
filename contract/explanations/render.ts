import { cloud } from '../cloud.ts';
import type { Diagnosis, Params, StoredDiagnosis } from '../diagnosis.ts';
import type { Language } from '../fields.ts';
import { portalLink, type PortalTarget } from '../portal.ts';
import { quoteForPowerShell } from '../powershell.ts';
import { evidence } from './evidence.ts';
import { fill, type Explanation, type Sentence } from './explanation.ts';
import { explanations, type DiagnosisCode } from './table.ts';

const unknown: Omit<Explanation, 'match' | 'source'> = {
  owner: 'telephone-admin',
  retry: 'at-once',
  cause: { en: 'Something went wrong that this version has no words for ({code}).', de: 'Etwas ist schiefgegangen, wofür diese Version keine Worte hat ({code}).' },
  fix: { en: 'Check again to have it explained anew.', de: 'Prüfen Sie erneut, um es neu erklären zu lassen.' },
};

/** A stored diagnosis with its sentences, in the reader's language. `standIns` are what a script has in place of params that are not known. */
export function renderDiagnosis(stored: StoredDiagnosis, language: Language, standIns: Params = {}): Diagnosis {
  const explanation: Omit<Explanation, 'match' | 'source'> = Object.hasOwn(explanations, stored.code) ? explanations[stored.code as DiagnosisCode] : unknown;
  const params = { ...stored.params, code: stored.code };
  const forScripts = { ...standIns, ...params };
  const { script, tries } = explanation;
  const { retryAfterMinutes = explanation.retryAfterMinutes } = stored.params;
  return {
    code: stored.code,
    params: stored.params,
    owner: explanation.owner,
    cause: fill(explanation.cause[language], params),
    fix: fill(explanation.fix[language], params),
    retry: explanation.retry,
    ...(script && { script: typeof script === 'string' ? fill(script, forScripts, quoteForPowerShell) : script(forScripts) }),
    ...(tries && { tries: tries.map(({ what, script: look }) => ({ what: fill(what[language], params), ...(look && { script: fill(look, forScripts, quoteForPowerShell) }) })) }),
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
