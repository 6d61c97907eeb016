import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { queueInput, type QueueInput } from '../../../../contract/contact-center.ts';

export const queueResolver: Resolver<QueueInput, unknown, QueueInput> = standardSchemaResolver(queueInput);
