import { clouds, type Cloud } from './clouds.ts';
import type { Pop3Encryption } from './pop3-place.ts';
import { lines } from './powershell.ts';

export interface Pop3Test {
  cloud: Cloud;
  tenantId: string;
  applicationId: string;
  mailbox: string;
  server: string;
  port: number;
  encryption: Pop3Encryption;
  scope: string;
}

/** A word of a POSIX shell (section 2.2.2): in single quotes. */
export function quoteForShell(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * Tries POP3 with the application's own token, with sh and curl only: RFC 6749 section 4.4, then XOAUTH2, STAT and TOP.
 * The secret is asked for, or taken from POSTERN_CLIENT_SECRET; neither it nor the token is shown, written to a file, or an argument of a program.
 */
export function pop3TestScript({ cloud, tenantId, applicationId, mailbox, server, port, encryption, scope }: Pop3Test): string {
  return lines(
    '#!/bin/sh',
    '# Tries POP3 with OAuth 2.0 at Exchange Online. Needs curl. Nothing is deleted, nothing is marked as read.',
    `authority=${quoteForShell(clouds[cloud].authority)}`,
    `tenant=${quoteForShell(tenantId)}`,
    `application=${quoteForShell(applicationId)}`,
    `mailbox=${quoteForShell(mailbox)}`,
    `server=${quoteForShell(server)}`,
    `port=${quoteForShell(String(port))}`,
    `scope=${quoteForShell(scope)}`,
    encryption === 'tls' ? 'scheme=pop3s' : 'scheme=pop3',
    '',
    program,
  );
}

const program = String.raw`set +x
set -u
fail() { printf '%s\n' "$1" >&2; exit 1; }
command -v curl >/dev/null || fail 'curl is missing.'

secret=$\{POSTERN_CLIENT_SECRET:-}
unset POSTERN_CLIENT_SECRET
if [ -z "$secret" ]; then
  printf 'Client Secret (not shown): ' >/dev/tty || fail 'There is no terminal: set POSTERN_CLIENT_SECRET.'
  shown=$(stty -g </dev/tty)
  trap 'stty "$shown" </dev/tty' EXIT
  trap 'exit 1' INT TERM HUP
  stty -echo </dev/tty
  IFS= read -r secret </dev/tty
  stty "$shown" </dev/tty
  trap - EXIT INT TERM HUP
  printf '\n' >/dev/tty
fi

# A string of JSON by its name; a value in quotes for a file of curl.
member() { printf '%s' "$answer" | tr -d '\r\n' | sed -n 's/.*"'"$1"'"[[:space:]]*:[[:space:]]*"\(\([^"\\]\|\\.\)*\)".*/\1/p'; }
quoted() { printf '"%s"' "$(printf '%s' "$1" | tr -d '\r\n' | sed 's/[\\"]/\\&/g')"; }

echo 'Token …'
answer=$(printf '%s' "$secret" | curl -q --silent --show-error --max-time 30 --proto '=https' --data grant_type=client_credentials \
  --data-urlencode "client_id=$application" --data-urlencode "scope=$scope" --data-urlencode client_secret@- -- "$authority/$tenant/oauth2/v2.0/token") || fail 'No answer from Microsoft.'
secret=
token=$(member access_token)
if [ -z "$token" ]; then
  fail "Microsoft refuses: $(member error) $(member error_description)"
fi
claims=$(printf '%s===' "$(printf '%s' "$token" | cut -d . -f 2 | tr -- '-_' '+/')" | base64 -d 2>/dev/null)
printf '  roles: %s\n' "$(printf '%s' "$claims" | sed -n 's/.*"roles":\[\([^]]*\)\].*/\1/p')"
printf '  oid:   %s\n' "$(printf '%s' "$claims" | sed -n 's/.*"oid":"\([^"]*\)".*/\1/p')"

# One conversation each: sign-in, command, QUIT. User and token go to curl by its standard input.
pop3() {
  { printf 'user = '; quoted "$mailbox"; printf '\noauth2-bearer = '; quoted "$token"; printf '\n'; } |
    curl -q --config - --silent --show-error --max-time 60 --ssl-reqd --login-options 'AUTH=XOAUTH2' "$@" "$scheme://$server:$port/"
}

echo 'STAT …'
stat=$(pop3 --request STAT --head) || fail 'POP3 is refused: see above.'
`.replaceAll('$\\{', '${');
