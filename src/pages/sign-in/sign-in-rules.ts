import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { sessionInput, type SessionInput } from '../../../contract/accounts.ts';

export const signInResolver: Resolver<SessionInput, unknown, SessionInput> = standardSchemaResolver(sessionInput);
