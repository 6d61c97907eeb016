import { expect, test } from 'vitest';
import { paths, returnPath } from './paths.ts';

test('the page that was asked for comes back', () => {
  const path = paths.emailForwarding({ edit: true });
  expect(returnPath(new URL(paths.signIn(path), 'http://localhost').search)).toBe(path);
});

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', '/sign-in?return=/', ''])('%s is not followed', (wanted) => {
  expect(returnPath(`?return=${encodeURIComponent(wanted)}`)).toBe('/');
});
