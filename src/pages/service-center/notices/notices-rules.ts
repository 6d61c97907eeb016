import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { noticesInput, type NoticesInput } from '../../../../contract/notices.ts';

export const noticesResolver: Resolver<NoticesInput, unknown, NoticesInput> = standardSchemaResolver(noticesInput);
