import { fileURLToPath } from 'node:url';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { describe, expect, test } from 'vitest';
import type { Cloud } from '../contract/clouds.ts';
import { renderDiagnosis } from '../contract/explanations/render.ts';
import { explanations } from '../contract/explanations/table.ts';
import { allowEwsScript, applicationScopeScript, impersonationScript } from '../contract/powershell-ews.ts';
import { ewsPasswordScript, publicFoldersScript } from '../contract/powershell-exchange-server.ts';
import { pop3AccessScripts } from '../contract/powershell-pop3.ts';
import { allowSendAs, allowSmtp, enterpriseAppScript, sendAsScript, servicePrincipalScript, smtpAuthScript } from '../contract/powershell.ts';

// Every script that is handed out, read by a grammar of PowerShell: whatever somebody typed, it is read as the same program with other strings.

await Parser.init();
const parser = new Parser().setLanguage(await Language.load(fileURLToPath(import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'))));

const hostile = [
  "x'; Remove-Mailbox *; '",
  "''",
  "'",
  '\u2019; Remove-Mailbox *; \u2018',
  '\u201a\u201b\u2018\u2019',
  '\u201cx\u201d\u201e',
  '"$(Remove-Mailbox *)"',
  '$(Remove-Mailbox *)',
  '`',
  "`'",
  'a\nRemove-Mailbox *',
  'a\r\nRemove-Mailbox *\r\n',
  '\u2028Remove-Mailbox *\u2029\u0085',
  "'@\nRemove-Mailbox *\n@'",
  '"@\nRemove-Mailbox *\n@"',
  '#> Remove-Mailbox * <#',
  '--%',
  '-Confirm:$false',
  '{mailbox}{objectId}$&$1',
  '\u202E\u200F\u2066x\uFEFF',
  '\u0007\u001b[31m',
  '\u2013Confirm \u2014x \u2015y',
  '& | ; , @ ( ) { } % ? * < >',
  'ü日本語😀',
  `${"'".repeat(999)}x`,
  'x '.repeat(25_000),
];

/** Each script, with this value wherever one can be. */
function scripts(cloud: Cloud, value: string): [string, string][] {
  const all = { cloud, tenantId: value, applicationId: value, objectId: value, mailbox: value, account: value };
  const params = { ...all, server: value, permission: value, api: value };
  const explained = Object.keys(explanations).flatMap((code) => {
    const { script, tries = [] } = renderDiagnosis({ code, params }, 'en');
    return [script, ...tries.map((one) => one.script)].flatMap((text, at): [string, string][] => (text === undefined ? [] : [[`${code} ${at}`, text]]));
  });
  const mailboxes = [value, 'b@contoso.com', value];
  const known = pop3AccessScripts({ ...all, mailboxes });
  const unknown = pop3AccessScripts({ ...all, objectId: null, mailboxes });
  return [
    ['allowSmtp', allowSmtp(value)],
    ['allowSendAs', allowSendAs(value, value)],
    ['smtpAuthScript', smtpAuthScript(all)],
    ['sendAsScript', sendAsScript(all)],
    ['enterpriseAppScript', enterpriseAppScript(all)],
    ['servicePrincipalScript', servicePrincipalScript(all)],
    ['allowEwsScript', allowEwsScript(all)],
    ['applicationScopeScript', applicationScopeScript({ ...all, role: 'Application EWS.AccessAsApp' })],
    ['impersonationScript', impersonationScript(all)],
    ['ewsPasswordScript', ewsPasswordScript()],
    ['publicFoldersScript', publicFoldersScript(all)],
    ['publicFoldersScript on premises', publicFoldersScript({ ...all, cloud: null })],
    ['pop3AccessScripts', known.exchange],
    ['pop3AccessScripts, object ID unknown', unknown.exchange],
    ['pop3AccessScripts, its finding', unknown.graph ?? ''],
    ...explained,
  ];
}

function parse(script: string): Node {
  // This grammar does not know that words of a list may stand without quotes, as PowerShell does.
  const inQuotes = script.replace(/(\| Format-(?:List|Table)) (\w+(?:, \w+)+)$|(\| Format-(?:List|Table)) (\w+(?:, \w+)+)(?= \})/gm, (_all, a = '', first = '', b = '', second = '') => `${a || b} ${(first || second).replace(/\w+/g, "'$&'")}`);
  const tree = parser.parse(inQuotes);
  if (!tree) throw new Error('not parsed');
  return tree.rootNode;
}

/** The strings in single quotes, as PowerShell takes them. */
function stringsOf(root: Node): string[] {
  return root.descendantsOfType('verbatim_string_characters').map((node) => (node?.text ?? '').slice(1, -1).replace(/(['\u2018\u2019\u201a\u201b])['\u2018\u2019\u201a\u201b]/g, '$1'));
}

const placeholder = 'a harmless value';
const harmless = new Map(scripts('global', placeholder).map(([name, script]) => [name, parse(script)]));

test('there is every explanation with a command among them', () => {
  expect([...harmless.keys()].filter((name) => name.startsWith('pop3-app-refused')).length).toBeGreaterThan(10);
});

test.each([...harmless])('%s is a program', (_name, root) => {
  expect(root.hasError).toBe(false);
});

/** Those of the scripts that do not hold what `is` asks for. */
function failing(all: [string, string][], is: (root: Node, name: string) => boolean): string[] {
  return all.filter(([name, script]) => !is(parse(script), name)).map(([name]) => name);
}

describe.each(hostile.map((value) => [value.slice(0, 40), value] as const))('%j', (_shown, value) => {
  const all = scripts('global', value);

  test('leaves each script the same program', () => {
    expect(failing(all, (root, name) => !root.hasError && root.toString() === harmless.get(name)?.toString())).toEqual([]);
  });

  test('is a string in it, exactly', () => {
    for (const [name, script] of all) {
      const before = harmless.get(name);
      expect({ name, strings: stringsOf(parse(script)) }).toEqual({ name, strings: before && stringsOf(before).map((text) => text.replaceAll(placeholder, () => value)) });
    }
  });
});

test.each(['2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', '12345678-0000-4000-8000-000000000000', 'orders@contoso.com', 'contoso.onmicrosoft.com', "o'neill@contoso.com"])('with %s they are programs', (value) => {
  expect(failing(scripts('global', value), (root) => !root.hasError)).toEqual([]);
});

test('a NUL goes', () => {
  expect(scripts('global', 'a\u0000b').filter(([, script]) => script.includes('\u0000'))).toEqual([]);
});

test.each(['us-gov-high', 'us-gov-dod', 'china'] as const)('in the cloud %s they are programs, too', (cloud) => {
  expect(failing(scripts(cloud, placeholder), (root) => !root.hasError)).toEqual([]);
});
