import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { StoreUnavailable } from '../../store.ts';
import { origin, testBackend } from '../testing.ts';
import { recordIn, type NewEvent } from './record.ts';

async function system() {
  const made = testBackend();
  await made.signIn();
  const happen = (...events: NewEvent[]) =>
    made.ports.store.transaction(async (rows) => {
      for (const event of events) await recordIn(rows, made.ports, event);
    });
  const list = async (query: Record<string, string> = {}, headers: Record<string, string> = {}) => (await made.ask('GET', `${api.events}?${new URLSearchParams(query)}`, undefined, headers)).body;
  const kinds = async (query: Record<string, string>) => (await list(query)).items.map(({ kind }: { kind: string }) => kind).join(' ');
  /** Signed in with this role. */
  const as = async (role: 'basic' | 'advanced') => {
    await made.ports.store.transaction(async (rows) => {
      const account = await rows.accounts.byUsername('admin');
      if (account) await rows.accounts.put({ ...account, role });
    });
  };
  return { ...made, happen, list, kinds, as };
}

const failed: NewEvent = { kind: 'check-failed', function: 'queue-pilot', ref: 'q/p', actor: null, check: 'c1', params: { queue: 'Sales', name: 'sales@contoso.com', code: 'code-expired' } };
const saved: NewEvent = { kind: 'pilot-saved', function: 'queue-pilot', ref: 'q/p', actor: 'anna', params: { queue: 'Sales', name: 'sales@contoso.com' } };
const warned: NewEvent = { kind: 'token-refresh-failed', function: 'email-forwarding', actor: null, params: {} };

