import { expect, test } from 'vitest';
import type { Explanation } from './explanation.ts';
import { renderDiagnosis } from './render.ts';
import { explanations } from './table.ts';

const scripts = Object.entries<Explanation>(explanations).flatMap(([code, { script }]) => (script === undefined ? [] : [[code, script] as const]));
const names = ['mailbox', 'account', 'applicationId', 'objectId', 'tenantId'];
const rendered = (code: string, value: string) => renderDiagnosis({ code, params: Object.fromEntries(names.map((name) => [name, value])) }, 'en').script ?? '';
const evil = "x' -Confirm:$false; Remove-Mailbox 'y\u2019";

test.each(scripts.filter((one): one is [string, string] => typeof one[1] === 'string'))('%s: what somebody typed stays one argument', (code, script) => {
  const quoted = "'x'' -Confirm:$false; Remove-Mailbox ''y\u2019\u2019'";
  expect(rendered(code, evil)).toBe(script.replace(/\{\w+\}/g, () => quoted));
});

test.each(scripts.filter(([, script]) => typeof script !== 'string'))('%s: what somebody typed stays in its string', (code) => {
  const outside = (script: string) => script.replace(/['\u2018\u2019\u201a\u201b](?:[^'\u2018\u2019\u201a\u201b]|['\u2018\u2019\u201a\u201b]{2})*['\u2018\u2019\u201a\u201b]/g, "''");
  expect(outside(rendered(code, evil))).toBe(outside(rendered(code, 'x y')));
});
