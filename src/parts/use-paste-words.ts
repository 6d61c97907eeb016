import { useLingui } from '@lingui/react/macro';
import type { Changes, DoctorField, Finding, Fix } from './paste-doctor/finding.ts';
import { useCloudNames } from './use-cloud-names.ts';

interface PasteWords {
  /** What is wrong. */
  sentence: (finding: Finding) => string;
  /** What the button of a fix says, and what is read out once it is done. */
  button: (fix: Fix) => { name: string; done: string };
}

/** The paste doctor's words. `address`: what the form calls the field of the address, where that is another name. */
export function usePasteWords(address?: string): PasteWords {
  const { t, i18n } = useLingui();
  const clouds = useCloudNames();
  const fields: Record<Exclude<keyof Changes, undefined>, string> = {
    applicationId: t`Application ID`,
    tenantId: t`Tenant ID`,
    clientSecret: t`Client Secret`,
    clientSecretExpiresAt: t`Secret expires on`,
    emailAddress: address ?? t`E-mail address`,
    signInAs: t`Sign in as`,
    cloud: t`Cloud`,
  };

  const sentence = (finding: Finding): string => {
    switch (finding.kind) {
      case 'portal-page':
        return t`This was copied from the portal together with its labels.`;
      case 'web-address':
        return t`This is an address of Microsoft’s; what is needed stands in it.`;
      case 'command-output':
        return t`This holds names and values together, as a command or a file shows them.`;
      case 'invisible':
        return t`This contains invisible characters, often from a paste.`;
      case 'dashes':
        return t`The dashes in it are no hyphens; word processors and mail programs change them.`;
      case 'full-width':
        return t`Some of its characters are full-width ones.`;
      case 'look-alikes': {
        const { letters, script } = finding.params;
        return script === 'cyrillic' ? t`Some of its letters are Cyrillic and only look like Latin ones: ${letters}` : t`Some of its letters are Greek and only look like Latin ones: ${letters}`;
      }
      case 'decorated':
        return t`Only the value itself belongs here, without what stands around it.`;
      case 'placeholder':
        return t`This stands for a value in an example. Enter your own one.`;
      case 'address-in-application':
        return t`This is an e-mail address, not an ID.`;
      case 'address-in-tenant':
        return t`This is an e-mail address, not a tenant.`;
      case 'tenant-in-application':
        return t`This names a tenant, not an application.`;
      case 'swapped':
        return t`This names a tenant, and Tenant ID holds an ID: they seem to be swapped.`;
      case 'same-id':
        return t`Application ID and Tenant ID are the same, so one of them is wrong. The overview page of the registration shows both.`;
      case 'other-id':
        return finding.params.name === 'object' ? t`This is the Object ID; another ID is needed here.` : t`This is the Secret ID; another ID is needed here.`;
      case 'microsoft-id': {
        const { name } = finding.params;
        return t`This is the ID of ${name} itself. Enter the one of your app registration.`;
      }
      case 'personal-tenant':
        return t`This ID stands for all personal accounts; the name for it is consumers.`;
      case 'other-cloud': {
        const cloud = clouds[finding.params.cloud];
        return t`This tenant belongs to another cloud than the chosen one: ${cloud}.`;
      }
      case 'alias': {
        const { alias } = finding.params;
        return t`${alias} is no tenant of its own. Without a sign-in, the ID or a domain of your tenant is needed.`;
      }
      case 'secret-id':
        return t`This is the Secret ID. What is needed stands in the column Value; the portal shows it only right after the secret was made.`;
      case 'masked':
        return t`The portal hides a secret once its page was left. Make a new one there, and copy it from the column Value at once.`;
      case 'short-secret':
        return t`This is shorter than a client secret is. Was all of it copied?`;
      case 'secret-unwanted':
        return t`This is a client secret. This Auth Method needs none.`;
    }
  };

  const button = (fix: Fix): { name: string; done: string } => {
    switch (fix.kind) {
      case 'fill-in': {
        const filled = (Object.keys(fields) as (keyof Changes)[]).filter((name) => fix.changes[name]).map((name) => fields[name]);
        const list = new Intl.ListFormat(i18n.locale).format(filled);
        return { name: t`Fill in ${list}`, done: t`Filled in: ${list}.` };
      }
      case 'use': {
        const { value } = fix.params;
        return { name: t`Use ${value}`, done: t`Entered: ${value}.` };
      }
      case 'swap':
        return { name: t`Swap them`, done: t`Swapped.` };
      case 'move': {
        const field = nameOf(fix.params.field);
        return { name: t`Move it to ${field}`, done: t`Moved to ${field}.` };
      }
      case 'clear':
        return { name: t`Clear it`, done: t`Cleared.` };
      case 'clear-field': {
        const field = nameOf(fix.params.field);
        return { name: t`Clear ${field}`, done: t`Cleared: ${field}.` };
      }
      case 'remove':
        return { name: t`Remove them`, done: t`Removed.` };
      case 'correct':
        return { name: t`Correct it`, done: t`Corrected.` };
      case 'choose-cloud': {
        const cloud = clouds[fix.params.cloud];
        return { name: t`Choose ${cloud}`, done: t`Chosen: ${cloud}.` };
      }
    }
  };
  const nameOf = (field: DoctorField) => fields[field];
  return { sentence, button };
}
