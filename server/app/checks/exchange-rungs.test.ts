import { describe, expect, test } from 'vitest';
import { renderEvidence } from '../../../contract/explanations/render.ts';
import { answering, failedMessage, fault, foundFolders, foundItems, graph, graphError, online, soap } from '../external-providers/exchange/testing.ts';
import type { StepRow } from '../../store.ts';
import { checkMailbox, exchangeRungs } from './exchange-rungs.ts';
import { climb, StepFailure } from './ladder.ts';

const mailbox = 'pbx@contoso.com';
const params = { cloud: 'global', tenantId: 'contoso.com', applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' };
const appointment = '<t:CalendarItem><t:ItemId Id="A"/><t:Subject>Secret merger</t:Subject><t:Start>2026-11-24T13:00:00Z</t:Start><t:End>2026-11-24T14:00:00Z</t:End></t:CalendarItem>';

async function climbed(subject: Partial<Parameters<typeof exchangeRungs>[1]>, ...answers: (Response | Error)[]) {
  const { call, sent, notes, stop } = answering(...answers);
  const rungs = exchangeRungs(
    call,
    { function: 'exchange-calendar', place: async () => online, mailbox, params, note: call.note, ...subject },
  );
  let steps: StepRow[] = [];
  const ended = await climb(rungs, { clock: call.ports.clock, signal: stop.signal, publish: (newest) => void (steps = newest) });
  return { ended, sent, notes, steps: steps.map(({ name, state, evidence, diagnosis }) => [name, state, renderEvidence(evidence, 'en'), diagnosis?.code ?? null]) };
}

describe('the calendar', () => {
  test('is read with one request: the next 24 hours', async () => {
    const { ended, sent, notes, steps } = await climbed({}, soap(foundItems(appointment)));
    expect(ended).toBe('passed');
    expect(steps).toEqual([
      ['sign-in', 'passed', 'outlook.office365.com opens the mailbox pbx@contoso.com', null],
      ['operation', 'passed', 'Calendar of pbx@contoso.com read; appointments in the next 24 hours: 1', null],
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toContain('StartDate="2026-11-24T12:00:00.000Z" EndDate="2026-11-25T12:00:00.000Z"');
    expect(notes.join('\n')).not.toMatch(/merger|the\.access\.token/);
  });

  test('has more than are counted', async () => {
    const { steps } = await climbed({}, soap(foundItems(appointment, { total: 5000, last: false })));
    expect(steps[1]).toEqual(['operation', 'passed', 'Calendar of pbx@contoso.com read; appointments in the next 24 hours: more than 1', null]);
  });

  test('of a mailbox that does not open', async () => {
    const { ended, steps } = await climbed({}, soap(fault('ErrorImpersonateUserDenied', 'x'), { status: 500 }));
    expect(ended).toBe('failed');
    expect(steps).toEqual([
      ['sign-in', 'failed', 'No access to the mailbox pbx@contoso.com', 'impersonation-denied'],
      ['operation', 'not-reached', 'Calendar of pbx@contoso.com, the next 24 hours', null],
    ]);
  });

  test('that may not be read in a mailbox that opens', async () => {
    const { steps } = await climbed({}, soap(failedMessage('FindItem', 'ErrorAccessDenied')));
    expect(steps).toEqual([
      ['sign-in', 'passed', 'outlook.office365.com opens the mailbox pbx@contoso.com', null],
      ['operation', 'failed', 'The calendar of pbx@contoso.com could not be read', 'calendar-access-denied'],
    ]);
  });

  test('over Graph', async () => {
    expect((await climbed({ place: async () => graph }, Response.json({ value: [] }))).steps[1]?.[2]).toBe('Calendar of pbx@contoso.com read; appointments in the next 24 hours: 0');
    expect((await climbed({ place: async () => graph }, graphError(403, 'ErrorAccessDenied', 'x'))).steps[0]).toEqual(['sign-in', 'failed', 'No access to the mailbox pbx@contoso.com', 'graph-access-denied']);
  });

  test('without a secret that can be opened, nobody is asked', async () => {
    const { steps, sent } = await climbed({ place: () => Promise.reject(new StepFailure({ code: 'secret-unreadable', params: {} })) });
    expect(steps[0]?.[3]).toBe('secret-unreadable');
    expect(sent).toEqual([]);
  });
});

describe('the public folders', () => {
  const directory = { function: 'exchange-directory' } as const;
  const contact = '<t:Contact><t:ItemId Id="C"/><t:DisplayName>Anna</t:DisplayName></t:Contact>';

  test('are opened, and their contacts counted', async () => {
    const { steps } = await climbed(directory, soap(foundFolders('')), soap(foundItems(contact)));
    expect(steps).toEqual([
      ['sign-in', 'passed', 'outlook.office365.com opens the mailbox pbx@contoso.com', null],
      ['operation', 'passed', 'Root of the public folders read; public contacts there: 1', null],
    ]);
  });

  test('are searched for a name', async () => {
    const { steps, sent } = await climbed({ ...directory, name: 'anna' }, soap(foundFolders('')), soap(foundItems(contact)));
    expect(steps[1]).toEqual(['operation', 'passed', 'Public contacts of the name “anna” in the root of the public folders: 1', null]);
    expect(sent[1]?.body).toContain('<t:Constant Value="anna"/>');
  });

  test('are none', async () => {
    const { steps, sent } = await climbed({ ...directory, name: 'anna' }, soap(failedMessage('FindFolder', 'ErrorNoPublicFolderServerAvailable')));
    expect(steps).toEqual([
      ['sign-in', 'passed', 'outlook.office365.com opens the mailbox pbx@contoso.com', null],
      ['operation', 'failed', 'The public folders could not be searched', 'public-folders-missing'],
    ]);
    expect(sent).toHaveLength(1);
  });

  test('do not open', async () => {
    const { steps } = await climbed(directory, new Response('', { status: 403 }));
    expect(steps[0]).toEqual(['sign-in', 'failed', 'No access to the mailbox pbx@contoso.com', 'ews-blocked']);
  });
});

describe('one of many mailboxes', () => {
  const ask = (...answers: (Response | Error)[]) => {
    const { call, sent, stop } = answering(...answers);
    return { sent, stop, result: () => checkMailbox(call, { place: online, mailbox: 'anna@contoso.com', params, note: call.note }, stop.signal) };
  };

  test('can be read', async () => {
    const { result, sent } = ask(soap(foundItems(appointment)));
    expect(await result()).toBeNull();
    expect(sent[0]?.body).toContain('<t:PrimarySmtpAddress>anna@contoso.com</t:PrimarySmtpAddress>');
    expect(sent[0]?.body).toContain('MaxEntriesReturned="1"');
  });

  test('cannot', async () => {
    expect(await ask(soap(fault('ErrorNonExistentMailbox', 'x'), { status: 500 })).result()).toMatchObject({ code: 'mailbox-not-found', params: { mailbox: 'anna@contoso.com' } });
  });

  test('is not asked any more', async () => {
    const { result, stop } = ask();
    stop.abort(new Error('cancelled'));
    await expect(result()).rejects.toThrow('cancelled');
  });
});
