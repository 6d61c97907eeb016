import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { administratorInput, newAdministratorInput } from '../../../contract/administrators.ts';
import type { AdministratorValues } from './administrator-values.ts';

type Rules = Resolver<AdministratorValues, unknown, AdministratorValues>;

/** Of an account that is there: without a new password it keeps its own. */
export const savedResolver: Rules = standardSchemaResolver(z.omit(administratorInput, { ownPassword: true })) as never;

/** Of a new one. */
export const newResolver: Rules = standardSchemaResolver(z.omit(newAdministratorInput, { ownPassword: true })) as never;