describe('the list', () => {
  test('by severity, function, queue pilot, who, changes and words, each and together', async () => {
    const { happen, kinds } = await system();
    await happen(failed, saved, warned);
    expect(await kinds({})).toBe('token-refresh-failed pilot-saved check-failed system-set-up');
    expect(await kinds({ severity: 'error' })).toBe('check-failed');
    expect(await kinds({ severity: 'info' })).toBe('pilot-saved system-set-up');
    expect(await kinds({ function: 'queue-pilot' })).toBe('pilot-saved check-failed');
    expect(await kinds({ ref: 'q/p' })).toBe('pilot-saved check-failed');
    expect(await kinds({ actor: 'Anna' })).toBe('pilot-saved');
    expect(await kinds({ changes: 'true' })).toBe('pilot-saved system-set-up');
    expect(await kinds({ changes: 'false', q: 'sales@' })).toBe('pilot-saved check-failed');
    expect(await kinds({ changes: 'true', severity: 'error' })).toBe('');
    expect(await kinds({ q: 'sales', severity: 'error', function: 'queue-pilot' })).toBe('check-failed');
  });

  test('in a stretch of time; a range of ten years is one, too', async () => {
    const { happen, kinds, forward } = await system();
    forward(60);
    await happen(saved);
    forward(60);
    await happen(warned);
    expect(await kinds({ from: '2026-11-24T12:01:00Z', to: '2026-11-24T12:02:00Z' })).toBe('pilot-saved');
    expect(await kinds({ from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' })).toBe('token-refresh-failed pilot-saved system-set-up');
  });

  test('page after page, with what there is in all', async () => {
    const { happen, list } = await system();
    await happen(...Array.from({ length: 4 }, () => warned));
    const first = await list({ 'page[size]': '2' });
    expect(first).toMatchObject({ total: 5, more: false });
    const second = await list({ 'page[size]': '2', 'page[after]': first.next });
    const third = await list({ 'page[size]': '2', 'page[after]': second.next });
    expect(third.next).toBeNull();
    expect(new Set([...first.items, ...second.items, ...third.items].map(({ id }) => id)).size).toBe(5);
    // One that is gone: whatever was older went before it.
    expect(await list({ 'page[after]': 'abcdefgh' })).toMatchObject({ items: [], next: null, total: 5 });
  });

  test('more than a thousand are not counted to the end', async () => {
    const { happen, list } = await system();
    await happen(...Array.from({ length: 999 }, () => warned));
    expect(await list()).toMatchObject({ total: 1000, more: false });
    expect(await list({ function: 'email-forwarding' })).toMatchObject({ total: 999, more: false });
  });

  test('what happened is said in the reader’s language, with its cause, and leads to its check', async () => {
    const { happen, list, ask } = await system();
    await happen(failed);
    const [english] = (await list({ severity: 'error' })).items;
    expect(english).toMatchObject({ severity: 'error', check: 'c1', summary: 'Check failed: The code ran out before anybody signed in with it.' });
    const german = await ask('GET', api.event(english.id), undefined, { 'Accept-Language': 'de' });
    expect(german.body.summary).toMatch(/^Prüfung fehlgeschlagen: /);
    expect((await ask('GET', api.event('nobody'))).status).toBe(404);
  });

  test('a cause that a former version stored without its values is said without them', async () => {
    const { happen, list } = await system();
    await happen({ ...failed, params: { code: 'connection-refused' } }, { ...failed, params: { code: 'from-a-later-version' } });
    const summaries = (await list({ severity: 'error' })).items.map(({ summary }: { summary: string }) => summary);
    expect(summaries[1]).toBe('Check failed: The server refuses connections.');
    expect(summaries[0]).toContain('from-a-later-version');
  });

  test('who waits hears of what fits, not of the rest', async () => {
    const { happen, list, forward, idle, ports } = await system();
    const { version } = await list({ severity: 'error' });
    expect(version).toBe(0);
    const waiting = list({ severity: 'error', after: String(version) });
    await happen(saved);
    await ports.store.transaction((rows) => rows.accounts.count());
    await happen(failed);
    const news = await waiting;
    expect(news.items).toMatchObject([{ kind: 'check-failed' }]);
    expect(news.version).toBeGreaterThan(0);
    const nothing = list({ severity: 'error', after: String(news.version) });
    await idle(1);
    forward(26);
    expect((await nothing).version).toBe(news.version);
  });

  test.each([
    ['severity', 'fatal'],
    ['function', 'fax'],
    ['changes', 'maybe'],
    ['from', 'yesterday'],
    ['to', '2026-13-45T00:00:00Z'],
    ['q', 'x'.repeat(201)],
    ['ref', 'x'.repeat(201)],
    ['actor', 'x'.repeat(201)],
    ['page[size]', '201'],
    ['page[after]', '../..'],
    ['after', 'now'],
    ['format', 'xml'],
  ])('%s=%s is refused where it stands', async (name, value) => {
    const { ask } = await system();
    const { status, body } = await ask('GET', `${api.events}?${new URLSearchParams({ [name]: value })}`);
    expect([status, body.errors[0].pointer]).toEqual([422, `/${name}`]);
  });

  test('an end before the beginning', async () => {
    const { ask } = await system();
    const { status, body } = await ask('GET', `${api.events}?from=2026-11-24T12:00:00Z&to=2026-11-24T11:00:00Z`);
    expect([status, body.errors[0].pointer]).toEqual([422, '/to']);
  });
});

describe('the download', () => {
  test('CSV: what fits, in the reader’s language, as a file', async () => {
    const { ask, happen } = await system();
    await happen(failed, { ...saved, params: { queue: '=cmd|calc', name: '<script>alert(1)</script>, "x"\u001b[2J' } });
    const { headers, text } = await ask('GET', `${api.events}?format=csv&function=queue-pilot`, undefined, { 'Accept-Language': 'de' });
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="event-log-2026-11-24.csv"');
    // The mark at the beginning is gone once it is decoded.
    const [head, first, second, rest] = text.split('\r\n');
    expect(head).toBe('Zeit (UTC),Schweregrad,Funktion,Warteschlange,Ereignis,Durch,Code,Warteschlangen-Pilot,Prüfung,Einzelheiten');
    expect(first).toBe(`2026-11-24T12:00:00.000Z,Info,Warteschlangen-Pilot,'=cmd|calc,"Warteschlangen-Pilot „<script>alert(1)</script>, ""x""\ufffd[2J“ gespeichert",anna,pilot-saved,q/p,,"name: <script>alert(1)</script>, ""x""\ufffd[2J"`);
    expect(second).toMatch(/^2026-11-24T12:00:00.000Z,Fehler,Warteschlangen-Pilot,Sales,/);
    expect(rest).toBe('');
  });

  test('JSON: the same, whole, and nothing in it that a terminal obeys', async () => {
    const { ask, happen } = await system();
    await happen(...Array.from({ length: 900 }, (_, number): NewEvent => ({ ...saved, params: { queue: 'Sales', name: `\u009b2J\u202e${number}` } })));
    const { text, headers } = await ask('GET', `${api.events}?format=json&function=queue-pilot`);
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(text).not.toMatch(/[\u007f-\u009f\u202e]/);
    const items = JSON.parse(text);
    expect(items.map(({ params }: { params: { name: string } }) => params.name)).toEqual(Array.from({ length: 900 }, (_, number) => `\u009b2J\u202e${899 - number}`));
    expect(JSON.parse((await ask('GET', `${api.events}?format=json&q=nothing`)).text)).toEqual([]);
  });

  test('it is recorded who has downloaded; `basic` may not', async () => {
    const { ask, kinds, as } = await system();
    await ask('GET', `${api.events}?format=csv`);
    expect(await kinds({})).toBe('event-log-downloaded system-set-up');
    await as('basic');
    expect((await ask('GET', `${api.events}?format=csv`)).status).toBe(403);
    expect((await ask('GET', api.events)).status).toBe(200);
  });

  test('who goes away ends the work; nothing is read that nobody takes', async () => {
    const { backend, happen, ports, ask } = await system();
    await happen(...Array.from({ length: 990 }, () => saved));
    const session = (await ask('POST', api.session, { username: 'admin', password: 'correct horse' })).headers.get('X-Session') ?? '';
    let reads = 0;
    const { transaction } = ports.store;
    ports.store.transaction = (work) => {
      reads++;
      return transaction(work);
    };
    const response = await backend.fetch(new Request(`${origin}${api.events}?format=csv`, { headers: { 'X-Session': session } }));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const soFar = reads;
    for (let turn = 0; turn < 10; turn++) await new Promise((done) => setTimeout(done));
    expect(reads).toBe(soFar);
  });

  test('a store that is away at once is said; one that goes away later breaks the file off', async () => {
    const { ask, backend, happen, ports } = await system();
    await happen(...Array.from({ length: 990 }, () => saved));
    const session = (await ask('POST', api.session, { username: 'admin', password: 'correct horse' })).headers.get('X-Session') ?? '';
    const { transaction } = ports.store;
    let left = Infinity;
    ports.store.transaction = (work) =>
      transaction(async (rows) => {
        const list: typeof rows.events.list = (filter) => (left-- > 0 ? rows.events.list(filter) : Promise.reject(new StoreUnavailable(false)));
        return work({ ...rows, events: { ...rows.events, list } });
      });
    left = 0;
    expect((await ask('GET', `${api.events}?format=csv`)).status).toBe(503);
    left = 1;
    const response = await backend.fetch(new Request(`${origin}${api.events}?format=csv`, { headers: { 'X-Session': session } }));
    await expect(response.text()).rejects.toThrow('the database does not answer');
  });
});
