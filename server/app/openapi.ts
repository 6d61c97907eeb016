import * as z from 'zod/mini';
import { accountInput, session, sessionInput, setupInput, setupState } from '../../contract/accounts.ts';
import { administrator, administratorInput, administratorList, newAdministratorInput, ownPasswordInput } from '../../contract/administrators.ts';
import { api } from '../../contract/addresses.ts';
import { applicationDetails, applicationList, applicationUseList } from '../../contract/applications.ts';
import { authorization, authorizationInput } from '../../contract/authorization.ts';
import { backupInput, restoreInput, restorePlan } from '../../contract/backup.ts';
import { checkRun, checkRunItems, checkRunList } from '../../contract/check-runs.ts';
import { check, checkInput, checkList, mailboxResults } from '../../contract/checks.ts';
import { pilot, pilotInput, pilotList, queue, queueInput, queueList, useList } from '../../contract/contact-center.ts';
import { diagnosisLogsEstimate, diagnosisLogsInput, diagnosisLogsSettings, diagnosisLogsSettingsInput } from '../../contract/diagnosis-logs.ts';
import { directorySearch, directorySearchInput } from '../../contract/directory.ts';
import { emailForwarding, emailForwardingInput } from '../../contract/email-forwarding.ts';
import { event, eventList } from '../../contract/events.ts';
import { explanationInput, explanationList } from '../../contract/explained.ts';
import { exchangeCalendarInput, exchangeDirectoryInput, provider } from '../../contract/external-providers.ts';
import { functionList } from '../../contract/functions.ts';
import { renewal, renewalInput, renewalUseList } from '../../contract/renewal.ts';
import { systemHealth } from '../../contract/health.ts';
import { network, networkCheck, networkCheckInput } from '../../contract/network.ts';
import { keywordsInput, keywordTable, mailboxPreview, mailboxPreviewInput, preview, previewInput } from '../../contract/presence.ts';
import { calendarAddress, noticeBody, notices, noticesInput, noticesStatus, noticesTest, noticesTestInput } from '../../contract/notices.ts';
import { problemStatus, type ProblemName } from '../../contract/problem-names.ts';
import { problem } from '../../contract/problems.ts';
import { routeRoles } from './route-roles.ts';

type Schema = z.core.$ZodType;
interface Operation {
  summary: string;
  open?: true;
  query?: Record<string, string>;
  ifMatch?: true;
  body?: Schema;
  bodyOptional?: true;
  /** Members of a form beside its `file`. */
  form?: Schema;
  status?: number;
  answer?: Schema | 'text/plain' | 'text/calendar' | 'application/zip' | 'json' | 'backup';
  /** What is answered in its place where `dryRun` asks for it. */
  dryRun?: Schema;
  problems?: readonly ProblemName[];
}
type Operations = Record<string, Partial<Record<'get' | 'post' | 'put' | 'delete', Operation>>>;

const paging = { 'page[size]': 'Items of a page, 200 at most; 50 if absent.', 'page[after]': 'The `next` of the page before.' };
const eventFilter = {
  severity: '`info`, `warning` or `error`.',
  function: 'Only those of this function.',
  ref: 'Only those of this queue pilot, `<queueId>/<pilotId>`.',
  actor: 'Only what this administrator did.',
  changes: '`true`: only changes of the configuration.',
  from: 'From this instant on.',
  to: 'Before this instant.',
  q: 'Words, each of which begins one of the names, codes or addresses in the event; one of fewer than three letters is a whole word there.',
};
const ofOwnPassword: readonly ProblemName[] = ['wrong-password', 'too-many-tries'];
const waiting = { after: 'Waits for another version than this, 25 s at most.' };

