import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { backupInput, mostBackupBytes, restoreInput } from '../../../contract/backup.ts';
import type { ProblemName } from '../../../contract/problem-names.ts';
import { confirmPassword } from '../accounts/confirm-password.ts';
import type { RequestState, Services } from '../context.ts';
import { record } from '../events/record.ts';
import { checked, readBody } from '../http/body.ts';
import { readForm, tooLarge } from '../http/form.ts';
import { needs } from '../http/guard.ts';
import { fieldProblem, ProblemError } from '../http/problem.ts';

const recorded: ReadonlySet<ProblemName> = new Set<ProblemName>(['backup-not-readable', 'backup-damaged', 'backup-newer-version', 'backup-invalid', 'wrong-passphrase']);

/** Backup, and restore or what it would change. What they are made of is loaded when it is needed. */
export function backupRoutes(services: Services): Hono<RequestState> {
  const { ports } = services;
  const app = new Hono<RequestState>();

  app.post(api.backup, needs(services, 'expert'), async (c) => {
    const input = await readBody(c.req.raw, backupInput);
    await confirmPassword(services, c.get('caller'), input.password, '/password');
    const { makeBackup } = await import('./make.ts');
    const { name, text } = await makeBackup(services, input.secrets === 'sealed' ? input.passphrase : null, c.get('caller').username);
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Content-Disposition': `attachment; filename="${name}"` });
  });

  app.post(api.restore, needs(services, 'expert'), async (c) => {
    const caller = c.get('caller');
    const form = await readForm(c.req.raw, mostBackupBytes);
    const file = fileOf(form);
    const { passphrase, password } = checked(restoreInput, Object.fromEntries([...form].filter(([name]) => name !== 'file')));
    await confirmPassword(services, caller, password, '/password');
    const { readDocument } = await import('./document.ts');
    const { previewRestore, restoreBackup } = await import('./restore.ts');
    try {
      const backup = await readDocument(new Uint8Array(await file.arrayBuffer()), passphrase ?? null);
      const asked = { backup, caller, language: c.get('language') };
      if (c.req.query('dryRun') === 'true') return c.json(await previewRestore(services, asked));
      return c.json(await restoreBackup(services, asked, c.req.header('If-Match')));
    } catch (error) {
      if (error instanceof ProblemError && recorded.has(error.problem)) await record(ports, { kind: 'restore-refused', function: null, actor: caller.username, params: { reason: error.problem } });
      throw error;
    }
  });

  return app;
}

function fileOf(form: FormData): Blob {
  const [file, ...others] = form.getAll('file');
  if (!(file instanceof Blob) || others.length > 0) throw fieldProblem('/file', others.length > 0 ? 'twice' : 'required', 'Choose one file.');
  if (file.size > mostBackupBytes) throw tooLarge(mostBackupBytes);
  return file;
}
