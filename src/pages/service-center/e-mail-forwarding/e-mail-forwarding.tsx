import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { authorizationQuery } from '../../../api/authorization.ts';
import { lastCheckQuery } from '../../../api/checks.ts';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { PageState } from '../../../parts/page-state.tsx';
import { CheckForwarding } from './check-forwarding.tsx';
import { Guide } from './guide.tsx';
import { SettingsSection } from './settings-section.tsx';
import { SignInSection } from './sign-in-section.tsx';
import { Steps } from './steps.tsx';
import { useOffer } from './use-offer.ts';
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
  const stored = usePrefetched(emailForwardingQuery);
  const { settings } = stored;
  const authorization = usePrefetched(authorizationQuery);
  const { form, base } = useSettingsForm(stored);
  const { isDirty } = form.formState;
  const authMethod = useWatch({ control: form.control, name: 'authMethod' });
  const [refused, setRefused] = useState<string | undefined>();
  // What is typed stays in sight until it is saved or undone.
  const editing = !settings.configured || search.has('edit') || isDirty;
  const setEditing = (on: boolean, pointer?: string) => {
    setRefused(pointer);
    setSearch(on ? { edit: '1' } : {}, { replace: true, preventScrollReset: true });
  };
  // What Microsoft refuses because of a field is marked at it.
  const isRefused = authorization.state === 'failed' || authorization.state === 'blocked';
  const pointer = refused ?? (isRefused ? authorization.diagnosis.pointer : undefined);
  const sentence = refused ? t`The check failed because of this value. See below.` : t`Microsoft refused the sign-in because of this value. See below.`;
  const marked = pointer === undefined ? undefined : { pointer, sentence };
  const signsIn = (editing ? authMethod : settings.authMethod) === 'microsoft-oauth';
  const takeOffer = useOffer(form, () => setEditing(true));
  return (
    <Page title={t`E-mail forwarding`} above={[t`Service Center`]} state={<PageState of="email-forwarding" />} guide={<Guide form={form} stored={settings} />}>
      <LeaveGuard when={isDirty} />
      <Steps editing={editing} signsIn={signsIn} />
      <SettingsSection form={form} base={base} editing={editing} marked={marked} onEdit={setEditing} />
      {signsIn && <SignInSection onEdit={() => setEditing(true)} onOffer={takeOffer} isSaved={settings.configured && settings.authMethod === 'microsoft-oauth'} />}
      <CheckForwarding form={form} editing={editing} onCorrect={(pointer) => setEditing(true, pointer)} onOffer={takeOffer} />
    </Page>
  );
}
