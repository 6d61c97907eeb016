import * as z from 'zod/mini';
import type { PermissionUse } from './permissions.ts';

/** A way in which something here uses Microsoft 365, by its name in `permissions`. */
export const permissionUse: z.ZodMiniType<PermissionUse> = z.enum(['email-forwarding/microsoft-oauth', 'email-forwarding/microsoft-oauth-application', 'exchange-calendar/ews', 'exchange-calendar/graph', 'exchange-directory/ews', 'queue-pilot/pop3']);
