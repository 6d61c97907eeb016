import { Trans, useLingui } from '@lingui/react/macro';
import { noticesQuery, noticesStatusQuery } from '../../../api/notices.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { RoleNote } from '../../../parts/role-note.tsx';
import { useMay } from '../../../parts/use-may.ts';
import { CalendarSection } from './calendar-section.tsx';
import { NoticesSettings } from './notices-settings.tsx';
import { useNoticesForm } from './use-notices-form.ts';

/** Fetches where notices go, and how that went. */
export async function loader(): Promise<null> {
  await Promise.all([queryClient.ensureQueryData(noticesQuery), queryClient.fetchQuery({ ...noticesStatusQuery, staleTime: 0 })]);
  return null;
}

/** Service Center → Notices. */
export function Component() {
  const { t } = useLingui();
  const { form, base } = useNoticesForm(usePrefetched(noticesQuery));
  const mayChange = useMay('advanced');
  return (
    <Page title={t`Notices`} above={[t`Service Center`]}>
      <LeaveGuard when={form.formState.isDirty} />
      <p className="muted">
        <Trans>Postern tells you when a function fails for good, when it works again, and 60, 30, 14, 7 and 1 days before something ends. What happens together is one notice.</Trans>
      </p>
      {!mayChange && <RoleNote needed="advanced" action={<Trans>Save</Trans>} />}
      <NoticesSettings form={form} base={base} mayChange={mayChange} />
      <CalendarSection mayChange={mayChange} />
    </Page>
  );
}
