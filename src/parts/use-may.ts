import { mayDo, type Role } from '../../contract/roles.ts';
import { usePrefetched } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';

/** May who is signed in do what takes this role? Where not, `RoleNote` says why. */
export function useMay(role: Role): boolean {
  return mayDo(usePrefetched(sessionQuery).role, role);
}
