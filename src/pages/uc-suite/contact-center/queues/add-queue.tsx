import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { QueueInput } from '../../../../../contract/contact-center.ts';
import { addQueue, queueQuery, readQueuesAgain } from '../../../../api/contact-center.ts';
import { afterSave, LeaveGuard } from '../../../../parts/leave-guard.tsx';
import { RequestError, showFieldErrors } from '../../../../parts/request-error.tsx';
import { useFocusOnError } from '../../../../parts/use-focus-on-error.ts';
import { paths } from '../../../../paths.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { Button } from '../../../../ui/button.tsx';
import { SidePanel } from '../../../../ui/side-panel.tsx';
import { QueueFields } from '../queue-fields.tsx';
import { queueResolver } from '../queue-form.ts';

/** A new queue; from there it goes on to its pilots. `close` is the address without this panel. */
export function AddQueue({ close }: { close: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<QueueInput, unknown, QueueInput>({ resolver: queueResolver, mode: 'onTouched', delayError: 300, shouldFocusError: false, defaultValues: { name: '', number: '' } });
  const { isDirty, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  const leave = () => void navigate(close, { preventScrollReset: true });
  const add = useMutation({
    mutationFn: addQueue,
    onSuccess(stored) {
      const { id, name } = stored.settings;
      client.setQueryData(queueQuery(id).queryKey, stored);
      void readQueuesAgain(client);
      announce(t`Queue ${name} is added.`);
      void navigate(paths.queuePilots(id), { state: afterSave });
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const submit = form.handleSubmit((input) => add.mutateAsync(input).catch(() => {}));
  return (
    <SidePanel title={<Trans>Add a queue</Trans>} closeName={t`Close`} onClose={leave}>
      <LeaveGuard when={isDirty} bySearch />
      <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
        <QueueFields form={form} />
        <RequestError error={add.error} since={add.submittedAt} again={() => void submit()} />
        <div className="row">
          <Button type="submit" look="primary" busy={add.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={leave}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
