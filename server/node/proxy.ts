import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import { getProxyForUrl } from 'proxy-from-env';
import { ConnectionFailure } from '../ports.ts';
import type { Environment } from './config.ts';
import { asConnectionFailure, isForbiddenName, type Dial } from './dial.ts';

const timeoutMs = 10_000;

/** The usual dial, or the proxy of HTTPS_PROXY where NO_PROXY does not name the host: CONNECT (RFC 9110 section 9.3.6), for HTTP and for mail alike. */
export function throughProxy(usual: Dial, env: Environment): Dial {
  if (!env['HTTPS_PROXY'] && !env['https_proxy'] && !env['ALL_PROXY'] && !env['all_proxy']) return usual;
  return async (host, port, signal) => {
    // What is this machine by its name alone is none of the proxy's; the usual dial says whether it is allowed.
    if (isForbiddenName(host)) return usual(host, port, signal);
    const inUrl = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
    const proxy = getProxyForUrl(`https://${inUrl}:${port}`);
    if (proxy === '') return usual(host, port, signal);
    return connect(new URL(proxy), `${inUrl}:${port}`, signal);
  };
}

function connect(proxy: URL, authority: string, signal: AbortSignal): Promise<net.Socket> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const { username, password } = proxy;
  const credentials = username && `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
  return new Promise((done, failed) => {
    const request = (proxy.protocol === 'https:' ? https : http).request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...(credentials && { 'Proxy-Authorization': credentials }) },
      agent: false,
      signal: limit,
    });
    request.once('connect', (response, socket, head) => {
      if (response.statusCode === 200) {
        if (head.length > 0) socket.unshift(head);
        return done(socket as net.Socket);
      }
      socket.destroy();
      failed(new ConnectionFailure('proxy', String(response.statusCode)));
    });
    // A proxy that answers CONNECT as any other request has refused it.
    request.once('response', (response) => {
      response.destroy();
      failed(new ConnectionFailure('proxy', String(response.statusCode)));
    });
    request.once('error', (error) => {
      if (signal.aborted) return failed(signal.reason);
      const { code, reason } = asConnectionFailure(limit.aborted ? limit.reason : error);
      failed(new ConnectionFailure('proxy', code ?? reason.toUpperCase(), { cause: error }));
    });
    request.end();
  });
}
