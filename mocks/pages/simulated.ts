import { browserState } from '../browser/state.ts';
import { names, readSetupCode } from '../browser/storage.ts';
import { createPages } from '../microsoft/pages.ts';
import { startSettings } from '../browser/start-settings.ts';

// The played pages run in this document: their links and forms are answered by the same app that the sandbox listens with.
const pages = createPages(browserState(names.microsoft), {
  settings: startSettings(window.location),
  access: () => ({ username: 'admin', password: names.password, setupCode: readSetupCode() }),
});

async function open(path: string, init: RequestInit = {}): Promise<void> {
  const headers = { ...Object(init.headers), 'Accept-Language': navigator.language };
  const response = await pages.request(path, { ...init, headers });
  const location = response.headers.get('Location');
  if (location) return open(location);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.querySelector('style')?.remove();
  document.head.append(...page.head.querySelectorAll('style'));
  document.body.replaceChildren(...page.body.childNodes);
  document.querySelector<HTMLElement>('input:not([type=hidden],[type=radio])')?.focus();
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter)) body.append(name, String(value));
  void open(form.getAttribute('action') ?? '/', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: body.toString() });
});

void open(new URLSearchParams(window.location.search).get('page') ?? '/panel');
