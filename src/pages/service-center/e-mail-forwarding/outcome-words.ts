import { msg } from '@lingui/core/macro';
import type { Authorization } from '../../../../contract/authorization.ts';

export type EndedState = Extract<Authorization, { diagnosis: unknown }>;

const titles = {
  'declined': msg`The sign-in was declined`,
  'expired': msg`The code has expired`,
  'blocked': msg`A policy of the tenant blocks this way of signing in`,
  'consent': msg`Consent is missing`,
  'second-factor': msg`A second factor is needed`,
  'assignment': msg`The account is not assigned to the application`,
  'settings': msg`A setting does not fit`,
  'unreachable': msg`Microsoft cannot be reached`,
  'refused': msg`Microsoft refused the sign-in`,
  'sign-in-required': msg`Somebody must sign in again`,
};
export type OutcomeKind = keyof typeof titles;

/** Which of the outcomes this is: each has a title and a next step of its own. */
export function outcomeKind({ state, diagnosis: { code, pointer, owner } }: EndedState): OutcomeKind {
  if (state !== 'failed') return state;
  if (code.includes('consent')) return 'consent';
  if (code.startsWith('mfa-')) return 'second-factor';
  if (code === 'user-not-assigned') return 'assignment';
  if (pointer) return 'settings';
  return owner === 'network-admin' || owner === 'nobody' ? 'unreachable' : 'refused';
}

/** The title of an outcome. */
export function outcomeTitle(kind: OutcomeKind) {
  return titles[kind];
}
