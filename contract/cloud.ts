import * as z from 'zod/mini';

export const cloud = z.enum(['global', 'us-gov-high', 'us-gov-dod', 'china'], 'cloud');
