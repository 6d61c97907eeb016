import { clouds, type Cloud } from '../../../../contract/clouds.ts';
import type { Access, Provider, ProviderAuthMethod, ProviderInput, ProviderName } from '../../../../contract/external-providers.ts';
import { providerPlace } from '../../../../contract/provider-place.ts';
import type { SecretSource } from '../../../../contract/secret-source.ts';
import type { DoctorSetup } from '../../../parts/use-paste-doctor.tsx';

/** What the form holds: the values of both methods. An empty secret keeps the stored one. */
export interface ProviderValues {
  authMethod: ProviderAuthMethod;
  access: Access;
  cloud: Cloud;
  server: string;
  username: string;
  password: string;
  tenantId: string;
  applicationId: string;
  clientSecret: string;
  /** A day, as 2028-11-24, or empty. */
  clientSecretExpiresAt: string;
  /** Whose secret is taken on the server, or empty. */
  clientSecretFrom: SecretSource | '';
  scope: string;
}

/** The form's values of what is stored. */
export function valuesOf({ authMethod, access, cloud, server, username, tenantId, applicationId, clientSecretExpiresAt, scope }: Provider): ProviderValues {
  const day = clientSecretExpiresAt?.slice(0, 10) ?? '';
  return { authMethod, access, cloud, server, username, password: '', tenantId, applicationId, clientSecret: '', clientSecretExpiresAt: day, clientSecretFrom: '', scope };
}

/** The body of a save; the contract says whether it holds. */
export function inputOf({ password, clientSecret, clientSecretExpiresAt, clientSecretFrom, ...values }: ProviderValues): ProviderInput {
  return {
    ...values,
    password: password || null,
    clientSecret: clientSecret || null,
    clientSecretExpiresAt: clientSecretExpiresAt === '' ? null : `${clientSecretExpiresAt}T00:00:00.000Z`,
    clientSecretFrom: clientSecretFrom || null,
  } as ProviderInput;
}

type Place = Pick<ProviderValues, 'access' | 'cloud' | 'server' | 'scope'>;

const everyPlace = (['ews', 'graph'] as const).flatMap((access) => (Object.keys(clouds) as Cloud[]).map((cloud) => providerPlace(access, cloud)));

/** What changes with access or cloud: server and scope of the new place, where nobody has edited them. */
export function inPlace({ access, cloud }: Pick<Place, 'access' | 'cloud'>, { server, scope }: Pick<Place, 'server' | 'scope'>): Place {
  const to = providerPlace(access, cloud);
  const isUntouched = (name: 'server' | 'scope', value: string) => value === '' || everyPlace.some((place) => place[name].toLowerCase() === value.toLowerCase());
  return { access, cloud, server: isUntouched('server', server.trim()) ? to.server : server, scope: isUntouched('scope', scope.trim()) ? to.scope : scope };
}

/** The place that goes with a method: the one that was chosen for it before. A password goes to a server of one's own, which nobody can guess. */
export function placeFor(method: ProviderAuthMethod, name: ProviderName, { cloud, scope }: Place, before: Place | undefined): Place {
  if (before) return before;
  if (method === 'basic') return { access: 'ews', cloud, server: '', scope };
  return inPlace({ access: name === 'exchange-calendar' ? 'graph' : 'ews', cloud }, { server: '', scope });
}

/** What the paste doctor looks at. */
export const doctorSetup: DoctorSetup<ProviderValues> = {
  fields: { emailAddress: 'username', applicationId: 'applicationId', tenantId: 'tenantId', clientSecret: 'clientSecret' },
  read: (values) => ({ ...values, emailAddress: values.username, isApplication: true }),
  inCloud: (cloud, values) => inPlace({ access: values.access, cloud }, values),
};
