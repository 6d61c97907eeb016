import { StartFailure } from './start-failure.ts';

/** Starts, and ends cleanly at SIGTERM or SIGINT. What keeps it from starting is one sentence on standard error, with exit status 1. */
export async function runUntilSignal(start: (say: (line: string) => void) => Promise<{ close(): Promise<void> }>): Promise<void> {
  try {
    const running = await start((line) => process.stdout.write(`${line}\n`));
    const stop = () => void running.close().then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
