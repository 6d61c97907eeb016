import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { keywordsInput, keywordsReadOnly, voicemailLanguage, type VoicemailLanguage } from '../../../contract/presence.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { etag } from '../http/etag.ts';
import { needs } from '../http/guard.ts';
import { ProblemError } from '../http/problem.ts';
import { readKeywords, resetKeywords, saveKeywords } from './keywords.ts';

const address = `${api.exchangeCalendar}/keywords/:language` as const;

/** The keyword tables of the voicemail languages. */
export function keywordRoutes(services: Services): Hono<RequestState> {
  const app = new Hono<RequestState>();
  const show = async (c: HonoContext<RequestState>, language: VoicemailLanguage) => {
    const { table, version } = await services.ports.store.transaction((rows) => readKeywords(rows, language));
    return c.json(table, 200, { ETag: etag(version) });
  };

  app.get(address, needs(services, 'basic'), (c) => show(c, languageOf(c.req.param('language'))));

  app.put(address, needs(services, 'advanced'), async (c) => {
    const language = languageOf(c.req.param('language'));
    const { keywords } = await readBody(c.req.raw, keywordsInput, keywordsReadOnly);
    await saveKeywords(services, language, keywords, c.req.header('If-Match'), c.get('caller').username);
    return show(c, language);
  });

  app.delete(address, needs(services, 'advanced'), async (c) => {
    await resetKeywords(services, languageOf(c.req.param('language')), c.req.header('If-Match'), c.get('caller').username);
    return c.body(null, 204);
  });

  return app;
}

function languageOf(name: string): VoicemailLanguage {
  const { data } = voicemailLanguage.safeParse(name);
  if (!data) throw new ProblemError('not-found');
  return data;
}
