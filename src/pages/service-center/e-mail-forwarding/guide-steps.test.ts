import { describe, expect, test } from 'vitest';
import { emailForwardingDefaults } from '../../../../contract/email-forwarding.ts';
import { guideSteps } from './guide-steps.ts';

const typed = { ...emailForwardingDefaults, emailAddress: 'pbx@contoso.com', tenantId: 'contoso.com' };

describe('guideSteps', () => {
  const steps = (changed: Partial<typeof typed>) => guideSteps({ ...typed, ...changed });

  test('a device code: users must be let in, there is no secret', () => {
    expect(steps({})).toEqual({ entra: ['register', 'ids', 'public-client', 'permissions', 'consent', 'enterprise-app', 'user-sign-in'], exchange: ['smtp-auth'] });
  });

  test('a shared mailbox: Send As for whoever signs in', () => {
    expect(steps({ signInAs: 'joe@contoso.com' }).exchange).toEqual(['smtp-auth', 'send-as']);
    expect(steps({ signInAs: 'jo' }).exchange).toEqual(['smtp-auth']);
    expect(steps({ signInAs: ' PBX@contoso.com' }).exchange).toEqual(['smtp-auth']);
  });

  test('the application: a secret, and Exchange must know it', () => {
    expect(steps({ authMethod: 'microsoft-oauth-application' })).toEqual({ entra: ['register', 'ids', 'secret', 'permissions', 'consent', 'enterprise-app'], exchange: ['service-principal'] });
  });

  test('a personal account has no administrators; Basic authentication has no steps', () => {
    expect(steps({ tenantId: ' Consumers' })).toEqual({ entra: ['register', 'ids', 'public-client', 'permissions'], exchange: [] });
    expect(steps({ authMethod: 'basic' })).toEqual({ entra: [], exchange: [] });
  });
});
