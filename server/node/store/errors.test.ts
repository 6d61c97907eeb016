import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../store.ts';
import { asStoreError } from './errors.ts';

const error = (message: string, fields: object) => Object.assign(new Error(message), fields);

test.each([
  ['SQLite: disk full', error('database or disk is full', { errcode: 13 }), true],
  ['SQLite: writing failed', error('disk I/O error', { errcode: 778 }), false],
  ['SQLite: locked for too long', error('database is locked', { errcode: 5 }), false],
  ['PostgreSQL: disk full', error('could not extend file', { code: '53100', severity: 'ERROR' }), true],
  ['PostgreSQL: shut down', error('terminating connection', { code: '57P01', severity: 'FATAL' }), false],
  ['PostgreSQL: gone', error('Connection terminated unexpectedly', {}), false],
  ['PostgreSQL: not there', error('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }), false],
])('%s', (_what, given, full) => {
  const found = asStoreError(given);
  expect(found).toBeInstanceOf(StoreUnavailable);
  expect(found).toMatchObject({ full });
});

test.each([
  ['a fault in a statement', error('no such table', { errcode: 1 })],
  ['another in PostgreSQL', error('syntax error', { code: '42601', severity: 'ERROR' })],
  ['a fault of ours', new TypeError('x is undefined')],
])('%s stays what it is', (_what, given) => {
  expect(asStoreError(given)).toBe(given);
});
