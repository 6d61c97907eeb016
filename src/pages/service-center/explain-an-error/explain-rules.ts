import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { explanationInput, mostExplainedBytes } from '../../../../contract/explained.ts';

export interface ErrorText {
  text: string;
}

// What is counted is the body, as it is sent.
const fits = (text: string) => new TextEncoder().encode(JSON.stringify({ text })).length <= mostExplainedBytes;
const input = z.strictObject({ text: explanationInput.shape.text.check(z.refine(fits, 'text-too-large')) });

export const explainResolver: Resolver<ErrorText, unknown, ErrorText> = standardSchemaResolver(input);
