import { msg } from '@lingui/core/macro';
import type { Owner } from '../../contract/diagnosis.ts';

/** Who must act, by what he is called. */
export const ownerWords: Record<Owner, ReturnType<typeof msg>> = {
  'telephone-admin': msg`You, the administrator of the telephone system`,
  'entra-admin': msg`Entra administrator`,
  'exchange-admin': msg`Exchange administrator`,
  'network-admin': msg`Network administrator`,
  'nobody': msg`Nobody: it passes`,
};
