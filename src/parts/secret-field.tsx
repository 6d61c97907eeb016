import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import type { Secret } from '../../contract/secrets.ts';
import { TextField } from '../ui/field.tsx';
import { DateTime, RelativeTime } from '../ui/time.tsx';

type SecretFieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  stored: Secret;
  /** What is said where the stored one was entered for something else than what the form now says. */
  elsewhere: ReactNode;
  error: string | undefined;
  note?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

/** A secret that can be written only: whether one is stored, and the field for a new one. */
export function SecretField({ stored, elsewhere, ...field }: SecretFieldProps) {
  const { i18n } = useLingui();
  return <TextField type="password" autoComplete="new-password" help={(stored.set && elsewhere) || <Stored stored={stored} locale={i18n.locale} />} {...field} />;
}

function Stored({ stored: { set, changedAt, hint }, locale }: { stored: Secret; locale: string }) {
  if (!set || !changedAt) return <Trans>It is stored encrypted and never shown again.</Trans>;
  const since = <DateTime at={changedAt} locale={locale} />;
  const age = <RelativeTime at={changedAt} locale={locale} />;
  return hint ? <Trans>Set on {since}, {age}, ends in {hint}. Leave it empty to keep it.</Trans> : <Trans>Set on {since}, {age}. Leave it empty to keep it.</Trans>;
}
