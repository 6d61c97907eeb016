import dns from 'node:dns/promises';
import net from 'node:net';
import os from 'node:os';
import { ConnectionFailure, type FailureReason } from '../ports.ts';

/** A TCP connection to a host; rejects with `ConnectionFailure`, or with the signal's reason. */
export type Dial = (host: string, port: number, signal: AbortSignal) => Promise<net.Socket>;

const timeoutMs = 10_000;

/** Connects to any address but loopback, link-local, unspecified, multicast ones and the machine's own; to trusted hosts on any. */
export function createDial(trustedHosts: readonly string[]): Dial {
  return async (host, port, signal) => {
    const name = host.replace(/^\[|\]$/g, '').toLowerCase();
    const addresses = await resolve(name, signal);
    const allowed = trustedHosts.includes(name) ? addresses : addresses.filter((address) => !isForbidden(address));
    if (allowed.length === 0) throw new ConnectionFailure('forbidden-address');
    let failure: unknown;
    for (const address of allowed) {
      try {
        return await connect(address, port, signal);
      } catch (error) {
        signal.throwIfAborted();
        failure ??= error;
      }
    }
    throw failure;
  };
}

async function resolve(host: string, signal: AbortSignal): Promise<string[]> {
  if (net.isIP(host)) return [host];
  const found = await within(dns.lookup(host, { all: true }), signal).catch((error: unknown) => {
    throw asConnectionFailure(error);
  });
  return found.map(({ address }) => address);
}

// A look-up cannot be cancelled; whoever waits for it can go.
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  return new Promise((done, failed) => {
    limit.addEventListener('abort', () => failed(limit.reason as Error), { once: true });
    work.then(done, failed);
  });
}

function connect(address: string, port: number, signal: AbortSignal): Promise<net.Socket> {
  return new Promise((done, failed) => {
    const socket = net.connect({ host: address, port });
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const stop = () => socket.destroy(limit.reason as Error);
    const fail = (error: Error) => {
      limit.removeEventListener('abort', stop);
      failed(signal.aborted ? signal.reason : asConnectionFailure(error));
    };
    limit.addEventListener('abort', stop, { once: true });
    socket.once('error', fail);
    socket.once('connect', () => {
      limit.removeEventListener('abort', stop);
      socket.off('error', fail);
      done(socket);
    });
    if (limit.aborted) stop();
  });
}

const reasons: Record<string, FailureReason> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
};

/** A system's error as `ConnectionFailure`; the words of TLS and certificates are reason `tls`. */
export function asConnectionFailure(error: unknown): ConnectionFailure {
  if (error instanceof ConnectionFailure) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') return new ConnectionFailure('timeout', null, { cause: error });
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (typeof code !== 'string') return new ConnectionFailure('closed', null, { cause: error });
  const isTls = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code);
  return new ConnectionFailure(reasons[code] ?? (isTls ? 'tls' : 'closed'), code, { cause: error });
}

/** Is this this machine, or an address that may not be connected to, by its name alone? */
export function isForbiddenName(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || (net.isIP(name) !== 0 && isForbidden(name));
}

function isForbidden(address: string): boolean {
  const { list, own } = forbidden();
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return own.has(plain.toLowerCase()) || list.check(plain, net.isIPv6(plain) ? 'ipv6' : 'ipv4');
}

function forbidden() {
  const list = new net.BlockList();
  list.addSubnet('127.0.0.0', 8);
  list.addSubnet('0.0.0.0', 8);
  list.addSubnet('169.254.0.0', 16);
  list.addSubnet('224.0.0.0', 4);
  list.addAddress('255.255.255.255');
  for (const [network, prefix] of [['::', 128], ['::1', 128], ['fe80::', 10], ['ff00::', 8], ['::ffff:0:0', 96], ['64:ff9b::', 96]] as const) list.addSubnet(network, prefix, 'ipv6');
  // Looked up each time: a machine's addresses change.
  const own = new Set(Object.values(os.networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address.toLowerCase())));
  return { list, own };
}
