import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { pilotTitle } from '../../../../../contract/pilot-title.ts';
import type { StoredPilot } from '../../../../api/contact-center.ts';
import { later } from '../../../../parts/later.tsx';
import { LeaveGuard } from '../../../../parts/leave-guard.tsx';
import { RoleNote } from '../../../../parts/role-note.tsx';
import { useFormOffer } from '../../../../parts/use-form-offer.ts';
import { useMay } from '../../../../parts/use-may.ts';
import { SidePanel } from '../../../../ui/side-panel.tsx';
import { CheckPop3Access } from './check-pop3-access.tsx';
import { DeletePilot } from './delete-pilot.tsx';
import { PilotSettings } from './pilot-settings.tsx';
import { inCloud, type PilotValues } from './pilot-values.ts';
import { usePilotForm } from './use-pilot-form.ts';

interface OpenPilotProps {
  stored: StoredPilot;
  isNew: boolean;
  onAdded: (pilotId: string) => void;
  onClose: () => void;
  /** Leads away although something is typed. */
  onGone: () => Promise<unknown>;
}

const PilotGuide = later(async () => (await import('./guide/pilot-guide.tsx')).PilotGuide);

/** A value that a check failed because of. */
interface Marked {
  name: keyof PilotValues;
  value: unknown;
}

/** A pilot: its settings, the check of them, and beside them what is done at Microsoft. */
export function OpenPilot({ stored, isNew, onAdded, onClose, onGone }: OpenPilotProps) {
  const { t } = useLingui();
  const { settings } = stored;
  const mayChange = useMay('advanced');
  const { form, base } = usePilotForm(stored);
  const values = useWatch({ control: form.control }) as PilotValues;
  const [marked, setMarked] = useState<Marked | null>(null);
  const takeOffer = useFormOffer(form, inCloud, () => form.setFocus('tenantId'));
  const { isDirty } = form.formState;
  const isEmail = values.type === 'email';
  const pilotId = isNew ? null : settings.id;
  // As long as it is the same value, it is marked.
  const refused = (field: keyof PilotValues) => (marked?.name === field && marked.value === values[field] ? t`The check failed because of this value. See below.` : undefined);
  const correct = (pointer: string) => {
    const field = pointer.slice(1) as keyof PilotValues;
    setMarked({ name: field, value: form.getValues(field) });
    requestAnimationFrame(() => form.setFocus(field));
  };
  return (
    <SidePanel
      title={isNew ? <Trans>Add a queue pilot</Trans> : <bdi>{pilotTitle(settings)}</bdi>}
      closeName={t`Close panel`}
      aside={isEmail && <PilotGuide queueId={settings.queueId} pilotId={pilotId} values={values} stored={settings} />}
      onClose={onClose}
    >
      <LeaveGuard when={isDirty} bySearch />
      <PilotSettings {...{ form, base, stored, values, isNew, refused, onAdded, onClose, onGone }} />
      {isEmail && <CheckPop3Access queueId={settings.queueId} pilotId={pilotId} form={form} onStart={() => setMarked(null)} onCorrect={correct} onOffer={takeOffer} />}
      {!isNew && (mayChange ? <DeletePilot stored={stored} onGone={onGone} /> : <RoleNote needed="advanced" action={<Trans>Delete queue pilot</Trans>} />)}
    </SidePanel>
  );
}
