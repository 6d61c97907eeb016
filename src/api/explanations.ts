import { api } from '../../contract/addresses.ts';
import type { ExplanationList } from '../../contract/explained.ts';
import { requestJson } from './request.ts';

export function explainText(text: string, signal: AbortSignal): Promise<ExplanationList> {
  return requestJson<ExplanationList>(api.explanations, { method: 'POST', body: { text }, signal });
}
