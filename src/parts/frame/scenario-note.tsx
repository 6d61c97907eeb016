import { Trans } from '@lingui/react/macro';

/** Says that Microsoft 365 is played, what, and where to change it. */
export function ScenarioNote({ scenario, panelUrl }: { scenario: string; panelUrl: string }) {
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
