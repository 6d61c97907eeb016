import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { correctScope, correctServer } from './correction.ts';
import type { ProviderFieldsProps } from './provider-fields.tsx';

/** Where requests go. */
export function ServerField(props: ProviderFieldsProps & { help?: ReactNode }) {
  const { t } = useLingui();
  return <PlaceField {...props} field="server" label={t`Server`} right={correctServer(props.values, props.form.formState.errors.server?.message ?? '')} />;
}

/** What a token is asked for. */
export function ScopeField(props: ProviderFieldsProps & { help?: ReactNode }) {
  const { t } = useLingui();
  return <PlaceField {...props} field="scope" label={t`Scope`} right={correctScope(props.values)} />;
}

interface PlaceFieldProps extends ProviderFieldsProps {
  field: 'server' | 'scope';
  label: string;
  help?: ReactNode;
  /** What is offered in place of a wrong value. */
  right: string | null;
}

function PlaceField({ form, field, label, help, wrong, set, right }: PlaceFieldProps) {
  const { t } = useLingui();
  const error = wrong(field);
  const use = (value: string) => {
    set({ [field]: value });
    form.setFocus(field);
    announce(t`Entered: ${value}.`);
  };
  return (
    <TextField
      label={label}
      help={help}
      error={error}
      note={
        error &&
        right && (
          <Button onClick={() => use(right)}>
            <Trans>Use {right}</Trans>
          </Button>
        )
      }
      required
      inputMode="url"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className="code"
      {...form.register(field)}
    />
  );
}
