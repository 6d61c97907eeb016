import { expect, test } from 'vitest';
import { Confidential } from '../../confidential.ts';
import { ConnectionFailure } from '../../ports.ts';
import { tellingFetch, type IdentityTalk } from './identity-lines.ts';

const secret = 'abc8Q~d.e+f%g_h-i&j=k';
const url = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';

/** What is told of a request for a token that is answered so. */
async function told(answer: Response | Error): Promise<IdentityTalk> {
  let talk: IdentityTalk = { lines: [], error: null };
  const fetch = tellingFetch(async () => (answer instanceof Error ? Promise.reject(answer) : answer), (found) => (talk = found));
  await fetch(url, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_secret: secret }).toString(), secrets: [new Confidential(secret)] }).catch(() => null);
  return talk;
}

test('a refusal is told with all that Microsoft says of it, but for the secret that it repeats', async () => {
  const { lines, error } = await told(Response.json({ error: 'invalid_client', error_description: `AADSTS7000215: Invalid client secret '${secret}' or '${encodeURIComponent(secret)}'.`, error_codes: [7000215], trace_id: 'a1' }, { status: 401, headers: { 'x-ms-request-id': 'r1' } }));
  expect(error).toBe('invalid_client');
  expect(lines).toEqual([
    `> POST ${url}`,
    '> grant_type=client_credentials&client_secret=***',
    '< HTTP 401, x-ms-request-id: r1',
    `< {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret '***' or '***'.","error_codes":[7000215],"trace_id":"a1"}`,
  ]);
});

test('members that nobody knows are not shown, be they tokens or not', async () => {
  const { lines } = await told(Response.json({ token_type: 'Bearer', access_token: 'planted-1', foci: 'planted-2', refresh_token: 'planted-3' }));
  expect(lines.at(-1)).toBe('< {"token_type":"Bearer","access_token":"***","refresh_token":"***"}');
});

test('a page in place of an answer is told by its size, and nobody’s answer by its reason', async () => {
  expect((await told(new Response('<p>planted</p>', { status: 403, headers: { 'Content-Type': 'text/html' } }))).lines.slice(2)).toEqual(['< HTTP 403', '< (text/html, 14 characters, not of the protocol)']);
  expect((await told(new ConnectionFailure('refused', 'ECONNREFUSED'))).lines.at(-1)).toBe('< (no answer: refused: ECONNREFUSED)');
});
