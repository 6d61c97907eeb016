import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Clock } from '../../server/ports.ts';
import { missingParameter, requestAnswers } from '../scenarios/answers.ts';
import type { Answer } from '../scenarios/scenario.ts';
import { askDeviceCode, poll } from './device-codes.ts';
import { breakdown } from './faults.ts';
import { randomGuid } from './random.ts';
import type { PlayedMicrosoft } from './state.ts';
import { homeTenant, isElsewhere, openIdConfiguration, tenantGuid } from './tenants.ts';
import { issueApplicationToken, issueTokens } from './tokens.ts';
import { refusesApplication, rolesOf } from './application.ts';

/** The identity endpoints of Microsoft 365, at Microsoft's paths, as the scenario plays them. */
export function createIdentity(microsoft: PlayedMicrosoft, clock: Clock, pagesUrl: string): Hono {
  const app = new Hono();
  const now = () => clock.now().getTime();

  app.use(breakdown(async () => (await microsoft.scenario()).identity));

  app.get('/:tenant/v2.0/.well-known/openid-configuration', async (c) => {
    const { tenant: refused } = await microsoft.scenario();
    const tenant = c.req.param('tenant');
    const guid = await tenantGuid(tenant);
    if (refused || guid === null) return refuse(c, refused ?? requestAnswers.unknownTenant, '');
    c.header('Cache-Control', 'max-age=86400, private');
    return c.json(openIdConfiguration(originOf(c), tenant, guid));
  });

  app.post('/:tenant/oauth2/v2.0/devicecode', async (c) => {
    const form = await formOf(c);
    const { client_id: clientId, scope } = form;
    if (!clientId) return refuse(c, missingParameter('client_id'), '');
    if (!scope) return refuse(c, missingParameter('scope'), clientId);
    const tenant = c.req.param('tenant');
    const scenario = await microsoft.scenario();
    const refused = (await refusesTenant(c, tenant)) ?? scenario.deviceCode;
    if (refused) return refuse(c, refused, clientId);
    const code = await microsoft.change((played) => askDeviceCode(played, { tenant, clientId, scope, lifetime: scenario.codeLifetime ?? 900 }, now()));
    const page = `${pagesUrl}device`;
    c.header('Cache-Control', 'no-store, no-cache');
    return c.json({
      user_code: code.userCode,
      device_code: code.deviceCode,
      verification_uri: page,
      expires_in: scenario.codeLifetime ?? 900,
      interval: code.interval,
      message: `To sign in, use a web browser to open the page ${page} and enter the code ${code.userCode} to authenticate.`,
    });
  });

  app.post('/:tenant/oauth2/v2.0/token', async (c) => {
    const form = await formOf(c);
    const { client_id: clientId, grant_type: grantType } = form;
    if (!clientId) return refuse(c, missingParameter('client_id'), '');
    if (grantType === 'client_credentials') return issueToApplication(c, form, clientId);
    if (form.client_secret || form.client_assertion) return refuse(c, requestAnswers.secretGiven, clientId);
    if (grantType === 'urn:ietf:params:oauth:grant-type:device_code') return redeem(c, form.device_code ?? '', clientId);
    if (grantType === 'refresh_token') return renew(c, form.refresh_token ?? '', clientId, form.scope);
    return refuse(c, requestAnswers.unknownGrant, clientId);
  });

  async function redeem(c: TenantContext, deviceCode: string, clientId: string): Promise<Response> {
    const scenario = await microsoft.scenario();
    const tenant = c.req.param('tenant');
    const found = await microsoft.change((played) => poll(played, { deviceCode, tenant, clientId }, scenario, now()));
    if ('answer' in found) return refuse(c, found.answer, clientId);
    const account = scenario.signsIn ?? found.account;
    const grant = { account, clientId, scope: found.scope, tenantGuid: await homeTenant(tenant, account) };
    return tokens(c, await issueTokens(microsoft.change, grant, originOf(c), now(), scenario.tokenLifetime));
  }

  async function issueToApplication(c: TenantContext, form: Record<string, string | undefined>, clientId: string): Promise<Response> {
    const tenant = c.req.param('tenant');
    const { application } = await microsoft.scenario();
    const refused = (await refusesTenant(c, tenant)) ?? refusesApplication(tenant, form, originOf(c)) ?? (application && 'refused' in application ? application.refused : null);
    if (refused) return refuse(c, refused, clientId);
    const scope = form.scope ?? '';
    const roles = application && 'roles' in application ? application.roles : rolesOf(scope, originOf(c));
    const grant = { clientId, scope, tenantGuid: (await tenantGuid(tenant)) ?? '', roles };
    return tokens(c, await issueApplicationToken(microsoft.change, grant, now(), application !== undefined && 'opaque' in application));
  }

  async function refusesTenant(c: Context, tenant: string): Promise<Answer | null> {
    if ((await tenantGuid(tenant)) === null) return requestAnswers.unknownTenant;
    return isElsewhere(tenant, originOf(c)) ? requestAnswers.otherCloud : null;
  }

  // The token that was used stays valid, as at Microsoft.
  async function renew(c: TenantContext, refreshToken: string, clientId: string, scope: string | undefined): Promise<Response> {
    const scenario = await microsoft.scenario();
    const known = (await microsoft.read()).refreshTokens.find(({ token, grant }) => token === refreshToken && grant.clientId === clientId);
    if (!known) return refuse(c, requestAnswers.unknownRefreshToken, clientId);
    if (scenario.refresh) return refuse(c, scenario.refresh, clientId);
    return tokens(c, await issueTokens(microsoft.change, { ...known.grant, scope: scope ?? known.grant.scope }, originOf(c), now(), scenario.tokenLifetime));
  }

  function refuse(c: Context, answer: Answer, clientId: string): Response {
    const trace = randomGuid();
    const correlation = c.req.header('client-request-id') ?? randomGuid();
    const timestamp = clock.now().toISOString().replace('T', ' ').replace(/\.\d+/, '');
    const text = answer.text.replaceAll('{app}', clientId).replaceAll('{tenant}', c.req.param('tenant') ?? '').replaceAll('{now}', clock.now().toISOString());
    c.header('Cache-Control', 'no-store, no-cache');
    c.header('x-ms-request-id', trace);
    if (answer.retryAfter !== undefined) c.header('Retry-After', String(answer.retryAfter));
    const body = {
      error: answer.error,
      error_description: `${answer.code ? `AADSTS${answer.code}: ` : ''}${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: answer.code ? [answer.code] : [],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      ...(answer.code && { error_uri: `${originOf(c)}/error?code=${answer.code}` }),
      ...(answer.suberror && { suberror: answer.suberror }),
    };
    return c.body(JSON.stringify(body), (answer.status ?? 400) as ContentfulStatusCode, { 'Content-Type': 'application/json; charset=utf-8' });
  }

  return app;
}

type TenantContext = Context<object, '/:tenant/oauth2/v2.0/token'>;

function tokens(c: Context, body: object): Response {
  c.header('Cache-Control', 'no-store, no-cache');
  return c.json(body);
}

async function formOf(c: Context): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(new URLSearchParams(await c.req.text()));
}

function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}
