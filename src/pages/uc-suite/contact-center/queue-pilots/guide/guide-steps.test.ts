import { expect, test } from 'vitest';
import { guideSteps } from './guide-steps.ts';

const entra = ['register', 'ids', 'permissions', 'consent', 'secret'];

test('the object ID is looked for until a token has named it', () => {
  expect(guideSteps({ authMethod: 'oauth', objectId: '' })).toEqual({ entra, exchange: ['object-id', 'mailboxes'], own: ['test'] });
  expect(guideSteps({ authMethod: 'oauth', objectId: '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90' })).toEqual({ entra, exchange: ['mailboxes'], own: ['test'] });
});

test('a mail server of one’s own has no application', () => {
  expect(guideSteps({ authMethod: 'basic', objectId: '' })).toEqual({ entra: [], exchange: [], own: [] });
});
