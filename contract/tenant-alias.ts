const aliases = ['common', 'consumers', 'organizations'] as const;

/** Is this tenant one of Microsoft's aliases instead of a real tenant? */
export function isTenantAlias(tenant: string): boolean {
  return (aliases as readonly string[]).includes(tenant.toLowerCase());
}
