import { pino, stdTimeFunctions, type DestinationStream } from 'pino';
import type { Log } from '../ports.ts';
import { redact } from '../app/checks/redact.ts';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** JSON lines to standard error, or to `destination`; each text is redacted once more on its way out. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  const log = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, destination);
  const clean = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]));
  return {
    info: (fields, message) => log.info(clean(fields), message),
    warn: (fields, message) => log.warn(clean(fields), message),
    error: (fields, message) => log.error(clean(fields), message),
  };
}
