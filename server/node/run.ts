import { StartFailure } from './start-failure.ts';

const longestEndMs = 1_500;

/** Starts, and ends cleanly at SIGTERM or SIGINT, within two seconds. What keeps it from starting is one sentence on standard error, with exit status 1. */
export async function runUntilSignal(start: (say: (line: string) => void) => Promise<{ close(): Promise<void> }>): Promise<void> {
  await orSayWhy(async () => {
    const running = await start((line) => process.stdout.write(`${line}\n`));
    const stop = () => {
      setTimeout(() => process.exit(0), longestEndMs).unref();
      void running.close().then(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}

/** Does the work; a `StartFailure` becomes its sentence and exit status 1. */
export async function orSayWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
