import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../../api/health.ts';
import { later } from '../later.tsx';

const ScenarioNote = later(async () => (await import('./scenario-note.tsx')).ScenarioNote);

/** Stands on every page while Microsoft 365 is played. */
export function SimulatedBanner() {
  const { data } = useQuery({ ...healthQuery, refetchOnWindowFocus: 'always' });
  return data?.simulated ? <ScenarioNote {...data.simulated} /> : null;
}
