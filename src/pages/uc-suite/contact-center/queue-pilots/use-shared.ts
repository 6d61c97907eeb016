import { useQueryClient } from '@tanstack/react-query';
import type { PilotInput } from '../../../../../contract/contact-center.ts';
import type { SecretSource } from '../../../../../contract/secret-source.ts';
import { applicationUsesQuery } from '../../../../api/applications.ts';
import { useSourceName } from '../../../../parts/use-source-name.ts';

/** Who has got a secret, too. */
export interface Shared {
  names: readonly string[];
  /** How many more have it, besides those named. */
  more: number;
}

/** Tells whom a save has given its secret to; null where it was nobody. `own` is the one who was saved. */
export function useShared(own: SecretSource | null): (input: PilotInput) => Shared | null {
  const client = useQueryClient();
  const nameOf = useSourceName();
  return (input) => {
    if (input.type !== 'email' || input.authMethod !== 'oauth' || !input.clientSecretAlsoFor?.length) return null;
    const { cloud, tenantId, applicationId, clientSecretFrom, clientSecretAlsoFor: given } = input;
    const { items, total } = client.getQueryData(applicationUsesQuery({ cloud, tenantId, applicationId }).queryKey) ?? { items: [], total: 0 };
    const had = (source: SecretSource) => source === own || source === clientSecretFrom;
    const named = items.filter(({ source }) => !had(source) && (given === 'all' || given.includes(source)));
    return { names: named.map(nameOf), more: given === 'all' ? total - items.length : given.length - named.length };
  };
}
