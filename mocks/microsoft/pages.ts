import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { Language } from '../../contract/fields.ts';
import type { SharedState } from '../../server/memory/shared-state.ts';
import { clock as realClock } from '../clock.ts';
import { scenarioById, scenarioGroups } from '../scenarios/scenarios.ts';
import { decide, openCode } from './device-codes.ts';
import { layout } from './layout.ts';
import { applySettings, playedMicrosoft, reset, type Played, type PlayedSettings } from './state.ts';
import { words } from './words.ts';

interface Access {
  username: string;
  password: string;
  setupCode: string;
}

interface PagesOptions {
  settings?: PlayedSettings;
  /** How to get into the console, for the panel to say. */
  access?: () => Access;
}

/** The played sign-in page and the panel: plain forms, answered from the state. */
export function createPages(state: SharedState, { settings, access }: PagesOptions = {}): Hono {
  const microsoft = playedMicrosoft(state, settings);
  const app = new Hono();
  const now = () => realClock.now().getTime();

  app.get('/', (c) => c.redirect('/panel'));

  app.get('/device', (c) => c.html(enterCode(languageOf(c), false)));

  app.post('/device', async (c) => {
    const form = await formOf(c);
    const code = openCode(await microsoft.read(), form.get('code') ?? '', now());
    if (!code) return c.html(enterCode(languageOf(c), true));
    const { lastAccount } = await microsoft.read();
    return c.html(askPerson(languageOf(c), code.userCode, lastAccount));
  });

  app.post('/decide', async (c) => {
    const form = await formOf(c);
    const account = (form.get('account') ?? '').trim() || 'pbx@contoso.com';
    const declines = form.get('decision') === 'decline';
    const found = await microsoft.change((played) => {
      const code = openCode(played, form.get('code') ?? '', now());
      if (code) decide(played, code, declines ? 'declined' : { account });
      return code !== null;
    });
    const t = words[languageOf(c)];
    if (!found) return c.html(enterCode(languageOf(c), true));
    return c.html(layout(languageOf(c), t.signIn, html`<p>${declines ? t.declined : t.approved}</p><p>${t.close}</p>`));
  });

  app.get('/panel', async (c) => c.html(panel(languageOf(c), await microsoft.read(), access?.() ?? null, c.req.query('done') !== undefined)));

  app.post('/panel', async (c) => {
    const form = await formOf(c);
    await microsoft.change((played) => applySettings(played, { scenario: form.get('scenario'), intervalSeconds: form.get('interval'), latencyMs: form.get('latency') }));
    return c.redirect('/panel?done=1', 303);
  });

  app.post('/reset', async (c) => {
    await microsoft.change(reset);
    return c.redirect('/panel?done=1', 303);
  });

  app.post('/control', async (c) => {
    // A page of another site could send text, but not JSON.
    if (c.req.header('Content-Type') !== 'application/json') return c.json({ error: 'application/json is wanted' }, 415);
    const given: unknown = await c.req.json().catch(() => ({}));
    await microsoft.change((played) => applySettings(played, Object(given)));
    return c.json((await microsoft.read()).settings);
  });

  app.get('/control/mails', async (c) => c.json((await microsoft.read()).mails));

  app.get('/control/notices', async (c) => c.json((await microsoft.read()).notices));

  return app;
}

/** The played scenario's sentence, for the banner. */
export async function playedSentence(state: SharedState, language: Language, settings?: PlayedSettings): Promise<string> {
  return (await playedMicrosoft(state, settings).scenario()).sentence[language];
}

function enterCode(language: Language, wrong: boolean) {
  const t = words[language];
  return layout(
    language,
    t.signIn,
    html`<form method="post" action="/device">
      <label for="code">${t.code}</label>
      <input id="code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" ${wrong ? html`aria-invalid="true" aria-describedby="wrong"` : ''} />
      ${wrong ? html`<p id="wrong" class="bad" role="alert">${t.wrongCode}</p>` : ''}
      <button class="primary">${t.next}</button>
    </form>`,
  );
}

function askPerson(language: Language, code: string, account: string) {
  const t = words[language];
  return layout(
    language,
    t.signIn,
    html`<p>${t.asks}</p>
      <form method="post" action="/decide">
        <input type="hidden" name="code" value="${code}" />
        <label for="account">${t.account}</label>
        <input id="account" name="account" type="email" value="${account}" autocomplete="off" spellcheck="false" />
        <p class="muted">${t.accountHelp}</p>
        <button class="primary" name="decision" value="approve">${t.approve}</button>
        <button name="decision" value="decline">${t.decline}</button>
      </form>`,
  );
}

function panel(language: Language, { settings, mails, notices }: Played, access: Access | null, done: boolean) {
  const t = words[language];
  const chosen = scenarioById(settings.scenario)?.id;
  return layout(
    language,
    t.panel,
    html`${done ? html`<p role="status" class="ok">${t.done}</p>` : ''} ${access ? html`<dl><dt>${t.signInAs}</dt><dd>${access.username} · ${access.password}</dd><dt>${t.setupCode}</dt><dd>${access.setupCode}</dd></dl>` : ''}
      <form method="post" action="/panel">
        <h2>${t.scenario}</h2>
        ${scenarioGroups.map(
          (group) => html`<fieldset>
            <legend>${group.name[language]}</legend>
            ${group.scenarios.map(({ id, sentence }) => html`<label class="choice"><input type="radio" name="scenario" value="${id}" ${id === chosen ? html`checked` : ''} />${sentence[language]}</label>`)}
          </fieldset>`,
        )}
        <label for="interval">${t.interval}</label>
        <input id="interval" name="interval" type="number" min="1" max="60" value="${settings.intervalSeconds}" />
        <label for="latency">${t.latency}</label>
        <input id="latency" name="latency" type="number" min="0" max="60000" value="${settings.latencyMs}" />
        <button class="primary apply">${t.apply}</button>
      </form>
      <form method="post" action="/reset"><button>${t.reset}</button></form>
      <h2>${t.mails}</h2>
      ${mails.length === 0
        ? html`<p class="muted">${t.noMails}</p>`
        : html`<ul>
            ${mails.toReversed().map((mail) => html`<li><strong>${mail.subject}</strong><br />${mail.from} → ${mail.to.join(', ')}<br /><span class="muted">${mail.at}</span></li>`)}
          </ul>`}
      <h2>${t.notices}</h2>
      ${notices.length === 0
        ? html`<p class="muted">${t.noMails}</p>`
        : html`<ul>
            ${notices.toReversed().map(({ at, url, body }) => html`<li><strong>${titleOf(body)}</strong><br />${url}<br /><span class="muted">${at}</span></li>`)}
          </ul>`}`,
  );
}

function titleOf(body: string): string {
  try {
    const { data } = JSON.parse(body) as { data?: { title?: string } };
    return data?.title ?? '';
  } catch {
    return body.slice(0, 80);
  }
}

async function formOf(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

function languageOf(c: Context): Language {
  return /^de\b/i.test(c.req.header('Accept-Language') ?? '') ? 'de' : 'en';
}
