const providers = '/uc-suite/external-providers-config';
const queuesAt = '/uc-suite/contact-center/queues';
const queueAt = (queueId: string) => `${queuesAt}/${encodeURIComponent(queueId)}`;
export type ProviderTab = 'exchange-calendar-integration' | 'exchange-pst';

/** What of the Event Log an address shows; `event` is open beside it. */
export interface EventView {
  severity?: string;
  function?: string;
  /** A queue pilot, as `<queueId>/<pilotId>`. */
  ref?: string;
  actor?: string;
  changes?: boolean;
  /** A stretch of time up to now, or `custom`: between `from` and `to`, each of which may be missing. */
  range?: string;
  from?: string;
  to?: string;
  q?: string;
  event?: string;
}

/** A plan that the network sheet shows; none: what is set up. */
export interface NetworkView {
  cloud?: string;
  functions?: readonly string[];
}

/** Every address of the console. Links and tests are made of these only. */
export const paths = {
  home: () => '/',
  checkEverything: (id: string) => `/check-everything/${encodeURIComponent(id)}`,
  setUp: () => '/setup',
  signIn: (returnTo?: string) => (returnTo && returnTo !== '/' ? `/sign-in?return=${encodeURIComponent(returnTo)}` : '/sign-in'),
  account: () => '/account',
  changePassword: (returnTo = '/') => (returnTo === '/' ? '/change-password' : `/change-password?return=${encodeURIComponent(returnTo)}`),
  administrators: ({ add = false, administrator }: { add?: boolean; administrator?: string } = {}) => withQuery('/administrators', { add, administrator }),
  emailForwarding: ({ edit = false }: { edit?: boolean } = {}) => `/service-center/e-mail-forwarding${edit ? '?edit=1' : ''}`,
  emailForwardingSheet: (owner: 'entra' | 'exchange') => `/service-center/e-mail-forwarding/sheet/${owner}`,
  diagnosisLogs: () => '/service-center/diagnosis-logs',
  eventLog: ({ after = [], ...view }: EventView & { after?: readonly string[] } = {}) => withQuery('/service-center/event-log', { ...view }, after.map((one) => ['after', one])),
  explainAnError: () => '/service-center/explain-an-error',
  notices: () => '/service-center/notices',
  network: ({ functions = [], ...plan }: NetworkView = {}) => withQuery('/service-center/network', plan, functions.map((name) => ['function', name])),
  networkSheet: ({ functions = [], ...plan }: NetworkView = {}) => withQuery('/service-center/network/sheet', plan, functions.map((name) => ['function', name])),
  externalProviders: (tab?: ProviderTab) => (tab ? `${providers}/${tab}` : providers),
  externalProvidersSheet: (tab: ProviderTab, owner: 'entra' | 'exchange') => `${providers}/${tab}/sheet/${owner}`,
  microsoftApplications: (open?: { cloud: string; tenantId: string; applicationId: string }) => withQuery('/uc-suite/microsoft-applications', { application: open && [open.cloud, open.tenantId.toLowerCase(), open.applicationId.toLowerCase()].join('/') }),
  backupAndRestore: () => '/backup-and-restore',
  queues: ({ after = [], ...filter }: { q?: string; sort?: string; after?: readonly string[]; add?: boolean } = {}) => withQuery(queuesAt, filter, after.map((one) => ['after', one])),
  queueSettings: (queueId: string) => `${queueAt(queueId)}/settings`,
  queuePilots: (queueId: string, { after = [], ...open }: { pilot?: string; add?: boolean; after?: readonly string[] } = {}) => withQuery(`${queueAt(queueId)}/queue-pilots`, open, after.map((one) => ['after', one])),
  queuePilotsSheet: (queueId: string, owner: 'entra' | 'exchange', pilot?: string) => withQuery(`${queueAt(queueId)}/queue-pilots/sheet/${owner}`, { pilot }),
} as const;

function withQuery(path: string, values: Record<string, string | boolean | undefined>, more: string[][] = []): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value === true ? '1' : value]] : []));
  const query = new URLSearchParams([...given, ...more]).toString();
  return query ? `${path}?${query}` : path;
}

/** Where to go after the sign-in: the page that was asked for, if it is one of ours. */
export function returnPath(search: string): string {
  const wanted = new URLSearchParams(search).get('return') ?? '/';
  const here = 'https://console.invalid';
  const isOurs = /^\/(?![/\\])/.test(wanted) && URL.canParse(wanted, here) && new URL(wanted, here).origin === here;
  return isOurs && !/^\/(?:sign-in|change-password)/.test(wanted) ? wanted : '/';
}
