import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { ownPassword } from '../../../contract/accounts.ts';
import { mostBackupBytes, newPassphrase } from '../../../contract/backup.ts';
import type { BackupRequest, RestoreRequest } from '../../api/backup.ts';

export type BackupValues = BackupRequest & { repeat: string };

const sealed = z
  .strictObject({ secrets: z.literal('sealed'), passphrase: newPassphrase, repeat: z.string(), password: ownPassword })
  .check(z.refine(({ passphrase, repeat }) => passphrase === repeat, { error: 'passphrase-differs', path: ['repeat'], when: ({ value }) => typeof Object(value).passphrase === 'string' }));
const omit = z.strictObject({ secrets: z.literal('omit'), passphrase: z.string(), repeat: z.string(), password: ownPassword });

export const backupResolver: Resolver<BackupValues, unknown, BackupValues> = standardSchemaResolver(z.discriminatedUnion('secrets', [sealed, omit]));

/** A form of which nothing is chosen yet. */
export type RestoreValues = Omit<RestoreRequest, 'file'> & { file: File | null };

const file = z.instanceof(File, { error: 'required' }).check(z.refine(({ size }) => size <= mostBackupBytes, 'too-large'));

export const restoreResolver: Resolver<RestoreRequest, unknown, RestoreRequest> = standardSchemaResolver(z.strictObject({ file, passphrase: z.string(), password: ownPassword }));
