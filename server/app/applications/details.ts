import type { ApplicationDetails, ApplicationPart, ApplicationSecret, ApplicationUse } from '../../../contract/applications.ts';
import type { FunctionRow, Health } from '../../../contract/functions.ts';
import type { LastToken } from '../../../contract/last-token.ts';
import { permissions, type PermissionUse } from '../../../contract/permissions.ts';
import { pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import type { PilotOfQueue } from '../../contact-center-rows.ts';
import { pilotHealth, pilotHealths } from '../../pilot-health.ts';
import type { Repositories, SignInTarget } from '../../store.ts';
import { readFunctions } from '../functions/functions.ts';
import { soonAfter } from '../functions/soon.ts';
import { readLastToken } from '../sign-in/last-token.ts';
import { functionUse, pilotUse, secretOfPilot } from './applications.ts';
import { findGroup, usesOf, type ApplicationGroup } from './groups.ts';

const mostPilots = 100_000;
// All pilots get the same token: the one that was checked last has the newest.
const askedForTokens = 10;
// What every app registration has from the start, or a sign-in asks for by itself.
const usualScopes = ['User.Read', 'email', 'openid', 'profile', 'offline_access'];

/** An application with all that is stored of it; nobody is asked. Raises 404. */
export async function readApplicationDetails(rows: Repositories, target: SignInTarget, now: Date): Promise<ApplicationDetails> {
  const group = await findGroup(rows, target);
  const { items: pilots } = group.pilots > 0 ? await rows.uses.ofApplication(group.targets, { limit: mostPilots }) : { items: [] };
  const rowsOfFunctions = await readFunctions(rows, { now, language: 'en', withPilots: false });
  const standing = (name: FunctionRow['function']) => rowsOfFunctions.find((row) => row.function === name);
  const parts: ApplicationPart[] = [];
  if (group.code) parts.push(codePart(group.code, standing('email-forwarding')));
  for (const { name, use, lastToken } of group.functions) {
    const { health = 'unchecked', lastGood = null } = standing(name) ?? {};
    parts.push(partOf({ use, function: name, count: 1, health, lastGood }, lastToken));
  }
  if (pilots.length > 0) parts.push(await pilotsPart(rows, pilots, now));
  const secrets = await rows.secrets.many(pilots.map(secretOfPilot));
  const uses = [...group.functions.map(functionUse), ...pilots.map((found) => pilotUse(found, secrets.get(secretOfPilot(found)) ?? null))];
  const [first] = group.targets;
  return {
    cloud: group.cloud,
    tenantId: first?.tenantId ?? '',
    tenantGuid: group.tenantGuid,
    tenantIds: group.targets.map(({ tenantId }) => tenantId),
    applicationId: group.applicationId,
    uses: usesOf(group),
    byCode: group.code !== null,
    parts,
    unneeded: unneededOf(parts),
    secrets: secretsOf(uses),
    withoutSecret: uses.filter(({ clientSecret }) => !clientSecret.set).length,
  };
}

function codePart({ current }: NonNullable<ApplicationGroup['code']>, row: FunctionRow | undefined): ApplicationPart {
  const use = 'email-forwarding/microsoft-oauth';
  const carried = current?.scope.split(/\s+/).filter((scope) => scope !== '').map((scope) => scope.replace(/^https:\/\/[^/]+\//, '')) ?? [];
  const [permission] = permissions[use].names;
  return {
    use,
    function: 'email-forwarding',
    count: 1,
    health: row?.health ?? 'unchecked',
    lastGood: row?.lastGood ?? null,
    token: current && { carried, at: current.lastRefreshAt ?? current.authorizedAt },
    // The answer does not name what only a sign-in asks for: that there is one shows that it was granted.
    permissions: permissions[use].names.map((name) => ({ name, held: current === null ? 'unknown' : name !== permission || carried.includes(name) ? 'yes' : 'no' })),
  };
}

async function pilotsPart(rows: Repositories, pilots: readonly PilotOfQueue[], now: Date): Promise<ApplicationPart> {
  const soon = soonAfter(now);
  const healths = pilots.map(({ pilot }) => pilotHealth(pilot, soon));
  const health: Health = pilotHealths.find((one) => healths.includes(one)) ?? 'unchecked';
  const lastGood = pilots.flatMap(({ pilot }) => pilot.standing?.goodAt ?? []).sort().at(-1) ?? null;
  const last = pilots.toSorted((a, b) => ((b.pilot.standing?.endedAt ?? '') < (a.pilot.standing?.endedAt ?? '') ? -1 : 1)).slice(0, askedForTokens);
  const tokens: LastToken[] = [];
  for (const { pilot } of last) {
    const token = pilot.email && (await readLastToken(rows, sourceOf('queue-pilot', pilotRef(pilot.queueId, pilot.id)), pilot.email));
    if (token) tokens.push(token);
  }
  return partOf({ use: 'queue-pilot/pop3', function: 'queue-pilot', count: pilots.length, health, lastGood }, newest(tokens));
}

function partOf(part: Pick<ApplicationPart, 'use' | 'function' | 'count' | 'health' | 'lastGood'>, token: LastToken | null): ApplicationPart {
  // RBAC for Applications has roles for Exchange Web Services and Graph, which no token carries.
  const byExchange = token !== null && grantedByExchange.includes(part.use) && (part.health === 'working' || part.health === 'warning');
  const held = (name: string) => (token === null ? 'unknown' : token.roles.includes(name) ? 'yes' : byExchange ? 'by-exchange' : 'no');
  return { ...part, token: token && { carried: token.roles, at: token.at }, permissions: permissions[part.use].names.map((name) => ({ name, held: held(name) })) };
}

const grantedByExchange: readonly PermissionUse[] = ['exchange-calendar/ews', 'exchange-calendar/graph', 'exchange-directory/ews'];

// Of each API the newest token says what there is now; delegated permissions and roles are told apart.
function unneededOf(parts: readonly ApplicationPart[]): ApplicationDetails['unneeded'] {
  const found: ApplicationDetails['unneeded'] = [];
  for (const own of Map.groupBy(parts, ({ use }) => `${permissions[use].apiId} ${permissions[use].kind}`).values()) {
    const needed = [...own.flatMap(({ use }): readonly string[] => permissions[use].names), ...usualScopes];
    const token = newest(own.flatMap((part) => part.token ?? []));
    const api = own[0] && permissions[own[0].use].api;
    if (token && api) found.push(...token.carried.filter((name) => !needed.includes(name)).map((name) => ({ api, name })));
  }
  return found;
}

function secretsOf(uses: readonly ApplicationUse[]): ApplicationSecret[] {
  const groups = Map.groupBy(uses.filter(({ clientSecret }) => clientSecret.set), ({ clientSecret, clientSecretExpiresAt }) => `${clientSecret.hint} ${clientSecretExpiresAt?.slice(0, 10)}`);
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own;
      const changed = own.flatMap(({ clientSecret }) => clientSecret.changedAt ?? []).sort();
      return first ? [{ hint: first.clientSecret.hint ?? null, changedFrom: changed[0] ?? '', changedTo: changed.at(-1) ?? '', endsAt: first.clientSecretExpiresAt, uses: own.length, first }] : [];
    })
    .sort((a, b) => b.uses - a.uses);
}

function newest<Token extends { at: string }>(tokens: readonly Token[]): Token | null {
  return tokens.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null;
}
