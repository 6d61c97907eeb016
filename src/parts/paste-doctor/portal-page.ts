import type { Found } from './found.ts';
import { guid } from './ids.ts';

const between = String.raw`(?:\s*(?:copy to clipboard|in (?:die )?zwischenablage kopieren))?[^\p{L}\p{N}]{0,12}`;
const after = (label: string) => new RegExp(`(?:${label})${between}(${guid})`, 'iu');
const application = after(String.raw`application \(client\) id|anwendungs-?id \(client\)|application id|anwendungs-?id|client id`);
const tenant = after(String.raw`directory \(tenant\) id|verzeichnis-?id \(mandant\)|directory id|verzeichnis-?id|tenant id|mandanten-?id`);
const otherId = after('(?<object>object id|objekt-?id)|secret id|geheime id|geheimnis-?id');

// As Entra makes secrets: three characters, a digit, “Q~”, and 31 to 34 more. Nothing may stand between it and the Secret ID.
const shaped = new RegExp(String.raw`[\w.~-]{3}\dQ~[\w.~-]{31,34}?(?=${guid}|[^\w.~-]|$)`);
// A secret of another shape, in the column before its id.
const inRow = new RegExp(String.raw`\s([^\s*•●]{16,})\s+${guid}`);
const date = /(?<!\d)(?:(20\d\d)-(\d\d)-(\d\d)|(\d{1,2})([./])(\d{1,2})\5(20\d\d))/;
const secretId = /secret id|geheime id|geheimnis-?id/i;

/** The values of a page of the registration, overview or secrets, with its labels; line breaks may be lost. */
export function readPortalPage(text: string): Found {
  const [, applicationId] = application.exec(text) ?? [];
  const [, tenantId] = tenant.exec(text) ?? [];
  return { ...(applicationId && { applicationId }), ...(tenantId && { tenantId }), ...readSecretRow(text) };
}

/** Whose id it is, when the label before it names neither application nor tenant. */
export function otherIdIn(text: string): 'object' | 'secret' | null {
  const found = otherId.exec(text);
  if (!found) return null;
  return found.groups?.['object'] ? 'object' : 'secret';
}

// A row of “Certificates & secrets”: Description, Expires, Value, Secret ID.
function readSecretRow(text: string): Found {
  const day = date.exec(text);
  const isRow = new RegExp(guid).test(text) && (day !== null || secretId.test(text));
  if (!isRow) return {};
  const clientSecret = shaped.exec(text)?.[0] ?? inRow.exec(text)?.[1];
  if (!clientSecret) return {};
  const clientSecretExpiresAt = day && isoDay(day);
  return { clientSecret, ...(clientSecretExpiresAt && { clientSecretExpiresAt }) };
}

// The portal writes dates as its language does; with slashes month and day may change places, and what could be both is left out.
function isoDay([, year, month, day, first, mark, second, yearAfter]: RegExpExecArray): string | null {
  if (year) return `${year}-${month}-${day}`;
  const [a, b] = [Number(first), Number(second)];
  if (mark === '/' && a <= 12 && b <= 12 && a !== b) return null;
  const monthIsFirst = mark === '/' && a <= 12;
  const parts = monthIsFirst ? [a, b] : [b, a];
  return [yearAfter, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}
