import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { SecretSource } from '../../../../../contract/secret-source.ts';
import { applicationUsesQuery } from '../../../../api/applications.ts';
import { known } from '../../../../parts/guide/known.ts';
import { RequestError } from '../../../../parts/request-error.tsx';
import { useSourceName } from '../../../../parts/use-source-name.ts';
import { CheckboxField } from '../../../../ui/checkbox-field.tsx';
import { useDebounced } from '../../../../ui/use-debounced.ts';
import type { PilotValues } from './pilot-values.ts';

interface ShareSecretProps {
  own: SecretSource | null;
  values: PilotValues;
  /** Did the last save fail because of one that is ticked? */
  error: boolean;
  onChoose: (also: PilotValues['clientSecretAlsoFor']) => void;
}

/** Offers the new secret to everybody else with this application. Nobody is ticked before the admin does it: it changes what is stored elsewhere. */
export function ShareSecret({ own, values, error, onChoose }: ShareSecretProps) {
  const nameOf = useSourceName();
  const { cloud, tenantId, applicationId, clientSecretFrom, clientSecretAlsoFor: chosen } = values;
  const asked = useDebounced(JSON.stringify({ cloud, tenantId: known.tenant(tenantId), applicationId: known.id(applicationId) }), 300);
  const application = JSON.parse(asked) as { cloud: typeof cloud; tenantId: string; applicationId: string };
  const isKnown = application.tenantId !== '' && application.applicationId !== '';
  const { data, error: failed, refetch, dataUpdatedAt } = useQuery({ ...applicationUsesQuery(application), enabled: isKnown });
  const isOther = ({ source }: { source: SecretSource }) => source !== own && source !== clientSecretFrom;
  const named = isKnown ? (data?.items ?? []).filter(isOther) : [];
  const unnamed = Math.max(0, (data?.total ?? 0) - (data?.items.length ?? 0));
  const total = named.length + unnamed;
  if (failed) return <RequestError error={failed} since={dataUpdatedAt} again={() => void refetch()} />;
  if (total === 0) return null;
  const isTicked = (source: SecretSource) => chosen === 'all' || chosen.includes(source);
  const tick = (source: SecretSource, on: boolean) => onChoose(named.map((one) => one.source).filter((one) => (one === source ? on : isTicked(one))));
  return (
    <fieldset className="share">
      <legend>
        <Trans>Others with this application</Trans>
      </legend>
      <p className="help">
        <Trans>Who is ticked gets this secret, too, with its end. The others keep what they have.</Trans>
      </p>
      {total > 1 && (
        <CheckboxField label={<Trans>All of them ({total})</Trans>} checked={chosen === 'all'} onChange={(on) => onChoose(on ? 'all' : [])} />
      )}
      {named.map((one) => (
        <CheckboxField key={one.source} label={<bdi>{nameOf(one)}</bdi>} checked={isTicked(one.source)} onChange={(on) => tick(one.source, on)} />
      ))}
      {unnamed > 0 && (
        <p className="muted">
          <Plural value={unnamed} one="and # more, who gets it with “All of them” only" other="and # more, who get it with “All of them” only" />
        </p>
      )}
      {error && (
        <p className="error" role="alert">
          <Trans>One of them has another application by now, or is gone. Nothing was saved: look who is ticked, and save again.</Trans>
        </p>
      )}
    </fieldset>
  );
}
