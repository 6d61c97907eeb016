import { clear, enter, type Finding } from './finding.ts';
import { isGuid } from './ids.ts';

const label = /^(?:client[- ]?secret|secret|value|wert|geheimer clientschlüssel|clientgeheimnis)\s*[:=\t]\s*/i;
const shortest = 16;

/** What stands in Client Secret and is none. */
export function examineSecret(given: string): Finding | null {
  const text = given.trim();
  const bare = text.replace(label, '').replace(/^["'“”„‚‘’`]+|["'“”„‚‘’`]+$/g, '').trim();
  if (isGuid(bare)) return { kind: 'secret-id', params: {}, fixes: [clear('clientSecret')] };
  if (/[*•●∙·]{3}/.test(bare)) return { kind: 'masked', params: {}, fixes: [clear('clientSecret')] };
  if (bare !== given) return { kind: 'decorated', params: {}, fixes: [bare === '' ? clear('clientSecret') : enter('clientSecret', bare)] };
  return bare.length < shortest ? { kind: 'short-secret', params: {}, fixes: [] } : null;
}
