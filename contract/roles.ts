/** What an administrator may do, the least first; each role includes those before it. */
export const roles = ['basic', 'advanced', 'expert'] as const;
export type Role = (typeof roles)[number];

/** May who has this role do what takes the other one? */
export function mayDo(has: Role, needed: Role): boolean {
  return roles.indexOf(has) >= roles.indexOf(needed);
}
