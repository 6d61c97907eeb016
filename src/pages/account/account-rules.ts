import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { accountInput, type AccountInput } from '../../../contract/accounts.ts';

export const accountResolver: Resolver<AccountInput, unknown, AccountInput> = standardSchemaResolver(accountInput);
