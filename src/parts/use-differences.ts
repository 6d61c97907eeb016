import { useLingui } from '@lingui/react/macro';
import type { Secret } from '../../contract/secrets.ts';
import type { Difference } from './conflict.tsx';

/** A form's values as they are shown, by their names. */
type Shown<Name extends string> = Record<Name, string>;

interface Sides<Name extends string> {
  labels: Shown<Name>;
  mine: Shown<NoInfer<Name>>;
  theirs: Shown<NoInfer<Name>>;
  /** What this form began with. */
  first: Shown<NoInfer<Name>>;
  /** The secrets: was one entered here, what is stored now, and what was. */
  secrets: Partial<Record<NoInfer<Name>, { entered: boolean; theirs: Secret; first: Secret }>>;
}

/** The fields on which a form and somebody else's save differ. Of secrets only that they were entered can be told. */
export function useDifferences<Name extends string>({ labels, mine, theirs, first, secrets }: Sides<Name>): Difference[] {
  const { t } = useLingui();
  return (Object.keys(labels) as Name[]).flatMap((name) => {
    const secret = secrets[name];
    const label = labels[name];
    if (!secret) return mine[name] === theirs[name] ? [] : { name, label, mine: mine[name], theirs: theirs[name], isMine: mine[name] !== first[name] };
    if (!secret.entered || secret.theirs.changedAt === secret.first.changedAt) return [];
    return { name, label, mine: t`the one entered here`, theirs: secret.theirs.set ? t`the one entered there` : t`removed`, isMine: true };
  });
}
