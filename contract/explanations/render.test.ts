import { describe, expect, test } from 'vitest';
import type { Params } from '../diagnosis.ts';
import { evidence } from './evidence.ts';
import type { Explanation, Sentence } from './explanation.ts';
import { quoteForPowerShell } from '../powershell.ts';
import { renderDiagnosis, renderEvidence } from './render.ts';
import { explanations } from './table.ts';

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]).sort();

describe('explanations', () => {
  test.each(Object.entries<Explanation>(explanations))('%s says the same in both languages', (_code, { cause, fix, tries = [] }: Explanation) => {
    expect([...new Set(holes(cause.de))]).toEqual([...new Set(holes(cause.en))]);
    expect([...new Set(holes(fix.de))]).toEqual([...new Set(holes(fix.en))]);
    for (const { what } of tries) expect([...new Set(holes(what.de))]).toEqual([...new Set(holes(what.en))]);
  });

  test.each(Object.entries<Sentence | ((params: Params) => Sentence)>(evidence).filter((one): one is [string, Sentence] => typeof one[1] !== 'function'))('%s has the same values in both languages', (_code, { en, de }) => {
    expect(holes(de)).toEqual(holes(en));
  });

  test('a mailbox with SMTP AUTH off gets the command, filled in', () => {
    const found = renderDiagnosis({ code: 'smtp-auth-disabled-mailbox', params: { mailbox: 'pbx@contoso.com', account: 'pbx@contoso.com' }, raw: '535 5.7.139 …' }, 'en');
    expect(found).toMatchObject({
      owner: 'exchange-admin',
      script: 'Set-CASMailbox -Identity pbx@contoso.com -SmtpClientAuthenticationDisabled $false',
      retryAfterMinutes: 60,
      raw: '535 5.7.139 …',
    });
  });

  test('reasons to try come in order, each with its command, quoted', () => {
    const params = { mailbox: "o'neill@contoso.com", applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', objectId: '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90', permission: 'POP.AccessAsApp' };
    const { tries = [] } = renderDiagnosis({ code: 'pop3-app-refused', params }, 'en');
    expect(tries.map(({ script }) => script)).toEqual([
      'Get-ServicePrincipal | Where-Object AppId -eq 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4 | Format-List DisplayName, AppId, ObjectId',
      'Get-ServicePrincipal | Where-Object AppId -eq 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4 | Where-Object ObjectId -ne 5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90 | Format-List AppId, ObjectId',
      "Get-MailboxPermission -Identity 'o''neill@contoso.com' -User (Get-ServicePrincipal | Where-Object AppId -eq 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4).Identity",
      "Get-CASMailbox -Identity 'o''neill@contoso.com' | Format-List PopEnabled",
      "Get-Mailbox -Identity 'o''neill@contoso.com' | Format-List PrimarySmtpAddress, RecipientTypeDetails, SKUAssigned",
      undefined,
    ]);
  });

  test('what a newer version stored is still a sentence', () => {
    expect(renderDiagnosis({ code: 'from-the-future', params: {} }, 'de').cause).toContain('from-the-future');
    expect(renderEvidence({ code: 'constructor', params: {} }, 'en')).toBe('constructor');
  });
});

test.each([
  ['pbx@contoso.com', 'pbx@contoso.com'],
  ["o'neill@contoso.com", "'o''neill@contoso.com'"],
  ['x’; Remove-Mailbox y', "'x’’; Remove-Mailbox y'"],
  ['$(Get-Date)', "'$(Get-Date)'"],
  ['-Force', "'-Force'"],
])('%s is one argument for PowerShell', (value, quoted) => {
  expect(quoteForPowerShell(value)).toBe(quoted);
});
