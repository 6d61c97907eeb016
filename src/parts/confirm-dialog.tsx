import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { usePrefetched } from '../api/query-client.ts';
import { ApiProblem } from '../api/request.ts';
import { sessionQuery } from '../api/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { RequestError } from './request-error.tsx';

interface ConfirmDialogProps<Answer> {
  title: ReactNode;
  /** What will happen. */
  children?: ReactNode;
  /** What the button that does it is called. */
  action: ReactNode;
  send: (ownPassword: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  /** It was refused for another reason than the password: the dialog is not the place to say why. */
  onRefused: (error: unknown) => void;
  onClose: () => void;
}

/** Asks for the own password before something is done; a wrong one is said at it, and too many of them, until when to wait. */
export function ConfirmDialog<Answer>({ title, children, action, send, onDone, onRefused, onClose }: ConfirmDialogProps<Answer>) {
  const { t } = useLingui();
  const { username } = usePrefetched(sessionQuery);
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const confirm = useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError(error) {
      if (isOfPassword(error)) field.current?.select();
      else if (error instanceof ApiProblem && error.problem !== 'too-many-tries') onRefused(error);
    },
  });
  const isWrong = isOfPassword(confirm.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = field.current?.value ?? '';
    setEmpty(given === '');
    if (given !== '' && !confirm.isPending) confirm.mutate(given);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      focus={field}
      buttons={
        <>
          <Button type="submit" form={formId} look="primary" busy={confirm.isPending}>
            {action}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      {children}
      <form id={formId} noValidate onSubmit={submit}>
        <input type="text" hidden readOnly autoComplete="username" value={username} />
        <TextField
          ref={field}
          label={t`Your own password`}
          help={<Trans>Asked again, so that nobody does this at a desk that was left.</Trans>}
          error={isEmpty ? t`This is needed.` : isWrong ? t`This is not your password.` : undefined}
          type="password"
          autoComplete="current-password"
          required
        />
        <RequestError error={isWrong ? null : confirm.error} since={confirm.submittedAt} />
      </form>
    </Dialog>
  );
}

function isOfPassword(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem === 'wrong-password';
}
