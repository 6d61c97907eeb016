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
  return `'${value.replaceAll('\0', '').replaceAll("'", String.raw`'\''`)}'`;
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

// No brace follows a dollar sign in it: so it can stand here as it is.
const program = String.raw`set +x
fail() { printf '%s\n' "$1" >&2; exit 1; }
command -v curl >/dev/null || fail 'curl is missing.'

secret=$POSTERN_CLIENT_SECRET
unset POSTERN_CLIENT_SECRET
if [ -z "$secret" ]; then
  (: </dev/tty) 2>/dev/null || fail 'There is no terminal to ask for the secret: set POSTERN_CLIENT_SECRET.'
  before=$(stty -g </dev/tty)
  trap 'stty "$before" </dev/tty; exit 1' INT TERM HUP
  stty -echo </dev/tty
  printf 'Client Secret (it is not shown): ' >/dev/tty
  IFS= read -r secret </dev/tty
  stty "$before" </dev/tty
  trap - INT TERM HUP
  printf '\n' >/dev/tty
fi

# Text of others without control characters; a string of a JSON answer by its name; a value for a file of curl.
clean() { tr -d '\000-\010\013-\037\177' | cut -c 1-1000; }
member() { printf '%s' "$answer" | tr -d '\r\n' | sed -n 's/.*"'"$1"'"[[:space:]]*:[[:space:]]*"\([^"\\]*\(\\.[^"\\]*\)*\)".*/\1/p'; }
quoted() { printf '"%s"' "$(printf '%s' "$1" | tr -d '\r\n' | sed 's/[\\"]/\\&/g')"; }

printf 'Token from %s\n' "$authority"
answer=$(printf '%s' "$secret" | curl -q --silent --show-error --globoff --max-time 30 --proto =https \
  --data grant_type=client_credentials --data-urlencode client_secret@- --data-urlencode "client_id=$application" --data-urlencode "scope=$scope" \
  "$authority/$tenant/oauth2/v2.0/token") || fail 'Microsoft did not answer.'
secret=
token=$(member access_token)
if [ -z "$token" ]; then
  printf '%s\n' "$(member error)" "$(member error_description)" | clean >&2
  fail 'Microsoft gave no token.'
fi
answer=

claims=
if command -v base64 >/dev/null; then
  claims=$(printf '%s\n' "$token" | cut -d . -f 2 | tr -- '-_' '+/' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | base64 -d 2>/dev/null)
fi
roles=$(printf '%s' "$claims" | sed -n 's/.*"roles"[[:space:]]*:[[:space:]]*\[\([^]]*\)\].*/\1/p' | clean)
oid=$(printf '%s' "$claims" | sed -n 's/.*"oid"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' | clean)
printf '  roles: %s\n  oid:   %s\n' "$roles" "$oid"
printf '  POP.AccessAsApp must be among the roles; oid is the ObjectId that Exchange must know.\n'

# One conversation for each command. Mailbox and token go to curl by its standard input.
pop3() {
  { printf 'user = '; quoted "$mailbox"; printf '\noauth2-bearer = '; quoted "$token"; printf '\n'; } |
    curl -q --config - --silent --show-error --globoff --max-time 60 --proto =pop3,pop3s --ssl-reqd --login-options AUTH=XOAUTH2 "$@" "$scheme://$server:$port/"
}

printf 'POP3 at %s:%s as %s\n' "$server" "$port" "$mailbox" | clean
# Of the conversation only what the server says is taken.
said=$(pop3 --verbose --head --request STAT 2>&1 >/dev/null | tr -d '\r' | sed -n -e 's/^< //p' -e '/^curl: /p')
count=$(printf '%s\n' "$said" | sed -n 's/^+OK \([0-9][0-9]*\) [0-9][0-9]*.*/\1/p' | tail -n 1)
if [ -z "$count" ]; then
  printf '%s\n' "$said" | grep -e '^-ERR' -e '^curl: ' | clean >&2
  fail 'POP3 does not work.'
fi
printf '  messages: %s\n' "$count"
if [ "$count" -gt 0 ]; then
  header=$(pop3 --request "TOP $count 0") || fail 'The header of the newest message cannot be read.'
  printf '%s\n' "$header" | awk 'tolower($0) ~ /^(subject|from|date):/ { shown = 1; print "  " $0; next } /^[ \t]/ { if (shown) print "  " $0; next } { shown = 0 }' | clean
fi
token=
echo 'POP3 works. Nothing was deleted, nothing was marked as read.'
`;
