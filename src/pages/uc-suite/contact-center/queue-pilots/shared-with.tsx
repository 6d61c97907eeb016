import { Plural, Trans } from '@lingui/react/macro';
import { Notice } from '../../../../ui/notice.tsx';
import type { Shared } from './use-shared.ts';

/** Says who has got the new secret, too. */
export function SharedWith({ shared: { names, more } }: { shared: Shared }) {
  return (
    <Notice tone="info" alert>
      <p>
        <Trans>The new client secret is stored here and for:</Trans>
      </p>
      <ul className="uses">
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {more > 0 && (
          <li>
            <Plural value={more} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
    </Notice>
  );
}
