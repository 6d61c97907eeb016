import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { explanationInput, mostExplainedBytes, type Explained, type ExplanationList } from '../../../contract/explained.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import { explanationsVersion } from '../../../contract/explanations/table.ts';
import type { Language } from '../../../contract/fields.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { explainText, type Finding } from './explain.ts';

// What a script has where the text does not name it, to be replaced by hand.
const standIns: Record<Language, Params> = {
  en: { mailbox: '<mailbox>', account: '<account>', applicationId: '<Application ID>', objectId: '<Object ID of the enterprise application>' },
  de: { mailbox: '<Postfach>', account: '<Konto>', applicationId: '<Anwendungs-ID>', objectId: '<Objekt-ID der Unternehmensanwendung>' },
};

/** What a pasted error text means. The text is neither stored nor logged. */
export function explanationRoutes(services: Services): Hono<RequestState> {
  const app = new Hono<RequestState>();

  app.post(api.explanations, needs(services, 'basic'), async (c) => {
    const { text } = await readBody(c.req.raw, explanationInput, [], mostExplainedBytes);
    const found = await explainText(text);
    return c.json({ items: found.map((one) => explained(one, c.get('language'))), explanationsVersion } satisfies ExplanationList);
  });

  return app;
}

function explained({ line, count, ...stored }: Finding, language: Language): Explained {
  // There are no settings that a pointer or an offer could be about.
  const { pointer: _, offer: __, ...diagnosis } = renderDiagnosis(stored, language, standIns[language]);
  return { ...diagnosis, line, count };
}