/** Every operation of the API; the tests hold it against the routes. */
export const operations: Operations = {
  [api.health]: { get: { summary: 'Is it live and ready?', open: true, answer: systemHealth } },
  [api.openApi]: { get: { summary: 'This document', open: true, answer: 'json' } },
  [api.setup]: {
    get: { summary: 'Is the first administrator still to be made?', open: true, answer: setupState },
    post: { summary: 'Make the first administrator and sign him in', open: true, body: setupInput, status: 201, answer: session, problems: ['wrong-setup-code', 'already-set-up', 'too-many-tries'] },
  },
  [api.session]: {
    post: { summary: 'Sign in', open: true, body: sessionInput, status: 201, answer: session, problems: ['wrong-credentials', 'too-many-tries'] },
    get: { summary: 'Who am I?', answer: session },
    delete: { summary: 'Sign out', open: true, status: 204 },
  },
  [api.account]: { put: { summary: 'Change the own account: language, e-mail address, or with the old password (`ownPassword`) the password', body: accountInput, answer: session, problems: ['wrong-password', 'too-many-tries'] } },
  [api.administrators]: {
    get: { summary: 'Accounts of the console, 200 at most', query: paging, answer: administratorList },
    post: { summary: 'Add an account; it changes its password at its first sign-in. `ownPassword` is the one of who asks, as in each change of accounts', body: newAdministratorInput, status: 201, answer: administrator, problems: [...ofOwnPassword, 'too-many-administrators'] },
  },
  '/api/v1/administrators/:id': {
    get: { summary: 'An account', answer: administrator, problems: ['not-found'] },
    put: { summary: 'Replace an account; a password that is absent or null stays, a new one is to be changed at the next sign-in. Another password or role, or being disabled, ends its sessions', ifMatch: true, body: administratorInput, answer: administrator, problems: [...ofOwnPassword, 'not-found', 'last-expert'] },
    delete: { summary: 'Delete an account with its sessions; the body holds the password of who asks', ifMatch: true, body: ownPasswordInput, status: 204, problems: [...ofOwnPassword, 'not-found', 'last-expert'] },
  },
  '/api/v1/administrators/:id/sessions': { delete: { summary: 'End the sessions of an account but for the own one; the body holds the password of who asks', body: ownPasswordInput, status: 204, problems: [...ofOwnPassword, 'not-found'] } },
  [api.functions]: { get: { summary: 'All functions with their health', query: { pilots: '`false` leaves the queue pilots out.' }, answer: functionList } },
  [api.emailForwarding]: {
    get: { summary: 'Settings of E-mail forwarding; secrets only as set, since when, and of client secrets the last three characters', answer: emailForwarding },
    put: { summary: 'Replace the settings; a secret that is absent or null stays', ifMatch: true, body: emailForwardingInput, answer: emailForwarding },
    delete: { summary: 'Remove settings and sign-in', ifMatch: true, status: 204 },
  },
  [api.exchangeCalendar]: {
    get: { summary: 'Settings of Exchange Calendar Integration', answer: provider },
    put: { summary: 'Replace the settings; a secret that is absent or null stays', ifMatch: true, body: exchangeCalendarInput, answer: provider },
    delete: { summary: 'Remove the settings with their secrets', ifMatch: true, status: 204 },
  },
  [api.exchangeDirectory]: {
    get: { summary: 'Settings of Exchange PST', answer: provider },
    put: { summary: 'Replace the settings; a secret that is absent or null stays', ifMatch: true, body: exchangeDirectoryInput, answer: provider },
    delete: { summary: 'Remove the settings with their secrets', ifMatch: true, status: 204 },
  },
  '/api/v1/external-providers/exchange-calendar/keywords/:language': {
    get: { summary: 'The keyword table of a voicemail language', answer: keywordTable, problems: ['not-found'] },
    put: { summary: 'Replace the keywords', ifMatch: true, body: keywordsInput, answer: keywordTable, problems: ['not-found'] },
    delete: { summary: 'Bring back the keywords that came with the system', ifMatch: true, status: 204, problems: ['not-found'] },
  },
  [api.mailboxPreview]: { post: { summary: 'The next 24 hours of a mailbox and the presence that they give; it is recorded who asked', body: mailboxPreviewInput, answer: mailboxPreview, problems: ['not-configured', 'too-many-tries'] } },
  [api.directorySearch]: { post: { summary: 'Public contacts by a name, and why these', body: directorySearchInput, answer: directorySearch, problems: ['not-configured', 'too-many-tries'] } },
  [api.preview]: { post: { summary: 'Which presence an appointment of this subject would set, and why', body: previewInput, answer: preview } },
  [api.authorization]: {
    get: { summary: 'The sign-in at Microsoft', query: waiting, answer: authorization },
    post: { summary: 'Ask for a code, renew it, or keep the other account', body: authorizationInput, bodyOptional: true, answer: authorization, problems: ['not-configured', 'other-method', 'no-sign-in', 'too-many-tries'] },
    delete: { summary: 'Remove the sign-in', answer: authorization },
  },
  [api.pendingAuthorization]: { delete: { summary: 'Cancel the try', answer: authorization } },
  [api.queues]: {
    get: { summary: 'Queues of the contact center', query: { q: 'Only those with this in their name or number, or in a name, number or mailbox of their pilots.', sort: '`name`, `number`, `pilots` or `health`; with `-` in front the other way round.', ...paging }, answer: queueList },
    post: { summary: 'Add a queue', body: queueInput, status: 201, answer: queue },
  },
  '/api/v1/contact-center/queues/:queueId': {
    get: { summary: 'A queue', answer: queue, problems: ['not-found', 'deleted'] },
    put: { summary: 'Replace a queue', ifMatch: true, body: queueInput, answer: queue, problems: ['not-found', 'deleted'] },
    delete: { summary: 'Delete a queue with its pilots; for a minute it can be had back', ifMatch: true, status: 204, problems: ['not-found', 'deleted'] },
  },
  '/api/v1/contact-center/queues/:queueId/restore': { post: { summary: 'Have a queue back that was deleted', answer: queue, problems: ['not-found'] } },
  '/api/v1/contact-center/queues/:queueId/pilots': {
    get: { summary: 'The pilots of a queue', query: paging, answer: pilotList, problems: ['not-found', 'deleted'] },
    post: { summary: 'Add a pilot', body: pilotInput, status: 201, answer: pilot, problems: ['not-found', 'deleted'] },
  },
  '/api/v1/contact-center/queues/:queueId/pilots/:pilotId': {
    get: { summary: 'A pilot; secrets only as set, since when, and of client secrets the last three characters', answer: pilot, problems: ['not-found', 'deleted'] },
    put: { summary: 'Replace a pilot; a secret that is absent or null stays', ifMatch: true, body: pilotInput, answer: pilot, problems: ['not-found', 'deleted'] },
    delete: { summary: 'Delete a pilot; for a minute it can be had back', ifMatch: true, status: 204, problems: ['not-found', 'deleted'] },
  },
  '/api/v1/contact-center/queues/:queueId/pilots/:pilotId/restore': { post: { summary: 'Have a pilot back that was deleted', answer: pilot, problems: ['not-found', 'deleted'] } },
  [api.uses]: { get: { summary: 'Queues and pilots that have a number or a mailbox', query: { number: 'The number.', mailbox: 'Or the mailbox.', except: 'Not counted: a queue, `<queueId>/<pilotId>`, or `<queueId>/` for a pilot that is yet to be.' }, answer: useList, problems: ['invalid'] } },
  [api.applications]: { get: { summary: 'The Microsoft applications that functions and queue pilots sign in with', answer: applicationList } },
  '/api/v1/applications/:cloud/:tenantId/:applicationId': { get: { summary: 'An application: its parts with what they need and what the last tokens carried, and its secrets. The tenant by its GUID or its domain', answer: applicationDetails, problems: ['not-found'] } },
  '/api/v1/applications/:cloud/:tenantId/:applicationId/renewal': {
    get: { summary: 'The renewal of its client secret: how far it is, or how the last one ended', query: waiting, answer: renewal, problems: ['not-found'] },
    post: { summary: 'Check a new client secret for all who sign in with it, and switch it for all or for none', body: renewalInput, status: 202, answer: renewal, problems: ['not-found', 'renewal-under-way', 'too-many-tries'] },
    delete: { summary: 'Cancel the check, or discard a new secret that was not switched', answer: renewal, problems: ['not-found'] },
  },
  '/api/v1/applications/:cloud/:tenantId/:applicationId/renewal/switch': { post: { summary: 'Switch although something failed after the secret itself was accepted for all', answer: renewal, problems: ['not-found', 'secret-not-accepted'] } },
  '/api/v1/applications/:cloud/:tenantId/:applicationId/renewal/back': { post: { summary: 'Give the old secret back to all who still keep it', answer: renewal, problems: ['not-found', 'no-former-secret'] } },
  '/api/v1/applications/:cloud/:tenantId/:applicationId/renewal/uses': { get: { summary: 'Those who take part in the renewal', query: { state: 'Only those in one of these states, separated by commas.', ...paging }, answer: renewalUseList, problems: ['not-found'] } },
  '/api/v1/applications/:cloud/:tenantId/:applicationId/uses': { get: { summary: 'Who signs in with an application', query: paging, answer: applicationUseList } },
  [api.checks]: {
    post: { summary: 'Start a check, once or again until it passes; where a repeated one waits, its next run', body: checkInput, status: 202, answer: check, problems: ['too-many-tries'] },
    get: { summary: 'The last checks', query: { function: 'Only those of this function.', ref: 'Only those of this queue pilot, `<queueId>/<pilotId>`.', ...paging }, answer: checkList },
  },
  '/api/v1/checks/:id': {
    get: { summary: 'A check so far', query: waiting, answer: check, problems: ['not-found'] },
    delete: { summary: 'Cancel a check that runs or waits', answer: check, problems: ['not-found'] },
  },
  '/api/v1/checks/:id/results': { get: { summary: 'Results of a check over many mailboxes, in their order', query: { state: 'Only those that are `pending`, `passed` or `failed`.', ...paging }, answer: mailboxResults, problems: ['not-found'] } },
  '/api/v1/checks/:id/transcript': { get: { summary: 'The redacted protocol lines', answer: 'text/plain', problems: ['not-found'] } },
  [api.checkRuns]: {
    post: { summary: 'Check everything that is set up, or what is answered is the run that is under way', status: 202, answer: checkRun, problems: ['not-configured', 'too-many-tries'] },
    get: { summary: 'The last runs of Check everything', query: paging, answer: checkRunList },
  },
  '/api/v1/check-runs/:id': {
    get: { summary: 'A run of Check everything so far', query: waiting, answer: checkRun, problems: ['not-found'] },
    delete: { summary: 'Cancel a run; what has been checked stays', answer: checkRun, problems: ['not-found'] },
  },
  '/api/v1/check-runs/:id/items': { get: { summary: 'What a run checks, and with which result', query: { state: 'Only those that are `passed` or `failed`.', ...paging }, answer: checkRunItems, problems: ['not-found'] } },
  [api.explanations]: { post: { summary: 'What an error text means, the deciding answer first; nothing of it is kept. 1 MiB at most', body: explanationInput, answer: explanationList } },
  [api.network]: {
    get: { summary: 'The hosts and ports that what is set up needs, or with a cloud and functions what these would need', query: { cloud: 'Of a plan: `global`, `us-gov-high`, `us-gov-dod` or `china`.', function: 'Of a plan: a function; may be there several times.' }, answer: network },
  },
  [api.networkChecks]: { post: { summary: 'Reach a host that is listed, and look at its certificate', body: networkCheckInput, answer: networkCheck, problems: ['too-many-tries'] } },
  [api.diagnosisLogs]: {
    post: {
      summary: 'Logs of a range as one ZIP, streamed; a stream that breaks off is no ZIP',
      query: { dryRun: '`true`: about how many bytes, and how many entries it would have, as JSON.' },
      body: diagnosisLogsInput,
      answer: 'application/zip',
      dryRun: diagnosisLogsEstimate,
    },
  },
  [api.diagnosisLogsSettings]: {
    get: { summary: 'Are the UC Suite protocols recorded, and what does it cost?', answer: diagnosisLogsSettings },
    put: { summary: 'Record the UC Suite protocols, or not', ifMatch: true, body: diagnosisLogsSettingsInput, answer: diagnosisLogsSettings },
  },
  [api.backup]: { post: { summary: 'The configuration as one file. Experts only, with their own password', body: backupInput, answer: 'backup', problems: ['wrong-password', 'too-many-tries'] } },
  [api.restore]: {
    post: {
      summary: 'Restore a backup, all of it or nothing; with the `version` of a preview as `If-Match` only what it showed. 16 MiB at most. Experts only, with their own password',
      query: { dryRun: '`true`: what would change.' },
      form: restoreInput,
      answer: restorePlan,
      problems: ['wrong-password', 'too-many-tries', 'wrong-passphrase', 'backup-not-readable', 'backup-damaged', 'backup-newer-version', 'backup-invalid', 'changed-meanwhile'],
    },
  },
  [api.notices]: {
    get: { summary: 'Where notices go: a webhook, mail, the calendar. What follows the ? of the webhook’s address is shown to those who may change it', answer: notices },
    put: { summary: 'Replace the settings; a secret that is absent or null stays', ifMatch: true, body: noticesInput, answer: notices },
  },
  [api.noticesStatus]: { get: { summary: 'How the channels stand: what was sent last, why not, and what waits', query: waiting, answer: noticesStatus } },
  [api.noticesTest]: { post: { summary: 'Send a test notice by a channel, as it is saved or as a draft; the answer says whether it arrived', body: noticesTestInput, answer: noticesTest, problems: ['too-many-tries'] } },
  [api.noticesCalendar]: { get: { summary: 'What ends, as iCalendar (RFC 5545)', open: true, query: { key: 'The key of the calendar’s address.' }, answer: 'text/calendar', problems: ['not-found', 'too-many-tries'] } },
  [api.noticesCalendarKey]: {
    post: { summary: 'Make a new address of the calendar, which is shown this once; a former one ends', status: 201, answer: calendarAddress, problems: ['too-many-tries'] },
    delete: { summary: 'End the address of the calendar', status: 204, problems: ['too-many-tries'] },
  },
  [api.events]: { get: { summary: 'The record of events, the newest first', query: { ...eventFilter, format: '`csv` or `json`: all that fit, as a file.', ...paging, ...waiting }, answer: eventList, problems: ['invalid'] } },
  '/api/v1/events/:id': { get: { summary: 'An event', answer: event, problems: ['not-found'] } },
};

