const secrets: readonly (readonly [RegExp, string])[] = [
  // JWTs and other long opaque tokens, as base64 or base64url.
  [/eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '***'],
  [/\b(Bearer)[ =]+[\w.~+/=-]{8,}/gi, '$1 ***'],
  [/^(> AUTH (?:XOAUTH2|PLAIN|LOGIN|OAUTHBEARER)) \S+/i, '$1 ***'],
  [/\b((?:access|refresh|id)_token|client_secret|device_code|password|assertion)("?\s*[=:]\s*"?)[^\s"&,}]+/gi, '$1$2***'],
  [/[\w+/=-]{200,}/g, '***'],
];

/** A protocol line without anything that opens a door. The last of many guards: whoever writes a line leaves secrets out by himself. */
export function redact(line: string): string {
  return secrets.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line.slice(0, 4000));
}
