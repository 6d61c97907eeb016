import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type SubmitEvent } from 'react';
import { ApiProblem } from '../../../../api/request.ts';
import { useFieldError } from '../../../../parts/field-error.ts';
import { Button } from '../../../../ui/button.tsx';
import { TextAreaField } from '../../../../ui/field.tsx';
import { readMailboxList, type Listed } from './mailbox-list.ts';

const most = 500;
const mostNamed = 5;

interface MailboxListFormProps {
  isBusy: boolean;
  isRunning: boolean;
  /** Rejects where the list is refused. */
  onCheck: (mailboxes: string[]) => Promise<unknown>;
  onCancel: () => void;
}

/** A pasted list of addresses, and what is wrong in it by its lines. */
export function MailboxListForm({ isBusy, isRunning, onCheck, onCancel }: MailboxListFormProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<readonly Listed[] | null>(null);
  const { listed, doubles } = readMailboxList(text);
  const { length } = listed;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    // Without the rules the backend finds what is wrong.
    const rules = await import('./mailbox-rules.ts').catch(() => null);
    const refused = rules ? listed.filter(({ address }) => !rules.isMailAddress(address)) : [];
    setWrong(refused);
    if (refused.length === 0 && length > 0 && length <= most) await onCheck(listed.map(({ address }) => address)).catch((error: unknown) => setWrong(refusedBy(error, listed)));
    else area.current?.focus();
  };

  const error = () => {
    if (length > most) return t`These are ${length} addresses; ${most} can be checked at once.`;
    if (wrong === null) return undefined;
    if (length === 0) return fieldError({ type: 'required', message: 'required' });
    if (wrong.length === 0) return undefined;
    const named = wrong.slice(0, mostNamed).map(({ line, address }) => t`line ${line}: ${address}`);
    const others = wrong.length - named.length;
    return `${t`Not an e-mail address:`} ${named.join('; ')}${others > 0 ? ` ${t`and ${others} more`}` : ''}`;
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <TextAreaField
        ref={area}
        label={t`Mailboxes`}
        help={
          <>
            <Trans>One address a line; a list copied from Outlook can be pasted as it is.</Trans>{' '}
            <Trans>
              {length} of at most {most}.
            </Trans>{' '}
            {doubles > 0 && <Trans>Left out because they come twice: {doubles}.</Trans>}
          </>
        }
        error={error()}
        rows={5}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        required
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(null);
        }}
      />
      <div className="row">
        {isRunning ? (
          <Button onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        ) : (
          <Button type="submit" busy={isBusy}>
            <Trans>Check mailboxes</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}

function refusedBy(error: unknown, listed: readonly Listed[]): Listed[] {
  if (!(error instanceof ApiProblem)) return [];
  return error.fields.flatMap(({ pointer }) => listed[Number(pointer.replace('/input/mailboxes/', ''))] ?? []);
}
