import { Trans } from '@lingui/react/macro';

/** What a firewall team asks next. */
export function NetworkNotes() {
  return (
    <ul className="network-notes">
      <li>
        <Trans>Allow names, not addresses: Microsoft’s addresses change. This machine must be able to resolve the names (DNS).</Trans>
      </li>
      <li>
        <Trans>Where encrypted connections to Microsoft are opened and inspected, this machine sees a certificate that is not Microsoft’s, and a check says so. Exempt these hosts.</Trans>
      </li>
      <li>
        <Trans>With HTTPS_PROXY all of these connections go through the proxy, which must allow CONNECT to them.</Trans>
      </li>
    </ul>
  );
}
