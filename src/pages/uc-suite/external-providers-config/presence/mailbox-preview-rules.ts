import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { mailboxPreviewInput, type MailboxPreviewInput } from '../../../../../contract/presence.ts';

export const mailboxPreviewResolver: Resolver<MailboxPreviewInput, unknown, MailboxPreviewInput> = standardSchemaResolver(mailboxPreviewInput);
