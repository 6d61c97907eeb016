import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { emailForwardingInput, type EmailForwardingInput } from '../../../../contract/email-forwarding.ts';

export const settingsResolver: Resolver<EmailForwardingInput, unknown, EmailForwardingInput> = standardSchemaResolver(emailForwardingInput);
