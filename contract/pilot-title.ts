/** How a pilot is called: by its name, its mailbox or its number. */
export function pilotTitle({ name, username, number }: { name?: string | null | undefined; username?: string; number?: string }): string {
  return name || username || number || '';
}
