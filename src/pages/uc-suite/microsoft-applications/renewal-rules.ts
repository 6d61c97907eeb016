import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { renewalInput, type RenewalInput } from '../../../../contract/renewal.ts';

export const renewalResolver: Resolver<RenewalInput, unknown, RenewalInput> = standardSchemaResolver(renewalInput);
