import type { Params } from '../../../contract/diagnosis.ts';

const guid = String.raw`[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}`;
const domain = String.raw`(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,5}[a-z]{2,24}`;
const address = String.raw`[\w.+-]{1,64}@${domain}`;

const applicationId = new RegExp(String.raw`(?:\bidentifier|\bapplication(?: with (?:identifier|ID))?|\bapp|\bapp_?id|client_?id)["'\s:=(]{1,5}(${guid})`, 'i');
const tenantId = new RegExp(String.raw`(?:\bdirectory|\btenant(?: named)?|\btenant_?id|\btid)["'\s:=(]{1,5}(${guid}|${domain})|login\.microsoftonline\.(?:com|us)/(${guid}|${domain})/`, 'i');
const sender = new RegExp(String.raw`(${address}) not allowed to send as (${address})`, 'i');
const asked = new RegExp(String.raw`requested user '(${address})'|Resource '(${address})' does not exist`, 'i');
const whither = [
  new RegExp(String.raw`(?:ENOTFOUND|EAI_AGAIN)\s(${domain})(?::(\d{1,5}))?\b`, 'i'),
  new RegExp(String.raw`(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET)\s((?:\d{1,3}\.){3}\d{1,3}|${domain}):(\d{1,5})\b`, 'i'),
  new RegExp(String.raw`(?:resolve host:?|is known\.?|refused it\.?|connect(?:ed|ion)? to|Host:|UnknownHostException:)\s\(?(${domain}|(?:\d{1,3}\.){3}\d{1,3})(?:(?::|\sport\s)(\d{1,5}))?\b`, 'i'),
];
const wrapper = new RegExp(String.raw`(?:relay=|server |host )(${domain})\[[\d.:a-f]{3,40}\](?::(\d{1,5}))?[^\n]{0,120}$`, 'i');

/** What an answer names for certain: ids, addresses, host and port. `before` is the text in front of it. */
export function paramsOf(answer: string, before: string): Params {
  const near = `${before.slice(-300)} ${answer}`;
  const application = applicationId.exec(answer) ?? applicationId.exec(near);
  const tenant = tenantId.exec(answer) ?? tenantId.exec(near);
  const denied = sender.exec(answer);
  const user = asked.exec(answer);
  const place = whither.map((pattern) => pattern.exec(near)).find((found) => found !== null) ?? wrapper.exec(before.slice(-300));
  return {
    ...(application?.[1] && { applicationId: application[1] }),
    ...(tenant && { tenantId: tenant[1] ?? tenant[2] ?? '' }),
    ...(denied?.[1] && denied[2] && { account: denied[1], mailbox: denied[2] }),
    ...(user && { mailbox: user[1] ?? user[2] ?? '' }),
    ...(place?.[1] && { host: place[1] }),
    ...(place?.[2] && { port: Number(place[2]) }),
  };
}

/** What all of them agree on. */
export function agreed(one: Params, other: Params): Params {
  return Object.fromEntries(Object.entries({ ...other, ...one }).filter(([name, value]) => (one[name] ?? value) === (other[name] ?? value)));
}
