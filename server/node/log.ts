import { pino, stdTimeFunctions, type DestinationStream } from 'pino';
import type { Log } from '../ports.ts';
import { redact, redactIn } from '../app/redaction/redact.ts';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** JSON lines to standard error, or to `destination`; each text is redacted once more on its way out. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  const log = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, destination);
  const write = (at: 'info' | 'warn' | 'error') => (fields: Record<string, unknown>, message: string) => {
    if (log.isLevelEnabled(at)) log[at](redactIn(fields), redact(message));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
