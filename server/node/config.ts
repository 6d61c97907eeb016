import path from 'node:path';
import { host } from '../../contract/fields.ts';
import { logLevels, type LogLevel } from './log.ts';
import { StartFailure } from './start-failure.ts';

export type Environment = Record<string, string | undefined>;

/** What the environment decides. */
export interface NodeConfig {
  host: string;
  port: number;
  data: string;
  keyFile: string;
  publicUrl: URL | null;
  /** PostgreSQL in place of the embedded store. */
  databaseUrl: URL | null;
  /** Files of a certificate chain and its key, PEM. */
  tls: { cert: string; key: string } | null;
  authority: string | null;
  graph: string | null;
  trustedHosts: string[];
  /** For how many days events are kept, and how many at most. */
  events: { keepDays: number; keep: number };
  logLevel: LogLevel;
  /** Days, and MB. */
  protocols: { keepDays: number; keepMegabytes: number };
}

/** Reads the environment; a wrong value raises `StartFailure` with the variable's name and what it takes. */
export function readConfig(env: Environment): NodeConfig {
  const data = path.resolve(env['POSTERN_DATA'] || 'data');
  for (const name of ['HTTPS_PROXY', 'https_proxy']) read(env, name, '', readProxy, 'the address of a proxy, as in http://proxy.example.com:3128');
  return {
    host: read(env, 'POSTERN_HOST', '127.0.0.1', (text) => (host.safeParse(text).success ? text : null), 'a host name or an IP address to listen at'),
    port: read(env, 'POSTERN_PORT', '8080', readPort, 'a port from 0 to 65535 (0 takes any that is free)'),
    data,
    keyFile: env['POSTERN_KEY_FILE'] ? path.resolve(env['POSTERN_KEY_FILE']) : path.join(data, 'key'),
    publicUrl: env['POSTERN_PUBLIC_URL'] ? read(env, 'POSTERN_PUBLIC_URL', '', readOrigin, 'the address of the console as browsers use it, as in https://postern.example.com') : null,
    databaseUrl: env['DATABASE_URL'] ? read(env, 'DATABASE_URL', '', readDatabase, 'the address of a PostgreSQL database, as in postgres://postern:password@db.example.com/postern') : null,
    tls: readTls(env),
    authority: env['POSTERN_AUTHORITY'] ? read(env, 'POSTERN_AUTHORITY', '', readAuthority, 'an https origin, as in https://login.microsoftonline.com; http on loopback only') : null,
    graph: env['POSTERN_GRAPH'] ? read(env, 'POSTERN_GRAPH', '', readAuthority, 'an https origin, as in https://graph.microsoft.com; http on loopback only') : null,
    trustedHosts: read(env, 'POSTERN_TRUSTED_HOSTS', '', readHosts, 'host names separated by commas'),
    events: {
      keepDays: read(env, 'POSTERN_EVENTS_KEEP_DAYS', '400', (text) => readCount(text, 1, 3_650), 'a number of days from 1 to 3650'),
      keep: read(env, 'POSTERN_EVENTS_KEEP', '1000000', (text) => readCount(text, 1_000, 10_000_000), 'a number of events from 1000 to 10000000'),
    },
    logLevel: read(env, 'POSTERN_LOG_LEVEL', 'warn', (text) => logLevels.find((level) => level === text) ?? null, `one of ${logLevels.join(', ')}`),
    protocols: {
      keepDays: read(env, 'POSTERN_PROTOCOLS_KEEP_DAYS', '14', (text) => readCount(text, 1, 3650), 'a number of days from 1 to 3650'),
      keepMegabytes: read(env, 'POSTERN_PROTOCOLS_KEEP_MB', '256', (text) => readCount(text, 1, 100_000), 'a number of MB from 1 to 100000'),
    },
  };
}

function read<T>(env: Environment, name: string, fallback: string, parse: (text: string) => T | null, takes: string): T {
  const value = parse((env[name] || fallback).trim());
  if (value === null) throw new StartFailure(`${name} takes ${takes}, not “${withoutPassword(env[name] ?? '')}”.`);
  return value;
}

// What stands before the @ of an address is nobody's business.
function withoutPassword(text: string): string {
  return text.replace(/[^/@]*@/, '***@');
}

function readTls(env: Environment): NodeConfig['tls'] {
  const { POSTERN_TLS_CERT: cert, POSTERN_TLS_KEY: key } = env;
  if (!cert && !key) return null;
  if (!cert || !key) throw new StartFailure('POSTERN_TLS_CERT and POSTERN_TLS_KEY go together: name the files of the certificate and of its key, or neither.');
  return { cert: path.resolve(cert), key: path.resolve(key) };
}

function readDatabase(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1 ? url : null;
}

function readProxy(text: string): string | null {
  return text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) ? text : null;
}

function readPort(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : null;
}

function readCount(text: string, least: number, most: number): number | null {
  return /^\d{1,8}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
}

function readOrigin(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

function readAuthority(text: string): string | null {
  const url = readOrigin(text);
  const loopback = url !== null && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url && (url.protocol === 'https:' || loopback) ? url.origin : null;
}

function readHosts(text: string): string[] | null {
  const hosts = text.split(',').map((part) => part.trim().toLowerCase()).filter((part) => part !== '');
  return hosts.every((name) => host.safeParse(name).success) ? hosts : null;
}
