import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { healthQuery } from '../../api/health.ts';
import { later } from '../later.ts';

const ScenarioNote = later(async () => (await import('./scenario-note.tsx')).ScenarioNote);

/** Stands on every page while Microsoft 365 is played. */
export function SimulatedBanner() {
  const { data } = useQuery({ ...healthQuery, refetchOnWindowFocus: 'always' });
  if (!data?.simulated) return null;
  return (
    <Suspense>
      <ScenarioNote {...data.simulated} />
    </Suspense>
  );
}
