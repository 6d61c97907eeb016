import { Hono } from 'hono';
import { api } from '../../contract/addresses.ts';
import type { SystemHealth } from '../../contract/health.ts';
import type { Config } from '../config.ts';
import type { Ports } from '../ports.ts';
import { StoreUnavailable } from '../store.ts';
import { administratorRoutes } from './accounts/administrator-routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { applicationRoutes } from './applications/routes.ts';
import { backupRoutes } from './backup/routes.ts';
import { keepCheckRuns } from './check-runs/keep.ts';
import { checkRunRoutes } from './check-runs/routes.ts';
import { createRenewals } from './applications/renewal/renewals.ts';
import { createChecks } from './checks/checks.ts';
import { checkRoutes } from './checks/routes.ts';
import { keepBin } from './contact-center/bin.ts';
import { pilotRoutes } from './contact-center/pilot-routes.ts';
import { queueRoutes } from './contact-center/queue-routes.ts';
import type { RequestState, Services } from './context.ts';
import { diagnosisLogRoutes } from './diagnosis-logs/routes.ts';
import { emailForwardingRoutes } from './email-forwarding/routes.ts';
import { keepEvents } from './events/keep.ts';
import { eventRoutes } from './events/routes.ts';
import { explanationRoutes } from './explanations/routes.ts';
import { keywordRoutes } from './external-providers/keyword-routes.ts';
import { previewRoutes } from './external-providers/preview-routes.ts';
import { mailboxRoutes } from './external-providers/mailbox-routes.ts';
import { providerRoutes } from './external-providers/routes.ts';
import { functionRoutes } from './functions/routes.ts';
import { arrival } from './http/guard.ts';
import { createLimiter } from './http/limiter.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { newId } from './ids.ts';
import { keepNotices } from './notices/keep.ts';
import { noticeRoutes } from './notices/routes.ts';
import { openApiDocument } from './openapi.ts';
import { networkRoutes } from './network/routes.ts';
import { createProtocols } from './protocols/recorder.ts';
import { signInFetch } from './protocols/sign-in-protocol.ts';
import { guardPorts } from './redaction/guard-ports.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { createSignIns } from './sign-in/sign-ins.ts';

/** The whole backend over its ports: Web standards only, so it runs in Node and in a browser. */
export function createBackend(doors: Ports, config: Config) {
  const ports = guardPorts(doors);
  const life = new AbortController();
  const protocols = createProtocols({ ports, config });
  const services: Services = {
    ports,
    config,
    protocols,
    signIns: createSignIns({ ports: { ...ports, fetch: signInFetch(ports.fetch, protocols) }, config }),
    checks: createChecks(() => services),
    renewals: createRenewals(() => services),
    limits: {
      setUp: createLimiter(ports.clock, { burst: 10, everySeconds: 60 }),
      codes: createLimiter(ports.clock, { burst: 10, everySeconds: 10 }),
      checks: createLimiter(ports.clock, { burst: 20, everySeconds: 5 }),
      notices: createLimiter(ports.clock, { burst: 10, everySeconds: 10 }),
      calendar: createLimiter(ports.clock, { burst: 30, everySeconds: 5 }),
      checkRuns: createLimiter(ports.clock, { burst: 5, everySeconds: 120 }),
      network: createLimiter(ports.clock, { burst: 60, everySeconds: 2 }),
    },
  };
  const app = createApp(services, life.signal);
  return {
    fetch: (request: Request): Promise<Response> => Promise.resolve(app.fetch(request)),
    routes: app.routes,
    /** The background work: polling, refreshing, the checks that come by themselves, Check everything, renewals of secrets that were under way, notices, and the end of what was deleted, of old events and of old protocols. Ends with `signal`, and with it what runs. */
    async run(signal: AbortSignal): Promise<void> {
      signal.addEventListener('abort', () => life.abort(), { once: true });
      await services.checks.sweep();
      await services.renewals.resume(signal);
      await Promise.all([services.signIns.run(signal), services.checks.keep(signal), keepCheckRuns(services, signal), keepBin(services, signal), keepEvents(services, signal), keepNotices(services, signal), protocols.keep(signal)]);
      await services.checks.settled();
      await services.renewals.settled();
      await protocols.settled();
    },
  };
}

function createApp(services: Services, life: AbortSignal): Hono<RequestState> {
  const { ports, config } = services;
  const app = new Hono<RequestState>();
  app.use(arrival(services));
  app.get(api.health, async (c) => {
    const simulated = await config.simulated?.(c.get('language'));
    const ready = await ports.store.transaction((rows) => rows.accounts.count()).then(() => true, () => false);
    const health: SystemHealth = { live: true, ready, version: config.version, store: ports.store.kind, ...(simulated && { simulated }) };
    return c.json(health, ready ? 200 : 503);
  });
  app.get(api.openApi, (c) => c.json(openApiDocument(config.version)));
  for (const routes of [accountRoutes, administratorRoutes, emailForwardingRoutes, signInRoutes, providerRoutes, keywordRoutes, previewRoutes, mailboxRoutes, queueRoutes, pilotRoutes, functionRoutes, checkRunRoutes, eventRoutes, explanationRoutes, networkRoutes, diagnosisLogRoutes, backupRoutes, noticeRoutes]) app.route('/', routes(services));
  app.route('/', checkRoutes(services, life));
  app.route('/', applicationRoutes(services, life));
  app.notFound((c) => problemResponse(new ProblemError('not-found'), c.get('requestId')));
  app.onError((error, c) => {
    const requestId = c.get('requestId') ?? newId(ports.random);
    if (error instanceof ProblemError) return problemResponse(error, requestId);
    if (error instanceof StoreUnavailable) {
      ports.log.error({ requestId, error: String(error.cause ?? error) }, error.message);
      return problemResponse(new ProblemError(error.full ? 'store-full' : 'store-unavailable', { headers: { 'Retry-After': '5' } }), requestId);
    }
    ports.log.error({ requestId, method: c.req.method, path: c.req.path, error: error.stack ?? String(error) }, 'a request failed');
    return problemResponse(new ProblemError('internal'), requestId);
  });
  return app;
}