/** The OpenAPI 3.1 document, made from the contract's schemas. */
export function openApiDocument(version: string): object {
  const paths = Object.entries(operations).map(([path, methods]) => [
    path.replace(/:(\w+)/g, '{$1}'),
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describe(path, method, operation)])),
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Postern', version, description: 'Connects a telephone system to Microsoft 365. Errors are RFC 9457 problems.' },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    webhooks: { notice: { post: describeWebhook() } },
    components: { schemas: { Problem: schema(problem, 'output') }, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'postern-session' } } },
    security: [{ session: [] }],
  };
}

// What is sent to the webhook of the notices: Standard Webhooks 1.0.
function describeWebhook(): object {
  const headers = { 'webhook-id': 'The notice’s id: the same in each try.', 'webhook-timestamp': 'The time of this try, in seconds since 1970.', 'webhook-signature': '`v1,` and HMAC-SHA256 in base64 over id, timestamp and body, joined by full stops.' };
  return {
    summary: 'A notice: a function fails for good, works again, or something ends',
    security: [],
    parameters: Object.entries(headers).map(([name, description]) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } })),
    requestBody: { required: true, content: { 'application/json': { schema: schema(noticeBody, 'output') } } },
    responses: { '2XX': { description: 'Taken. Everything else is tried again, but 410.' } },
  };
}

