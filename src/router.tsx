import { createBrowserRouter, redirect, type LoaderFunctionArgs } from 'react-router';
import type { Session } from '../contract/accounts.ts';
import { functionsQuery } from './api/functions.ts';
import { healthQuery } from './api/health.ts';
import { queryClient } from './api/query-client.ts';
import { ApiProblem } from './api/request.ts';
import { isSetUpNeeded, sessionQuery } from './api/session.ts';
import { activateLanguage, addTexts, type Catalogue } from './messages/language.ts';
import { Frame } from './parts/frame/frame.tsx';
import { NotFound } from './parts/frame/not-found.tsx';
import { PageError } from './parts/frame/page-error.tsx';
import { Waiting } from './parts/frame/waiting.tsx';
import { paths } from './paths.ts';

/** The console's routes; pages and their forms come in chunks of their own. */
export function createRouter() {
  return createBrowserRouter([
    { path: '/setup', HydrateFallback: Waiting, ErrorBoundary: PageError, loader: loadSetUp, children: [{ index: true, lazy: page(['pages', 'door'], () => import('./pages/set-up/set-up.tsx')) }] },
    { path: '/sign-in', HydrateFallback: Waiting, ErrorBoundary: PageError, loader: loadSignIn, children: [{ index: true, lazy: page(['pages', 'door'], () => import('./pages/sign-in/sign-in.tsx')) }] },
    { path: '/change-password', HydrateFallback: Waiting, ErrorBoundary: PageError, loader: loadChangePassword, children: [{ index: true, lazy: page(['pages', 'door', 'later'], () => import('./pages/change-password/change-password.tsx')) }] },
    {
      path: '/',
      id: 'frame',
      Component: Frame,
      loader: loadFrame,
      shouldRevalidate: () => false,
      HydrateFallback: Waiting,
      ErrorBoundary: PageError,
      children: [
        { index: true, ErrorBoundary: PageError, lazy: page(['home'], () => import('./pages/home/home.tsx')) },
        { path: 'check-everything/:id', ErrorBoundary: PageError, lazy: page(['pages', 'later'], () => import('./pages/check-everything/check-everything.tsx')) },
        { path: 'administrators', ErrorBoundary: PageError, lazy: page(['pages', 'later'], () => import('./pages/administrators/administrators.tsx')) },
        { path: 'account', ErrorBoundary: PageError, lazy: page(['pages', 'later'], () => import('./pages/account/account.tsx')) },
        {
          path: 'service-center/e-mail-forwarding',
          ErrorBoundary: PageError,
          lazy: page(['pages'], () => import('./pages/service-center/e-mail-forwarding/e-mail-forwarding.tsx')),
        },
        {
          path: 'service-center/e-mail-forwarding/sheet/:owner',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/service-center/e-mail-forwarding/sheet.tsx')),
        },
        {
          path: 'service-center/diagnosis-logs',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/service-center/diagnosis-logs/diagnosis-logs.tsx')),
        },
        {
          path: 'service-center/event-log',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/service-center/event-log/event-log.tsx')),
        },
        {
          path: 'service-center/explain-an-error',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/service-center/explain-an-error/explain-an-error.tsx')),
        },
        {
          path: 'service-center/notices',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/service-center/notices/notices.tsx')),
        },
        {
          path: 'service-center/network',
          ErrorBoundary: PageError,
          shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
          lazy: page(['pages', 'later'], () => import('./pages/service-center/network/network.tsx')),
        },
        {
          path: 'service-center/network/sheet',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/service-center/network/sheet.tsx')),
        },
        { path: 'uc-suite/external-providers-config', Component: Waiting, loader: () => redirect(paths.externalProviders('exchange-calendar-integration')) },
        {
          path: 'uc-suite/external-providers-config/:tab',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/uc-suite/external-providers-config/external-providers-config.tsx')),
        },
        {
          path: 'uc-suite/external-providers-config/:tab/sheet/:owner',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/uc-suite/external-providers-config/sheet.tsx')),
        },
        {
          path: 'uc-suite/microsoft-applications',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/uc-suite/microsoft-applications/microsoft-applications.tsx')),
        },
        { path: 'uc-suite/contact-center', Component: Waiting, loader: () => redirect(paths.queues()) },
        {
          path: 'uc-suite/contact-center/queues',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/uc-suite/contact-center/queues.tsx')),
        },
        { path: 'uc-suite/contact-center/queues/:queueId', Component: Waiting, loader: ({ params }) => redirect(paths.queueSettings(params['queueId'] ?? '')) },
        {
          path: 'uc-suite/contact-center/queues/:queueId/queue-pilots/sheet/:owner',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/uc-suite/contact-center/queue-pilots/guide/sheet.tsx')),
        },
        {
          path: 'uc-suite/contact-center/queues/:queueId/:tab',
          ErrorBoundary: PageError,
          lazy: page(['pages', 'later'], () => import('./pages/uc-suite/contact-center/queue.tsx')),
        },
        { path: 'backup-and-restore', ErrorBoundary: PageError, lazy: page(['pages', 'later'], () => import('./pages/backup-and-restore/backup-and-restore.tsx')) },
        { path: '*', Component: NotFound },
      ],
    },
  ]);
}

interface PageModule {
  Component: () => React.ReactNode;
  loader?: (args: LoaderFunctionArgs) => Promise<null>;
}

// A page comes with its texts, and its data are asked for as soon as it is there.
function page(texts: readonly Catalogue[], load: () => Promise<PageModule>) {
  return async () => {
    const adding = Promise.all(texts.map(addTexts));
    // Whoever waits for them hears of it below.
    adding.catch(() => {});
    const { Component, loader } = await load();
    return {
      Component,
      async loader(args: LoaderFunctionArgs) {
        await Promise.all([loader?.(args), adding]);
        return null;
      },
    };
  };
}

async function loadFrame({ request }: LoaderFunctionArgs): Promise<null> {
  const { pathname, search } = new URL(request.url);
  const others = Promise.all([queryClient.ensureQueryData(functionsQuery), queryClient.ensureQueryData(healthQuery)]);
  // Without a session they fail, too, and that is said below.
  others.catch(() => {});
  const session = await loadSession(request);
  if (session.mustChangePassword) throw redirect(paths.changePassword(pathname + search));
  await others;
  return null;
}

async function loadChangePassword({ request }: LoaderFunctionArgs): Promise<null> {
  const [session] = await Promise.all([loadSession(request), queryClient.ensureQueryData(healthQuery)]);
  if (!session.mustChangePassword) throw redirect(paths.account());
  return null;
}

// Who is signed in, in his language; the others go to the sign-in.
async function loadSession(request: Request): Promise<Session> {
  const { pathname, search } = new URL(request.url);
  try {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session.language !== document.documentElement.lang) {
      await activateLanguage(session.language);
      // What was asked for meanwhile came in the browser's language.
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    }
    return session;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem !== 'not-signed-in') throw error;
    throw redirect((await isSetUpNeeded()) ? paths.setUp() : paths.signIn(pathname + search));
  }
}

async function loadSetUp(): Promise<null> {
  const [needed] = await Promise.all([isSetUpNeeded(), queryClient.ensureQueryData(healthQuery)]);
  if (!needed) throw redirect(paths.signIn());
  return null;
}

async function loadSignIn(): Promise<null> {
  const [needed] = await Promise.all([isSetUpNeeded(), queryClient.ensureQueryData(healthQuery)]);
  if (needed) throw redirect(paths.setUp());
  return null;
}
