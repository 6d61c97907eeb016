import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { VoicemailLanguage } from '../../../../../contract/presence.ts';
import { previewQuery } from '../../../../api/presence.ts';
import { ApiProblem } from '../../../../api/request.ts';
import { RequestError } from '../../../../parts/request-error.tsx';
import { announce } from '../../../../ui/announcer.tsx';
import { TextField } from '../../../../ui/field.tsx';
import { SwitchField } from '../../../../ui/switch-field.tsx';
import { useDebounced } from '../../../../ui/use-debounced.ts';
import { boundsOf, dayOf, nextHalfHour, startingAt } from './planned-appointment.ts';
import { SubjectResult } from './subject-result.tsx';
import { timeZone } from './time-zone.ts';
import { useAnswerErrors } from './use-answer-errors.ts';
import { VoicemailLanguageField } from './voicemail-language-field.tsx';

const pauseMs = 400;

/** What the presence rules make of an appointment: answered while it is typed, without Exchange. */
export function TryASubject() {
  const { t, i18n } = useLingui();
  const [planned, plan] = useState(() => ({ subject: '', ...nextHalfHour(Date.now()), isAllDay: false, language: i18n.locale as VoicemailLanguage, autoBackToOffice: true }));
  const settled = useDebounced(planned, pauseMs);
  const isEmpty = settled.subject.trim() === '';
  const query = useQuery(previewQuery(isEmpty ? null : { ...settled, ...boundsOf(settled), timeZone }));
  const { data, error, isPlaceholderData, errorUpdatedAt } = query;
  const errorAt = useAnswerErrors(isEmpty ? null : error);
  const why = isPlaceholderData || error ? undefined : data?.preview.why;
  const isAnswered = why !== undefined;
  const say = useEffectEvent(() => why !== undefined && announce(why));
  // What is asked again by itself is not read out again.
  useEffect(() => {
    if (isAnswered) say();
  }, [settled, isAnswered]);

  const { subject, start, end, isAllDay, language, autoBackToOffice } = planned;
  const shown = (local: string) => (isAllDay ? dayOf(local) : local);
  // An all-day one keeps its times for when it is none any more.
  const entered = (value: string, before: string) => (isAllDay && value !== '' ? value + before.slice(10) : value);
  const bound = { type: isAllDay ? 'date' : 'datetime-local', required: true };
  const areFields = error instanceof ApiProblem && error.problem === 'invalid';
  return (
    <section aria-labelledby="try-a-subject-title">
      <div className="section-title">
        <h2 id="try-a-subject-title">
          <Trans>Try a subject</Trans>
        </h2>
      </div>
      <p className="muted">
        <Trans>What an appointment that is made now would do to its user’s presence. Exchange is not asked for it.</Trans>
      </p>
      <TextField
        label={t`Subject`}
        help={<Trans>As it is written in Outlook, with one of the keywords.</Trans>}
        error={errorAt('/subject')}
        autoComplete="off"
        value={subject}
        onChange={(event) => plan({ ...planned, subject: event.target.value })}
      />
      <div className="beside">
        <TextField label={t`Start`} help={<Trans>Times in {timeZone}</Trans>} error={errorAt('/start') ?? errorAt('/timeZone')} {...bound} value={shown(start)} onChange={(event) => plan(startingAt(planned, entered(event.target.value, start)))} />
        <TextField label={t`End`} error={errorAt('/end')} {...bound} value={shown(end)} onChange={(event) => plan({ ...planned, end: entered(event.target.value, end) })} />
        <VoicemailLanguageField error={errorAt('/language')} value={language} onChange={(event) => plan({ ...planned, language: event.target.value as VoicemailLanguage })} />
      </div>
      <SwitchField label={t`All day`} checked={isAllDay} onChange={(on) => plan({ ...planned, isAllDay: on })} />
      <SwitchField
        label={t`Auto back to office`}
        help={<Trans>As the user has set it in My Preferences → Miscellaneous.</Trans>}
        checked={autoBackToOffice}
        onChange={(on) => plan({ ...planned, autoBackToOffice: on })}
      />
      {!isEmpty && (
        <>
          <RequestError error={areFields ? null : error} since={errorUpdatedAt} again={() => void query.refetch()} />
          {data && !error && <SubjectResult tried={data} />}
        </>
      )}
    </section>
  );
}
