const most = 12;

/** Goes through the pages that start at this address as a person would: fills in what it knows, presses the first button, until no form is left. Answers the last page. */
export async function browse(start: string, values: Record<string, string>): Promise<string> {
  const cookies = new Map<string, string>();
  let page = await visit(start, {}, cookies);
  for (let count = 0; count < most; count++) {
    const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.text);
    if (!form) return page.text;
    const fields = new URLSearchParams();
    for (const [input] of (form[2] ?? '').matchAll(/<input[^>]*>/g)) {
      const name = attribute(input, 'name');
      if (name) fields.set(name, values[name] ?? attribute(input, 'value') ?? '');
    }
    page = await visit(new URL(unescape(form[1] ?? ''), page.url).href, { method: 'POST', body: fields }, cookies);
  }
  throw new Error(`After ${most} pages there is still a form:\n${page.text}`);
}

async function visit(address: string, init: RequestInit, cookies: Map<string, string>): Promise<{ url: string; text: string }> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(address, { ...init, redirect: 'manual', headers: { Cookie: cookie } });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  const location = response.headers.get('Location');
  if (location) return visit(new URL(location, address).href, {}, cookies);
  return { url: address, text: await response.text() };
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

function unescape(text: string): string {
  return text.replaceAll('&amp;', '&');
}
