import { clouds, type Cloud } from '../../../../contract/clouds.ts';
import type { Target } from '../../../api/renewals.ts';

/** The application that an address names, `<cloud>/<tenant>/<id>`; null where it names none. */
export function targetOf(text: string): (Target & { cloud: Cloud }) | null {
  const [cloud = '', tenantId = '', applicationId = '', more] = text.split('/');
  return more === undefined && tenantId !== '' && applicationId !== '' && isCloud(cloud) ? { cloud, tenantId, applicationId } : null;
}

function isCloud(name: string): name is Cloud {
  return Object.hasOwn(clouds, name);
}
