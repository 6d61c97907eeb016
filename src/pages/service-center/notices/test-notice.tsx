import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { NoticeChannel, NoticesTestInput } from '../../../../contract/notices.ts';
import { noticesStatusQuery, sendTestNotice } from '../../../api/notices.ts';
import { useCancellable } from '../../../api/use-cancellable.ts';
import { DiagnosisView } from '../../../parts/diagnosis-view.tsx';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { inputOf } from './notices-values.ts';
import type { NoticesForm } from './use-notices-form.ts';

/** Sends a test notice with what is in the form, and says whether it arrived. */
export function TestNotice({ channel, form, onEnd }: { channel: NoticeChannel; form: NoticesForm; onEnd: (at: string) => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { isDirty, isSubmitting } = form.formState;
  const test = useCancellable((body: NoticesTestInput, signal) => sendTestNotice(body, signal));
  const send = async () => {
    // A draft that is not valid is not sent: its fields say why.
    if (isDirty && !(await form.trigger(undefined, { shouldFocus: true }))) return;
    const answer = await test.mutateAsync({ channel, ...(isDirty && { draft: inputOf(form.getValues()) }) }).catch((error: unknown) => showFieldErrors(form, error, '/draft'));
    if (!answer) return;
    onEnd(answer.at);
    const { cause = null } = answer.diagnosis ?? {};
    announce(cause === null ? t`The test notice arrived.` : t`The test notice did not arrive. ${cause}`);
    void client.invalidateQueries({ queryKey: noticesStatusQuery.queryKey });
  };
  const { data, variables } = test;
  const target = data?.target;
  return (
    <div className="channel-test">
      <div className="row">
        {test.isPending ? (
          <Button onClick={test.cancel}>
            <Trans>Cancel</Trans>
          </Button>
        ) : (
          <Button busy={isSubmitting} onClick={() => void send()}>
            <Trans>Send a test notice</Trans>
          </Button>
        )}
        {test.isPending && (
          <span className="muted">
            <Trans>It is being sent …</Trans>
          </span>
        )}
      </div>
      <RequestError error={test.error} since={test.submittedAt} again={() => void send()} />
      {data && (
        <>
          <Notice tone={data.diagnosis ? 'bad' : 'ok'}>
            {data.diagnosis ? <Trans>The test notice did not arrive.</Trans> : <Trans>The test notice arrived: {target} took it.</Trans>}{' '}
            {variables?.draft && <Trans>It was sent with values that are not saved.</Trans>}
          </Notice>
          {data.diagnosis && <DiagnosisView diagnosis={data.diagnosis} />}
        </>
      )}
    </div>
  );
}
