import { clouds, type Cloud } from '../../../../../contract/clouds.ts';
import type { MailHandling, Pilot, PilotAuthMethod, PilotInput, PilotType } from '../../../../../contract/contact-center.ts';
import { pop3Place, pop3Port, type Pop3Encryption } from '../../../../../contract/pop3-place.ts';
import type { SecretSource } from '../../../../../contract/secret-source.ts';
import type { DoctorSetup } from '../../../../parts/use-paste-doctor.tsx';

/** What the form holds: the values of every type and method. An empty secret keeps the stored one. */
export interface PilotValues {
  type: PilotType;
  name: string;
  number: string;
  authMethod: PilotAuthMethod;
  cloud: Cloud;
  username: string;
  password: string;
  tenantId: string;
  applicationId: string;
  clientSecret: string;
  /** A day, as 2028-11-24, or empty. */
  clientSecretExpiresAt: string;
  /** Whose secret is taken on the server, or empty. */
  clientSecretFrom: SecretSource | '';
  /** Who else gets the new secret. */
  clientSecretAlsoFor: SecretSource[] | 'all';
  server: string;
  port: number;
  encryption: Pop3Encryption;
  scope: string;
  pollIntervalSeconds: number;
  mailHandling: MailHandling;
}

/** The form's values of what is stored. */
export function valuesOf(pilot: Pilot): PilotValues {
  const { type, name, number, authMethod, cloud, username, tenantId, applicationId, clientSecretExpiresAt, server, port, encryption, scope, pollIntervalSeconds, mailHandling } = pilot;
  const day = clientSecretExpiresAt?.slice(0, 10) ?? '';
  const secrets = { password: '', clientSecret: '', clientSecretExpiresAt: day, clientSecretFrom: '' } as const;
  return { type, name, number, authMethod, cloud, username, tenantId, applicationId, ...secrets, clientSecretAlsoFor: [], server, port, encryption, scope, pollIntervalSeconds, mailHandling };
}

/** The body of a save; the contract says whether it holds. Shared is only a secret that is new. */
export function inputOf({ type, name, number, password, clientSecret, clientSecretExpiresAt, clientSecretFrom, clientSecretAlsoFor, ...email }: PilotValues): PilotInput {
  if (type !== 'email') return { type, name, number };
  const isShared = hasNewSecret({ authMethod: email.authMethod, clientSecret, clientSecretFrom }) && clientSecretAlsoFor.length > 0;
  return {
    type,
    name,
    ...email,
    password: password || null,
    clientSecret: clientSecret || null,
    clientSecretExpiresAt: clientSecretExpiresAt === '' ? null : `${clientSecretExpiresAt}T00:00:00.000Z`,
    clientSecretFrom: clientSecretFrom || null,
    ...(isShared && { clientSecretAlsoFor }),
  } as PilotInput;
}

/** Was a client secret entered, or taken from somebody? */
export function hasNewSecret({ authMethod, clientSecret, clientSecretFrom }: Pick<PilotValues, 'authMethod' | 'clientSecret' | 'clientSecretFrom'>): boolean {
  return authMethod === 'oauth' && (clientSecret !== '' || clientSecretFrom !== '');
}

type Place = Pick<PilotValues, 'cloud' | 'server' | 'scope'>;

const everyPlace = (Object.keys(clouds) as Cloud[]).map((cloud) => pop3Place(cloud));

/** What changes with the cloud: server and scope of the new one, where nobody has edited them. */
export function inCloud(cloud: Cloud, { server, scope }: Pick<Place, 'server' | 'scope'>): Place {
  const to = pop3Place(cloud);
  const isUntouched = (name: 'server' | 'scope', value: string) => value === '' || everyPlace.some((place) => place[name].toLowerCase() === value.toLowerCase());
  return { cloud, server: isUntouched('server', server.trim()) ? to.server : server, scope: isUntouched('scope', scope.trim()) ? to.scope : scope };
}

/** What changes with the encryption: the usual port, where nobody has chosen another one. */
export function encryptedBy(encryption: Pop3Encryption, port: number): Pick<PilotValues, 'encryption' | 'port'> {
  const isUntouched = Number.isNaN(port) || port === pop3Port('tls') || port === pop3Port('starttls');
  return { encryption, port: isUntouched ? pop3Port(encryption) : port };
}

/** What the paste doctor looks at. */
export const doctorSetup: DoctorSetup<PilotValues> = {
  fields: { emailAddress: 'username', applicationId: 'applicationId', tenantId: 'tenantId', clientSecret: 'clientSecret' },
  read: (values) => ({ ...values, emailAddress: values.username, isApplication: true }),
  inCloud,
};
