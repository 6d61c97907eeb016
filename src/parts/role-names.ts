import type { Role } from '../../contract/roles.ts';

/** The roles’ names, alike in all languages. */
export const roleNames: Record<Role, string> = { basic: 'Basic', advanced: 'Advanced', expert: 'Expert' };
