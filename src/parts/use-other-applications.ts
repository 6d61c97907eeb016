import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { FunctionName } from '../../contract/functions.ts';
import type { Secret } from '../../contract/secrets.ts';
import { emailForwardingQuery } from '../api/email-forwarding.ts';
import { providerQuery } from '../api/external-providers.ts';
import type { Application } from './application-place.ts';

export interface OtherApplication extends Application {
  function: FunctionName;
  /** The function's name. */
  name: string;
  clientSecret: Secret;
}

/** The applications that other functions than this one sign in with. */
export function useOtherApplications(own: FunctionName): readonly OtherApplication[] {
  const { t } = useLingui();
  const emailForwarding = useQuery(emailForwardingQuery).data?.settings;
  const calendar = useQuery(providerQuery('exchange-calendar')).data?.settings;
  const directory = useQuery(providerQuery('exchange-directory')).data?.settings;
  const all = [
    { function: 'email-forwarding', name: t`E-mail forwarding`, settings: emailForwarding },
    { function: 'exchange-calendar', name: t`Exchange Calendar Integration`, settings: calendar },
    { function: 'exchange-directory', name: t`Exchange PST`, settings: directory },
  ] as const;
  return all.flatMap(({ function: id, name, settings }) => {
    if (!settings?.configured || id === own || settings.authMethod === 'basic') return [];
    const { cloud, tenantId, applicationId, clientSecret } = settings;
    return { function: id, name, cloud, tenantId, applicationId, clientSecret };
  });
}
