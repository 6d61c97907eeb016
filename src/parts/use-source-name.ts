import { useLingui } from '@lingui/react/macro';
import type { ApplicationUse } from '../../contract/applications.ts';

/** How somebody who signs in with an application is called: a function by its name, a queue pilot by its queue's and its own. */
export function useSourceName(): (use: Pick<ApplicationUse, 'function' | 'queue' | 'name'>) => string {
  const { t } = useLingui();
  return ({ function: of, queue, name }) => {
    if (of === 'email-forwarding') return t`E-mail forwarding`;
    if (of === 'exchange-calendar') return t`Exchange Calendar Integration`;
    if (of === 'exchange-directory') return t`Exchange PST`;
    return [queue, name].filter(Boolean).join(' · ');
  };
}
