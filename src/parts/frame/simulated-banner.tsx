import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { healthQuery } from '../../api/health.ts';
import { later } from '../later.ts';

const SimulatedNote = later(async () => (await import('./simulated-note.tsx')).SimulatedNote);

/** Stands on every page while Microsoft 365 is played. */
export function SimulatedBanner() {
  const { data } = useQuery({ ...healthQuery, refetchOnWindowFocus: 'always' });
  if (!data?.simulated) return null;
  return (
    <Suspense>
      <SimulatedNote {...data.simulated} />
    </Suspense>
  );
}
