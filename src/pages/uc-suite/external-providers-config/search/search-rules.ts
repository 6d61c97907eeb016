import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { directorySearchInput } from '../../../../../contract/directory.ts';

export interface Search {
  name: string;
}

export const searchResolver: Resolver<Search, unknown, Search> = standardSchemaResolver(directorySearchInput);
