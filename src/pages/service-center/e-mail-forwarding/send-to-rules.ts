import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { emailAddress } from '../../../../contract/fields.ts';

export interface SendTo {
  sendTo: string;
}

export const sendToResolver: Resolver<SendTo, unknown, SendTo> = standardSchemaResolver(z.strictObject({ sendTo: emailAddress }));
