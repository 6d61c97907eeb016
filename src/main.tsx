import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/guide.css';
import './styles/diagnosis.css';
import './styles/parts.css';
import './styles/script.css';
import './styles/sheet.css';
import './styles/presence.css';
import './styles/explain.css';
import './styles/results.css';
import './styles/tabs.css';
import './styles/panel.css';
import './styles/queues.css';
import './styles/events.css';
import './styles/backup.css';
import './styles/home.css';
import './styles/notices.css';
import './styles/applications.css';
import './styles/network.css';
import './styles/roles.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query-client.ts';
import { activateLanguage } from './messages/language.ts';
import { createRouter } from './router.tsx';

async function start(root: HTMLElement): Promise<void> {
  if (__MOCKS__) {
    const { startMocks } = await import('../mocks/browser.ts');
    await startMocks();
  }
  // What the page needs is on its way while the texts come.
  const router = createRouter();
  await activateLanguage();
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) {
  start(root).catch((error: unknown) => {
    root.replaceChildren(cannotStart(error instanceof Error ? error.message : String(error)));
  });
}

// Before the first page there are no texts yet: the sentence comes with the error.
function cannotStart(sentence: string): HTMLElement {
  const main = document.createElement('main');
  main.className = 'lone';
  const title = document.createElement('h1');
  title.textContent = /^de\b/i.test(navigator.language) ? 'Diese Seite kann nicht angezeigt werden' : 'This page cannot be shown';
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent = sentence;
  main.append(title, text);
  return main;
}
