import { expect, test } from 'vitest';
import type { Explanation } from './explanation.ts';
import { explanations, renderDiagnosis } from './render.ts';

const scripts = Object.entries<Explanation>(explanations).flatMap(([code, { script }]) => (script === undefined ? [] : [[code, script] as const]));

test.each(scripts)('%s: what somebody typed stays one argument', (code, script) => {
  const evil = "x' -Confirm:$false; Remove-Mailbox 'y\u2019";
  const quoted = "'x'' -Confirm:$false; Remove-Mailbox ''y\u2019\u2019'";
  const params = Object.fromEntries(['mailbox', 'account', 'applicationId', 'objectId', 'tenantId'].map((name) => [name, evil]));
  expect(renderDiagnosis({ code, params }, 'en').script).toBe(script.replace(/\{\w+\}/g, () => quoted));
});
