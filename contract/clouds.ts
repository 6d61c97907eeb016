import type * as z from 'zod/mini';
import type { cloud } from './cloud.ts';

export type Cloud = z.infer<typeof cloud>;

export interface CloudData {
  /** Origin of the identity endpoints; the tenant follows in the path. */
  authority: string;
  smtp: { host: string; port: number };
  /** The mail servers that a token of this cloud may be sent to. */
  mailHosts: readonly string[];
  /** Scope of the delegated permission to send, as the full address that Exchange wants. */
  smtpScope: string;
  /** All application permissions at Exchange Online: what client credentials ask for. */
  exchangeScope: string;
  /** Host of Exchange Web Services. */
  exchangeHost: string;
  /** Origin of Microsoft Graph. */
  graph: string;
  entraPortal: string;
  /** Value of Connect-MgGraph's -Environment, where it is not the default. */
  graphEnvironment: string | null;
  /** Value of Connect-ExchangeOnline's -ExchangeEnvironmentName, where it is not the default. */
  exchangeEnvironment: string | null;
}

/** Microsoft's national clouds: learn.microsoft.com/entra/identity-platform/authentication-national-cloud and the endpoint lists. */
export const clouds: Record<Cloud, CloudData> = {
  'global': {
    authority: 'https://login.microsoftonline.com',
    smtp: { host: 'smtp.office365.com', port: 587 },
    mailHosts: ['smtp.office365.com', 'outlook.office365.com', 'smtp-mail.outlook.com'],
    smtpScope: 'https://outlook.office.com/SMTP.Send',
    exchangeScope: 'https://outlook.office365.com/.default',
    exchangeHost: 'outlook.office365.com',
    graph: 'https://graph.microsoft.com',
    entraPortal: 'https://entra.microsoft.com',
    graphEnvironment: null,
    exchangeEnvironment: null,
  },
  'us-gov-high': {
    authority: 'https://login.microsoftonline.us',
    smtp: { host: 'outlook.office365.us', port: 587 },
    mailHosts: ['outlook.office365.us', 'smtp.office365.us'],
    smtpScope: 'https://outlook.office365.us/SMTP.Send',
    exchangeScope: 'https://outlook.office365.us/.default',
    exchangeHost: 'outlook.office365.us',
    graph: 'https://graph.microsoft.us',
    entraPortal: 'https://entra.microsoft.us',
    graphEnvironment: 'USGov',
    exchangeEnvironment: 'O365USGovGCCHigh',
  },
  'us-gov-dod': {
    authority: 'https://login.microsoftonline.us',
    smtp: { host: 'outlook-dod.office365.us', port: 587 },
    mailHosts: ['outlook-dod.office365.us', 'webmail.apps.mil'],
    smtpScope: 'https://outlook-dod.office365.us/SMTP.Send',
    exchangeScope: 'https://outlook-dod.office365.us/.default',
    exchangeHost: 'outlook-dod.office365.us',
    graph: 'https://dod-graph.microsoft.us',
    entraPortal: 'https://entra.microsoft.us',
    graphEnvironment: 'USGovDoD',
    exchangeEnvironment: 'O365USGovDoD',
  },
  'china': {
    authority: 'https://login.partner.microsoftonline.cn',
    smtp: { host: 'smtp.partner.outlook.cn', port: 587 },
    mailHosts: ['smtp.partner.outlook.cn', 'partner.outlook.cn'],
    smtpScope: 'https://partner.outlook.cn/SMTP.Send',
    exchangeScope: 'https://partner.outlook.cn/.default',
    exchangeHost: 'partner.outlook.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    entraPortal: 'https://entra.microsoftonline.cn',
    graphEnvironment: 'China',
    exchangeEnvironment: 'O365China',
  },
};

/** Is this a host of Microsoft's: a mail server, Exchange, Graph or an identity endpoint, in any cloud? */
export function isMicrosoftHost(host: string): boolean {
  const name = host.toLowerCase();
  return isMicrosoftMailHost(name) || Object.values(clouds).some(({ authority, graph, exchangeHost }) => name === exchangeHost || [authority, graph].some((origin) => new URL(origin).hostname === name));
}

/** Is this one of Microsoft's mail servers, in any cloud? */
export function isMicrosoftMailHost(host: string): boolean {
  return Object.values(clouds).some(({ mailHosts }) => mailHosts.includes(host.toLowerCase()));
}

/** Hosts that Microsoft names as verification address of a device code. Only these, and the trusted ones, become a link. */
export const verificationHosts: readonly string[] = [
  'microsoft.com',
  'www.microsoft.com',
  'login.microsoft.com',
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.live.com',
];

/** Scopes of OpenID Connect that every delegated sign-in asks for besides its own. */
export const openIdScopes: readonly string[] = ['openid', 'profile', 'offline_access'];
