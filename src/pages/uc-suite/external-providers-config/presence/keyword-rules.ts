import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { keywords, type Keywords } from '../../../../../contract/presence.ts';

export const keywordsResolver: Resolver<Keywords, unknown, Keywords> = standardSchemaResolver(keywords);
