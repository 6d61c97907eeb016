import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { authorizationQuery } from '../../../api/authorization.ts';
import { lastCheckQuery } from '../../../api/checks.ts';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { CheckSection } from './check-section.tsx';
import { Guide } from './guide.tsx';
import { PageState } from './page-state.tsx';
import { SettingsSection } from './settings-section.tsx';
import { SignInSection } from './sign-in-section.tsx';
import { Steps } from './steps.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** Fetches all that the page shows; Microsoft is not asked for it. */
export async function loader(): Promise<null> {
  const queries = [emailForwardingQuery, authorizationQuery, lastCheckQuery('email-forwarding'), functionsQuery] as const;
  await Promise.all(queries.map((query) => queryClient.ensureQueryData<unknown, Error, unknown, readonly unknown[]>(query as never)));
  return null;
}

/** Service Center → E-mail forwarding: settings, sign-in, check, on one page. */
export function Component() {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const { settings } = usePrefetched(emailForwardingQuery);
  const form = useSettingsForm(settings);
  const editing = !settings.configured || search.has('edit');
  const setEditing = (on: boolean) => setSearch(on ? { edit: '1' } : {}, { replace: true, preventScrollReset: true });
  return (
    <Page
      title={t`E-mail forwarding`}
      above={[t`Service Center`]}
      state={<PageState />}
      guide={<Guide settings={settings} />}
    >
      <Steps editing={editing} />
      <SettingsSection form={form} editing={editing} onEdit={setEditing} />
      <SignInSection onEdit={() => setEditing(true)} />
      <CheckSection form={form} editing={editing} />
    </Page>
  );
}
