import { expect, test } from 'vitest';
import { operations, openApiDocument } from './openapi.ts';
import { testBackend } from './testing.ts';

test('the document and the routes are the same', () => {
  const documented = Object.entries(operations).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const { backend } = testBackend();
  const routed = new Set(backend.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`));
  expect([...routed].sort()).toEqual(documented.sort());
});

test('every schema of the contract can be said in OpenAPI', () => {
  const text = JSON.stringify(openApiDocument('1.0.0'));
  expect(text).toContain('"openapi":"3.1.0"');
  expect(text).toContain('"If-Match"');
});
