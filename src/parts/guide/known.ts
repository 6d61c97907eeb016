import { isTenantAlias } from '../../../contract/tenant-alias.ts';

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^[\w-]+(?:\.[\w-]+)+$/;

const given = (value: string, ...forms: readonly RegExp[]) => (forms.some((form) => form.test(value.trim())) ? value.trim() : '');

/** Values to go by, without the blanks around them: what is only half typed counts as not known, so that it gets into no link and no script. */
export const known = {
  address: (value: string | null) => given(value ?? '', address),
  id: (value: string) => given(value, guid),
  host: (value: string) => given(value, domain),
  tenant: (value: string) => (isTenantAlias(value.trim()) ? value.trim() : given(value, domain, guid)),
};
