const providers = '/uc-suite/external-providers-config';
export type ProviderTab = 'exchange-calendar-integration' | 'exchange-pst';

/** Every address of the console. Links and tests are made of these only. */
export const paths = {
  home: () => '/',
  setUp: () => '/setup',
  signIn: (returnTo?: string) => (returnTo && returnTo !== '/' ? `/sign-in?return=${encodeURIComponent(returnTo)}` : '/sign-in'),
  emailForwarding: ({ edit = false }: { edit?: boolean } = {}) => `/service-center/e-mail-forwarding${edit ? '?edit=1' : ''}`,
  emailForwardingSheet: (owner: 'entra' | 'exchange') => `/service-center/e-mail-forwarding/sheet/${owner}`,
  externalProviders: (tab?: ProviderTab) => (tab ? `${providers}/${tab}` : providers),
  externalProvidersSheet: (tab: ProviderTab, owner: 'entra' | 'exchange') => `${providers}/${tab}/sheet/${owner}`,
} as const;

/** Where to go after the sign-in: the page that was asked for, if it is one of ours. */
export function returnPath(search: string): string {
  const wanted = new URLSearchParams(search).get('return') ?? '/';
  const here = 'https://console.invalid';
  const isOurs = /^\/(?![/\\])/.test(wanted) && URL.canParse(wanted, here) && new URL(wanted, here).origin === here;
  return isOurs && !wanted.startsWith('/sign-in') ? wanted : '/';
}
