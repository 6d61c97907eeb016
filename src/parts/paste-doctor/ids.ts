/** An id as a piece of a regular expression; in either case, since a pattern may need to be strict elsewhere. */
export const guid = '[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}';
const whole = new RegExp(`^${guid}$`);
const domainPattern = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z][a-z0-9-]*[a-z0-9]$/i;
const addressPattern = /^[^\s@<>()[\]\\,;:"']+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;
const freeMail = /^(?:outlook|hotmail|live|msn|gmail|googlemail|yahoo|gmx|web|t-online|icloud|aol|freenet|proton|protonmail)\.[a-z]{2,3}(?:\.[a-z]{2})?$/i;
const personal = /^(?:outlook|hotmail|live|msn)\./i;

export function isGuid(text: string): boolean {
  return whole.test(text);
}

export function isDomain(text: string): boolean {
  return domainPattern.test(text);
}

export function isAddress(text: string): boolean {
  return addressPattern.test(text);
}

/** The one id that stands in this text, whatever is around it; null for none and for several. */
export function guidIn(text: string): string | null {
  const compact = text.replaceAll(/\s/g, '');
  const found = new Set(compact.match(new RegExp(guid, 'g')));
  if (found.size === 1) return [...found][0] ?? null;
  const digits = /^[{("']*([0-9a-f]{32})[)}"']*$/i.exec(compact)?.[1];
  return digits && found.size === 0 ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : null;
}

/** The domain of an address that belongs to an organization; null for one of a provider of free mail. */
export function ownDomain(address: string): string | null {
  const domain = domainOf(address);
  return domain && isDomain(domain) && !freeMail.test(domain) ? domain : null;
}

/** Is this the address of a personal Microsoft account? */
export function isPersonal(address: string): boolean {
  const domain = domainOf(address);
  return personal.test(domain) && freeMail.test(domain);
}

function domainOf(address: string): string {
  const text = address.trim();
  return isAddress(text) ? text.slice(text.lastIndexOf('@') + 1).toLowerCase() : '';
}
