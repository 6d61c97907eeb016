import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { CheckInput } from '../../../../../contract/checks.ts';
import type { EmailPilotInput } from '../../../../../contract/contact-center.ts';
import type { Diagnosis } from '../../../../../contract/diagnosis.ts';
import { pilotRef } from '../../../../../contract/secret-source.ts';
import { readQueuesAgain } from '../../../../api/contact-center.ts';
import { CheckSection } from '../../../../parts/check/check-section.tsx';
import { Offer } from '../../../../parts/offer.tsx';
import { showFieldErrors } from '../../../../parts/request-error.tsx';
import { inputOf } from './pilot-values.ts';
import type { PilotForm } from './use-pilot-form.ts';

interface CheckPop3AccessProps {
  queueId: string;
  /** Null for one that is not saved yet. */
  pilotId: string | null;
  form: PilotForm;
  onStart: () => void;
  onCorrect: (pointer: string) => void;
  onOffer: (diagnosis: Diagnosis) => void;
}

/** The check of an e-mail pilot: it signs in and looks at the newest message; nothing is deleted, nothing is marked. */
export function CheckPop3Access({ queueId, pilotId, form, onStart, onCorrect, onOffer }: CheckPop3AccessProps) {
  const client = useQueryClient();
  const { isDirty, isSubmitting } = form.formState;
  const isDraft = isDirty || pilotId === null;
  const ref = pilotId === null ? null : pilotRef(queueId, pilotId);
  const prepare = async (): Promise<CheckInput | null> => {
    onStart();
    // A draft that is not valid is not sent: its fields say why.
    if (isDraft && !(await form.trigger(undefined, { shouldFocus: true }))) return null;
    return { function: 'queue-pilot', ...(ref !== null && { ref }), ...(isDraft && { draft: inputOf(form.getValues()) as EmailPilotInput }) };
  };
  return (
    <CheckSection
      of="queue-pilot"
      which={ref}
      button={{ name: <Trans>Check POP3 access</Trans>, look: isDraft ? 'plain' : 'primary' }}
      prepare={prepare}
      isDraft={isDraft}
      isSaving={isSubmitting}
      onRefused={(error) => showFieldErrors(form, error, '/draft')}
      onCorrect={onCorrect}
      offer={(diagnosis) => <Offer diagnosis={diagnosis} onTake={() => onOffer(diagnosis)} />}
      onEnded={() => void readQueuesAgain(client)}
    >
      <p className="muted">
        <Trans>It signs in and reads who sent the newest mail, and its subject. Nothing is deleted, nothing is marked as read.</Trans>
      </p>
    </CheckSection>
  );
}
