import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { pilotInput, type PilotInput } from '../../../../../contract/contact-center.ts';

export const pilotResolver: Resolver<PilotInput, unknown, PilotInput> = standardSchemaResolver(pilotInput);
