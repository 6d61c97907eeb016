import { useLingui } from '@lingui/react/macro';
import type { Authorization } from '../../../../contract/authorization.ts';

/** The sign-in's state in a few words: beside the title, and read out when it changes. */
export function useStateWords(): (authorization: Authorization) => string {
  const { t } = useLingui();
  return (authorization) => {
    switch (authorization.state) {
      case 'none':
        return t`nobody is signed in`;
      case 'pending':
        return t`waiting for the sign-in`;
      case 'authorized':
        return t`signed in as ${authorization.account}`;
      case 'other-account':
        return t`another account has signed in`;
      case 'declined':
        return t`declined`;
      case 'expired':
        return t`expired`;
      case 'blocked':
        return t`blocked by a policy`;
      case 'failed':
        return t`refused`;
      case 'sign-in-required':
        return t`sign-in required`;
    }
  };
}
