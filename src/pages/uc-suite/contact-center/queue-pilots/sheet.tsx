import { NotFound } from '../../../../parts/frame/not-found.tsx';

/** What an administrator has to do for the queue pilots. */
export function Component() {
  return <NotFound />;
}
