import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { keywordDefaults } from '../../../contract/keywords.ts';
import { voicemailLanguages } from '../../../contract/voicemail-languages.ts';
import { testBackend } from '../testing.ts';

const { keywords } = keywordDefaults.de;
const address = api.keywords('de');

async function system() {
  const made = testBackend();
  await made.signIn();
  return { ...made, put: (value: object, etag = '"0"') => made.ask('PUT', address, { keywords: { ...keywords, ...value } }, { 'If-Match': etag }) };
}

test.each(voicemailLanguages)('%s comes with its own keywords, and says whether they are confirmed', async (language) => {
  const { ask } = await system();
  const { keywords: defaults, confirmed } = keywordDefaults[language];
  expect(await ask('GET', api.keywords(language))).toMatchObject({ status: 200, etag: '"0"', body: { language, keywords: defaults, defaults, confirmed, changedAt: null } });
  expect(confirmed).toBe(language === 'en' || language === 'de');
});

test('changed, counted by the preview, and reset', async () => {
  const { ask, put, ports } = await system();
  const preview = async () => (await ask('POST', api.preview, { subject: 'Termin beim Kunden', start: '2026-11-25T10:00', end: '2026-11-25T11:00', timeZone: 'Europe/Berlin', language: 'de', autoBackToOffice: true })).body.rule;
  expect(await preview()).toBe('no-keyword');
  const saved = await put({ meeting: '  Termin ' });
  expect(saved).toMatchObject({ status: 200, etag: '"1"', body: { language: 'de', keywords: { ...keywords, meeting: 'Termin' }, defaults: keywords, confirmed: true, changedAt: '2026-11-24T12:00:00.000Z' } });
  expect(await preview()).toBe('sets');
  expect((await ask('GET', api.keywords('en'))).body.keywords).toEqual(keywordDefaults.en.keywords);
  // As it was read it is written back.
  expect(await ask('PUT', address, saved.body, { 'If-Match': '"1"' })).toMatchObject({ status: 200, etag: '"2"' });
  expect((await ask('DELETE', address, undefined, { 'If-Match': '"2"' })).status).toBe(204);
  expect(await ask('GET', address)).toMatchObject({ etag: '"3"', body: { keywords, changedAt: null } });
  expect(await preview()).toBe('no-keyword');
  const events = await ports.store.transaction((rows) => rows.events.list({ limit: 3 }));
  expect(events.map(({ kind, function: name, actor, params }) => [kind, name, actor, params])).toEqual(['keywords-reset', 'keywords-saved', 'keywords-saved'].map((kind) => [kind, 'exchange-calendar', 'admin', { language: 'de' }]));
});

test('two admins at once: the second one gets what the first has saved', async () => {
  const { ask, put } = await system();
  await put({ meeting: 'Termin' });
  expect(await put({ meeting: 'Sitzung' })).toMatchObject({ status: 412, etag: '"1"', body: { type: '/problems/changed-meanwhile', current: { keywords: { meeting: 'Termin' } } } });
  expect(await ask('DELETE', address, undefined, { 'If-Match': '"0"' })).toMatchObject({ status: 412, body: { current: { keywords: { meeting: 'Termin' } } } });
  expect(await ask('PUT', address, { keywords })).toMatchObject({ status: 428 });
  expect(await ask('DELETE', address)).toMatchObject({ status: 428 });
  expect((await ask('GET', address)).body.keywords.meeting).toBe('Termin');
});

describe('what is refused, at its field', () => {
  test.each([
    ['the same twice', { break: 'Krank' }, ['/keywords/break duplicate-keyword']],
    ['the same but for case, accents and blanks', { 'out-of-office': 'zu  Hause', 'holiday': 'MÍTTAG', 'lunch': 'Mittag' }, ['/keywords/lunch duplicate-keyword', '/keywords/home duplicate-keyword']],
    ['ß and ss', { home: 'AUSSER HAUS' }, ['/keywords/home duplicate-keyword']],
    ['none', { sick: '' }, ['/keywords/sick required']],
    ['blanks', { sick: '  \t' }, ['/keywords/sick required']],
    ['an accent alone', { sick: '\u0301' }, ['/keywords/sick required']],
    ['an invisible character', { sick: 'Kr\u200bank' }, ['/keywords/sick invisible-characters']],
    ['a line break', { sick: 'Krank\nheit' }, ['/keywords/sick invisible-characters']],
    ['300 characters', { sick: 'ش'.repeat(300) }, ['/keywords/sick too-long']],
    ['a number', { sick: 7 }, ['/keywords/sick type']],
    ['another status', { office: 'Büro' }, ['/keywords/office unknown-member']],
  ])('%s', async (_what, value, expected) => {
    const { ask, put } = await system();
    const { status, body } = await put(value);
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toEqual(expected);
    expect(await ask('GET', address)).toMatchObject({ etag: '"0"', body: { keywords } });
  });

  test.each(['xx', 'EN', 'de-AT', '__proto__', 'toString'])('there is no language %s', async (language) => {
    const { ask } = await system();
    for (const method of ['GET', 'DELETE']) expect(await ask(method, api.keywords(language), undefined, { 'If-Match': '"0"' })).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
    expect((await ask('PUT', api.keywords(language), { keywords }, { 'If-Match': '"0"' })).status).toBe(404);
  });
});

test('keywords in any script are kept as they are', async () => {
  const { put } = await system();
  const changed = { meeting: 'اجتماع', sick: 'ป่วย', break: '休憩', holiday: '🏖️', lunch: 'अवकाश', home: 'Дома' };
  expect((await put(changed)).body.keywords).toEqual({ ...keywords, ...changed });
});

test('who may not change reads only; nobody reads without a session', async () => {
  const { backend, ask, put, ports } = await system();
  expect((await backend.fetch(new Request(`http://localhost${address}`))).status).toBe(401);
  await ports.store.transaction(async (rows) => {
    const [admin] = await rows.accounts.all();
    if (admin) await rows.accounts.put({ ...admin, role: 'basic' });
  });
  expect((await ask('GET', address)).status).toBe(200);
  expect(await put({ meeting: 'Termin' })).toMatchObject({ status: 403, body: { type: '/problems/forbidden' } });
  expect((await ask('DELETE', address, undefined, { 'If-Match': '"0"' })).status).toBe(403);
});
