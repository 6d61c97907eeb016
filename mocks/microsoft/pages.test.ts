import { expect, test } from 'vitest';
import { findLeak } from '../../server/app/redaction/testing.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { askDeviceCode } from './device-codes.ts';
import { createPages } from './pages.ts';
import { playedMicrosoft } from './state.ts';
import { issueTokens } from './tokens.ts';

test('no page of the played Microsoft 365 shows a token or a device code', async () => {
  const state = processState();
  const microsoft = playedMicrosoft(state);
  const grant = { account: 'pbx@contoso.com', tenantGuid: '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b', clientId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', scope: 'https://outlook.office.com/SMTP.Send openid offline_access' };
  const tokens = await issueTokens(microsoft.change, grant, 'https://login.microsoftonline.com', Date.now());
  const code = await microsoft.change((played) => askDeviceCode(played, { tenant: 'contoso.com', clientId: grant.clientId, scope: grant.scope, lifetime: 900 }, Date.now()));
  const pages = createPages(state, { access: () => ({ username: 'admin', password: 'shown by intent', setupCode: 'ABCD-EFGH' }) });
  const texts: Record<string, string> = {};
  for (const path of ['/panel', '/device']) texts[path] = await (await pages.request(path)).text();
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const path of ['/device', '/decide']) texts[`POST ${path}`] = await (await pages.request(path, { method: 'POST', headers: form, body: `code=${code.userCode}` })).text();
  expect(texts['/panel']).toContain('shown by intent');
  expect(texts['POST /device']).toContain(code.userCode);
  for (const secret of [tokens.access_token, tokens.refresh_token ?? '', tokens.id_token ?? '', code.deviceCode]) {
    expect(secret.length).toBeGreaterThan(40);
    expect(findLeak(texts, secret)).toBeNull();
  }
});
