import { useLingui } from '@lingui/react/macro';
import type { ApplicationPart } from '../../../../contract/applications.ts';
import { paths } from '../../../paths.ts';

/** How what an application is used for is called, and where it is set up. */
export function usePartNames(): (part: Pick<ApplicationPart, 'use' | 'count'>) => { name: string; how: string; to: string } {
  const { t } = useLingui();
  return ({ use, count }) => {
    switch (use) {
      case 'email-forwarding/microsoft-oauth':
        return { name: t`E-mail forwarding`, how: t`signs in by a code`, to: paths.emailForwarding() };
      case 'email-forwarding/microsoft-oauth-application':
        return { name: t`E-mail forwarding`, how: t`as the application`, to: paths.emailForwarding() };
      case 'exchange-calendar/ews':
        return { name: t`Exchange Calendar Integration`, how: t`Exchange Web Services`, to: paths.externalProviders('exchange-calendar-integration') };
      case 'exchange-calendar/graph':
        return { name: t`Exchange Calendar Integration`, how: t`Microsoft Graph`, to: paths.externalProviders('exchange-calendar-integration') };
      case 'exchange-directory/ews':
        return { name: t`Exchange PST`, how: t`Exchange Web Services`, to: paths.externalProviders('exchange-pst') };
      default:
        return { name: t`Queue pilots (${count})`, how: t`POP3`, to: paths.queues() };
    }
  };
}
