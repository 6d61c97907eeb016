import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { startServer } from '../start.ts';
import { StartFailure } from '../start-failure.ts';

/** For tests of the start: folders that are gone afterwards, starts on a free port, and what a failing one says. */
export function starts() {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-start-'));
  afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
  let count = 0;
  const newFolder = () => path.join(root, String(count++));
  const start = (env: Record<string, string>) => startServer({ env: { POSTERN_PORT: '0', POSTERN_LOG_LEVEL: 'silent', ...env }, version: '0', consoleFolder: root, say: () => {} });

  /** A data folder that was started once. */
  async function usedFolder(env: Record<string, string> = {}): Promise<string> {
    const data = newFolder();
    await (await start({ POSTERN_DATA: data, ...env })).close();
    return data;
  }

  /** What is in a folder: each file with mode and content. */
  function snapshot(folder: string): string[] {
    return fs.readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name)).sort().map((name) => {
      const file = path.join(folder, name);
      return `${name} ${fs.statSync(file).mode.toString(8)} ${createHash('sha256').update(fs.readFileSync(file)).digest('hex')}`;
    });
  }

  async function failure(env: Record<string, string>): Promise<string> {
    const error = await start(env).then((running) => running.close(), (reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartFailure);
    const { message } = error as StartFailure;
    expect(message).not.toContain('\n');
    return message;
  }

  /** What a start on this folder says that fails; the folder must be as it was. */
  async function refusal(data: string, env: Record<string, string> = {}): Promise<string> {
    const before = snapshot(data);
    const message = await failure({ POSTERN_DATA: data, ...env });
    expect(snapshot(data)).toEqual(before);
    return message;
  }
  return { root, newFolder, start, usedFolder, failure, refusal };
}
