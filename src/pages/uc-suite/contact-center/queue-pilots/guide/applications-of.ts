import type { PilotRow } from '../../../../../../contract/contact-center.ts';
import { guideValues, newPilot, type GuideValues } from './guide-values.ts';

/** Names an application where several stand side by side: in another cloud or tenant it is another one. */
export function applicationKey({ cloud, tenantId, applicationId }: Pick<GuideValues, 'cloud' | 'tenantId' | 'applicationId'>): string {
  return `${cloud} ${tenantId} ${applicationId}`.toLowerCase();
}

/** The applications of a queue's pilots, each with all its mailboxes, in the order of the pilots. Server, port, encryption and scope are those of its first pilot. */
export function applicationsOf(pilots: readonly PilotRow[]): readonly GuideValues[] {
  const byKey = new Map<string, GuideValues>();
  for (const pilot of pilots) {
    if (pilot.authMethod !== 'oauth') continue;
    const values = guideValues({ ...pilot, authMethod: pilot.authMethod }, pilot);
    const key = applicationKey(values);
    const first = byKey.get(key);
    byKey.set(key, first ? joined(first, values) : values);
  }
  return [...byKey.values()];
}

/** What the guide of a queue is about: its applications; the first one to come where it has no e-mail pilot yet, and none where each has a password. */
export function guidedApplications(pilots: readonly PilotRow[]): { applications: readonly GuideValues[]; isSaved: boolean } {
  const applications = applicationsOf(pilots);
  const isSaved = pilots.some(({ type }) => type === 'email');
  return { applications: isSaved ? applications : [newPilot], isSaved };
}

function joined(first: GuideValues, { mailboxes, objectId }: GuideValues): GuideValues {
  const known = new Set(first.mailboxes.map((mailbox) => mailbox.toLowerCase()));
  return { ...first, mailboxes: [...first.mailboxes, ...mailboxes.filter((mailbox) => !known.has(mailbox.toLowerCase()))], objectId: first.objectId || objectId };
}
