import { expect, test } from 'vitest';
import { Confidential } from '../confidential.ts';
import { createSessionCookie } from './session-cookie.ts';

const request = (url: string, headers: Record<string, string> = {}) => new Request(url, { method: 'POST', headers });

function written(publicOrigin: string | null, url: string): string {
  const headers = new Headers();
  createSessionCookie(publicOrigin).write(request(url), headers, new Confidential('token'));
  return headers.get('Set-Cookie') ?? '';
}

test('by http it is hidden from scripts and stays on this site', () => {
  expect(written(null, 'http://localhost:8080/api/v1/session')).toBe('postern-session=token; Path=/; HttpOnly; SameSite=Strict');
});

test.each([
  ['by HTTPS', null, 'https://postern.example.com/api/v1/session'],
  ['behind a proxy that ends HTTPS', 'https://postern.example.com', 'http://127.0.0.1:8080/api/v1/session'],
])('%s it is for HTTPS and this host only', (_what, publicOrigin, url) => {
  expect(written(publicOrigin, url)).toBe('__Host-postern-session=token; Path=/; HttpOnly; Secure; SameSite=Strict');
  const cookie = createSessionCookie(publicOrigin);
  expect(cookie.read(request(url, { Cookie: '__Host-postern-session=token' }))?.reveal()).toBe('token');
  // Whoever shares the machine's name can set the other one.
  expect(cookie.read(request(url, { Cookie: 'postern-session=token' }))).toBeNull();
});

test.each([
  [null, 'http://localhost:8080/x', 'http://localhost:8080', true],
  [null, 'http://localhost:8080/x', 'http://localhost:9090', false],
  [null, 'http://localhost:8080/x', 'null', false],
  ['https://postern.example.com', 'http://127.0.0.1:8080/x', 'https://postern.example.com', true],
  ['https://postern.example.com', 'http://127.0.0.1:8080/x', 'https://evil.example.com', false],
])('with public origin %s a request to %s from %s is ours: %s', (publicOrigin, url, origin, ours) => {
  expect(createSessionCookie(publicOrigin).isOwn(request(url, { Origin: origin }))).toBe(ours);
});

test('a request without an origin is not ours', () => {
  expect(createSessionCookie(null).isOwn(request('http://localhost:8080/x'))).toBe(false);
});
