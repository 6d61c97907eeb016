import { describe, expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { quoteForPowerShell } from '../powershell.ts';
import { explanations, renderDiagnosis, renderEvidence } from './render.ts';

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]).sort();

describe('explanations', () => {
  test.each(Object.entries(explanations))('%s says the same in both languages', (_code, { cause, fix }) => {
    expect([...new Set(holes(cause.de))]).toEqual([...new Set(holes(cause.en))]);
    expect([...new Set(holes(fix.de))]).toEqual([...new Set(holes(fix.en))]);
  });

  test.each(Object.entries(evidence))('%s has the same values in both languages', (_code, { en, de }) => {
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
