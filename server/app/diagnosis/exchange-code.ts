import type { exchangeExplanations } from '../../../contract/explanations/exchange.ts';

export type ExchangeCode = keyof typeof exchangeExplanations | 'exchange-missing';

/** What is read decides what a folder's error means. */
export type ExchangeUse = 'calendar' | 'public-folders';

// The response codes of Exchange Web Services, which Graph hands on for calendars, too.
const codes: Readonly<Record<string, ExchangeCode>> = {
  ErrorImpersonateUserDenied: 'impersonation-denied',
  ErrorImpersonationDenied: 'impersonation-denied',
  ErrorNonExistentMailbox: 'mailbox-not-found',
  ErrorMissingEmailAddress: 'mailbox-not-found',
  ErrorInvalidSmtpAddress: 'mailbox-not-found',
  ErrorInvalidUserPrincipalName: 'mailbox-not-found',
  ErrorNonPrimarySmtpAddress: 'mailbox-not-primary',
  ErrorAccountDisabled: 'mailbox-inactive',
  ErrorInvalidLicense: 'mailbox-inactive',
  ErrorMailboxMoveInProgress: 'mailbox-unavailable',
  ErrorMailboxStoreUnavailable: 'mailbox-unavailable',
  ErrorMailboxLogonFailed: 'mailbox-unavailable',
  ErrorMailboxFailover: 'mailbox-unavailable',
  ErrorConnectionFailed: 'mailbox-unavailable',
  ErrorNoRespondingCASInDestinationSite: 'mailbox-unavailable',
  ErrorProxyServiceDiscoveryFailed: 'mailbox-unavailable',
  ErrorInternalServerTransientError: 'exchange-unavailable',
  ErrorInternalServerError: 'exchange-unavailable',
  ErrorTimeoutExpired: 'exchange-unavailable',
  ErrorServerBusy: 'exchange-throttled',
  ErrorExceededConnectionCount: 'exchange-throttled',
  ErrorExceededFindCountLimit: 'exchange-throttled',
  ErrorTooManyObjectsOpened: 'exchange-throttled',
  ErrorInvalidServerVersion: 'exchange-too-old',
  ErrorInvalidSchemaVersionForMailboxVersion: 'exchange-too-old',
  ErrorWrongServerVersion: 'exchange-too-old',
  ErrorIncorrectSchemaVersion: 'exchange-too-old',
  ErrorSchemaValidation: 'exchange-request-refused',
  ErrorInvalidRequest: 'exchange-request-refused',
  ErrorCalendarViewRangeTooBig: 'calendar-range-too-big',
  ErrorOperationNotAllowedWithPublicFolderRoot: 'public-folder-root-refused',
  ErrorNoPublicFolderReplicaAvailable: 'public-folders-missing',
  ErrorNoPublicFolderServerAvailable: 'public-folders-missing',
  ErrorPublicFolderMailboxDiscoveryFailed: 'public-folders-missing',
  ErrorPublicFolderOperationFailed: 'public-folders-unavailable',
  ErrorPublicFolderSyncException: 'public-folders-unavailable',
  ErrorPublicFolderRequestProcessingFailed: 'public-folders-unavailable',
  ErrorPublicFolderServerNotFound: 'public-folders-missing',
  // Graph's own.
  InvalidAuthenticationToken: 'exchange-token-refused',
  NoPermissionsInAccessToken: 'exchange-role-missing',
  Authorization_RequestDenied: 'graph-access-denied',
  ErrorInvalidUser: 'mailbox-not-found',
  Request_ResourceNotFound: 'mailbox-not-found',
  ResourceNotFound: 'mailbox-not-found',
  MailboxNotEnabledForRESTAPI: 'mailbox-inactive',
  MailboxNotSupportedForRESTAPI: 'mailbox-inactive',
  OrganizationFromTenantGuidNotFound: 'exchange-missing',
  ApplicationThrottled: 'exchange-throttled',
  TooManyRequests: 'exchange-throttled',
  activityLimitReached: 'exchange-throttled',
  BadRequest: 'exchange-request-refused',
};

const ofUse: Record<ExchangeUse, Readonly<Record<string, ExchangeCode>>> = {
  'calendar': { ErrorAccessDenied: 'calendar-access-denied', ErrorFolderNotFound: 'calendar-missing', ErrorItemNotFound: 'calendar-missing' },
  'public-folders': { ErrorAccessDenied: 'public-folders-access-denied', ErrorFolderNotFound: 'public-folders-missing', ErrorItemNotFound: 'public-folders-missing' },
};

/** The explanation's code for a response code of Exchange or an error code of Graph; null for one without. */
export function exchangeCode(code: string, use: ExchangeUse): ExchangeCode | null {
  return own(ofUse[use], code) ?? own(codes, code);
}

function own(table: Readonly<Record<string, ExchangeCode>>, code: string): ExchangeCode | null {
  return Object.hasOwn(table, code) ? (table[code] ?? null) : null;
}

const ofOperation = new Set<string>([
  'calendar-access-denied',
  'calendar-missing',
  'calendar-range-too-big',
  'public-folders-access-denied',
  'public-folders-missing',
  'public-folders-unavailable',
  'public-folder-root-refused',
  'exchange-content-unreadable',
  'exchange-request-refused',
  'graph-foreign-link',
] satisfies ExchangeCode[]);

/** Was the mailbox opened, and what failed is what was to be read in it? */
export function isOfOperation(code: string): boolean {
  return ofOperation.has(code);
}