function describe(path: string, method: string, { summary, open, query = {}, ifMatch, body, bodyOptional, form, status = 200, answer, dryRun, problems = [] }: Operation): object {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = Object.entries(query).map(([name, description]) => ({ name, in: 'query', description, schema: { type: 'string' } }));
  const inHeader = ifMatch ? [{ name: 'If-Match', in: 'header', required: true, description: 'The ETag that was read.', schema: { type: 'string' } }] : [];
  const usual: ProblemName[] = [...(open ? [] : (['not-signed-in', 'forbidden', 'password-change-required'] as const)), ...(ifMatch ? (['changed-meanwhile', 'if-match-needed'] as const) : [])];
  const ofBody: ProblemName[] = body ? ['invalid-json', 'too-large', 'unsupported-media-type', 'invalid'] : [];
  const ofForm: ProblemName[] = form ? ['invalid-form', 'too-large', 'unsupported-media-type', 'invalid'] : [];
  const ofChange: ProblemName[] = method === 'get' ? [] : ['foreign-origin'];
  const role = routeRoles[`${method.toUpperCase()} ${path}`];
  return {
    summary,
    ...(role !== undefined && role !== 'open' && { description: `Takes the role ${role}.` }),
    ...(open && { security: [] }),
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...(body && { requestBody: { required: !bodyOptional, content: { 'application/json': { schema: schema(body, 'input') } } } }),
    ...(form && { requestBody: { required: true, content: { 'multipart/form-data': { schema: withFile(schema(form, 'input')) } } } }),
    responses: { [status]: describeAnswer(answer, dryRun), ...describeProblems([...usual, ...ofBody, ...ofForm, ...ofChange, ...problems, 'misdirected', 'store-unavailable', 'store-full']) },
  };
}

function withFile(form: { properties?: object; required?: string[] }): object {
  return { ...form, properties: { file: { type: 'string', format: 'binary' }, ...form.properties }, required: ['file', ...(form.required ?? [])] };
}

function describeAnswer(answer: Operation['answer'], dryRun: Operation['dryRun']): object {
  if (answer === undefined) return { description: 'Done' };
  if (answer === 'backup') return { description: 'The backup', content: { 'application/json': { schema: { type: 'string', format: 'binary' } } } };
  if (answer === 'text/plain' || answer === 'text/calendar') return { description: 'Text', content: { [answer]: { schema: { type: 'string' } } } };
  if (answer === 'application/zip') return { description: 'A ZIP', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } }, ...(dryRun && { 'application/json': { schema: schema(dryRun, 'output') } }) } };
  return { description: 'The answer', content: { 'application/json': { schema: answer === 'json' ? {} : schema(answer, 'output') } } };
}

function describeProblems(names: readonly ProblemName[]): object {
  const byStatus = Map.groupBy(names, (name) => problemStatus[name]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries([...byStatus].map(([status, list]) => [status, { description: [...new Set(list)].join(', '), content }]));
}

function schema(type: Schema, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return rest;
}
