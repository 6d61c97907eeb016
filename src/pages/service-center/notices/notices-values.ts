import type { Encryption } from '../../../../contract/email-forwarding.ts';
import type { Language } from '../../../../contract/fields.ts';
import type { Notices, NoticesInput } from '../../../../contract/notices.ts';

/** What the form holds. An empty secret keeps the stored one. */
export interface NoticesValues {
  language: Language;
  webhook: { enabled: boolean; url: string; signingSecret: string };
  mail: { enabled: boolean; smtp: { host: string; port: number; encryption: Encryption }; username: string; password: string; from: string; to: string };
}

const usualPort = 587;

/** The form's values of what is stored; where nothing is, notices are in the language of who sets them up. */
export function valuesOf({ configured, language, webhook, mail }: Notices): NoticesValues {
  const own = document.documentElement.lang === 'de' ? 'de' : 'en';
  return {
    language: configured ? language : own,
    webhook: { enabled: webhook.enabled, url: webhook.url, signingSecret: '' },
    mail: { enabled: mail.enabled, smtp: mail.smtp, username: mail.username, password: '', from: mail.from, to: mail.to.join('\n') },
  };
}

/** The body of a save; the contract says whether it holds. What is switched off is not looked at. */
export function inputOf({ language, webhook, mail }: NoticesValues): NoticesInput {
  const { smtp } = mail;
  return {
    language,
    webhook: { ...webhook, signingSecret: webhook.signingSecret || null },
    mail: { ...mail, smtp: mail.enabled || !Number.isNaN(smtp.port) ? smtp : { ...smtp, port: usualPort }, password: mail.password || null, to: addressesOf(mail.to) },
  } as NoticesInput;
}

/** The addresses of a list, one a line or with commas or semicolons between. */
export function addressesOf(text: string): string[] {
  return text.split(/[\n,;]/).map((address) => address.trim()).filter((address) => address !== '');
}

/** A new signing secret: 32 random bytes as Standard Webhooks writes them. */
export function newSigningSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
}
