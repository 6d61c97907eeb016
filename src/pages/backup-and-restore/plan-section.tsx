import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { RestorePlan } from '../../../contract/backup.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DateTime } from '../../ui/time.tsx';
import { Afterwards } from './afterwards.tsx';
import { Changes } from './changes.tsx';

interface PlanSectionProps {
  plan: RestorePlan;
  /** Has something changed since what was shown before? */
  isNew: boolean;
  isPending: boolean;
  onRestore: () => void;
  onCancel: () => void;
}

/** What a restore would change, and the button that does it. */
export function PlanSection({ plan, isNew, isPending, onRestore, onCancel }: PlanSectionProps) {
  const { i18n } = useLingui();
  const { backup, sections, afterwards } = plan;
  const changing = sections.filter(({ added, changed, removed }) => added + changed + removed > 0);
  const same = sections.filter((section) => !changing.includes(section) && section.unchanged > 0);
  const count = changing.reduce((all, { added, changed, removed }) => all + added + changed + removed, 0);
  const made = <DateTime at={backup.madeAt} locale={i18n.locale} />;
  const { madeBy, product } = backup;
  const unchanged = same.map(({ name }) => name).join(', ');
  return (
    <section aria-labelledby="plan-title">
      <div className="section-title">
        <h2 id="plan-title">
          <Trans>What would change</Trans>
        </h2>
        <span className="muted">
          <Plural value={count} one="# change" other="# changes" />
        </span>
      </div>
      {isNew && (
        <Notice tone="warn" alert>
          <Trans>Nothing was restored: something has changed since the list was made. This is the new one.</Trans>
        </Notice>
      )}
      <p>
        <Trans>
          Made on {made} by {madeBy}, with Postern {product}.
        </Trans>
      </p>
      {backup.secrets === 'omit' && (
        <Notice tone="warn">
          <Trans>Its secrets were left out, so nothing proves who made this file: look at the changes closely. Stored secrets are never mixed with it. They are removed, and must be entered again.</Trans>
        </Notice>
      )}
      {count === 0 && (
        <p>
          <Trans>Everything is as it is in the backup.</Trans>
        </p>
      )}
      {changing.map((section) => (
        <Changes key={section.part} section={section} />
      ))}
      {count > 0 && unchanged !== '' && (
        <p className="muted">
          <Trans>Stays as it is: {unchanged}</Trans>
        </p>
      )}
      <Afterwards afterwards={afterwards} />
      <div className="row">
        <Button look="primary" busy={isPending} onClick={onRestore}>
          <Trans>Restore</Trans>
        </Button>
        {isPending ? (
          <span className="muted">
            <Trans>Restoring, all of it or nothing …</Trans>
          </span>
        ) : (
          <Button onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        )}
      </div>
    </section>
  );
}
