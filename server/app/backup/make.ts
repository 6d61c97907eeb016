import { mostBackupBytes, type BackupPart } from '../../../contract/backup.ts';
import type { Confidential } from '../../confidential.ts';
import type { Context } from '../context.ts';
import { record } from '../events/record.ts';
import { tooLarge } from '../http/form.ts';
import { fieldProblem } from '../http/problem.ts';
import { writeDocument } from './document.ts';
import type { Item, ItemSecret, StoredItem } from './part.ts';
import { parts, readStored } from './parts.ts';

/** The configuration as one file; without a passphrase its secrets are left out. Raises 422 for a stored secret that does not open with this key, and 413 for more than a restore takes. */
export async function makeBackup(context: Context, passphrase: Confidential | null, actor: string): Promise<{ name: string; text: string }> {
  const { ports, config } = context;
  const content = new Map<BackupPart, Item[]>();
  for (const [part, items] of await readStored(context)) {
    const isIn = passphrase !== null || !parts[part].onlySealed;
    content.set(part, isIn ? await Promise.all(items.map((item) => (passphrase ? withSecrets(item) : withoutSecrets(item)))) : []);
  }
  const madeAt = ports.clock.now().toISOString();
  const text = await writeDocument(ports.random, { product: config.version, madeAt, madeBy: actor, content }, passphrase);
  // What could not be restored is no backup.
  if (new TextEncoder().encode(text).byteLength > mostBackupBytes) throw tooLarge(mostBackupBytes);
  await record(ports, { kind: 'backup-made', function: null, actor, params: { secrets: passphrase ? 'sealed' : 'omit' } });
  return { name: `postern-backup-${madeAt.slice(0, 16).replaceAll(':', '')}Z.json`, text };
}

async function withSecrets({ id, value, secrets }: StoredItem): Promise<Item> {
  const opened: Record<string, ItemSecret> = {};
  for (const [name, { changedAt, open }] of Object.entries(secrets)) {
    const plain = await open();
    if (plain === null) throw fieldProblem('/secrets', 'secret-unreadable', 'A stored secret does not open with the key of this system. Enter it again, or leave the secrets out.');
    opened[name] = { plain, changedAt };
  }
  return { id, value, secrets: opened };
}

// With a client secret goes its end.
async function withoutSecrets({ id, value }: StoredItem): Promise<Item> {
  return { id, value: 'clientSecretExpiresAt' in value ? { ...value, clientSecretExpiresAt: null } : value, secrets: {} };
}
