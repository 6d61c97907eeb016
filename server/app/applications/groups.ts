import type { Cloud } from '../../../contract/clouds.ts';
import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
import { pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import { isTenantAlias } from '../../../contract/tenant-alias.ts';
import { targetKey } from '../../contact-center-keys.ts';
import type { PilotOfQueue } from '../../contact-center-rows.ts';
import type { CurrentSignIn, Repositories, SignInTarget } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { ProblemError } from '../http/problem.ts';
import { readTenantGuid } from '../sign-in/last-token.ts';
import { readRow } from '../sign-in/rows.ts';
import { sameTarget, targetOf } from '../sign-in/target.ts';
import { readApplicationFunctions, type ApplicationFunction } from './application-functions.ts';

type Target = SignInTarget & { cloud: Cloud };

/** An application with all who sign in with it: a tenant is the same by its domain and by its GUID, as soon as something that is stored says so. */
export interface ApplicationGroup {
  cloud: Cloud;
  tenantGuid: string | null;
  applicationId: string;
  /** Each way in which it is named. */
  targets: Target[];
  functions: ApplicationFunction[];
  /** How many queue pilots there are, and of each way in which the application is named one, with a secret where one has it. */
  pilots: number;
  firstPilots: PilotOfQueue[];
  /** Where E-mail forwarding signs in by a code with it: its settings, and its sign-in where there is one. */
  code: { settings: EmailForwarding; current: CurrentSignIn | null } | null;
}

const most = 1_000;
const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The applications in use, the most used first. */
export async function readGroups(rows: Repositories): Promise<ApplicationGroup[]> {
  const functions = await readApplicationFunctions(rows);
  const pilots = await rows.uses.applications(most);
  const mail = await readSettings(rows);
  const guidOf = await readTenants(rows, functions, pilots);
  const groups = new Map<string, ApplicationGroup>();
  const groupOf = (target: Target): ApplicationGroup => {
    const tenantGuid = guidOf(target);
    const key = targetKey({ ...target, tenantId: tenantGuid ?? target.tenantId });
    const group = groups.get(key) ?? { cloud: target.cloud, tenantGuid, applicationId: target.applicationId, targets: [], functions: [], pilots: 0, firstPilots: [], code: null };
    if (!group.targets.some((known) => sameTarget(known, target))) group.targets.push(target);
    groups.set(key, group);
    return group;
  };
  for (const one of functions) groupOf(one.target).functions.push(one);
  for (const { uses, ...first } of pilots) {
    if (!first.pilot.email) continue;
    const group = groupOf(targetOfPilot(first.pilot.email));
    group.pilots += uses;
    group.firstPilots.push(first);
  }
  const { configured, settings } = mail;
  if (configured && settings.authMethod === 'microsoft-oauth') groupOf({ ...targetOf(settings), cloud: settings.cloud }).code = { settings, current: (await readRow(rows)).current };
  return [...groups.values()].sort((a, b) => usesOf(b) - usesOf(a));
}

/** The application of this name, by whichever name of its tenant. Raises 404. */
export async function findGroup(rows: Repositories, target: SignInTarget): Promise<ApplicationGroup> {
  const found = (await readGroups(rows)).find((group) => isOf(group, target));
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** How many sign in with its secret. */
export function usesOf({ functions, pilots }: Pick<ApplicationGroup, 'functions' | 'pilots'>): number {
  return functions.length + pilots;
}

/** The application that a pilot signs in with. */
export function targetOfPilot({ cloud, tenantId, applicationId }: Target): Target {
  return { cloud, tenantId, applicationId };
}

/** Is this a name of the application? */
export function isOf({ targets, tenantGuid }: Pick<ApplicationGroup, 'targets' | 'tenantGuid'>, target: SignInTarget): boolean {
  return targets.some((known) => sameTarget(known, target) || (tenantGuid !== null && sameTarget({ ...known, tenantId: tenantGuid }, target)));
}

// What tokens and sign-ins have told of tenants. An alias is none.
async function readTenants(rows: Repositories, functions: readonly ApplicationFunction[], pilots: readonly PilotOfQueue[]): Promise<(target: SignInTarget) => string | null> {
  const guids = new Map<string, string>();
  const learn = (target: SignInTarget, tenantGuid: string | null | undefined) => {
    if (tenantGuid && guidForm.test(tenantGuid)) guids.set(tenantKey(target), tenantGuid.toLowerCase());
  };
  for (const { row } of await rows.signIns.all()) {
    for (const signIn of [row.other, row.current]) if (signIn) learn(signIn.target, signIn.tenantGuid);
    if (row.lastToken) learn(row.lastToken.target, row.lastToken.tenantGuid);
  }
  const sources = [...functions.map(({ name }) => sourceOf(name, null)), ...pilots.map(({ pilot }) => sourceOf('queue-pilot', pilotRef(pilot.queueId, pilot.id)))];
  for (const source of sources) {
    const told = await readTenantGuid(rows, source);
    if (told) learn(told.target, told.tenantGuid);
  }
  return (target) => {
    if (guidForm.test(target.tenantId)) return target.tenantId.toLowerCase();
    return isTenantAlias(target.tenantId) ? null : (guids.get(tenantKey(target)) ?? null);
  };
}

function tenantKey({ cloud, tenantId }: SignInTarget): string {
  return `${cloud} ${tenantId.toLowerCase()}`;
}
