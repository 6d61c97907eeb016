import { createBrowserRouter, redirect, type LoaderFunctionArgs } from 'react-router';
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
    { path: '/setup', lazy: page('door', () => import('./pages/set-up/set-up.tsx')), loader: loadSetUp, HydrateFallback: Waiting, ErrorBoundary: PageError },
    { path: '/sign-in', lazy: page('door', () => import('./pages/sign-in/sign-in.tsx')), loader: loadSignIn, HydrateFallback: Waiting, ErrorBoundary: PageError },
    {
      path: '/',
      id: 'frame',
      Component: Frame,
      loader: loadFrame,
      shouldRevalidate: () => false,
      HydrateFallback: Waiting,
      ErrorBoundary: PageError,
      children: [
        { index: true, Component: Waiting, loader: () => redirect(paths.emailForwarding()) },
        {
          path: 'service-center/e-mail-forwarding',
          ErrorBoundary: PageError,
          lazy: page('pages', () => import('./pages/service-center/e-mail-forwarding/e-mail-forwarding.tsx')),
        },
        { path: '*', Component: NotFound },
      ],
    },
  ]);
}

// A page comes with its texts.
function page<Module>(texts: Catalogue, load: () => Promise<Module>): () => Promise<Module> {
  return async () => (await Promise.all([load(), addTexts(texts)]))[0];
}

async function loadFrame({ request }: LoaderFunctionArgs): Promise<null> {
  const { pathname, search } = new URL(request.url);
  try {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session.language !== document.documentElement.lang) await activateLanguage(session.language);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem !== 'not-signed-in') throw error;
    throw redirect((await isSetUpNeeded()) ? paths.setUp() : paths.signIn(pathname + search));
  }
  await Promise.all([queryClient.ensureQueryData(functionsQuery), queryClient.ensureQueryData(healthQuery)]);
  return null;
}

async function loadSetUp(): Promise<null> {
  if (!(await isSetUpNeeded())) throw redirect(paths.signIn());
  await queryClient.ensureQueryData(healthQuery);
  return null;
}

async function loadSignIn(): Promise<null> {
  if (await isSetUpNeeded()) throw redirect(paths.setUp());
  await queryClient.ensureQueryData(healthQuery);
  return null;
}
