import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../../api/health.ts';

/** Says that Microsoft 365 is played, what, and where to change it. */
export function SimulatedBanner() {
  const { data } = useQuery({ ...healthQuery, refetchOnWindowFocus: 'always' });
  if (!data?.simulated) return null;
  const { scenario, panelUrl } = data.simulated;
  return (
    <aside className="simulated" aria-labelledby="simulated-title">
      <strong id="simulated-title">
        <Trans>Simulated Microsoft 365</Trans>
      </strong>
      {' · '}
      <span>{scenario}</span>{' '}
      <a href={panelUrl} target="_blank" rel="noopener">
        <Trans>Choose a scenario</Trans>
      </a>
    </aside>
  );
}
