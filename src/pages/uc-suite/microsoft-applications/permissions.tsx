import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { ApplicationDetails, ApplicationPart } from '../../../../contract/applications.ts';
import { permissions } from '../../../../contract/permissions.ts';
import { portalLink } from '../../../../contract/portal.ts';
import { useCopyWords } from '../../../parts/use-copy-words.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RelativeTime } from '../../../ui/time.tsx';
import { Unneeded } from './unneeded.tsx';
import { usePartNames } from './use-part-names.ts';

interface Needed {
  name: string;
  api: string;
  isDelegated: boolean;
  by: { part: ApplicationPart; held: ApplicationPart['permissions'][number]['held'] }[];
}

/** What the application needs for all of its functions together, what the last tokens carried, and what is missing or too much. */
export function Permissions({ application }: { application: ApplicationDetails }) {
  const { t } = useLingui();
  const partNames = usePartNames();
  const needed = neededOf(application.parts);
  const missing = needed.filter(({ by }) => by.some(({ held }) => held === 'no'));
  const unseen = application.parts.filter(({ token }) => token === null);
  return (
    <section aria-labelledby="permissions-title">
      <h2 id="permissions-title">
        <Trans>Permissions</Trans>
      </h2>
      <p className="muted">
        <Trans>What the app registration needs for all of these functions together, and what the last token carried.</Trans>
      </p>
      <table className="listed stacked permissions">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Permission</Trans>
            </th>
            <th scope="col">
              <Trans>API</Trans>
            </th>
            <th scope="col">
              <Trans>Needed for, and in its last token</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {needed.map(({ name, api, isDelegated, by }) => (
            <tr key={`${api} ${name}`}>
              <th scope="row" className="code">
                {name}
              </th>
              <td data-column={t`API`}>
                {api} <span className="muted">{isDelegated ? <Trans>delegated</Trans> : <Trans>application</Trans>}</span>
              </td>
              <td data-column={t`Needed for, and in its last token`}>
                <ul className="plain-list">
                  {by.map(({ part, held }) => (
                    <li key={part.use}>
                      <Held held={held} /> {partNames(part).name} <TokenTime part={part} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 && <Missing application={application} missing={missing} />}
      {unseen.length > 0 && (
        <Notice tone="info">
          <p>
            <Trans>There was no token yet, so nobody knows what it carries:</Trans>
          </p>
          <ul className="uses">
            {unseen.map((part) => {
              const { name, to } = partNames(part);
              return (
                <li key={part.use}>
                  <Link to={to}>
                    {part.use === 'email-forwarding/microsoft-oauth' ? <Trans>{name}: sign in</Trans> : <Trans>{name}: check</Trans>}
                  </Link>
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      <Unneeded application={application} />
    </section>
  );
}

function Held({ held }: { held: Needed['by'][number]['held'] }) {
  switch (held) {
    case 'yes':
      return (
        <span className="health working">
          <span aria-hidden="true">✓</span> <Trans>granted</Trans> ·
        </span>
      );
    case 'no':
      return (
        <span className="health failing">
          <span aria-hidden="true">✕</span> <Trans>missing</Trans> ·
        </span>
      );
    case 'by-exchange':
      return (
        <span className="health working">
          <span aria-hidden="true">✓</span> <Trans>granted by Exchange</Trans> ·
        </span>
      );
    default:
      return (
        <span className="health unchecked">
          <span aria-hidden="true">○</span> <Trans>not known</Trans> ·
        </span>
      );
  }
}

function TokenTime({ part: { token } }: { part: ApplicationPart }) {
  const { i18n } = useLingui();
  return token && <span className="muted"><RelativeTime at={token.at} locale={i18n.locale} /></span>;
}

function Missing({ application, missing }: { application: ApplicationDetails; missing: readonly Needed[] }) {
  const { t } = useLingui();
  const said = useCopyWords();
  const target = { ...application, tenantId: application.tenantGuid ?? application.tenantId };
  const consent = portalLink('consent', target);
  const takesMore = missing.some(({ api, isDelegated }) => api === 'Microsoft Graph' && !isDelegated);
  return (
    <Notice tone="bad">
      <p>
        <strong>
          <Trans>Missing in the last token:</Trans>
        </strong>{' '}
        <span className="code">{missing.map(({ name }) => name).join(', ')}</span>
      </p>
      <p>
        <Trans>An Entra administrator adds what is missing under API permissions, and grants admin consent. Then check again; it can take an hour until a token carries it.</Trans>{' '}
        {takesMore && <Trans>For application permissions of Microsoft Graph it takes a Privileged Role Administrator or a Global Administrator.</Trans>}
      </p>
      <p className="fix-link">
        <a href={portalLink('api-permissions', target)} target="_blank" rel="noopener noreferrer">
          <Trans>API permissions in the portal</Trans> <span aria-hidden="true">↗</span>
        </a>{' '}
        <a href={consent} target="_blank" rel="noopener noreferrer">
          <Trans>Grant admin consent</Trans> <span aria-hidden="true">↗</span>
        </a>{' '}
        <CopyButton look="text" text={consent} said={said} label={t`Copy the link to consent`}>
          <Trans>Copy link</Trans>
        </CopyButton>
      </p>
    </Notice>
  );
}

// Each permission once, by its API.
function neededOf(parts: readonly ApplicationPart[]): Needed[] {
  const all = new Map<string, Needed>();
  for (const part of parts) {
    const { api, kind } = permissions[part.use];
    for (const { name, held } of part.permissions) {
      const key = `${api} ${kind} ${name}`;
      const one = all.get(key) ?? { name, api, isDelegated: kind === 'delegated', by: [] };
      one.by.push({ part, held });
      all.set(key, one);
    }
  }
  return [...all.values()].sort((a, b) => (a.api === b.api ? 0 : a.api < b.api ? -1 : 1));
}
