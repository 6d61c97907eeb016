import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { authorizationInput } from '../../../contract/authorization.ts';
import type { RequestState, Services } from '../context.ts';
import { readOptionalBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { whenNewer } from '../http/long-poll.ts';
import { tooManyTries } from '../http/problem.ts';

/** The sign-in at Microsoft for E-mail forwarding. */
export function signInRoutes(services: Services): Hono<RequestState> {
  const { signIns, ports, limits } = services;
  const app = new Hono<RequestState>();
  const show = (c: HonoContext<RequestState>) => signIns.show(c.get('language'), c.get('caller').role !== 'basic');

  app.get(api.authorization, needs(services, 'basic'), async (c) => c.json(await whenNewer(ports, c.req.query('after'), c.req.raw.signal, () => show(c))));

  app.post(api.authorization, needs(services, 'advanced'), async (c) => {
    const { renew, keep } = await readOptionalBody(c.req.raw, authorizationInput);
    const actor = c.get('caller').username;
    if (keep) {
      await signIns.keep(actor);
      return c.json(await show(c));
    }
    const wait = limits.codes.take('email-forwarding');
    if (wait > 0) throw tooManyTries(wait);
    await signIns.request({ renew: renew ?? false, language: c.get('language'), actor });
    return c.json(await show(c));
  });

  app.delete(api.pendingAuthorization, needs(services, 'advanced'), async (c) => {
    await signIns.cancel(c.get('caller').username);
    return c.json(await show(c));
  });

  app.delete(api.authorization, needs(services, 'advanced'), async (c) => {
    await signIns.remove(c.get('caller').username);
    return c.json(await show(c));
  });

  return app;
}
