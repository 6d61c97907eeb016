/** One argument of a PowerShell command: as it is where that is safe, else in single quotes. The typographic ones end a string there, too. */
export function quoteForPowerShell(value: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._@-]*$/.test(value)) return value;
  return `'${value.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** Exchange Online PowerShell that lets a mailbox send by SMTP. */
export function allowSmtp(mailbox: string): string {
  return `Set-CASMailbox -Identity ${quoteForPowerShell(mailbox)} -SmtpClientAuthenticationDisabled $false`;
}

/** Exchange Online PowerShell that lets an account send as a mailbox that it shares. */
export function allowSendAs(mailbox: string, account: string): string {
  return `Add-RecipientPermission -Identity ${quoteForPowerShell(mailbox)} -Trustee ${quoteForPowerShell(account)} -AccessRights SendAs -Confirm:$false`;
}
