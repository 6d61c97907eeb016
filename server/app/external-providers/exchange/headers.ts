/** What the headers of a refusal tell: Exchange's and Graph's are the same. */
export function refusalFacts(headers: Headers): { retryAfterSeconds: number | null; requestId: string | null; offers: string[]; reason: string | null; location: string | null } {
  return {
    retryAfterSeconds: retryAfter(headers),
    requestId: headers.get('request-id')?.slice(0, 100) ?? null,
    offers: offers(headers.get('WWW-Authenticate') ?? ''),
    // 2000003;reason="The audience claim value is invalid 'aud'.";error_category="invalid_resource"
    reason: /\breason="([^"]{1,300})"/.exec(headers.get('x-ms-diagnostics') ?? '')?.[1] ?? null,
    location: headers.get('Location'),
  };
}

// RFC 9110 section 10.2.3: seconds, or an instant, which is measured against the server's own clock.
function retryAfter(headers: Headers): number | null {
  const value = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const until = Date.parse(value) - Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil(until / 1000));
}

// The schemes of RFC 9110 section 11.6.1: a word at the start or after a comma that no `=` follows.
function offers(challenges: string): string[] {
  const schemes = challenges.replace(/"(?:[^"\\]|\\.)*"/g, '""').split(',');
  return schemes.flatMap((part) => /^\s*([A-Za-z][\w-]*)(?=\s|$)(?!\s*=)/.exec(part)?.[1]?.toLowerCase() ?? []);
}
