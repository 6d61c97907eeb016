import { expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import type { Explanation } from '../../contract/explanations/explanation.ts';
import { explanations } from '../../contract/explanations/table.ts';
import { formOf, password } from '../../server/app/backup/testing.ts';
import { forwarding, mailOn } from '../../server/app/notices/testing.ts';
import { settings } from '../../server/app/testing.ts';
import { failedStep, playedSystem, type Edit, type ways } from './testing.ts';

type System = Awaited<ReturnType<typeof playedSystem>>;
type Said = Diagnosis | undefined;

const otherTenant = { ...settings, tenantId: 'fabrikam.com' };

/** Answers of this address in other words. */
const instead = (part: string, answer: () => Response): Edit => (real, url) => (url.includes(part) ? answer() : real);
/** Members of a JSON answer of this address replaced; undefined ones are left out. */
const replaced = (part: string, members: object): Edit => async (real, url) => (url.includes(part) && real.ok ? Response.json({ ...Object(await real.json()), ...members }) : real);

async function checked(system: System, input?: object): Promise<Said> {
  return failedStep((await system.check(input)).body)?.diagnosis;
}

const signedIn = async (system: System) => (await system.signInByCode()).diagnosis as Said;
const removed = async ({ ask }: Pick<System, 'ask'>, address: string) => ask('DELETE', address, undefined, { 'If-Match': (await ask('GET', address)).etag ?? '' });

/** Sends a test notice by mail, as it is saved or with these settings. */
async function noticed({ ask }: System, typed?: object): Promise<Said> {
  const draft = typed && { ...mailOn, mail: { ...mailOn.mail, ...typed } };
  return (await ask('POST', api.noticesTest, { channel: 'mail', ...(draft && { draft }) })).body.diagnosis ?? undefined;
}

// What a person does, at which answers: each ends at the explanation of its name, which no answer shows by itself.
const journeys: Record<string, { way?: keyof typeof ways; scenario?: string; typed?: object; edit?: Edit; does: (system: System) => Promise<Said> }> = {
  'foreign-verification-address': { edit: replaced('/devicecode', { verification_uri: 'https://login.contoso.example/device' }), does: signedIn },
  'foreign-token': { edit: replaced('/token', { id_token: undefined }), does: signedIn },
  'sign-in-target-changed': {
    async does({ signInByCode, ask, read }) {
      await signInByCode();
      await ask('PUT', api.emailForwarding, otherTenant, { 'If-Match': '"1"' });
      return (await read(api.authorization)).diagnosis;
    },
  },
  'sign-in-not-in-backup': {
    async does({ signInByCode, ask, read }) {
      await signInByCode();
      const { text } = await ask('POST', api.backup, { secrets: 'omit', password });
      await ask('POST', api.restore, formOf(text, { password }));
      return (await read(api.authorization)).diagnosis;
    },
  },
  'sign-in-first': { does: checked },
  'secret-unreadable': {
    way: 'password',
    async does(system) {
      // As after a restore of the data beside the key file of another system.
      await system.ports.store.transaction(async (rows) => {
        const secret = await rows.secrets.get('email-forwarding/password');
        if (secret) await rows.secrets.put('email-forwarding/password', { ...secret, sealed: btoa('sealed by another key file') });
      });
      return checked(system);
    },
  },
  'permission-missing': {
    edit: replaced('/token', { access_token: 'opaque', scope: 'https://outlook.office.com/IMAP.AccessAsUser.All openid' }),
    async does(system) {
      await system.signInByCode();
      return checked(system);
    },
  },
  'role-missing': { way: 'pilot', scenario: 'role-missing', does: checked },
  'ids-swapped': { way: 'application', typed: { tenantId: settings.applicationId, applicationId: '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b' }, does: checked },
  'settings-incomplete': {
    async does(system) {
      await removed(system, api.emailForwarding);
      return checked(system);
    },
  },
  'internal-fault': {
    way: 'calendar by Graph',
    edit(real, url) {
      if (url.includes('/calendarView')) throw new TypeError('Nobody has thought of this.');
      return real;
    },
    does: checked,
  },
  'provider-not-set-up': {
    way: 'directory',
    async does(system) {
      await removed(system, api.exchangeDirectory);
      return checked(system);
    },
  },
  'mailboxes-failed': { way: 'calendar by EWS', does: (system) => checked(system, { mailboxes: ['anna@contoso.com', 'nobody@contoso.com'] }) },
  'exchange-answer-page': { way: 'directory', scenario: 'ews-html', does: checked },
  'exchange-answer-cut': { way: 'calendar by EWS', scenario: 'ews-cut', does: checked },
  'exchange-answer-refused': { way: 'directory of the own server', edit: instead('/EWS/', () => new Response('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')), does: checked },
  'exchange-content-unreadable': { way: 'calendar by Graph', edit: instead('/calendarView', () => Response.json({ value: [{ id: '1', subject: 'Meeting' }] })), does: checked },
  'notice-mail-server-same': {
    way: 'password',
    async does(system) {
      await system.ask('PUT', api.notices, mailOn, { 'If-Match': '"0"' });
      await system.ask('PUT', api.emailForwarding, { ...forwarding, smtp: mailOn.mail.smtp }, { 'If-Match': '"1"' });
      return noticed(system);
    },
  },
  'notice-mail-refused': { scenario: 'notice-mail-refused', does: (system) => noticed(system, {}) },
  'notice-mail-sign-in-refused': { does: (system) => noticed(system, { password: 'wrong' }) },
  'graph-foreign-link': { way: 'calendar by Graph', edit: instead('/calendarView', () => Response.json({ 'value': [], '@odata.nextLink': 'https://graph.fabrikam.example/v1.0/users' })), does: checked },
};

test('each explanation that only a check sees has a journey to it', () => {
  const onlyChecks = Object.entries<Explanation>(explanations).filter(([, { match }]) => match.onlyCheck).map(([code]) => code);
  expect(Object.keys(journeys).toSorted()).toEqual(onlyChecks.toSorted());
});

test.each(Object.entries(journeys))('%s', async (code, { way, scenario, typed, edit, does }) => {
  const system = await playedSystem('all-well', way, typed, edit);
  if (scenario) await system.choose(scenario);
  expect((await does(system))?.code).toBe(code);
  await system.end();
});
