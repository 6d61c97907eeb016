import { describe, expect, test } from 'vitest';
import { pilotRow, type PilotRow } from '../../../../../../contract/contact-center.ts';
import { pilotDefaults } from '../../../../../../contract/pilot-defaults.ts';
import { applicationKey, applicationsOf, guidedApplications } from './applications-of.ts';
import { newPilot } from './guide-values.ts';

const [orders, sales] = ['2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4'];
const lastToken = { objectId: '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90', roles: ['POP.AccessAsApp'], at: '2026-11-24T12:00:00Z' };

function row(username: string, given: Partial<PilotRow> = {}): PilotRow {
  return pilotRow.parse({ ...pilotDefaults, id: username, queueId: 'q', health: 'unchecked', since: null, lastCheck: null, lastGood: null, username, tenantId: 'contoso.com', applicationId: orders, ...given });
}
const call = row('', { type: 'call', number: '100', authMethod: null, health: null, applicationId: '', tenantId: '' });
const basic = row('joe', { authMethod: 'basic', applicationId: '', tenantId: '' });

describe('applicationsOf', () => {
  test('all mailboxes of an application together, each once, in the order of the pilots', () => {
    const pilots = [row('a@contoso.com'), call, row('s@contoso.com', { applicationId: sales }), basic, row("o'brien@contoso.com", { applicationId: orders.toUpperCase() }), row('A@contoso.com')];
    expect(applicationsOf(pilots).map(({ applicationId, mailboxes }) => [applicationId, mailboxes])).toEqual([
      [orders, ['a@contoso.com', "o'brien@contoso.com"]],
      [sales, ['s@contoso.com']],
    ]);
  });

  test('in another cloud or tenant it is another application', () => {
    const found = applicationsOf([row('a@contoso.com'), row('a@contoso.com', { cloud: 'china' }), row('a@contoso.com', { tenantId: 'fabrikam.com' })]);
    expect(new Set(found.map(applicationKey)).size).toBe(3);
  });

  test('the object ID comes from whichever pilot has had a token', () => {
    expect(applicationsOf([row('a@contoso.com'), row('b@contoso.com', { lastToken })])[0]?.objectId).toBe(lastToken.objectId);
    expect(applicationsOf([row('a@contoso.com', { lastToken: { ...lastToken, objectId: '' } })])[0]?.objectId).toBe('');
  });
});

test('a queue without e-mail pilots is guided to its first one; where each has a password there is no application', () => {
  expect(guidedApplications([call])).toEqual({ applications: [newPilot], isSaved: false });
  expect(guidedApplications([call, basic])).toEqual({ applications: [], isSaved: true });
  expect(guidedApplications([basic, row('a@contoso.com')]).applications).toHaveLength(1);
});
