import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { offer, owner, retry, type Params } from '../diagnosis.ts';
import { connectionExplanations } from './connection.ts';
import { exchangeExplanations } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import { identityExplanations } from './identity.ts';
import { mailExplanations } from './mail.ts';
import type { Match } from './match.ts';
import { noticeExplanations } from './notices.ts';
import { otherExplanations } from './other.ts';
import { pop3Explanations } from './pop3.ts';
import { providerExplanations } from './providers.ts';
import { renderDiagnosis } from './render.ts';
import { signInExplanations } from './sign-in.ts';
import { explanations, explanationsVersion } from './table.ts';

const entries = Object.entries<Explanation>(explanations);
const names = z.array(z.string().check(z.minLength(3)));
const patterns = z.array(z.instanceof(RegExp));
const statuses = z.array(z.union([z.number(), z.enum(['3xx', '5xx'])]));

const match = z.strictObject({
  aadsts: z.optional(z.array(z.int().check(z.minimum(10_000), z.maximum(99_999_999)))),
  oauth: z.optional(names),
  smtp: z.optional(patterns),
  pop3: z.optional(patterns),
  imap: z.optional(patterns),
  ews: z.optional(names),
  graph: z.optional(names),
  status: z.optional(z.partial(z.strictObject({ identity: statuses, ews: statuses, graph: statuses, webhook: statuses }))),
  network: z.optional(names),
  failure: z.optional(names),
  words: z.optional(patterns),
  insteadOf: z.optional(z.array(z.strictObject({ code: z.enum(Object.keys(explanations)), at: z.string() }))),
  unknown: z.optional(z.string()),
  onlyCheck: z.optional(z.literal(true)),
}).check(z.refine((one) => Object.keys(one).length > 0, 'it claims nothing'));

const sentence = z.strictObject({ en: z.string().check(z.regex(/[.:]$/)), de: z.string().check(z.regex(/[.:]$/)) });
const name = z.strictObject({ en: z.string().check(z.minLength(1)), de: z.string().check(z.minLength(1)) });
const script = z.union([z.string(), z.custom<(params: Params) => string>((value) => typeof value === 'function')]);

const explanation = z.strictObject({
  match,
  source: z.string().check(z.minLength(5)),
  owner,
  retry,
  cause: sentence,
  fix: sentence,
  link: z.optional(z.strictObject({ to: z.string(), text: name })),
  offer: z.optional(offer),
  script: z.optional(script),
  tries: z.optional(z.array(z.strictObject({ what: sentence, script: z.optional(z.string()) }))),
  pointer: z.optional(z.string().check(z.regex(/^\/\w/))),
  retryAfterMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(1440))),
});

// What is given to the sentences of each kind: server/app/diagnosis, and the settings of the function that is checked.
const ofApplication = ['cloud', 'tenantId', 'applicationId', 'permission', 'api'];
const given: readonly (readonly [object, readonly string[]])[] = [
  [connectionExplanations, ['host', 'port', 'detail', 'subject', 'issuer', 'validTo', 'seconds']],
  [identityExplanations, [...ofApplication, 'host', 'error']],
  [signInExplanations, [...ofApplication, 'address', 'claim', 'granted']],
  [mailExplanations, [...ofApplication, 'objectId', 'host', 'command', 'mailbox', 'account', 'to']],
  [pop3Explanations, [...ofApplication, 'objectId', 'host', 'port', 'detail', 'subject', 'command', 'mailbox', 'account']],
  [exchangeExplanations, [...ofApplication, 'host', 'port', 'detail', 'server', 'status', 'error', 'mailbox', 'account', 'minutes', 'offers', 'location']],
  [providerExplanations, ['failed', 'total']],
  [noticeExplanations, ['host', 'port', 'detail', 'status', 'seconds', 'command']],
  [otherExplanations, [...ofApplication, 'error', 'mailbox']],
];

const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => hole))].sort();
const sentencesOf = ({ cause, fix, tries = [] }: Explanation) => [cause, fix, ...tries.map(({ what }) => what)];

describe('the table', () => {
  test('has a version, at least 80 entries that come from an answer, and its parts are whole', () => {
    expect(Date.parse(explanationsVersion)).not.toBeNaN();
    expect(entries.filter(([, { match: found }]) => !found.onlyCheck && !found.unknown).length).toBeGreaterThanOrEqual(80);
    expect(given.flatMap(([part]) => Object.keys(part)).sort()).toEqual(entries.map(([code]) => code).sort());
  });

  test.each(entries)('%s has everything that an explanation needs', (_code, entry) => {
    expect(z.safeParse(explanation, entry).error?.issues ?? []).toEqual([]);
  });

  test.each(entries)('%s names the same in both languages, and only what is given', (code, entry) => {
    const allowed = given.find(([part]) => Object.hasOwn(part, code))?.[1];
    const scripts = [entry.script, ...(entry.tries ?? []).map(({ script: look }) => look)].filter((one) => typeof one === 'string');
    for (const { en, de } of sentencesOf(entry)) expect(holes(de)).toEqual(holes(en));
    for (const text of [...sentencesOf(entry).map(({ en }) => en), ...scripts]) expect(allowed).toEqual(expect.arrayContaining(holes(text)));
  });

  test('no two entries claim the same answer', () => {
    const claims = entries.flatMap(([, { match: found }]) => claimsOf(found));
    expect(claims.filter((claim, at) => claims.indexOf(claim) !== at)).toEqual([]);
  });

  // A pasted text does not say of which mailbox, application and server it speaks: nobody reads a hole.
  const fromAnswers = entries.filter(([, { match: found }]) => Object.keys(found).some((kind) => !['onlyCheck', 'failure', 'insteadOf', 'status'].includes(kind)));
  test.each(fromAnswers)('%s reads well where nothing is known but the answer', (code) => {
    for (const language of ['en', 'de'] as const) {
      const { cause, fix, tries = [] } = renderDiagnosis({ code, params: {} }, language);
      for (const text of [cause, fix, ...tries.map(({ what }) => what)]) expect(text).not.toMatch(/[{}[\]|]|undefined| {2}| [.,:;]|\(\)/);
    }
  });
});

function claimsOf(match: Match): string[] {
  const { status = {}, insteadOf = [], unknown, onlyCheck: _, ...lists } = match;
  return [
    ...Object.entries(lists).flatMap(([kind, list]) => list.map((one) => `${kind} ${one}`)),
    ...Object.entries(status).flatMap(([service, list]) => list.map((one) => `${service} ${one}`)),
    ...insteadOf.map(({ code, at }) => `${code} at ${at}`),
    ...(unknown ? [`unknown ${unknown}`] : []),
  ];
}
